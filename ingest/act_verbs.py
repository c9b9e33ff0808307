"""The verbs by which one document acts on another, and the words that lead from the verb to the document.

Forms: the articles of Nghị định 78/2025/NĐ-CP on how normative documents amend, replace, repeal and correct others.
All words are read in lower case, tones in one place, Markdown marks as spaces (`mentions.lowered`).
"""

import re
from dataclasses import dataclass

from corpus.model import RelationKind

LONGEST_LEAD = 700  # characters before a document in which its verb is looked for
LONGEST_ATTACHED = 400  # characters of "Quy chế … ban hành kèm theo"


def cue(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled, each space in it standing for any white space."""
    return re.compile(pattern.replace(" ", r"\s+"))


CHANGES = r"(?:sửa đổi|bổ sung|điều chỉnh|cập nhật|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)"
EXECUTES = r"(?:triển khai|thực hiện|thi hành|tổ chức thực hiện|cụ thể hóa|cụ thể hoá|hưởng ứng)"
SEVERAL_CHANGES = rf"{CHANGES}(?:(?:\s*[,/]\s*| và | hoặc | )(?:và |hoặc )?{CHANGES})*"

VERB = cue(
    r"(?<!\w)(?<!phạm\svi\s)(?<!đối\stượng\s)(?:"  # "phạm vi điều chỉnh" is a noun
    rf"(?P<change>{SEVERAL_CHANGES})"
    r"|(?P<guide>quy định chi tiết(?: và (?:hướng dẫn(?: thi hành)?|biện pháp thi hành))?(?: thi hành)?"
    r"|(?:quy định )?(?:một số )?biện pháp(?: để)?(?: tổ chức)?,?(?: hướng dẫn)? thi hành"
    r"|hướng dẫn(?: (?:thi hành|thực hiện|áp dụng))?)"
    r"|(?P<correct>đính chính)"
    r"|(?P<consolidate>hợp nhất)"
    rf"|(?P<continue>tiếp nối|kế thừa|tiếp tục (?:đẩy mạnh )?{EXECUTES}(?: {EXECUTES})*)"
    r"|(?P<extend>(?:kéo dài|gia hạn)(?: (?:thời hạn|thời gian|hiệu lực|thực hiện|áp dụng|thi hành))*"
    r"|(?:vẫn|tiếp tục)(?: được)? (?:áp dụng|thực hiện)(?: theo)?)"
    rf"|(?P<implement>{EXECUTES}(?: {EXECUTES})*)"
    r")(?!\w)"
)
"""The verbs; the group that matched tells the kind."""

_KINDS = {
    "guide": RelationKind.GUIDES,
    "correct": RelationKind.CORRECTS,
    "consolidate": RelationKind.CONSOLIDATES,
    "continue": RelationKind.CONTINUES,
    "extend": RelationKind.EXTENDS,
    "implement": RelationKind.IMPLEMENTS,
}
_AMENDING = re.compile(r"sửa|bổ|điều|cập")

PARTIAL = cue(
    r"(?<!\w)(?:một số|một phần|một vài|cụm từ|phần (?:trái|quy định|nội dung|tương ứng)"
    r"|các quy định (?:trái|tương ứng))(?!\w)"
)
"""Only a part of the document is meant, whether or not it is told which."""

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_ATTACHED = cue(
    r"(?:quy chế|quy định|điều lệ|đề án|kế hoạch|chương trình|danh mục|phụ lục|mẫu|bảng|quy trình|bộ)(?!\w)"
    rf"[^;]{{0,{LONGEST_ATTACHED}}}? kèm theo(?!\w)"
)
_LABEL = re.compile(r"\d{1,4}[a-zđ]{0,2}|[a-zđ]\d?|[ivxl]+")
# "một số điều của", "khoản 2 Điều 5 và Phụ lục ban hành kèm theo", "lỗi kỹ thuật trình bày tại", "có hiệu quả các …"
_CONNECTING = frozenset(
    "cho toàn bộ một phần số các những nội dung tên điều khoản điểm tiết mục chương phụ lục mẫu biểu danh đoạn câu dòng"
    " gạch đầu ý thứ tự quy định chế của tại trong ở thuộc và hoặc văn bản phạm pháp luật sau đây gồm kèm theo ban hành"
    " thi vào cụm từ bằng như tiểu việc áp dụng đối với hiệu lực thời hạn gian lỗi kỹ thuật trình bày sai sót là thế"
    " nghị quyết thông tư nhiệm vụ giải mục tiêu chỉ có quả tốt nghiêm túc kịp đồng đầy đủ thắng lợi thành công thực"
    " hiện triển khai biện nay cuối trước".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb before a document: what it does to it, where it stands in the words, whether it takes a part only."""

    kind: RelationKind
    start: int
    end: int
    is_partial: bool = False


def change_of(words: str, object_words: str = "") -> RelationKind:
    """What a verb of change does: to replace a phrase, or to replace and amend at once, is to amend."""
    if _AMENDING.search(words) or "cụm từ" in " ".join(object_words.split()):
        return RelationKind.AMENDS
    return RelationKind.REPLACES if "thay" in words else RelationKind.REPEALS


def kind_of_verb(words: str) -> RelationKind:
    """The kind of the act that the verb in `words`, nothing else, names."""
    match = VERB.match(words)
    name = next((name for name in _KINDS if match[name]), None) if match is not None else None
    return _KINDS[name] if name is not None else change_of(words)


def last_verb(words: str) -> Verb | None:
    """The last verb in `words` of which the document right after `words` is the object, or None.

    >>> last_verb("bãi bỏ khoản 2 điều 5 của ").kind, last_verb("bãi bỏ giấy phép theo ")
    (<RelationKind.REPEALS: 'repeals'>, None)
    """
    found = list(VERB.finditer(words, max(0, len(words) - LONGEST_LEAD)))
    if not found:
        return None
    match = found[-1]
    between = words[match.end() :]
    if not joins_object(between):
        return None
    kind = change_of(match[0], between) if match["change"] else kind_of_verb(match[0])
    return Verb(kind, match.start(), match.end(), is_partial=PARTIAL.search(between) is not None)


def joins_object(between: str) -> bool:
    """Whether `between` holds nothing but the words that lead from a verb to the document it is done to."""
    bare = _QUOTED.sub(" ", between)
    attached = _ATTACHED.search(bare)
    if attached is not None:
        bare = bare[: attached.start()] + bare[attached.end() :]
    words = re.findall(r"\w+", bare)
    return ";" not in bare and all(word in _CONNECTING or _LABEL.fullmatch(word) for word in words)
