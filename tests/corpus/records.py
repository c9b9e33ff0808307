"""A record that leaves no field empty, and one that leaves out all that may be absent."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from corpus.deadline_rule import Limit, Ongoing, YearOrigin
from corpus.identifier import Level, Locator, Step, parse_number
from corpus.model import (
    BaseSalary,
    Deadline,
    Document,
    DocumentRecord,
    Effect,
    EffectKind,
    Form,
    Page,
    Passage,
    Product,
    Provision,
    ProvisionKind,
    Recipient,
    Relation,
    RelationKind,
    RewardRate,
    Signer,
)

TEXT = "Điều 1. Khen thưởng tập thể.\nTên | Hạn\nThôn Một | 15/12\n"


def record(document_id="12-kh-ubnd", path="/văn bản/12.docx", digest="d1", number="0012/KH-UBND", text=TEXT):
    document = Document(
        id=document_id,
        number=parse_number(number),
        kind="Kế hoạch",
        title="Phát động thi đua",
        issuer="Ủy ban nhân dân xã Sơn Hạ",
        superior="Huyện Đông",
        place="Sơn Hạ",
        issued_on=date(2025, 3, 5),
        form=Form.OFFICIAL,
        signer=Signer("Trần Văn Mẫu", "Chủ tịch", "TM."),
        addressees=("Các thôn", "Trường học"),
        recipients=("Lưu: VT.",),
        source="https://vi-du.example/12",
        path=path,
        digest=digest,
        text=text,
        pages=(Page(1, 0, 29), Page(2, 29, len(text))),
    )
    article = Locator((Step(Level.ARTICLE, "1"),))
    return DocumentRecord(
        document=document,
        provisions=(
            Provision(0, None, ProvisionKind.ARTICLE, "1", "Khen thưởng", article, 0, 29, len(text)),
            Provision(1, 0, ProvisionKind.ROW, "", "", article, 29, len(text), len(text), (("Tên", "Thôn Một"),)),
        ),
        passages=(
            Passage(document_id, 0, 0, 0, 0, 29, text[:29], ("Phát động thi đua",), article, 1, f"{digest}-p0"),
            Passage(document_id, 1, 1, 1, 29, len(text), text[29:], (), article, None, f"{digest}-p1"),
        ),
        relations=(
            Relation(
                kind=RelationKind.IMPLEMENTS,
                target=parse_number("88/KH-UBND"),
                target_kind="Kế hoạch",
                target_title="Thi đua cả năm",
                target_issuer="Ủy ban nhân dân tỉnh",
                target_issued_on=date(2025, 1, 10),
                provision=0,
                start=3,
                end=6,
                quote="Điều 1.",
                subject=parse_number("07/2024/NĐ-CP"),
                subject_issued_on=date(2024, 1, 9),
                places=(article, Locator((*article.steps, Step(Level.CLAUSE, "2")))),
                is_partial=True,
                since=date(2025, 4, 1),
                until=date(2025, 12, 31),
                is_disputed=True,
            ),
        ),
        warnings=("số trang không liền nhau",),
        effects=(
            Effect(
                kind=EffectKind.BEGINS,
                on=date(2025, 4, 1),
                provision=1,
                start=29,
                end=32,
                quote="Tên | Hạn",
                subject=parse_number("07/2024/NĐ-CP"),
                subject_issued_on=date(2024, 1, 9),
                places=(article,),
                exceptions=(Locator((*article.steps, Step(Level.POINT, "đ"))),),
                has_exceptions=True,
                is_disputed=True,
            ),
        ),
        rewards=(
            RewardRate(
                title="Thôn kiểu mẫu",
                recipient=Recipient.COLLECTIVE,
                coefficient=Decimal("0.60"),
                is_ceiling=True,
                provision=1,
                start=29,
                end=32,
                quote="Tên | Hạn",
            ),
        ),
        base_salaries=(
            BaseSalary(amount=2_000_000, since=date(2025, 7, 1), provision=1, start=29, end=32, quote="Tên | Hạn"),
        ),
        deadlines=(
            Deadline(
                rule=Limit(date(2025, 12, 15), is_inclusive=False),
                year_origin=YearOrigin.ISSUE,
                provision=1,
                start=51,
                end=56,
                quote="Thôn Một | 15/12",
                quote_start=40,
                quote_end=56,
                task="nộp báo cáo",
                product=Product.REPORT,
                responsible=("Thôn Một", "Các thôn"),
                coordinating=("Trường học",),
                addressee="Ủy ban nhân dân xã (qua Văn phòng)",
                is_corrected=True,
            ),
        ),
        derived_by=3,
    )


def told_apart(document_id="13-kh-ubnd"):
    """A record whose statements leave out all that may be absent."""
    relation = Relation(RelationKind.CITES, parse_number("88/KH-UBND"), "", "", "", None, 0, 3, 6, "Điều 1.")
    effect = Effect(EffectKind.HOLDS, None, 0, 3, 6, "Điều 1.")
    reward = RewardRate("Giấy khen", None, Decimal("4.5"), False, 0, 3, 6, "Điều 1.")
    salary = BaseSalary(2_000_000, None, 0, 3, 6, "Điều 1.")
    document = replace(record().document, id=document_id, path=f"/{document_id}", pages=())
    deadline = Deadline(
        Ongoing("thường xuyên"), YearOrigin.WRITTEN, 0, 3, 6, "Điều 1.", 0, 7, "", Product.OTHER, (), (), ""
    )
    return DocumentRecord(document, (), (), (relation,), (), (effect,), (reward,), (salary,), (deadline,))


def head_of(of):
    """The head of a record."""
    return replace(of.document, text="", pages=())
