"""The words around a document that tell what is said of it, and those that take such a saying back.

Forms: Nghị định 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành); Nghị định 78/2025/NĐ-CP (hiệu lực, thay thế, bãi bỏ). The
patterns read what `act_verbs` reads; „X“ below is the document that stands after the words.
"""

from ingest.act_verbs import EXECUTES, SEVERAL_CHANGES, cue

_PASSIVE_VERB = (
    rf"(?P<verb>{SEVERAL_CHANGES}|đính chính|hợp nhất|hướng dẫn|quy định chi tiết|tiếp nối|kéo dài)(?: thi hành)?"
)
_ISSUERS = r"(?:ubnd|ủy ban|uỷ ban|hội đồng|hđnd|sở|bộ|ban|thành ủy|tỉnh ủy|đảng ủy)"
_SUBMITS = r"(?<!chương\s)(?<!quy\s)(?<!lộ\s)trình"  # not the "trình" of chương trình, quy trình, lộ trình

# Who speaks for the whole document, and how.
BASIS = cue(r"(?:[\W\d_]*|\(?[a-zđ]\) |\W*và )(?:căn cứ )+(?:vào )?")
"""Begins a legal basis; typed twice now and then."""
BASIS_AGAIN = cue(r"(?:^|[;,.]\s*|\W+)(?:và )?căn cứ (?:vào |các )?\Z")
"""Begins a further basis within a sentence: „…; Căn cứ X“."""
FULFILS = cue(rf"[\W\d_]*(?:để |nhằm )?(?:tiếp tục )?{EXECUTES}(?!\w)")
"""Begins the sentence that names what is implemented."""
MAIN_CLAUSE = cue(rf"(?:^|[;,.]\s*){_ISSUERS}[^;]{{0,300}}?\bban hành ")
"""The issuer, after its reasons, says what it issues."""
ISSUES = cue(r"(?:ban hành|xây dựng|kèm theo|trên đây là)(?: \S+){0,12}? (?:kế hoạch|chương trình|đề án|phương án)")
"""A plan is issued, of which the words after tell what it implements."""
LOOKS_BACK = cue(
    r"\bsau (?:hơn )?\d+ (?:năm|tháng)|\bqua \d+ năm|\bkết quả|\bquá trình|\btình hình (?:triển|thực)|\b(?:tổng|sơ) kết"
)
"""What was implemented so far; no purpose of the document."""

# What other documents do.
PASSIVE_BY = cue(
    rf"(?:(?:đã )?(?:được|bị|dược) |\(\s*)(?:nay )?{_PASSIVE_VERB}(?: thêm)?"
    r"(?: (?:một số|một phần|các|tại)[^;.()“”]{0,60}?)??(?: \(?lần[^;.()]{0,20}\)?)?"
    r",? (?:theo|bởi|bằng|tại|do)(?: các)?\s*:?\s*\Z"
)
"""„Y được sửa đổi, bổ sung một số điều theo X“; "dược" is a slip that laws contain."""
EXTENDED_BY = cue(
    r"(?<!\w)được (?:kéo dài|gia hạn)[^;.()]{0,160}? (?:theo|bởi|tại)(?: (?:các|quy định tại|quy định của))?\s*\Z"
)
"""„Y được kéo dài thời hạn áp dụng đến hết ngày … theo X“."""
BY = cue(r"(?<!\w)(?:được|bị|do) \Z")
"""„Y bị X“, after which the verb is to follow (`AFTER_AGENT`)."""
AFTER_AGENT = cue(rf"\s*(?:đã |sẽ )?{_PASSIVE_VERB}(?!\w)")

# How documents end or go on.
ENDED = cue(
    r"(?<!\w)(?:hết hiệu lực|chấm dứt hiệu lực|hết hạn hiệu lực|không còn hiệu lực)"
    r"(?: (?:thi hành|toàn bộ|một phần))*(?!\w)"
)
ENDED_BY = cue(
    r"(?<!\w)(?:hết|chấm dứt) hiệu lực[^;.]{0,200}?"
    r"(?P<link>(?:từ|kể từ|đến|là|vào) (?:ngày|khi|thời điểm)|theo|do|tại)(?: các)? \Z"
)
"""„Y hết hiệu lực kể từ ngày X“ or „… theo X“."""
TAKES_EFFECT = cue(r"[^;:]{0,160}?có hiệu lực")
PART_OF = cue(
    r"(?<!\w)(?:một phần|một số (?:điều|khoản|điểm|nội dung|quy định)|phần (?:quy định|nội dung|của|tại|trong)"
    r"|(?:phần|quy định|nội dung) (?:trái|tương ứng|liên quan)(?: \S+){0,4}?)"
    r"(?: (?:tương ứng|trái|liên quan|của|trong|tại|thuộc))* \Z"
)
"""„Một phần X“, „phần quy định tương ứng của X“: what ends is not the whole of X."""
STILL_APPLIES = cue(
    r"(?<!\w)(?:tiếp tục|vẫn)(?: được)? (?:có hiệu lực|áp dụng|thực hiện)[^;.]{0,80}? đến (?:hết )?(?:ngày|năm) "
)
PASSIVE_ALONE = cue(r"(?<!\w)(?:được|bị) (?P<verb>thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)(?!\w)(?! (?:bằng|bởi|theo|do|tại|\())")
"""„Y bị bãi bỏ“ with no word of who does it: the document that says so."""

# How documents stand to one another in a sentence.
SAME_LEVEL = cue(
    r"(?:[,;|]|(?<!\w)và|(?<!\w)cùng|(?<!\w)hoặc|(?<!\w)với)"
    r"\s*(?:(?:và|các|những|với|cả|số|một số điều của|của|tại|theo) )*\Z"
)
NO_SUBJECT = cue(r"(?<!\w)(?:của|theo|tại|trong|ngày|khi|với|bằng|từ|đến|thuộc|kèm|hiện|hành|vào) \Z")
"""Before „X“ where X is not what does something or of which something is said."""
BREAKS = cue(
    r"[;?!]|\.\s|,\s*(?:ubnd|ủy ban|uỷ ban|sở|bộ|hội đồng|hđnd|chính phủ|thành ủy|tỉnh ủy|các|xác định|bảo đảm"
    r"|đảm bảo|nhằm|đồng thời|trong đó|góp phần|chủ trì|phối hợp)(?!\w)|(?<!\w)(?:thì|nhằm|được quy định"
    r"|theo quy định|căn cứ|giao|yêu cầu|trong tổ chức)(?!\w)"
)
"""Ends the title of a document: what follows belongs to the sentence."""
LIST_LEAD = cue(r":\s*\Z|(?:sau đây|như sau|sau)\W*\Z")

# What takes an act back.
BLOCKED = cue(
    rf"(?<!\w)(?:tham mưu|{_SUBMITS}|đề xuất|đề nghị|kiến nghị|rà soát|nghiên cứu|xây dựng|soạn thảo|dự thảo|dự kiến"
    r"|xem xét|khi|trường hợp|nếu|có thể|cần|phải|chủ trì|phối hợp|chưa|không|việc|văn bản nào|thẩm quyền|giao|sẽ"
    r"|ban hành (?:mới )?(?:quyết định|nghị quyết|nghị định|thông tư|kế hoạch|luật|quy định|văn bản|chỉ thị)"
    r"|được|theo|thì|hoàn thiện|hoàn thành|tăng cường|phổ biến|tuyên truyền|quán triệt|tập huấn|tiến độ"
    r"|nhiệm vụ|văn bản|nội dung|quy định)(?!\w)"
)
"""Between "Nghị định này" and the verb: a task, a proposal, a condition, a general rule; nothing has been done."""
DENIED = cue(r"(?<!\w)(?:chưa|không) (?:có|thấy|tìm|xác định|kiểm)|(?<!\w)việc \Z|(?<!\w)(?:nếu|trường hợp|giả sử) \Z")
"""Before a document: that it acts is denied, unknown or supposed."""
PROPOSES = cue(
    rf"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|dự thảo|{_SUBMITS}|xin ý kiến|rà soát|xây dựng|tham mưu|khi|nếu|chưa"
    r"|không|sẽ|góp ý|thẩm định)(?!\w)"
)
"""Between two documents: the first only proposes or asks."""
DISPUTED = cue(
    r"(?<!\w)(?:có nguồn|nguồn khác|một số nguồn|bài báo|báo|tin|trang)(?: \S+){0,12}?"
    r" (?:ghi|nêu|đưa tin|cho (?:biết|rằng))"
    r"|^\W*theo (?:\S+ ){0,3}?(?:bản tin|bài báo|nguồn|tin)(?!\w)"
)
"""The sentence passes on another's word."""
