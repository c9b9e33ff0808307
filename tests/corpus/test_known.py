import pytest

from corpus.identifier import parse_number
from corpus.known import known_documents
from corpus.register import Register
from tests.documents import day
from tests.instruments import based_on, cites, digest, implements, instrument, library_of, replaces

HILLS, MARSH = "Ủy ban nhân dân tỉnh Đồi Xanh", "Ủy ban nhân dân tỉnh Đầm Sen"


def known_from(*sayings):
    """What one document that says this tells of others."""
    record = instrument("1/KH-UBND", "2025-01-01", *sayings)
    return known_documents([(record.document, relation) for relation in record.relations])


def facts(document):
    return document.kind, document.title, document.issuer, str(document.issued_on or ""), len(document.mentions)


@pytest.mark.parametrize(
    ("sayings", "documents"),
    [
        pytest.param(
            [cites("8/KH-UBND", title="Trồng cây"), cites("8/KH-UBND", issuer=HILLS, issued_on="2024-01-05")],
            [("Kế hoạch", "Trồng cây", HILLS, "2024-01-05", 2)],
            id="each mention tells something of the one document",
        ),
        pytest.param(
            [cites("8/KH-UBND", issuer=HILLS), cites("8/KH-UBND", issuer=MARSH)],
            [("Kế hoạch", "", HILLS, "", 1), ("Kế hoạch", "", MARSH, "", 1)],
            id="two issuers: two documents",
        ),
        pytest.param(
            [cites("8/KH-UBND", issuer="UBND tỉnh Đồi Xanh"), cites("8/KH-UBND", issuer=HILLS)],
            [("Kế hoạch", "", "UBND tỉnh Đồi Xanh", "", 2)],
            id="one issuer, written in two ways",
        ),
        pytest.param(
            [cites("8/KH-UBND", issued_on="2023-01-05"), cites("8/KH-UBND", issued_on="2024-01-05")],
            [("Kế hoạch", "", "", "2023-01-05", 1), ("Kế hoạch", "", "", "2024-01-05", 1)],
            id="numbers without a year begin anew: two dates, two documents",
        ),
        pytest.param(
            [
                cites("8/KH-UBND", issued_on="2023-01-05", title="Trồng cây"),
                cites("8/KH-UBND", issued_on="2023-01-15", title="TRỒNG CÂY"),
            ],
            [("Kế hoạch", "Trồng cây", "", "", 2)],
            id="two dates of one title: the sources contradict one another",
        ),
        pytest.param(
            [
                cites("8/KH-UBND", issued_on="2023-01-05", title="Trồng cây"),
                cites("8/KH-UBND", issued_on="2024-01-15", title="Nuôi cá"),
            ],
            [("Kế hoạch", "Trồng cây", "", "2023-01-05", 1), ("Kế hoạch", "Nuôi cá", "", "2024-01-15", 1)],
            id="two dates, two titles: namesakes",
        ),
        pytest.param(
            [cites("8/KH-UBND", issued_on="2023-01-05"), cites("8/KH-UBND", issued_on="2023-01-15", is_disputed=True)],
            [("Kế hoạch", "", "", "", 2)],
            id="a date passed on as another's word contradicts",
        ),
        pytest.param(
            [
                cites("8/2023/NĐ-CP", issued_on="2023-01-05"),
                cites("8/2023/NĐ-CP", issued_on="2023-01-15", issuer="Bộ Nội vụ"),
            ],
            [("Nghị định", "", "Bộ Nội vụ", "", 2)],
            id="a regulation of one organ is one, whatever slips",
        ),
        pytest.param(
            [cites("8/2023/QĐ-UBND", issuer=HILLS), cites("8/2023/QĐ-UBND", issuer=MARSH)],
            [("Quyết định", "", HILLS, "", 1), ("Quyết định", "", MARSH, "", 1)],
            id="regulations of two places",
        ),
        pytest.param(
            [cites("8/KH-UBND"), cites("8/KH-UBND", issuer=HILLS), cites("8/KH-UBND", issuer=MARSH)],
            [("Kế hoạch", "", HILLS, "", 1), ("Kế hoạch", "", MARSH, "", 1), ("Kế hoạch", "", "", "", 1)],
            id="the bare number belongs to neither of two",
        ),
    ],
)
def test_mentions_of_one_number_tell_of_documents(sayings, documents):
    assert [facts(document) for document in known_from(*sayings)] == documents


def test_each_date_is_told_with_its_first_mention():
    [document] = known_from(
        cites("8/2023/NĐ-CP", issued_on="2023-01-05"),
        implements("8/2023/NĐ-CP", issued_on="2023-01-05"),
        cites("8/2023/NĐ-CP", issued_on="2023-01-15"),
    )
    told = {str(on): str(mention.relation.kind) for on, mention in document.dates.items()}
    assert told == {"2023-01-05": "cites", "2023-01-15": "cites"}


def test_a_held_document_is_not_among_those_only_known(tmp_path):
    held = instrument("8/KH-UBND", "2024-01-05", issuer=HILLS)
    teller = instrument("1/KH-UBND", "2025-01-01", cites("8/KH-UBND"), cites("8/KH-UBND", issuer=MARSH), issuer=HILLS)
    with library_of(tmp_path, held, teller) as library:
        [known] = Register(library).known(parse_number("8/KH-UBND"))
    assert (known.issuer, len(known.mentions)) == (MARSH, 1)


def test_what_is_told_often_in_the_same_words_is_found_from_its_first_mention(tmp_path):
    laws = [
        digest(f"{serial}/KH-UBND", "2025-01-01", based_on("8/2023/NĐ-CP", title="Thi đua", issued_on="2023-01-05"))
        for serial in (2, 1, 3)
    ]
    other = digest("4/KH-UBND", "2025-01-01", replaces("8/2023/NĐ-CP"))
    with library_of(tmp_path, *laws, other) as library:
        different = library.different_mentions(parse_number("8/2023/NĐ-CP").key)
        [instrument_known] = Register(library).instruments(parse_number("8/2023/NĐ-CP"))
        every = Register(library).known(parse_number("8/2023/NĐ-CP"))
    assert [(str(head.number), str(relation.kind)) for head, relation in different] == [
        ("1/KH-UBND", "based_on"),
        ("4/KH-UBND", "replaces"),
    ]
    assert (instrument_known.title, instrument_known.issued_on) == ("Thi đua", day("2023-01-05"))
    assert [len(known.mentions) for known in every] == [4]
