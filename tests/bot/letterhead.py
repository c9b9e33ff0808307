"""The head of an invented decree, in the layout of Nghị định 30/2020/NĐ-CP."""

DECREE_HEAD = """\
CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}
Hà Nội, ngày {day}

NGHỊ ĐỊNH
{title}

"""
