"""Which facts of a document itself a question asks for, several at once, and what of its force beside them."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.force_cues import ForceQuestion, force_asked
from bot.question import Question, analyse
from corpus.normalise import fold

# All on folded text in which N stands for each document named by number or title.
_NAMED = "N"
_WHEN = (
    r"(?:(?:tu |vao |vao luc |hoi )*(?:khi nao|bao gio|luc nao|hoi nao|hom nao|"
    r"(?:ngay thang nam|ngay thang|ngay|thang|nam|thoi diem) (?:nao|may|bao nhieu|gi)))"
)
_ISSUED = r"(?:(?:duoc |da )*(?:k[yi] ban hanh|ban hanh|thong qua|k[yi]|ra doi|phat hanh|dang(?: tin| bai)?))"
_NOT_OTHERS = r"(?<!quyet dinh )(?<!khen )(?<!bien ban )"  # "giấy khen ký ngày nào" asks of no document named
_IS_IT_SO = r"(?:phai khong|phai k|dung khong|dung k|dung ko|phai ko|ha|a)"
# "ký", not the first word of "kỷ niệm", "kỳ họp", "ký hiệu", when the marks are missing.
# Nor what others sign by the rule: "theo N ai ký bằng khen".
_SIGN = (
    r"k[yi](?! (?:niem|luat|hop|thi|hieu|ket|tu|cuong|nghi|dai|bang|giay|huan|huy|quyet dinh|tang|cong nhan|to trinh"
    r"|bao cao|xac nhan|bien ban|ho so|danh sach|hop dong|duyet|de nghi|thay|giao uoc|vao|so))"
)

_HEAD = r"(?:chu tich|bo truong|giam doc|bi thu)(?: \w+){0,4}"

_CUES: tuple[tuple[str, str], ...] = (
    (
        "signer",
        rf"(?:ai|(?:nguoi|ong|ba|vi|lanh dao|dong chi|chuc danh|cap|{_HEAD}) nao|nguoi)(?: \w+){{0,3}}? {_SIGN}"
        rf"|{_SIGN} (?:ten )?boi|chu ky (?:cua )?ai|{_SIGN} ten la ai",
    ),
    (
        "issued_on",
        rf"{_NOT_OTHERS}(?:{_ISSUED}|ra) {_WHEN}|(?<!tu )(?:ngay(?: thang)?(?: nam)?|thoi diem|nam) {_ISSUED}"
        rf"|{_WHEN}(?: thi)? {_ISSUED}|de ngay nao|cua ngay nao"
        # nothing but the document and its day: "N ngày mấy", "N là của ngày nào vậy"
        rf"|(?:^|[,;?.]|\b(?:hoi|biet|va|con|the|vay|roi|a|oi)) *{_NAMED}(?: nay)?"
        rf"(?: (?:la|thi|ra|cua|vao|de|tu))* (?:ngay|ngay thang|ngay thang nam|nam) "
        r"(?:nao|may|bao nhieu)(?: (?:vay|the|nhi|a|ha))*(?= *(?:$|[?]))"
        rf"|{_ISSUED} (?:vao )?ngay [\d/ ]+(?:nam \d+ )?{_IS_IT_SO}",
    ),
    (
        "issuer",
        rf"(?:co quan|don vi|noi|bo|cap|to chuc)(?: nao)? {_ISSUED}"
        r"|ai (?:da |duoc )*(?:ban hanh|phat hanh|thong qua|dang)"
        r"|(?:ban hanh|thong qua|phat hanh) boi|do (?:co quan|don vi|bo|cap) nao"
        r"|cua (?:ai|co quan nao|don vi nao|bo nao)(?= *(?:$|[,?]))",
    ),
    (
        "number",
        rf"so (?:van )?(?:ky )?hieu|(?:{_NAMED}|van ban)(?: \w+)? (?:mang |la )*so (?:may|bao nhieu|gi)"
        rf"|{_NAMED} (?:may|bao nhieu)(?= *(?:[,?]|$|vay|nhi|the))",  # "số" was taken for the end of its name
    ),
    ("recipients", r"noi nhan|gui (?:nhung )?(?:noi nao|nhung ai)|nhung (?:noi|don vi) nao nhan"),
    (
        "bases",
        r"can cu (?:vao )?(?:nhung )?(?:van ban|nao|gi|dau|phap ly|\w+ nao)|co so phap ly|"
        r"thuc hien (?:\w+ ){0,3}nao|trien khai (?:\w+ ){0,3}nao|dua (?:tren|vao) (?:\w+ )*nao",
    ),
    (
        "title",
        r"(?:ve|noi ve|la ve|quy dinh ve|ban hanh ve) (?:viec |van de |cai |noi dung |chuyen )?(?:gi|nao)|trich yeu|"
        r"ten day du|ten (?:cua )?(?:van ban|ke hoach) (?:nay )?la gi",
    ),
)
# "số, ngày, cơ quan, người ký của N": things between commas, each no more than its name.
_PIECES: tuple[tuple[str, str], ...] = (
    ("number", r"so(?: hieu| ky hieu| van ban)?|ky hieu"),
    ("issued_on", r"(?:ngay|thoi gian|ngay thang)(?: (?:ban hanh|ky|thong qua|ra doi))?"),
    ("issuer", r"(?:co quan|noi|don vi)(?: (?:ban hanh|ra))?"),
    ("signer", r"(?:ten |chuc vu )?nguoi ky|ai ky"),
    ("title", r"trich yeu|ten(?: goi| van ban)?|tieu de|ve viec gi"),
)
# "do ai ký, ngày nào"
_BARE_DAY = re.compile(r"(?:vao |tu )?(?:ngay|ngay thang|nam|khi|luc|hom|hoi) (?:nao|may)|bao gio|ngay thang nam nao")
_ASKING = (
    r"(?:(?:cho|xin|vui long|toi|em|minh|biet|hoi|can|la|gom|thong tin|ve|cac|nhung|nhu|neu|ghi|tra|giup|ro|day du|gi"
    r"|nao|ban|anh|chi|va|cung|oi|a) )*"
)
_OF_FORCE = re.compile(r"\b(?:hieu luc|hl|con|het|gia tri|ap dung|thay|bai bo|hien hanh|xai|dung duoc|song)\b")
_CLAUSE_END = re.compile(r"[,;?.](?!\d)|\svà\s|\sva\s", re.IGNORECASE)
_OF_ANOTHER = re.compile(r" (?:(?:van ban|nghi dinh|thong tu|luat|cai|no) )?(?:do|ay|moi|kia)\b")
_FORCE = r"(?:hieu luc|hl|ap dung)"
_FORCE_CUES: tuple[tuple[ForceQuestion, str], ...] = (
    (ForceQuestion.ENDS, rf"(?:het (?:hieu luc|hl|han|ap dung)|(?:{_FORCE}) (?:den|toi)(?: het)?) {_WHEN}"
     rf"|ngay het (?:hieu luc|han)|{_WHEN} (?:thi |se )*het (?:hieu luc|hl|han)"),
    (ForceQuestion.BEGINS, rf"(?<!het )(?<!den ){_FORCE}(?: thi hanh| phap luat| ke| bat dau)* {_WHEN}"
     rf"|(?:ngay|thoi diem) (?:co |bat dau )*{_FORCE}|{_WHEN} (?:thi |moi |bat dau |co )*(?<!het ){_FORCE}"),
    (ForceQuestion.IN_FORCE, rf"con (?:{_FORCE}|dung duoc|dung|gia tri)(?: \w+){{0,3}}? (?:khong|ko|k|chua|hay)"),
)  # fmt: skip


_CONSOLIDATED = re.compile(r"\b(?:hop nhat|vbhn)\b")


def facts_asked(question: Question) -> tuple[str, ...]:
    """The facts that documents state of themselves and the question asks for, in its order."""
    sentence = _sentence(question)
    places = dict(_listed(sentence))
    for fact, cue in _CUES:
        found = [match.start() for match in _whole(cue).finditer(sentence)]
        if fact == "number" and _CONSOLIDATED.search(sentence):
            continue  # the number asked for is that of another text
        if found and not (fact == "signer" and not _speaks_of_signing(question)):
            places.setdefault(fact, min(found))
    if {"signer", "issuer"} & places.keys():
        for piece, place in _split(sentence):
            if _BARE_DAY.fullmatch(piece):
                places.setdefault("issued_on", place)
    return tuple(sorted(places, key=lambda fact: places[fact]))


def force_questions(question: Question) -> tuple[ForceQuestion, ...]:
    """What the question asks of the force of a document, several things at once, each once."""
    clauses = re.split(r"[,;?]| va ", _sentence(question))
    sentence = " , ".join(clause for clause in clauses if not _OF_ANOTHER.search(f" {clause}"))
    beside = [asked for asked, cue in _FORCE_CUES if _whole(cue).search(sentence)]
    if any(piece in {"hieu luc", "ngay hieu luc", "ngay co hieu luc"} for piece, _ in _split(sentence)):
        beside.append(ForceQuestion.BEGINS)
    first = force_asked(question)
    is_of_issue = "issued_on" in facts_asked(question)
    if first is ForceQuestion.IN_FORCE and is_of_issue and not _OF_FORCE.search(sentence):
        first = None  # "ban hành ngày … đúng không" read as "dùng không"
    asked = [first, *beside, *_asked_in_clauses(question)]
    return tuple(dict.fromkeys(one for one in asked if one is not None))


def names_side_by_side(question: Question) -> bool:
    """Whether the documents named stand beside one another: "N và N ban hành ngày nào"."""
    named = [one for one in question.references if one.number or one.short or one.title]
    between = [question.reading.text[one.end : other.start] for one, other in pairwise(named)]
    return bool(between) and all(
        re.fullmatch(r"\s*(?:,|và|va|&|với|voi|hay|\s)+\s*", gap, re.IGNORECASE) for gap in between
    )


def _asked_in_clauses(question: Question) -> list[ForceQuestion | None]:
    """What later clauses ask of the document that the first one names: "N do ai ký, thay thế văn bản nào"."""
    text = question.reading.text
    named = next((one for one in question.references if one.number or one.short or one.title), None)
    if named is None:
        return []
    clauses = [f" {clause.strip()}" for clause in _CLAUSE_END.split(text[named.end :])[1:] if clause.strip()]
    own = [f"{text[named.start : named.end]}{one}" for one in clauses if not _OF_ANOTHER.search(fold(one))]
    read = [analyse(replace(question.reading, text=one, search_text=one)) for one in own]
    return [force_asked(one) for one in read if len(one.documents) + len(one.titled) == 1]


def _listed(sentence: str) -> list[tuple[str, int]]:
    """The facts that are listed by name, when at least two are."""
    found = [(fact, place) for piece, place in _split(sentence) for fact, cue in _PIECES if re.fullmatch(cue, piece)]
    return found if len({fact for fact, _ in found}) > 1 else []


def _split(sentence: str) -> list[tuple[str, int]]:
    """The parts between commas and "và" without what leads to the first and the document behind the last."""
    parts = []
    for match in re.finditer(r"(?:(?! va )[^,;:?.])+", sentence):
        piece = re.sub(rf"^{_ASKING}", "", f"{match[0].strip()} ")
        parts.append(
            (re.sub(rf"(?: (?:cua|trong|la gi)\b.*| {_NAMED}\b.*)$", "", piece.strip()).strip(), match.start())
        )
    return parts


def _sentence(question: Question) -> str:
    folded = fold(question.reading.text)
    for reference in sorted(question.references, key=lambda one: -one.start):
        if reference.number or reference.short or reference.title:
            folded = f"{folded[: reference.start]}{_NAMED}{folded[reference.end :]}"
    return " ".join(re.sub(r"([,;:?.])(?!\d)", r" \1 ", folded).split())


def _speaks_of_signing(question: Question) -> bool:
    """Whether the word is "ký" as spelt, not "kỷ" or "kỳ"."""
    return any(word.lower() in {"ký", "kí", "ky", "ki"} for word in re.findall(r"\w+", question.reading.text))


def _whole(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue})(?!\w)")
