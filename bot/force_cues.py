"""What is asked about the force of a document and its links to others, and in which direction."""

import re
from enum import StrEnum

from bot.question import Question
from corpus.citation import Reference
from corpus.instrument_kinds import kind_named, kind_of_code
from corpus.normalise import fold


class ForceQuestion(StrEnum):
    """What a question wants to know of a named document N."""

    IN_FORCE = "in_force"  # N còn hiệu lực không
    BEGINS = "begins"  # N có hiệu lực từ khi nào
    ENDS = "ends"  # N hết hiệu lực khi nào
    REPLACED_BY = "replaced_by"  # văn bản nào thay thế N
    REPLACES = "replaces"  # N thay thế văn bản nào
    AMENDED_BY = "amended_by"
    AMENDS = "amends"
    GUIDED_BY = "guided_by"  # văn bản nào quy định chi tiết, hướng dẫn N
    GUIDES = "guides"
    IMPLEMENTED_BY = "implemented_by"  # kế hoạch nào triển khai N
    IMPLEMENTS = "implements"
    REPEALED_BY = "repealed_by"
    REPEALS = "repeals"
    EXTENDED = "extended"  # N có được kéo dài không


def force_asked(question: Question) -> ForceQuestion | None:
    """What the question asks of the force or the links of a document; None when it asks for something else.

    Voice and word order decide the direction: "N thay thế văn bản nào", "N bị văn bản nào thay thế".
    """
    sentence = _sentence(question)
    if _IS_A_LIMIT.search(sentence):
        return None
    return next((asked for asked, cue in _CUES if cue.search(sentence)), None)


def kind_wanted(question: Question) -> str:
    """The kind of instrument that is asked for: "Nghị định" of "nghị định nào"; "" when any will do."""
    found = _KIND_WANTED.search(fold(question.reading.text))
    return (kind_named(found["kind"]) or kind_of_code(found["kind"])) if found else ""


def asks_which_applies(question: Question) -> bool:
    """Whether it names several documents and asks which is in force: "luật 2003 với luật 2022, luật nào còn"."""
    names = [one for one in question.references if one.number or one.short or one.title]
    return len(names) > 1 and _WHICH_APPLIES.search(_sentence(question)) is not None


# "phải báo cáo trước 15/12/2025 đúng không": whether the limit is right, not whether the document is.
_IS_A_LIMIT = re.compile(
    r"(?<!\w)(?:bao cao|nop|gui|trinh|hoan thanh|xong|dang ky)(?: \w+){0,10}? (?:truoc|cham nhat|muon nhat|den het)"
    r"(?: la)?(?: ngay)? \d"
)

# The document named, and an unnamed one that is asked for, in the sentence as the patterns see it.
_NAMED, _WANTED = "N", "W"

_KIND = (
    r"(?:van ban|nghi dinh|thong tu|chi thi|nghi quyet|ke hoach|quyet dinh|bo luat|luat|phap lenh|cong van|ket luan|"
    r"huong dan|cong dien|chuong trinh|quy che|quy dinh|de an|nd|tt|nq|qd|ct|kh|cv|kl|hd)"
)
# "nghị định nào", "những kế hoạch gì", "luật số mấy", "nghị định về lương nào"
_UNNAMED = re.compile(
    rf"(?<!\w)(?:(?:nhung|cac|mot so|may) )?{_KIND}"
    rf"(?: (?!(?:thay|bi|duoc|sua|bai|trien|thuc|con|het|co|da|do|cua|trong|theo|thi|va|la|chi tiet|N|{_KIND})\b)\w+)"
    r"{0,3}?"
    r" (?:nao|gi|may|bao nhieu)(?: (?:nao|gi))?(?: (?:moi|khac|nua))?(?!\w)"
)
_KIND_WANTED = re.compile(rf"(?<!\w)(?P<kind>(?!van ban|quy dinh){_KIND}) (?:moi |so )?(?:nao|gi|may)(?!\w)")
_WHEN = r"(?:khi nao|bao gio|luc nao|(?:thoi diem|ngay thang|ngay|thang|nam) (?:nao|may|bao nhieu|gi)|hom nao|dau)"
# Asked for the day: that on which it ended, however that is said, never that on which it began.
_ENDED_WHEN = (
    r"(?:(?:da|se|chinh thuc|bi) )*(?:mat|cham dut|ngung|dung|thoi|ket thuc|khong con|het)(?: con| co)?"
    r" (?:hieu luc(?: thi hanh)?|ap dung|gia tri(?: phap ly)?|thi hanh)"
    rf"(?= (?:(?:tu|ke tu|tinh tu|vao|la|luc|hoi|thi) )*{_WHEN})"
)
_SHORTHAND = (
    (r"ko|k|kg|khg|hok|hong|hem|k0", "khong"),
    (r"vb", "van ban"),
    (r"hl", "hieu luc"),
    (r"sdbs|sd bs|sd", "sua doi"),
    (r"sua doi(?: ,)? bo sung", "sua doi"),
    (r"j", "gi"),
    (r"dc", "duoc"),
    (r"chx", "chua"),
    (r"th[eê]? thay", "thay the"),
    (_ENDED_WHEN, "het hieu luc"),
)
# Where the name of a law, which has no closing sign, runs on into the question when marks are missing.
_RUNS_ON = re.compile(r"\s(?:con|het|co)\s(?:hieu luc|hl|ap dung|dung|gia tri|han)\b|\sthay\b")


def _sentence(question: Question) -> str:
    """The question folded, with N for a document named and W for one asked for, small words written out."""
    folded = fold(question.reading.text)
    for reference in sorted(question.references, key=lambda one: -one.start):
        if reference.number or reference.short or reference.title:
            folded = f"{folded[: reference.start]} {_NAMED} {folded[_end(reference, folded) :]}"
    words = " ".join(re.findall(r"[\w]+|[,;?]", folded))
    for written, meant in _SHORTHAND:
        words = re.sub(rf"(?<!\w)(?:{written})(?!\w)", meant, words)
    words = re.sub(rf"{_NAMED}(?: (?:so|ngay|cua|nam) [\w]+)*(?: ,? ?(?:va|,) {_NAMED})+", _NAMED, words)
    return f" {_UNNAMED.sub(_WANTED, words)} "


def _end(reference: Reference, folded: str) -> int:
    found = _RUNS_ON.search(folded, reference.start, reference.end) if reference.title else None
    return found.start() if found else reference.end


_NOT = r"(?:khong|chua|chu|ha|a|nua|hay (?:khong|chua|da|het|thoi)|phai khong|nhi|vay|roi)"
# Between the document and what is said of it stand its issuer and its subject; nothing that has a force of its own.
_OTHER = (
    r"(?:ho so|ket qua|danh hieu|giay khen|bang khen|ban an|hop dong|phong trao|sang kien|thanh tich|chung nhan|can bo|"
    r"thanh vien|chu tich|hinh thuc|thu tuc|to khai|chu ky|the)"
)
_MORE = rf"(?:(?!{_OTHER}\b)[\w]+ ){{0,16}}?"
_FEW = rf"(?:(?!{_OTHER}\b)[\w]+ ){{0,4}}?"
_SO = (
    r"(?:(?:hien nay|hien|bay gio|da|dang|se|vay|thi|co|van|lai|moi|con|the|hay|nay|duoc|toan bo|mot phan|bi"
    r"|chinh thuc|,) )*"
)
_LINKING = (
    r"(?:(?:cho|cai|toan bo|mot phan|cac|so|mot so dieu cua|mot so dieu|cua|mot so|nhung|noi dung|dieu \w+|thi hanh"
    r"|thuc hien) )*"
)
# The question is no more than "văn bản thay thế N (là gì)": what follows asks nothing else.
_NO_MORE = r"(?= *(?:[?,]|la|gi|nao|khong|chua|o dau|$))"
_BY = r"(?:boi|bang|bang cai|theo|tai|o|qua|trong)"
_WHICH = rf"(?:{_WANTED}|(?:may|bao nhieu) (?:cai |ban )?{_KIND}|gi|cai gi|cai nao|nhung gi|dau|ai)"
# The document is only where to look: "theo N hồ sơ còn giá trị không".
_SOURCE = r"(?<!theo )(?<!tai )(?<!trong )(?<!can cu )(?<!dua vao )(?<!dua tren )"
_OF_N = rf"(?:{_SOURCE}\b{_NAMED} )"
# "khai tử", "xóa sổ": what an instrument does to the one that it ends, as people say it.
_REPLACE = (
    r"(?:(?:thay the|thay)(?: (?:cho|han|luon|hoan toan))*|tiep noi|ke tiep|the cho|khai tu|xoa so|loai bo"
    r"|lam (?:cho )?het hieu luc|lam mat hieu luc|cham dut(?: hieu luc)?(?: cua)?|ket thuc hieu luc(?: cua)?)"
)
_GUIDE = r"(?:quy dinh chi tiet|huong dan(?: (?:thi hanh|thuc hien|chi tiet))?|chi tiet hoa|cu the hoa)"
_CARRY = r"(?:trien khai thuc hien|to chuc thuc hien|trien khai|thuc hien|thi hanh)"


def _linked(verb: str) -> tuple[str, str]:
    """Patterns of what others do to N by this verb, and of what N does to others."""
    by_others = (
        rf"\b{_WANTED} {_FEW}(?<!bi )(?<!duoc ){verb} {_LINKING}{_NAMED}\b"  # văn bản nào thay thế N
        rf"|\b(?:cai gi|cai nao|gi|ai) {_SO}{verb} {_LINKING}{_NAMED}\b"
        rf"|\b{_NAMED} {_MORE}(?:bi|duoc|do) {_SO}{_WHICH} {_FEW}{verb}\b"  # N bị văn bản nào thay thế
        rf"|\b{_NAMED} {_MORE}(?:bi|duoc) {_SO}{verb} (?:bo sung )?{_SO}{_BY} {_FEW}{_WHICH}\b"  # N được thay bằng gì
        rf"|\b{_NAMED} {_SO}{verb} (?:bang|boi) {_FEW}{_WHICH}\b"  # N thay bằng gì
        rf"|\b{_KIND} (?:moi )?{_SO}{verb} {_LINKING}{_NAMED}\b{_NO_MORE}"  # văn bản thay thế N là gì
        rf"|\b{_NAMED} {_SO}(?:co )?{_KIND} {_SO}{verb} (?:\w+ )?{_NOT}\b"  # N có văn bản thay thế chưa
        rf"|\b{_NAMED} {_SO}co {_WANTED} {_SO}{verb}\b"
    )
    by_it = (
        # N thay thế văn bản nào
        rf"{_SOURCE}\b{_NAMED} {_MORE}(?<!bi )(?<!duoc ){verb} {_LINKING}(?:{_WHICH})(?! {_KIND})\b"
        rf"|\b{_WANTED} {_MORE}(?:bi|duoc|do) {_SO}{_NAMED} {_SO}{verb}\b"  # văn bản nào bị N thay thế
        rf"|\b{_WANTED} {_MORE}(?:bi|duoc) {_SO}{verb} {_SO}{_BY} {_NAMED}\b"
        # N có thay thế N' không
        rf"|\b{_NAMED} {_SO}(?<!bi )(?<!duoc ){verb} {_LINKING}{_NAMED} {_FEW}(?:{_NOT}|{_WHEN})\b"
    )
    return by_others, by_it


_REPLACED_BY, _REPLACES = _linked(_REPLACE)
_REPEALED_BY, _REPEALS = _linked(r"(?:bai bo|huy bo)")
# N làm những nghị định nào hết hiệu lực; văn bản nào làm N hết hiệu lực; N hết hiệu lực do văn bản nào
_ENDED = r"(?:het (?:hieu luc|han)|mat hieu luc|khong con hieu luc)"
_REPLACES += rf"|\b{_NAMED} {_FEW}(?:lam|khien|lam cho) {_WANTED} (?:bi )?{_ENDED}\b"
_REPLACES += rf"|\b{_WANTED} {_MORE}{_ENDED} {_SO}(?:boi|theo|do|vi|khi co) {_NAMED}\b"
_REPLACES += (
    rf"|\b{_NAMED} (?:duoc )?(?:ra doi|ra|ban hanh|co hieu luc)(?: xong| roi)? {_SO}{_WANTED} {_SO}"
    rf"(?:{_ENDED}|het|bo|thay the|bai bo|bi thay)\b"
)
_REPLACED_BY += rf"|\b(?:{_WANTED}|cai gi|gi) {_FEW}(?:lam|khien|lam cho) {_NAMED} (?:bi )?{_ENDED}\b"
_REPLACED_BY += rf"|\b{_NAMED} {_MORE}{_ENDED} {_SO}(?:boi|theo|do|vi|tai|bang|khi co) {_WHICH}\b"
_AMENDED_BY, _AMENDS = _linked(r"(?:sua doi(?: bo sung)?|sua|bo sung)")
_GUIDED_BY, _GUIDES = _linked(_GUIDE)
_IMPLEMENTED_BY, _IMPLEMENTS = _linked(_CARRY)

_FORCE = r"(?:hieu luc(?: (?:thi hanh|phap ly|ap dung))?)"
_OVER = r"thay the|thay|bai bo|khai tu|xoa so|huy bo|loai bo|bo"
_CURRENT = (
    r"(?:hien hanh|hien nay|moi nhat|hien tai|con hieu luc|(?:dang |con )(?:co hieu luc|hieu luc|ap dung|dung|su dung))"
)
_IS_CURRENT_NOW = rf"(?:con|dang|van) (?:\w+ )?(?:{_FORCE}|ap dung|dung|xai)"
# N (đang) là nghị định hiện hành …, N có phải (là) văn bản mới nhất không; nghị định hiện hành là N phải không
_IS_CURRENT = (
    rf"{_OF_N}{_MORE}(?:(?:co )?phai (?:la )?|(?:van |dang |con )*la )(?:{_KIND} )?(?:\w+ ){{0,6}}?(?:dang )?"
    rf"{_CURRENT}\b(?! {_WANTED})"
    rf"|\b{_KIND} (?:\w+ ){{0,10}}?{_CURRENT} (?:\w+ ){{0,10}}?(?:co phai )?(?:van )?(?:la|theo|dung) {_NAMED} "
    rf"(?:\w+ ){{0,3}}?{_NOT}"
)
# "còn dùng để xét … được không": what for stands before the closing word.
_FOR = r"(?:de|cho|lam|khi|trong|vao|voi|o|tai)"
_IS_IN_FORCE = (
    rf"(?:con|van)(?: (?:con|co|dang|duoc|the))* (?:ap dung|su dung|dung|xai|thuc hien)(?: duoc)? {_FOR} "
    rf"(?:\w+ ){{0,14}}?{_NOT}"
    rf"|(?:con|van)(?: (?:con|duoc|la|lam|de|dung lam))* (?:can cu|co so|vien dan)(?: phap ly)? (?:\w+ ){{0,6}}?{_NOT}"
    rf"|(?:bi )?bo (?:di )?(?:roi )?(?:chua|khong|ha|a)\b|het (?:xai|dung|ap dung) (?:\w+ ){{0,2}}?{_NOT}|"
    rf"(?:con|co|dang|van|da|het|chua)(?: (?:con|co|het|dang|bi|duoc))* (?:{_FORCE}|gia tri|han) (?:\w+ ){{0,4}}?{_NOT}"
    rf"|(?:con|dang|van)(?: (?:con|co|dang|duoc))* {_FORCE}"
    rf"|(?:con|co|van)(?: (?:con|duoc))* (?:ap dung|su dung|dung|xai|thuc hien|theo)(?: duoc)? (?:\w+ ){{0,4}}?{_NOT}"
    rf"|(?:ap dung|dung|xai) (?:duoc )?(?:nua )?{_NOT}|con (?:duoc )?(?:khong|k|nua khong|song khong)\b"
    rf"|{_FORCE} (?:\w+ )?{_NOT}|(?:tinh trang )?{_FORCE} (?:the nao|ra sao|sao|nhu the nao)|tinh trang {_FORCE}"
    rf"|het (?:{_FORCE}|han|hl) (?:\w+ ){{0,2}}?{_NOT}|loi thoi {_NOT}"
    rf"|(?:da )?(?:co )?bi (?:thay the|thay|bai bo|huy bo|huy|dinh chi) (?:\w+ )?{_NOT}"
    rf"|(?:da )?duoc thay the (?:\w+ )?{_NOT}"
)

# In this order: the more particular before the more general.
_TEXTS: tuple[tuple[ForceQuestion, str], ...] = (
    (
        ForceQuestion.EXTENDED,
        rf"\b{_NAMED} {_MORE}(?:gia han|keo dai)\b|\b(?:gia han|keo dai) (?:\w+ ){{0,5}}?{_NAMED}\b",
    ),
    (ForceQuestion.REPLACED_BY, _REPLACED_BY),
    (ForceQuestion.REPLACES, _REPLACES),
    (ForceQuestion.REPEALED_BY, _REPEALED_BY),
    (ForceQuestion.REPEALS, _REPEALS),
    (
        ForceQuestion.ENDS,
        rf"{_OF_N}{_MORE}(?:het (?:{_FORCE}|han|ap dung)|bi (?:{_OVER})|duoc thay the) "
        rf"(?:ke )?(?:tu |vao )?{_WHEN}"
        rf"|{_OF_N}{_MORE}(?:{_FORCE}|ap dung|dung|gia tri)(?: \w+)? (?:den|toi)(?: het)? {_WHEN}"
        rf"|{_OF_N}{_MORE}(?:{_FORCE}|ap dung) (?:trong )?(?:bao lau|may nam)"
        rf"|\b{_WHEN} (?:thi )?{_NAMED} {_MORE}(?:het (?:{_FORCE}|han)|bi (?:{_OVER})|duoc thay the)\b"
        rf"|\b(?:ngay|thoi diem|han) (?:het )(?:{_FORCE}|han) (?:cua )?{_NAMED}\b"
        rf"|{_OF_N}{_MORE}(?:ngay|thoi diem) het {_FORCE}"
        rf"|{_OF_N}{_SO}{_WHEN} (?:thi |moi |se |la )*(?:het (?:{_FORCE}|han|ap dung)|bi (?:{_OVER})|duoc thay the)\b",
    ),
    (
        ForceQuestion.BEGINS,
        rf"{_OF_N}{_MORE}(?:{_FORCE}|ap dung|thi hanh)(?: \w+)? (?:ke )?(?:bat dau )?(?:tu |vao )?{_WHEN}"
        rf"|\b{_WHEN} (?:thi )?{_NAMED} {_MORE}(?<!het )(?:{_FORCE}|ap dung|thi hanh)\b"
        rf"|\b(?:ngay|thoi diem)(?: co| bat dau(?: co)?)? {_FORCE} (?:cua )?{_NAMED}\b"
        rf"|{_OF_N}{_MORE}(?:ngay|thoi diem)(?: co| bat dau(?: co)?)? {_FORCE}"
        rf"|{_OF_N}{_MORE}{_WHEN} (?:moi |thi |bat dau )*(?:co {_FORCE}|(?:duoc )?ap dung)",
    ),
    (
        ForceQuestion.AMENDED_BY,
        rf"{_AMENDED_BY}|\b{_NAMED} {_SO}(?:bi |duoc )?sua(?: doi)?(?: bo sung)? (?:\w+ ){{0,2}}?(?:{_NOT}|lan nao)\b",
    ),
    (ForceQuestion.AMENDS, _AMENDS),
    (ForceQuestion.GUIDED_BY, rf"{_GUIDED_BY}|\b{_NAMED} {_SO}{_GUIDE} {_SO}{_BY} {_WANTED}\b"),
    (ForceQuestion.GUIDES, _GUIDES),
    (
        ForceQuestion.IN_FORCE,
        rf"{_OF_N}{_MORE}(?:{_IS_IN_FORCE})|\b(?:con|co|van|dang) (?:duoc |the )?(?:ap dung|dung|su dung|thuc hien)"
        rf"(?: theo)? {_NAMED} (?:\w+ ){{0,3}}?{_NOT}|(?<!ngay ){_FORCE} (?:cua )?{_NAMED}\b"
        rf"|\b{_NAMED} {_SO}het {_FORCE}\b|{_IS_CURRENT}",
    ),
    (ForceQuestion.IMPLEMENTED_BY, _IMPLEMENTED_BY),
    (ForceQuestion.IMPLEMENTS, _IMPLEMENTS),
)
_CUES = tuple((asked, re.compile(text)) for asked, text in _TEXTS)
# N với N thì W còn hiệu lực; giữa N và N cái nào đang áp dụng; N hay N còn hiệu lực
_WHICH_APPLIES = re.compile(
    rf"\b{_NAMED} (?:\w+ |, ){{0,6}}?(?:{_WANTED}|(?:cai|ban|van ban) nao) {_SO}"
    rf"(?:{_FORCE}|ap dung|dung|xai|hien hanh|gia tri|song)\b"
    rf"|\b{_NAMED} (?:hay|hay la|hoac) {_NAMED} {_MORE}(?:{_IS_CURRENT_NOW})\b"
    rf"|\b(?:dung|ap dung|theo) {_NAMED} (?:hay|hay la|hoac) (?:\w+ ){{0,2}}?{_NAMED}\b"
)
