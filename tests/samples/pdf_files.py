"""Writes small digital PDF files as a Vietnamese office prints them; places, people and tasks are invented."""

from importlib.util import find_spec
from pathlib import Path

from PIL import Image
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONT, BOLD = "SourceSerif", "SourceSerif-Bold"
BODY = ParagraphStyle(
    "body", fontName=FONT, fontSize=13, leading=18, alignment=TA_JUSTIFY, firstLineIndent=36, spaceAfter=6
)
CENTRED = ParagraphStyle("centred", fontName=FONT, fontSize=13, leading=17, alignment=TA_CENTER)
CELL = ParagraphStyle("cell", fontName=FONT, fontSize=11, leading=13)
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
PLAIN = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])


def register_fonts():
    folder = Path(find_spec("font_source_serif_pro").submodule_search_locations[0]) / "files"
    pdfmetrics.registerFont(TTFont(FONT, folder / "SourceSerifPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, folder / "SourceSerifPro-Bold.ttf"))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)


register_fonts()  # a paragraph asks for its font when it is made


def paragraphs(*texts):
    return [Paragraph(text, BODY) for text in texts]


def letterhead(number="27/KH-UBND", place_and_date="Vân Lĩnh, ngày 03 tháng 02 năm 2025"):
    left = [Paragraph(text, CENTRED) for text in ("ỦY BAN NHÂN DÂN", "<b>XÃ VÂN LĨNH</b>", f"Số: {number}")]
    right = [
        Paragraph(text, CENTRED)
        for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", place_and_date)
    ]
    return [Table([[left, right]], colWidths=[170, 300], style=PLAIN), Spacer(1, 14)]


def side_by_side(left, right, *, leading, widths=(200, 270)):
    """Two centred blocks beside one another, each with its own distance between lines."""
    blocks = [
        [Paragraph(text, ParagraphStyle("block", parent=CENTRED, fontSize=12, leading=points)) for text in texts]
        for texts, points in zip((left, right), leading, strict=True)
    ]
    return [Table([blocks], colWidths=widths, style=PLAIN), Spacer(1, 14)]


def title(*lines):
    return [Paragraph(line, CENTRED) for line in lines] + [Spacer(1, 10)]


def signature():
    left = [
        Paragraph(text, CELL)
        for text in (
            "Nơi nhận:",
            "- Thường trực Đảng ủy xã;",
            "- Các thôn, bản và tổ tự quản trên địa bàn;",
            "- Lưu: VT.",
        )
    ]
    right = [Paragraph(text, CENTRED) for text in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Mẫu")]
    return [Spacer(1, 12), Table([[left, right]], colWidths=[235, 235], style=PLAIN)]


def grid(rows, widths, repeat=0):
    cells = [[Paragraph(cell, CELL) for cell in row] for row in rows]
    return Table(cells, colWidths=widths, style=GRID, repeatRows=repeat)


def write_pdf(path, story, *, head="", numbered=True, password=None):
    """The story on A4 pages, with a page number above each page but the first and a running head on all."""

    def decorate(canvas, document):
        canvas.setFont(FONT, 11)
        if numbered and document.page > 1:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 34, str(document.page))
        if head:
            canvas.drawString(85, 30, f"{head} - Trang {document.page}")

    encryption = StandardEncryption(password, canPrint=0) if password else None
    document = SimpleDocTemplate(
        str(path), pagesize=A4, leftMargin=85, rightMargin=42, topMargin=57, bottomMargin=57, encrypt=encryption
    )
    document.build(list(story), onFirstPage=decorate, onLaterPages=decorate)
    return path


def write_scan(path, *, pages=2, text_on_first=""):
    """Pages that are one picture each; the first may carry text as well."""
    canvas = Canvas(str(path), pagesize=A4)
    for number in range(pages):
        if number == 0 and text_on_first:
            canvas.setFont(FONT, 13)
            for index, line in enumerate(text_on_first.split("\n")):
                canvas.drawString(85, 700 - 18 * index, line)
        else:
            canvas.drawImage(ImageReader(Image.new("L", (40, 60), 200)), 0, 0, width=A4[0], height=A4[1])
        canvas.showPage()
    canvas.save()
    return path


def page_break():
    return PageBreak()
