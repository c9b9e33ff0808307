"""Words of the centre, the south and of chats for asking and pointing, and what they are in common Vietnamese.

Sources: Hoàng Thị Châu, "Phương ngữ học tiếng Việt" (mô, tê, răng, rứa, ni, nớ); everyday spelling in chats.
"""

import re

# As typed, with marks; without them these letters are other words.
_COMMON = (
    (r"(?:khi|lúc|hồi|bữa|hôm|ngày) mô", "khi nào"),
    (r"(?:chừng|hồi|bữa|lúc) nào", "khi nào"),
    (r"(?P<to>(?:ở|về|đến|tới|đi|tại|từ|gửi|nộp) )mô", r"\g<to>đâu"),
    (r"(?P<noun>(?!quy |vi |vĩ )[^\W\d_]+) mô(?! hình| phỏng| tả| típ| đun| tô| men| tơ)", r"\g<noun> nào"),
    (r"(?P<lead>thì |\A)(?:làm |mần )?răng(?= (?:lại|mà|rứa|vậy|không|hè)|\W*\Z)", r"\g<lead>sao"),
    (r"rứa|dzậy|zậy", "vậy"),
    (r"(?P<noun>[^\W\d_]+) ni", r"\g<noun> này"),
    (r"(?P<noun>[^\W\d_]+) (?:nớ|tê)", r"\g<noun> đó"),
    (r"(?<!bao )nhiêu(?! khê)", "bao nhiêu"),
    (r"bao nhiu|nhiu(?=\W*\Z)|bao nhiêu z", "bao nhiêu"),
    (r"(?:hông|hổng|hong|hok|hem|khum)(?=\W*\Z)", "không"),
    (r"bi giờ|bây chừ|giờ đây|chừ", "bây giờ"),
    (r"ổng", "ông đó"),
    (r"(?:đc|đươc|dc)(?= )", "được"),
    (r"rùi|roài", "rồi"),
    (r"(?P<noun>kiểu|cái|việc|làm|điều|gồm) chi", r"\g<noun> gì"),
    (r"ng(?= (?:ký|kí|nhận|ta|đứng đầu|phát động))", "người"),
    (r"(?P<lead>là|la|được|dc|duoc|thưởng|thuong|hết|het) nhieu(?=\W*\Z)", r"\g<lead> bao nhiêu"),
    (
        r"(?P<noun>cái|văn bản|nghị định|luật|thông tư|quyết định|kế hoạch) (?P<which>nào|gì) bị nó thay(?: thế)?",
        r"nó thay thế \g<noun> \g<which>",
    ),
    (
        r"bỏ (?P<noun>văn bản|nghị định|luật|thông tư|quyết định|kế hoạch) (?P<which>nào)(?: cũ)?",
        r"thay thế \g<noun> \g<which>",
    ),
    (r"gởi", "gửi"),
    (r"(?P<to>về|ở|tại|đến|tới) chỗ nào", r"\g<to> đâu"),
    (r"gửi(?= đâu)", "gửi về"),
    # "cái 34 ra năm nào"; not "diễn ra ngày nào", "xảy ra khi nào"
    (
        r"(?P<of>\d+|đó|này|ấy|nó|thì|do|nay|thi) ra(?: đời)?"
        r"(?= (?:ngày|hôm|năm|tháng|khi|lúc) (?:nào|mấy)| (?:ngay|hom|nam|thang) (?:nao|may))",
        r"\g<of> ban hành",
    ),
    (r"cphủ", "chính phủ"),
    (r"cờ(?= (?:của )?(?:chính phủ|tỉnh|thành phố|bộ|ngành|ubnd|cp)(?!\w))", "cờ thi đua"),
    (r"tiền (?:này |đó )?lấy (?:ở|từ|tại) ?(?:đâu|mô|nguồn nào)(?: ra)?", "kinh phí lấy từ nguồn nào"),
    (r"(?:(?<=,) |\A)(?:không|ko|hông|chẳng) biết(?: là| rằng)?(?= .)", ""),  # not "người không biết chữ"
)
_WORDS = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), meant) for pattern, meant in _COMMON)


def in_common_words(typed: str) -> str:
    """What was typed, with the words of a dialect or a chat in common ones.

    >>> in_common_words("văn bản ni hiệu lực khi mô rứa")
    'văn bản này hiệu lực khi nào vậy'
    """
    for word, meant in _WORDS:
        typed = word.sub(meant, typed)
    return typed
