"""The words by which a message asks, and what it may ask of any matter, as data; on folded text."""

import re

from bot.conversation.follow_up_cues import KIND


def _any_of(phrases: str) -> re.Pattern[str]:
    """One of the phrases as whole words, the longest that fits; they are divided by " | "."""
    longest_first = sorted(phrases.split(" | "), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(one.strip() for one in longest_first)})(?!\w)")


# Question words with what leads to them; what is left of a question without them says what it is about.
ASKING = re.compile(
    rf"""
    (?<!\w)(?:
        (?:bao\s+lau|(?:bao\s+nhieu|may)\s+(?:ngay|thang|tuan|nam))\s+(?:\w+\s+){{0,2}}?(?:mot|1)\s+lan
      | (?:bao\s+nhieu|may)\s+(?:lan|ky|dot)(?:\s+(?:mot|1|moi|trong\s+mot|hang)\s+(?:nam|thang|quy|tuan))?
      | (?:con\s+(?:lai\s+)?)?(?:bao\s+lau|(?:bao\s+nhieu|may)\s+(?:ngay|thang|tuan|hom|lau))(?:\s+nua)?
      | (?:(?:da|bi|co)\s+)*(?:qua|het|tre|den|sap den)\s+han(?:\s+(?:chua|khong|roi))?
      | con\s+(?:trong\s+)?(?:thoi\s+)?han(?:\s+(?:khong|ko|k|chua))
      | (?:(?:da|bi|co)\s+)*(?:tre|muon)(?:\s+han)?\s+(?:chua|khong|ko|roi)
      | (?:(?:co|con|thi)\s+)*(?:duoc|kip)\s+(?:nua\s+)?(?:khong|ko|k|chua)(?=\W*\Z)
      | (?:con|co)\s+kip(?:\s+\w+){{0,2}}?\s+(?:khong|ko|k|chua)
      | (?:(?:cham|muon)\s+nhat\s+)?(?:la\s+)?(?:(?:truoc|vao|tu|den|sau|trong)\s+)*
        (?:(?:la|luc|thi)\s+)*(?:(?:ngay\s+thang|ngay|thang|nam|quy|tuan|thoi\s+gian|thoi\s+diem|hom|luc|khi|moc)
        \s+(?:nao|may|gi|bao\s+nhieu)|bao\s+gio|khi\s+nao|may\s+gio)
      | (?:(?:cho|ve|den|toi|o|tai|len|qua|tu|do|boi|cua|la)\s+)*(?:ai|dau)
      | (?:(?:cho|ve|den|toi|o|tai|len|qua|do|boi|cua|la|theo)\s+)*
        (?:don\s+vi|co\s+quan|noi|cap|so|bo|(?<!van\ )ban|nguoi|dieu|khoan|muc|chuong)\s+nao
      | (?:(?:phai|can|se|duoc|co|la|gom|gom\s+co|bao\s+gom|thi|ve)\s+)*(?:lam\s+)?
        (?:(?:nhung|cac)\s+)?(?:viec\s+)?(?:gi|j)
      | (?:la\s+|duoc\s+|co\s+)*(?:bao\s+nhieu|bn|may(?=\s+(?:tien|dong|nguoi|phan)\b))
        (?:\s+(?:tien|dong|nguoi|phan\s+tram))?
      | (?:(?:la|theo|cho|bang|boi)\s+)*
        (?:{KIND.replace(" ", "[ ]")})\s+(?:nao|gi|so\s+may|may)
      | (?:la\s+)?(?:nhu\s+)?the\s+nao | ra\s+sao | vi\s+sao | tai\s+sao | may | nao
      | (?:co\s+)?(?:khong|ko|chua)(?=\W*\Z)
      | thi\s+sao | sao(?=\W*\Z)
    )(?!\w)
    """,
    re.VERBOSE,
)
# What is asked about a matter without saying which: of these words alone no question can be answered.
_OWN_ASPECTS = (
    r"muc (?:tien )?thuong | tien thuong | (?<!khen )thuong | ho so | thu tuc | giay to | dieu kien | "
    r"(?:bao nhieu|may) (?:tien|dong|trieu) | tien | may phieu | phieu | tieu chuan | tieu chi | doi tuong | "
    r"tham quyen | (?:nguon )?kinh phi | muc tieu | muc dich | nhiem vu | trach nhiem | so luong | ty le | "
    r"ti le | quy trinh | trinh tu | noi dung | giai phap | pham vi | yeu cau | noi nhan | can cu | chi tieu | "
    r"tom tat | bao cao | dang ky | tong ket | so ket | phat dong | cong nhan | tang | xet | quyet dinh | he so | "
    r"cach tinh | moc | chu tri | phoi hop | thoi gian (?:thuc hien|trien khai) | lam | hinh thuc | phan cong | "
    r"phu trach | dau moi | tan suat"
)
_OTHER_ASPECTS = (
    r"so (?:ky )?hieu | ngay thang | nguon | thoi gian | thoi han | thoi diem | "
    r"han (?:chot|cuoi|nop|gui|bao cao) | han | deadline | ket qua | to chuc | thuc hien | trien khai | don vi | "
    r"co quan | gui | nop | trinh | nguoi | tinh | muc | dinh ky | theo doi | tong hop | tham muu | tham dinh | "
    r"thang | nam | quy | lay | chi | ky | ban hanh | hieu luc | hl | het | thay the | thay | sua doi | bo sung | "
    r"bai bo | huong dan | thi hanh | ap dung | gia han | keo dai | van ban | nghi dinh | thong tu | ke hoach | "
    r"luat | noi | ve | ten | chinh | y chinh | nhan | quy dinh | trao tang | cu the | chi tiet | ly do | lich | "
    r"viec | cong viec | giao | phan | so | ngay | trich yeu | nua | con | lai | lan | mot lan | hang | moi | "
    r"tra loi | tiep nhan | dung | khac | bang | hoan thanh | xong | tre | muon | phat | trong | tien do | ai | "
    r"bat dau | ket thuc | danh sach | mau | bieu mau | phu luc | dia chi | hinh thuc gui | qua | so hieu | "
    r"gan nhat | sap toi | ke tiep | tiep theo | sau nua | chuc vu | nguoi ky | tan suat | dieu | khoan | diem | trang"
)
ASPECT = _any_of(f"{_OWN_ASPECTS} | {_OTHER_ASPECTS}")
# Aspects that the matter must be named for, not its duty: after one of these "gửi khi nào" of the question before goes.
OWN_ASPECT = _any_of(_OWN_ASPECTS)
