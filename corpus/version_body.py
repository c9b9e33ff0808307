"""The body of one version of a rule, as it is compared: its articles or paragraphs and the words of each provision."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.correspondence import Statement, Version
from corpus.locator import Locator
from corpus.model import Provision, ProvisionKind
from corpus.similarity import words_of

_CONTAINERS = frozenset(
    {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.SUBSECTION, ProvisionKind.APPENDIX}
)
_OUTSIDE = frozenset({ProvisionKind.LETTERHEAD, ProvisionKind.PREAMBLE, ProvisionKind.FOOTNOTE, ProvisionKind.CLOSING})


class Body:
    """One version with what is compared of each of its provisions."""

    def __init__(self, version: Version, other: Version, statements: Sequence[Statement]) -> None:
        self.version = version
        self.children: dict[int | None, list[int]] = defaultdict(list)
        for provision in version.provisions:
            self.children[provision.parent].append(provision.ordinal)
        self.roots = self._roots()
        in_roots = [ordinal for root in self.roots for ordinal in self.subtree(root)]
        self.body = sorted({*in_roots, *(statement.provision.ordinal for statement in statements)})
        self.terms = {
            ordinal: words_of(version.text_without(version.provisions[ordinal], other.number)) for ordinal in self.body
        }

    @property
    def has_articles(self) -> bool:
        """Whether it is divided into articles."""
        return any(self.version.provisions[root].kind is ProvisionKind.ARTICLE for root in self.roots)

    def at(self, place: Locator) -> int | None:
        """The provision at the place; None when this version has none."""
        return next(
            (ordinal for ordinal in self.body if place.contains(self.version.provisions[ordinal].locator)), None
        )

    def subtree(self, ordinal: int) -> Iterator[int]:
        """The provision and all below it, in order."""
        yield ordinal
        for child in self.children[ordinal]:
            yield from self.subtree(child)

    def _roots(self) -> list[int]:
        """The articles; where there are none, all that stands in no other provision."""
        provisions = self.version.provisions
        articles = [p.ordinal for p in provisions if p.kind is ProvisionKind.ARTICLE]
        return articles or [ordinal for top in self.children[None] for ordinal in self._opened(provisions[top])]

    def _opened(self, provision: Provision) -> Iterator[int]:
        if provision.kind in _CONTAINERS:
            for child in self.children[provision.ordinal]:
                yield from self._opened(self.version.provisions[child])
        elif provision.kind not in _OUTSIDE and provision.start < provision.subtree_end:
            yield provision.ordinal
