"""Who must do something: the units that the words of a duty name, and to whom it goes."""

import re
from dataclasses import dataclass

from ingest.duty_words import SUBJECT_END

LONGEST_SUBJECT = 400  # characters

# A bullet or number before the first word.
_BULLET = re.compile(r"[\s|]{0,20}(?:(?:[-–+*•]|\(?[\dIVXivx.]{1,8}[.)]|[a-zđ]{1,2}[.)])\s{0,3}){0,2}")
_LEAD = re.compile(
    r"(?:(?:uỷ|ủy) ban nhân dân (?:tỉnh|thành phố) )?"
    r"(?:trách nhiệm của|nhiệm vụ của|phân công|đề nghị|yêu cầu|giao cho|giao|đối với|chỉ đạo|kính đề nghị)\s{1,3}",
    re.IGNORECASE,
)

# The first word of a unit's name, in lower case; what follows tells it from a common word ("báo cáo", "hội nghị").
_HEAD = (
    r"sở(?! hữu)|bộ(?! máy| phận| tiêu| hồ| chỉ tiêu| chỉ số| số|i)|ubnd|[uủ][ỷy] ban|hđnd|hội đồng|"
    r"công an|văn phòng|phòng(?!,? chống| ngừa|,? trừ)|thanh tra|chi cục|cục|tổng cục|trung tâm|"
    r"trường(?! hợp)|viện(?! trợ)|báo(?! cáo| động| chí)|cơ quan|đài|kho bạc|ngân hàng|tòa án|toà án|"
    r"mặt trận|mttq|ubmttq|liên đoàn|hội(?! nghị| thảo| thi| nhập| họp| viên| chợ)|hiệp hội|liên hiệp|"
    r"liên minh|bảo hiểm xã hội|thuế|hải quan|quân đội|quân khu|bộ đội|bộ chỉ huy|chủ tịch|phó chủ tịch|"
    r"giám đốc|thủ trưởng|người đứng đầu|thường trực|đảng ủy|đảng uỷ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|"
    r"huyện ủy|cấp ủy|cấp uỷ|đơn vị|địa phương|doanh nghiệp|tổ chức(?= chính| đoàn thể| xã hội)|đoàn(?! kết)|"
    r"tập thể|cá nhân|thành viên|bưu điện|khối(?! lượng)|cụm(?! công| từ)|nhà trường|cơ sở(?! dữ| vật| hạ)|"
    r"chính phủ|thủ tướng|bộ trưởng|quốc hội|học viện|nhà xuất bản|lãnh đạo|cán bộ|trưởng thôn|xã(?! hội)|"
    r"phường|huyện|quận|tỉnh|thành phố|ngành|công ty|tập đoàn|tổng công ty|ban(?! hành)|các ban|"
    r"tổ(?! chức)|vụ(?! việc| án| mùa)|người|thôn|tiểu ban|chủ rừng|công chức|viên chức|chủ đầu tư|"
    r"chủ cơ sở|hộ gia đình|nhân dân|hợp tác xã|văn thư|sở,|bệnh viện|trạm|chính quyền|đội(?! ngũ)|ban,"
)
_UNIT = re.compile(rf"(?:(?:các|mỗi|từng|toàn thể|tất cả các|những|lãnh đạo các)\s{{1,3}})?(?:{_HEAD})(?!\w)")
# Inside a list the next unit begins with one of these; "ban, ngành" and "xã, phường" go on.
_NEXT = re.compile(r"(?:[,;]|\s(?:và|cùng))\s{1,3}(?=(?P<first>\w))")
_NEXT_IN_LOWER_CASE = re.compile(r"(?:các|mỗi|từng|lãnh đạo|người đứng đầu|thủ trưởng|đơn vị liên quan)\s")
_NEXT_AFTER_AND = re.compile(r"(?:cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp)\W")
_TRAILING = re.compile(r"[\s,;:.(]+\Z|\s+(?:và|thì|cùng|đều|cũng|(?<!kèm\s)theo|trong|tại|trước|từ|với|về)\Z")
# After the name: circumstances that end it.
_CIRCUMSTANCE = re.compile(
    r",?\s+(?:trong\s+(?:quý|tháng|năm|tuần|thời|quá)|trước\s+(?:ngày|khi|\d)|từ\s+(?:ngày|tháng|năm)|"
    r"h[ằà]ng\s+(?:ngày|tuần|tháng|quý|năm)|chậm\s+nhất|mỗi\s+(?:năm|quý|tháng)|sau\s+khi|khi\s)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GIVEN = re.compile(r"được\s+(?:giao|phân\s+công)")

_HELP = re.compile(r"phối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+(?:với\s+)?")
_GOES_TO = re.compile(
    r"(?<!\w)(?:báo\s+cáo(?:\s+(?:kết\s+quả|tình\s+hình)[^.;,()]{0,60}?)??|gửi(?:\s+[^.;,()]{1,60}?)??|"
    r"nộp(?:\s+[^.;,()]{1,60}?)??|trình)\s+(?:(?:về|cho|đến|tới|lên)\s+)?(?=[A-ZĐỦÚ])"
    r"|(?<!\w)(?:về|gửi\s+về|gửi\s+đến|gửi\s+cho)\s+(?=[A-ZĐỦÚ])"
)
_FOR_WHAT = re.compile(r"\sđể\s")  # "gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh": it goes to Sở Nội vụ
_ADDRESSEE_END = re.compile(
    r"[.;:\n]|,(?!\s*(?:ban|ngành|phường|đặc\s+khu|đoàn\s+thể))|\s(?:để|trước|chậm|kết\s+quả|tình\s+hình|theo|trong|"
    r"định\s+kỳ|xem\s+xét|ban\s+hành|h[ằà]ng|khi|sau|phê\s+duyệt|quyết\s+định|tổng\s+hợp|về|thông\s+qua|tặng|khen|"
    r"công\s+nhận|bằng|vào|từ|nhằm|và\s+(?:báo|gửi|trình)|lên|điều\s+chỉnh|việc|xử\s+lý|cho\s+ý|phương\s+án|đề\s+xuất|"
    r"danh\s+sách|hồ\s+sơ|kế\s+hoạch|các|những|bố\s+trí|đề\s+nghị)\s"
)
_THROUGH = re.compile(
    r"\s*\((?:qua|thông\s+qua|thường\s+trực)[^()]{2,120}\)"
    r"|\s*,?\s*(?:qua|thông\s+qua)\s+(?=[A-ZĐ])[^.;,()]{3,80}?(?=\s(?:trước|để|chậm|theo|định)|[.;,()]|\Z)"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: the units named at the beginning of a clause, and where the words after them begin."""

    units: tuple[str, ...]
    end: int  # in the text given


def subject_of(text: str, start: int = 0, *, goes_on: bool = False) -> Subject | None:
    """Who the clause beginning at `start` says acts; None when it does not begin with a unit.

    A sentence begins with a capital; a clause that goes on with one (`goes_on`) need not: "…, các sở báo cáo".

    >>> subject_of("2. Các sở, ban, ngành và UBND các xã báo cáo kết quả").units
    ('Các sở, ban, ngành', 'UBND các xã')
    """
    bullet = _BULLET.match(text, start)
    begin = bullet.end() if bullet else start
    lead = _LEAD.match(text, begin)
    begin = lead.end() if lead else begin
    window = text[begin : begin + LONGEST_SUBJECT]
    if not _UNIT.match(window.lower()) or not (goes_on or window[:1].isupper() or lead):
        return None
    end = _subject_end(window)
    named = _trimmed(window[:end])
    return Subject(split_units(named), begin + end) if named else None


def _subject_end(window: str) -> int:
    first_word = re.match(r"\w+", window)
    at = first_word.end() if first_word else 0
    given = _GIVEN.search(window)
    verb = SUBJECT_END.search(window, at)
    while verb and given and given.start() <= verb.start() <= given.end():
        verb = SUBJECT_END.search(window, given.end())
        break
    stop = re.compile(r"[:;.\n|](?!\d)").search(window, at)
    ends = [match.start() for match in (verb, stop) if match]
    if not given or (verb and given.start() > verb.start()):
        circumstance = _CIRCUMSTANCE.search(window, at)
        ends += [circumstance.start()] if circumstance else []
    return min(ends, default=len(window))


def begins_with_unit(text: str) -> bool:
    """Whether the text begins as the name of a unit or of a post does."""
    return _UNIT.match(text.lower()) is not None


def is_unit(text: str) -> bool:
    """Whether the whole text is the name of one or more units: a heading such as "2. Sở Nội vụ"."""
    subject = subject_of(text)
    return subject is not None and not text[subject.end :].strip(" .:;\n|") and _YEAR.search(text) is None


# What is said of units named before it, and where further units may follow.
_SAID_OF_THEM = re.compile(
    r"\s(?:theo\s+(?:chức|quy|nhiệm|thẩm|phân|lĩnh)|trong\s+(?:phạm|quá)|chịu\s+trách|chủ\s+động|tiến\s+hành|căn\s+cứ|"
    r"chủ\s+trì|tham\s+mưu|hướng\s+dẫn|tổ\s+chức\s+(?:triển|thực)|thực\s+hiện|báo\s+cáo)(?!\w)"
)
_FURTHER = re.compile(r";\s|\svà\s+(?=(?:các|Các|UBND|Ủy|Uỷ|Sở|Công\s+an)\s)")


def labelled_units(text: str) -> tuple[str, ...]:
    """The units that the value of a label or a cell names, without what is said of them.

    >>> labelled_units("Sở Nội vụ chủ trì hướng dẫn; Các sở, UBND cấp xã thực hiện theo quy định")
    ('Sở Nội vụ', 'Các sở', 'UBND cấp xã')
    """
    found: list[str] = []
    rest = text
    while rest.strip():
        said = _SAID_OF_THEM.search(rest)
        found += split_units(rest[: said.start()] if said else rest)
        further = _FURTHER.search(rest, said.end()) if said else None
        rest = rest[further.end() :] if further and _UNIT.match(rest[further.end() :].lower()) else ""
    return tuple(dict.fromkeys(found))


def split_units(text: str) -> tuple[str, ...]:
    """The units of a list, each as named; what belongs to one name ("Sở Văn hóa, Thể thao và Du lịch") stays together.

    >>> split_units("Sở Nội vụ; UBND xã, phường và các đơn vị liên quan")
    ('Sở Nội vụ', 'UBND xã, phường', 'các đơn vị liên quan')
    """
    flat = " ".join(text.split())
    cuts = [0]
    lower = flat.lower()
    for match in _NEXT.finditer(flat):
        begins = match["first"].isupper() or _NEXT_IN_LOWER_CASE.match(flat, match.end()) or match[0].startswith(";")
        begins = begins or (match[0][0].isspace() and _NEXT_AFTER_AND.match(flat, match.end()))
        if begins and _UNIT.match(lower, match.end()) and not _is_within_brackets(flat, match.start()):
            cuts += [match.start(), match.end()]
    cuts.append(len(flat))
    pieces = [_trimmed(flat[begin:end]) for begin, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return tuple(dict.fromkeys(piece for piece in pieces if piece and _LETTER.search(piece)))


_LETTER = re.compile(r"[^\W\d_]{2}")


def helpers_in(text: str) -> tuple[str, ...]:
    """The units that the clause names after "phối hợp với"."""
    match = _HELP.search(text)
    if match is None:
        return ()
    window = text[match.end() : match.end() + LONGEST_SUBJECT]
    return split_units(_trimmed(window[: _subject_end(window)])) if _UNIT.match(window.lower()) else ()


def addressee_in(text: str, *, nearest_end: bool = True) -> str:
    """To whom the words say that something goes, with the unit that it goes through; "" when they do not say.

    Of several the last when the words stand before the time (`nearest_end`), the first when they stand behind it.

    >>> addressee_in("báo cáo UBND tỉnh (qua Sở Tư pháp) trước ngày 15/11")
    'UBND tỉnh (qua Sở Tư pháp)'
    """
    named = [match for match in _GOES_TO.finditer(text) if _UNIT.match(text[match.end() :][:40].lower())]
    if not named:
        return ""
    purpose = _FOR_WHAT.search(text, named[0].end())
    direct = [match for match in named if purpose is None or match.start() < purpose.start()]
    match = (direct or named)[-1 if nearest_end else 0]
    window = text[match.end() : match.end() + LONGEST_SUBJECT]
    end = _ADDRESSEE_END.search(window)
    name = (window[: end.start()] if end else window).partition("(")[0]
    through = _THROUGH.match(window, len(name.rstrip())) or _THROUGH.search(text, match.end())
    return _trimmed(" ".join(name.split())) + (f" {' '.join(through[0].split()).lstrip(', ')}" if through else "")


def _trimmed(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _TRAILING.sub("", text)
    opened = text.count("(") - text.count(")")
    return text.strip(" ,;:.-–|\n\t") if opened <= 0 else text[: text.rfind("(")].strip(" ,;:.-–|\n\t")


def _is_within_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)
