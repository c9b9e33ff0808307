"""What is typed without marks and no context would restore: as it is typed, and as it is meant."""

import re

from bot.conversation.follow_up_cues import KIND
from corpus.unit_words import LETTERS

# The same typed without marks, as they are meant; not "văn bản do ai ký".
UNMARKED_POINTERS = (
    (rf"(?<!\w)(?P<head>{KIND}|cai|han|thoi han|viec|nhiem vu|bao cao|ho so|danh hieu|hinh thuc|don vi|co quan|luc|khi)"
     r" do(?!\w)(?!\s+(?:ai|don vi|co quan|so|ubnd|bo|noi|chinh|uy ban)(?!\w))", r"\g<head> đó"),
    (rf"(?<!\w)(?P<head>{KIND}|cai|han|thoi han|viec|nhiem vu|danh hieu|don vi|co quan) nay(?!\w)", r"\g<head> này"),
    (rf"(?<!\w)(?P<head>{KIND}|cai|han|thoi han|viec|nhiem vu|luc|khi) ay(?!\w)", r"\g<head> ấy"),
    (rf"(?<!\w)(?P<head>{KIND}) tren(?!\w)(?! dia ban)", r"\g<head> trên"),
    (r"(?<!\w)no(?!\w)(?! (?:luc|ro|le))", "nó"),
    (rf"(?<!\w)thay(?= (?:{KIND})(?!\w))", "thay thế"),
)  # fmt: skip
# What is said in chats and rarely written: typed without marks no context would restore it.
UNMARKED_PHRASES = (
    (r"(?<!\w)(tro|ve) lai(?!\w)(?! xe)", r"trở lại"),
    (r"(?<!\w)thi(?= (?:may|bao nhieu|sao|ai|the nao|khi nao|ngay nao|bao lau)(?!\w))", "thì"),
    (r"(?<!\w)may tien(?!\w)(?! (?:si|hanh|do|trinh))", "mấy tiền"),
    (r"(?<!\w)ky(?= (?:ngay|thang|nam|hom|hoi|vao|luc)(?!\w))", "ký"),
    (r"(?<!\w)truoc do(?!\w)", "trước đó"),
)
# "sở", where letters that stand for the name of one follow: too short for the context to tell.
UNMARKED_DEPARTMENT = re.compile(
    rf"(?<!\w)so(?=\s+(?:{'|'.join(sorted(LETTERS, key=len, reverse=True))}|nv|tc|tp|yt|ct)(?!\w))", re.IGNORECASE
)
