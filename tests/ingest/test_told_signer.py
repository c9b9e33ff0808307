"""Signers named in sentences of digests; every person, office and number is invented."""

import pytest

from corpus.identifier import parse_number
from corpus.model import Signer
from ingest.header import read_header
from ingest.source_text import SourceText
from ingest.told_signer import read_told_signer

N = "Nghị định số 12/2031/NĐ-CP"


@pytest.mark.parametrize(
    ("sentence", "signer"),
    [
        (
            f"Phó Thủ tướng Lò Thị Mẫu là người ký {N}, ký thay Thủ tướng.",
            ("Lò Thị Mẫu", "Phó Thủ tướng", "KT. Thủ tướng"),
        ),
        (f"Ông Trần Văn Mẫu là người ký {N}.", ("Trần Văn Mẫu", "", "")),
        (
            f"Chủ tịch Hội đồng nhân dân thành phố Sông Hà Phan Thị Thu Mẫu là người ký {N}.",
            ("Phan Thị Thu Mẫu", "Chủ tịch Hội đồng nhân dân thành phố Sông Hà", ""),
        ),
        (
            f"Chủ tịch Ủy ban nhân dân tỉnh Núi Rừng Xanh Hồ Văn Mẫu đã ký {N}.",
            ("Hồ Văn Mẫu", "Chủ tịch Ủy ban nhân dân tỉnh Núi Rừng Xanh", ""),
        ),
        (f"Bí thư Thành ủy Sông Hà Hồ Hải Mẫu ký ban hành {N}.", ("Hồ Hải Mẫu", "Bí thư Thành ủy Sông Hà", "")),
        (
            f"{N} do ông Vương Mẫu, Phó Thủ tướng Chính phủ, ký thay Thủ tướng.",
            ("Vương Mẫu", "Phó Thủ tướng Chính phủ", "KT. Thủ tướng"),
        ),
        (
            f"{N} do Phó Thủ tướng Lê Thị Mẫu thay mặt Chính phủ ký ban hành ngày 02/6/2031.",
            ("Lê Thị Mẫu", "Phó Thủ tướng", "TM. Chính phủ"),
        ),
        (f"{N} được Bộ trưởng Bộ Nội vụ Đỗ Mẫu ký ngày 02/6/2031.", ("Đỗ Mẫu", "Bộ trưởng Bộ Nội vụ", "")),
        (f"Người ký {N} là bà Đỗ Thị Mẫu, Bộ trưởng Bộ Nội vụ.", ("Đỗ Thị Mẫu", "Bộ trưởng Bộ Nội vụ", "")),
        ("Người ký: Chủ tịch UBND tỉnh Sông Hà Phan Mẫu", ("Phan Mẫu", "Chủ tịch UBND tỉnh Sông Hà", "")),
        ("Thừa ủy quyền Thủ tướng, Bộ trưởng Trần Mẫu ký Nghị định này.", ("Trần Mẫu", "Bộ trưởng", "TUQ. Thủ tướng")),
        (f"Đồng chí Y Khuôn Mẫu thừa lệnh Bộ trưởng ký {N}.", ("Y Khuôn Mẫu", "", "TL. Bộ trưởng")),
    ],
)  # fmt: skip
def test_a_sentence_about_the_document_itself_names_who_signed_it(sentence, signer):
    assert read_told_signer(f"Tóm lược.\n\n{sentence}\n", parse_number("12/2031/NĐ-CP")) == Signer(*signer)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Trần Văn Mẫu là người ký Nghị định số 98/2030/NĐ-CP.",  # another document
        f"Chưa rõ ông Trần Văn Mẫu có ký {N} hay không.",
        f"Nguồn khác ghi ông Trần Văn Mẫu là người ký {N}.",
        f"Chủ tịch Ủy ban nhân dân phường ký {N}.",  # an office without a person
        f"Hồ sơ theo {N} do thủ trưởng cơ quan ký tên, đóng dấu.",
        f"{N} có ký hiệu NĐ-CP.",
    ],
)
def test_other_sentences_name_no_signer(sentence):
    assert read_told_signer(sentence, parse_number("12/2031/NĐ-CP")) is None


def test_a_digest_has_the_signer_that_its_text_tells_and_a_news_item_none():
    text = f"Bản tóm lược {N}.\n\nPhó Thủ tướng Lò Thị Mẫu là người ký {N}.\n"
    told = {"number": "12/2031/NĐ-CP", "title": "Về khen thưởng"}
    assert read_header(SourceText(text, "txt", metadata=told)).signer == Signer("Lò Thị Mẫu", "Phó Thủ tướng", "")
    assert read_header(SourceText(text, "txt", metadata={"form": "news"})).signer is None
