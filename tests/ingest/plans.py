"""Invented plans as text, derived by the real reading."""

from pathlib import Path

from ingest.deriving import derive
from ingest.source_text import SourceText

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH THANH BÌNH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 45/KH-UBND
Thanh Bình, ngày 10 tháng 11 năm 2025

KẾ HOẠCH
{title}

Thực hiện Quyết định số 12/QĐ-TTg ngày 05/01/2025 của Thủ tướng Chính phủ,
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

"""
TITLE = "Phát động phong trào thi đua xây dựng công sở kiểu mẫu"


def plan(body, title=TITLE):
    """The record of a plan of 10/11/2025 with this body."""
    text = HEAD.format(title=title) + body
    return derive(SourceText(text, format="txt"), Path("/invented/ke-hoach.txt"), "invented", {})


def deadlines(body, title=TITLE):
    """Its deadlines."""
    return plan(body, title).deadlines
