"""How a document hangs on the one named before it: in its title, as what does something to it, as its other name."""

import re

from corpus.model import RelationKind
from ingest import act_verbs as verbs
from ingest import relation_cues as cues
from ingest.act_verbs import Verb
from ingest.mentions import Mention, Sentence

_CONTEXT = verbs.cue(
    r"(?:\s*,?\s*ngày [\d/.\-]+(?: tháng \d+ năm \d+)?)?(?: của [^,;.()]{2,60}?)?(?= (?:đã |sẽ )?"
    r"(?:sửa|bổ|thay|bãi|hủy|huỷ|điều|cập|đính|hợp|hướng|quy định chi|kéo))"
)
"""Date and issuer of an agent, before its verb."""
_AGENT_REACH = 160  # characters after an agent in which its verb stands
_NEAR_PART = 80  # characters before a document in which a part of it is named


def agent_of(lower: str, mention: Mention, words: str) -> tuple[RelationKind, bool] | None:
    """What `mention` does to the document before `words`, and whether to a part; None when it does nothing."""
    passive = cues.PASSIVE_BY.search(words)
    if passive is not None:
        partial = "một số" in " ".join(words[passive.start() :].split())
        return verbs.kind_of_verb(passive["verb"]), partial
    if cues.BY.search(words) is None:
        return None
    tail = lower[mention.end : mention.end + _AGENT_REACH]
    context = _CONTEXT.match(tail)
    verb = cues.AFTER_AGENT.match(tail, context.end() if context else 0)
    if verb is None:
        return None
    return verbs.kind_of_verb(verb["verb"]), verbs.PARTIAL.match(tail, verb.end() + 1) is not None


def ends_what_is_before(lower: str, mention: Mention, words: str) -> int | None:
    """Where in `words` it is said that what is before them ends by `mention`; None when it is not."""
    match = cues.ENDED_BY.search(words)
    if match is None:
        return None
    takes_effect = cues.TAKES_EFFECT.match(lower[mention.end : mention.end + 200])
    return match.start() if match["link"] in {"theo", "do", "tại"} or takes_effect else None


def is_beside(words: str, before: Mention) -> bool:
    """Whether a row in the title of another goes on: nothing but date and issuer of `before`, and no semicolon."""
    is_titled = before.number is not None and bool(before.title)
    return not is_titled and ";" not in words and re.search(r"(?<!\w)về\s", words) is None


def title_kind(verb: Verb, words: str, before: Mention, mention: Mention, *, is_denied: bool) -> RelationKind:
    """What the title of `before` says that it does to `mention`; `CITES` when it is no title, or a proposal."""
    lead = words[: verb.start]
    title = re.sub(r";\s*\Z", "", lead)
    if is_denied or cues.PROPOSES.search(lead) or cues.BREAKS.search(title) or before.number is None:
        return RelationKind.CITES
    if verb.kind in _NOT_OF_ITSELF and _CHANGES_ANOTHER.search(lead):
        return RelationKind.CITES  # „A sửa đổi Chương trình thực hiện B“: it is the programme that carries B out
    is_same = before.number == mention.number
    return RelationKind.CITES if is_same and verb.kind in _NOT_OF_ITSELF else verb.kind


_CHANGES_ANOTHER = verbs.cue(
    rf"(?<!\w){verbs.SEVERAL_CHANGES}(?!\w)(?=[^;]* (?:chương trình|kế hoạch|đề án|chiến lược)(?!\w))"
)
_NOT_OF_ITSELF = frozenset({RelationKind.IMPLEMENTS, RelationKind.GUIDES, RelationKind.CONTINUES})


def is_bracketed(words: str) -> bool:
    """Whether `words` open a bracket that is still open at their end."""
    opened = words.rfind("(")
    return opened >= 0 and ")" not in words[opened:]


def is_other_name(words: str) -> bool:
    """„(sau đây gọi tắt là“: another name follows."""
    tail = words[words.rfind("(") :]
    return "tắt" in tail or "gọi" in tail


def speaks_of_a_part(lower: str, sentence: Sentence, mention: Mention, said: str) -> bool:
    """Whether what ends is a part: "một phần" before the document, or "hết hiệu lực một phần" after it."""
    before = lower[max(sentence.start, mention.start - _NEAR_PART) : mention.start]
    return cues.PART_OF.search(before) is not None or "một phần" in said
