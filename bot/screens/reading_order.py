"""What comes before and behind a provision for somebody who turns its leaves: places of the same level.

Behind the last khoản of an article comes the first khoản of the next, behind Mục I.2 comes Mục II.1; what has no such
parts is one leaf itself, and each row of a table is one.
"""

from bot.open_document import OUTSIDE_BODY, OpenDocument
from corpus.model import Provision, ProvisionKind

# Levels of a law are the same wherever they stand; others are as deep as they lie in the document.
_ARTICLE = 4
_LEVELS = {
    ProvisionKind.PART: 0,
    ProvisionKind.CHAPTER: 1,
    ProvisionKind.SECTION: 2,
    ProvisionKind.SUBSECTION: 3,
    ProvisionKind.ARTICLE: _ARTICLE,
    ProvisionKind.CLAUSE: _ARTICLE + 1,
    ProvisionKind.POINT: _ARTICLE + 2,
}


class ReadingOrder:
    """The leaves of one document."""

    def __init__(self, opened: OpenDocument) -> None:
        self._opened = opened
        has_articles = any(one.kind is ProvisionKind.ARTICLE for one in opened.provisions)
        self._outermost = _ARTICLE if has_articles else 0  # of what stands beside the chapters of a law
        self._levels: list[int] = []
        for provision in opened.provisions:  # parents come before their children
            self._levels.append(self._level(provision))

    def neighbours(self, provision: Provision) -> tuple[Provision | None, Provision | None]:
        """The leaf before and the leaf behind; None at the ends of the body."""
        leaves = self.leaves(self._levels[provision.ordinal])
        before = [leaf for leaf in leaves if leaf.ordinal < provision.ordinal and not _holds(leaf, provision)]
        last = provision.ordinal if provision.kind is ProvisionKind.ROW else self._last_within(provision)
        behind = (leaf for leaf in leaves if leaf.ordinal > last)
        return (before[-1] if before else None), next(behind, None)

    def first(self) -> Provision | None:
        """Where reading begins: the first leaf of the body; None of a document without provisions."""
        return next(iter(self.leaves(self._outermost)), None) or next(iter(self._opened.provisions), None)

    def leaves(self, level: int) -> list[Provision]:
        """The body divided into places of the level, in order; blank ones are left out."""
        outermost = [provision for provision in self._opened.provisions if provision.parent is None]
        found = [leaf for provision in outermost for leaf in self._leaves(provision, level)]
        return [leaf for leaf in found if self._opened.subtree_text(leaf).strip(" |\n")]

    def _leaves(self, provision: Provision, level: int) -> list[Provision]:
        if provision.kind in OUTSIDE_BODY:
            return []
        children = self._opened.children(provision)
        is_row = provision.kind is ProvisionKind.ROW
        if not is_row and (not children or self._levels[provision.ordinal] >= level):
            return [provision]
        below = [leaf for child in children for leaf in self._leaves(child, level)]
        return [provision, *below] if is_row else below

    def _level(self, provision: Provision) -> int:
        if provision.kind in _LEVELS:
            return _LEVELS[provision.kind]
        return self._outermost if provision.parent is None else self._levels[provision.parent] + 1

    def _last_within(self, provision: Provision) -> int:
        """The ordinal of the last provision of its subtree."""
        last, provisions = provision.ordinal, self._opened.provisions
        while last + 1 < len(provisions):
            parent = provisions[last + 1].parent
            if parent is None or parent < provision.ordinal:
                break
            last += 1
        return last


def _holds(leaf: Provision, provision: Provision) -> bool:
    """Whether the provision lies in the leaf; a row holds no other."""
    return leaf.kind is not ProvisionKind.ROW and provision.start < leaf.subtree_end
