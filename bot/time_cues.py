"""The words around a time that tell whether a question asks for the state of things then; on folded text."""

import re

# Nothing but the past is meant, on whichever day it was.
PAST = re.compile(
    r"""
    (?<!\w)(?:
        truoc\ (?:day|kia)(?!\w) | ngay\ xua(?!\w) | ngay\ truoc(?=\W*(?:\Z|[,?.]|thi\b|co\b|quy\b|ap\b|muc\b|luat\b))
      | (?:hoi|thuo|thoi)\ (?:do|ay|xua|truoc|cu)(?!\w)
      | (?:tai|vao)\ thoi\ diem\ truoc | thoi\ gian\ truoc(?!\w)
      | cach\ day\ \d+\ (?:nam|thang) | nhung\ nam\ truoc(?!\w)
      # before the law came, or changed
      | (?:khi|luc|hoi)\ chua\ (?:co|ban\ hanh|ap\ dung)\ (?:luat|nghi|thong|quy|@)
      | truoc\ khi\ (?:co|ban\ hanh|ap\ dung)\ (?:luat|nghi\ dinh|thong\ tu|quy\ dinh|nghi\ quyet|quyet\ dinh|@)
      | truoc\ khi\ (?:(?:bi|duoc)\ )?(?:sua\ doi|thay\ the|bai\ bo|het\ hieu\ luc)
      | truoc\ khi\ @+.{0,40}?\ (?:co\ hieu\ luc|ra\ doi|ban\ hanh)
    )
    """,
    re.VERBOSE,
)
# Said of rules these mean the past; "ai là chủ tịch lúc đó" asks for what a report of that day tells.
THEN = re.compile(r"(?<!\w)(?:luc|thoi diem|thoi gian) (?:do|ay)(?!\w)")
# "luật cũ", "mức cũ"; whether the last word is "cũ" the text as spelt must tell ("quy định cụ thể", "luật cử").
OLD_RULE = re.compile(
    r"""
    (?<!\w)(?:luat|nghi\ dinh|thong\ tu|quy\ dinh|van\ ban|quyet\ dinh|nghi\ quyet|quy\ che|chi\ thi|che\ do
        |muc(?:\ \w+){0,3}|tieu\ chuan|ban|nd|tt|tdkt|@+|thuong|he\ so|luong(?:\ co\ so)?|mau|phien\ ban)
    \ (?P<old>cu)(?!\w)(?!\ (?:the|tri|hanh|can\ bo|nguoi))
    """,
    re.VERBOSE,
)

# What stands before a time. After "hồi", "tại thời điểm", "quyết định ký ngày" nothing else is meant.
SPOKEN_OF = re.compile(
    r"""
    (?:^|(?<!\w))(?:
        (?:ngay\ )?hoi | luc | thoi | (?:tai|vao|o)?\ ?thoi\ diem(?:\ (?:cua|la))? | tinh\ (?:den|toi)(?:\ het)?
      | (?:co\ )?hieu\ luc(?:\ (?:thi\ hanh|vao|tai|trong|o|den|den\ het|ke\ tu|tu))*
      | ap\ dung(?:\ (?:vao|tai|trong|cho|tu|ke\ tu))?
      | quyet\ dinh(?:\ (?!ve\b|so\b|phe\b)\w+){0,7}?\ (?:ky|ban\ hanh|ra|co|de)(?:\ (?:vao|tu))? | quyet\ dinh
    )\ (?:ngay\ |nam\ |thang\ )?$
    """,
    re.VERBOSE,
)
BEFORE = re.compile(r"(?<!\w)truoc(?: (?:ngay|nam|thang|moc))?\s$")
AFTER = re.compile(r"(?<!\w)(?:sau|ngoai)(?: (?:ngay|nam|thang|moc))?\s$")
FROM = re.compile(r"(?<!\w)(?:ke tu|tinh tu|tu)(?: (?:ngay|nam|thang|moc))?\s$")
UNTIL = re.compile(r"(?<!\w)(?<!tinh )(?:den|toi)(?: (?:het|ngay|nam|thang|moc|cuoi))*\s$")

# What is due by a time is not asked for at that time: "báo cáo trước 25/11/2026".
DUE = re.compile(
    r"(?<!\w)(?:bao cao|gui|nop|trinh|hoan thanh|xong|dang ky|han|han chot|cham nhat|muon nhat|tong hop|ket thuc"
    r"|de xuat)(?: \w+){0,4}\s$"
)
# Unless the question is which rule governs what was done by then.
WHICH_RULE = re.compile(
    r"(?<!\w)(?:(?:nghi dinh|luat|thong tu|van ban|quy dinh|quyet dinh|nghi quyet|nd|tt|vb)(?: \w+){0,2} nao|ap dung)"
    r"(?!\w)"
)

# A time before which one of these stands is part of a name, or of a plan for the future.
PART_OF_A_NAME = re.compile(
    r"""
    (?<!\w)(?:
        giai\ doan | nhiem\ ky | nam\ hoc | khoa | ky\ hop | tam\ nhin | muc\ tieu | chi\ tieu | dinh\ huong | dot
      | quy\ hoach
      | ky\ niem(?:\ \w+){0,6} | (?:sinh|mat|thanh\ lap|giai\ phong)(?:\ ngay)? | den | toi
      # the year or day of an instrument that is called by it: "luật 2022", "nghị định ban hành năm 2017"
      | (?:bo\ luat|luat|phap\ lenh|hien\ phap|nghi\ dinh|thong\ tu|nghi\ quyet|chi\ thi|ket\ luan|ke\ hoach|huong\ dan
            |cong\ van|to\ trinh)
        (?:\ (?:cu|moi|tdkt|goc|sua\ doi|thi\ dua(?:,?\ khen\ thuong)?))?
        (?:\ (?:duoc|da))?(?:\ (?:ban\ hanh|ky|thong\ qua|phe\ duyet|ra\ doi))?(?:\ (?:vao|tu|cua))?
    )\ (?:ngay\ |nam\ |thang\ )?$
    """,
    re.VERBOSE,
)
EVERY_YEAR = re.compile(r"\s*(?:hang|moi)\s+nam\b")
TO_THIS_DAY = re.compile(r"\s*(?:cho\s+)?(?:den|toi)\s+(?:nay|gio|bay\s+gio|hien\s+(?:nay|tai)|hom\s+nay)\b")
JOINS = re.compile(r"\s*(?:den|toi)\s+(?:het\s+)?(?:ngay\s+|nam\s+|thang\s+)?")

# Periods and anniversaries: "2026-2030", "năm học 2024-2025", "(10/10/1954 - 10/10/2024)".
PERIOD = re.compile(r"(?<![\d/])(?:\d{1,2}[/.]){0,2}\d{4}\s*[-–]\s*(?:nam\s+)?(?:\d{1,2}[/.]){0,2}\d{4}(?!\d)")

# Campaigns, plans and events bear years; with one of them a year tells which is meant …
CAMPAIGN = re.compile(
    r"""
    (?<!\w)(?:
        phong\ trao | phat\ dong | ke\ hoach | kh | dot\ thi\ dua | cuoc\ van\ dong | chien\ dich | hoi\ nghi | hoi\ thi
      | cuoc\ thi | (?<!ty\ )(?<!ti\ )(?<!dieu\ )le | dai\ hoi | tong\ ket | so\ ket | chuong\ trinh | de\ an
      | hoat\ dong | ky\ niem | du\ bao | phan\ dau | muc\ tieu | chi\ tieu | giai\ doan | nhiem\ ky | du\ toan
      | kinh\ phi | dien\ ra | (?:cum|khoi)\ thi\ dua | giao\ uoc
    )(?!\w)
    """,
    re.VERBOSE,
)
# … unless the question is about rules and their force, and the year does not belong to the campaign's name.
RULE = re.compile(
    r"""
    (?<!\w)(?:
        hieu\ luc | ap\ dung | gia\ tri | quy\ dinh | thay\ the | sua\ doi | bai\ bo | can\ cu | huong\ dan
      | (?:nghi\ dinh|luat|thong\ tu|van\ ban|chi\ thi|quyet\ dinh|nghi\ quyet)\ nao
      | (?:tien|muc|duoc)\ thuong | thuong\ bao\ nhieu | luong\ co\ so | he\ so | tieu\ chuan | dieu\ kien
      | thi(?!\ dua)                      # "thì" opens the main clause
    )(?!\w)
    """,
    re.VERBOSE,
)
