"""The nouns of the product. Frozen values without behaviour: nothing here reads, parses or decides.

Offsets are positions in `Document.text`, counted in characters of the NFC text, end exclusive.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from corpus.deadline_rule import Rule, YearOrigin
from corpus.identifier import DocumentNumber, Locator

DocumentId: TypeAlias = str
"""Readable and stable: number, issuer and date of a document (see `identifier.document_id`)."""


class Form(StrEnum):
    """How a file renders the document it holds."""

    OFFICIAL = "official"  # the text as issued
    DIGEST = "digest"  # our own short restatement, article by article
    NEWS = "news"  # a report that tells about other documents


class ProvisionKind(StrEnum):
    """The levels of Nghị định 30/2020/NĐ-CP, Phụ lục I, and those that plans and news items add."""

    LETTERHEAD = "letterhead"  # everything before the body: issuer, number, place, date, kind, title
    PREAMBLE = "preamble"  # legal bases and the sentence that introduces the body
    PART = "part"  # Phần
    CHAPTER = "chapter"  # Chương
    SECTION = "section"  # Mục of a law
    SUBSECTION = "subsection"  # Tiểu mục
    ARTICLE = "article"  # Điều
    CLAUSE = "clause"  # khoản
    POINT = "point"  # điểm
    HEADING = "heading"  # a plan's I. / A. / 1. / 1.1. / (1)
    ITEM = "item"  # a dash or plus item
    PARAGRAPH = "paragraph"  # unnumbered paragraph
    APPENDIX = "appendix"  # Phụ lục
    TABLE = "table"  # a table; its own text is the caption and the column heads
    ROW = "row"  # one row of a table
    FOOTNOTE = "footnote"
    CLOSING = "closing"  # recipients and signature


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source file."""

    number: int  # from 1
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, with which title and on whose behalf (TM., KT., TL., TUQ., Q.)."""

    name: str
    title: str
    authority: str


@dataclass(frozen=True, slots=True)
class Document:
    """One instrument or news item, as read from one file."""

    id: DocumentId
    number: DocumentNumber | None
    kind: str  # "Kế hoạch", "Nghị định", …; "Tin" for a news item; "" when the text does not say
    title: str  # trích yếu, or the headline of a news item
    issuer: str  # "Ủy ban nhân dân thành phố Hà Nội"; the publisher for a news item
    superior: str  # the body above the issuer as the letterhead shows it; "" if none
    place: str
    issued_on: date | None
    form: Form
    signer: Signer | None
    addressees: tuple[str, ...]  # "Kính gửi"
    recipients: tuple[str, ...]  # "Nơi nhận"
    source: str  # URL or citation for people to open; the file's path when nothing better is known
    path: str  # the file it was read from, absolute
    digest: str  # SHA-256 of the file's bytes
    text: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """One node of a document's own structure.

    `text[start:end]` is its own text without its children; own texts, in order of `ordinal`
    (depth first), partition the document's text. `text[start:subtree_end]` is the node with its children.
    """

    ordinal: int
    parent: int | None
    kind: ProvisionKind
    label: str  # as numbered: "35", "1", "đ", "IV", "1.1", "-"; "" when unnumbered
    heading: str  # the words of its heading, without the label; "" when it has none
    locator: Locator
    start: int
    end: int
    subtree_end: int
    columns: tuple[tuple[str, str], ...] = ()  # of a row: (column head, cell text), verbatim but for white space


@dataclass(frozen=True, slots=True)
class Passage:
    """What is searched: one provision or a few neighbours, never cut inside a sentence."""

    document_id: DocumentId
    ordinal: int  # of the passage within its document
    first: int  # ordinal of its first provision
    last: int  # ordinal of its last provision, inclusive
    start: int
    end: int
    text: str  # document.text[start:end]
    headings: tuple[str, ...]  # outermost first: document title, then the headings above the passage
    locator: Locator
    page: int | None
    digest: str  # SHA-256 of what is embedded (headings and text); names its vector


class RelationKind(StrEnum):
    """How one document stands to another, as the text says it."""

    BASED_ON = "based_on"  # căn cứ
    IMPLEMENTS = "implements"  # thực hiện, triển khai
    GUIDES = "guides"  # quy định chi tiết, hướng dẫn thi hành
    AMENDS = "amends"  # sửa đổi, bổ sung
    REPLACES = "replaces"  # thay thế
    REPEALS = "repeals"  # bãi bỏ, hủy bỏ
    ENDS = "ends"  # … hết hiệu lực kể từ ngày … này có hiệu lực
    EXTENDS = "extends"  # kéo dài, gia hạn; vẫn áp dụng đến hết ngày …
    CORRECTS = "corrects"  # đính chính
    CONSOLIDATES = "consolidates"  # hợp nhất
    CONTINUES = "continues"  # tiếp nối, tiếp tục thực hiện: ends nothing
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Relation:
    """One reference that a document makes to another document, and what it says is done to it."""

    kind: RelationKind
    target: DocumentNumber
    target_kind: str  # "Kế hoạch"; "" when only the number is written
    target_title: str  # as far as the sentence gives it
    target_issuer: str  # as far as the sentence gives it
    target_issued_on: date | None
    provision: int  # ordinal of the provision that says so
    start: int  # of the reference in the document's text
    end: int
    quote: str  # the sentence
    subject: DocumentNumber | None = None  # the document that does it; None: the one that says it
    subject_issued_on: date | None = None
    places: tuple[Locator, ...] = ()  # what it concerns of the target, as far as the sentence tells
    is_partial: bool = False  # only a part of the target, whether or not `places` tells which
    since: date | None = None  # from this day, when the sentence gives one; else from the subject's own first day
    until: date | None = None  # the last day, of an extension
    is_disputed: bool = False  # the text itself passes it on as another's word, beside a different one


class EffectKind(StrEnum):
    """What a statement of effect says of a document's force."""

    BEGINS = "begins"  # có hiệu lực từ ngày …
    ENDS = "ends"  # hết hiệu lực từ ngày …
    HOLDS = "holds"  # còn hiệu lực (tại ngày …)


@dataclass(frozen=True, slots=True)
class Effect:
    """One statement of the day from which a document, or a part of it, is in force or no longer."""

    kind: EffectKind
    on: date | None  # first day in force; first day no longer; the day it speaks of. None: no readable date is given
    provision: int  # ordinal of the provision that says so
    start: int  # of the statement in the document's text
    end: int
    quote: str  # the sentence
    subject: DocumentNumber | None = None  # whose effect; None: of the document that says it
    subject_issued_on: date | None = None
    places: tuple[Locator, ...] = ()  # what it concerns; empty: the whole document
    exceptions: tuple[Locator, ...] = ()  # what it excepts by name
    has_exceptions: bool = False  # it excepts cases, whether or not `exceptions` names them
    is_disputed: bool = False  # the text itself passes it on as another's word, beside a different one


class Recipient(StrEnum):
    """Whom a reward rate is for."""

    PERSON = "person"  # cá nhân
    COLLECTIVE = "collective"  # tập thể
    HOUSEHOLD = "household"  # hộ gia đình


@dataclass(frozen=True, slots=True)
class RewardRate:
    """The reward that a document sets for a title or a form of commendation, in multiples of the base salary."""

    title: str  # as the text names it: "Chiến sĩ thi đua cơ sở"
    recipient: Recipient | None  # None: the text does not say
    coefficient: Decimal  # 4.5 for "4,5 lần mức lương cơ sở"
    is_ceiling: bool  # "không quá 0,6 lần"
    provision: int
    start: int  # of the statement in the document's text
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Mức lương cơ sở, đồng a month, as a document sets it."""

    amount: int  # đồng
    since: date | None  # from this day, when the sentence gives one; else from the document's own first day
    provision: int
    start: int
    end: int
    quote: str


class Product(StrEnum):
    """What a duty hands in, when it is one of the things that civil servants ask about by name."""

    REPORT = "report"  # báo cáo
    DOSSIER = "dossier"  # hồ sơ
    PLAN = "plan"  # kế hoạch, văn bản triển khai
    REVIEW = "review"  # sơ kết, tổng kết, đánh giá
    REGISTRATION = "registration"  # đăng ký
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What must be done, by whom and when, as the document says it.

    `document.text[start:end]` is the expression of time, `document.text[quote_start:quote_end] == quote` the words that
    lay down the duty; where a plan states task, unit and time apart, the quote runs from the first to the last of them
    or, when that is too long, is the statement of the time.
    """

    rule: Rule
    year_origin: YearOrigin
    provision: int  # ordinal of the provision that states the time
    start: int
    end: int
    quote: str
    quote_start: int
    quote_end: int
    task: str  # the verb phrase, verbatim but for white space, shortened with "…"
    product: Product
    responsible: tuple[str, ...]  # who must do it, as named by the text; empty when it names nobody
    coordinating: tuple[str, ...]  # who helps
    addressee: str  # to whom it goes, with "qua …" if told; "" when it goes to nobody
    is_corrected: bool = False  # an officer set or changed it


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document with everything ingest derived from it: what the library stores and returns as a whole."""

    document: Document
    provisions: tuple[Provision, ...]
    passages: tuple[Passage, ...]
    relations: tuple[Relation, ...]
    warnings: tuple[str, ...]
    effects: tuple[Effect, ...] = ()
    rewards: tuple[RewardRate, ...] = ()
    base_salaries: tuple[BaseSalary, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    derived_by: int = 0  # version of the reading that made it (see `ingest.deriving`)
