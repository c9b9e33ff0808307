"""Answers which rewards are due when somebody gets several titles or forms at once, by citing the rule that says so."""

import re
from collections.abc import Iterator
from datetime import date

from bot.answer import AnswerStatus
from bot.composing import plain
from bot.marks import Marks
from bot.open_document import OpenDocument, Shelf
from bot.question import Question
from bot.reply import Reply
from corpus.abbreviations import written_out
from corpus.library import Library
from corpus.model import Provision, ProvisionKind
from corpus.normalise import fold
from corpus.register import Register

# All on folded text with abbreviations spelt out.
_MONEY = re.compile(
    r"""
    (?<!\w)(?:
        tien\ thuong | muc\ thuong | (?:bao\ nhieu|may)\ (?:tien|khoan|muc)
      | (?:nhan|linh|lanh|huong)(?:\ \w+){0,4}\ (?:tien|khoan|(?<!khen\ )thuong)
      | (?:duoc|nhan|linh|huong|tinh|chi|tra)\ (?:thuong\ )?(?:theo\ )?(?:muc|danh\ hieu|cai|khoan|hinh\ thuc)\ nao
      | thuong\ (?:theo\ )?(?:muc|danh\ hieu|cai|khoan|hinh\ thuc)\ nao
      | (?<!tang\ )(?<!khen\ )thuong\ (?:the\ nao|ra\ sao|sao|bao\ nhieu|gi) | cong\ (?:don|gop|ca|lai)
      | (?:nhan|linh|lanh|huong|thuong|duoc|tong|cong|ve)\ (?:la\ |duoc\ )?(?:bao\ nhieu|bn|may\ (?:dong|trieu))
    )(?!\w)
    """,
    re.VERBOSE,
)
_TOGETHER = re.compile(
    r"""
    (?<!\w)(?:
        vua\ .*\ vua
      | cung\ (?:trong\ )?(?:mot\ |1\ )?(?:luc|thoi\ (?:diem|gian)|nam|dot|ky|quyet\ dinh) | dong\ thoi
      | trong\ (?:cung\ )?(?:mot|1)\ (?:nam|dot)
      | (?:dat|duoc|co|nhan|linh|huong|tang)(?:\ (?:duoc|luon))?\ ca(?!\ (?:nhan|nam|tap))  # "đạt cả … và …"
      | ca\ (?:hai|2|ba|3) | tong(?:\ (?:cong|so))?(?:\ tien)?(?=\ (?:la|duoc|linh|nhan|huong|thuong|bao|bn|may))
      | cong\ (?:don|gop|ca|lai|vao) | (?:kem|them)(?:\ (?:ca|mot|1|cai))*\ (?:danh\ hieu|bang\ khen|giay\ khen|huan)
      | (?:2|3|hai|ba|(?<!bao\ )nhieu)\ (?:danh\ hieu|hinh\ thuc|bang\ khen|giay\ khen|huan\ chuong)
    )(?!\w)
    """,
    re.VERBOSE,
)
_TITLES = re.compile(
    r"(?<!\w)(?:danh hieu|chien s[iy] (?:thi dua|tien tien)|lao dong tien tien|tap the lao dong|don vi tien tien|"
    r"don vi quyet thang|co thi dua|(?:gia dinh|thon|to dan pho|xa|phuong) (?:van hoa|tieu bieu)|anh hung|"
    r"nghe (?:nhan|si) (?:nhan dan|uu tu)|(?:nha giao|thay thuoc) (?:nhan dan|uu tu))(?!\w)"
)
_FORMS = re.compile(
    r"(?<!\w)(?:hinh thuc|bang khen|giay khen|huan chuong|huy chuong|k[yi] niem chuong|giai thuong)(?!\w)"
)

# "12 người được Lao động tiên tiến": one title each, nothing that comes together.
_SEVERAL_PEOPLE = re.compile(
    r"(?<![\w/.,])(?:[2-9]|[1-9]\d+) (?:nguoi|ca nhan|can bo|cong chuc|vien chuc|dong chi)(?!\w)"
)

# The clauses that rule it.
_RULES = {
    "both": re.compile(
        r"\bvua\b.*\bdanh hieu\b.*\bvua\b.*\bhinh thuc\b|\bvua\b.*\bhinh thuc\b.*\bvua\b.*\bdanh hieu\b"
    ),
    "titles": re.compile(r"\bnhieu danh hieu\b"),
    "forms": re.compile(r"\bnhieu hinh thuc\b"),
}
_LEVELS = frozenset({ProvisionKind.ARTICLE, ProvisionKind.CLAUSE, ProvisionKind.POINT, ProvisionKind.PARAGRAPH})


def asks_combination(question: Question) -> bool:
    """Whether it asks for the rewards of several titles or forms that one gets together."""
    folded = fold(written_out(question.reading.text))
    names_any = _TITLES.search(folded) or _FORMS.search(folded)
    if question.provisions or not names_any or _SEVERAL_PEOPLE.search(folded):
        return False
    return bool(_MONEY.search(folded) and _TOGETHER.search(folded))


def answer_combination(
    question: Question, day: date, library: Library, register: Register, shelf: Shelf
) -> Reply | None:
    """The rules of combination that apply on the day, quoted; None when no instrument with rates states one."""
    marks, lines = Marks(), []
    wanted = rewards_combined(question)
    for document_id in dict.fromkeys(found for found, _ in library.reward_rates()):
        opened = shelf.take(document_id)
        if opened is None:
            continue
        for provision in _rules(opened, wanted):
            if register.validity(document_id, day, provision.locator).applies:
                citation = opened.cite(provision, provision.start, provision.end)
                lines.append(f"{_without_label(plain(citation.quote), provision)} {marks.of(citation)}")
    return Reply(AnswerStatus.ANSWERED, "\n".join(lines), marks.citations) if lines else None


def rewards_combined(question: Question) -> str:
    """What comes together: "titles", "forms", or "both"."""
    folded = fold(written_out(question.reading.text))
    has_title, has_form = bool(_TITLES.search(folded)), bool(_FORMS.search(folded))
    if has_title and has_form:
        return "both"
    return "titles" if has_title else "forms"


def _rules(opened: OpenDocument, wanted: str) -> Iterator[Provision]:
    for provision in opened.provisions:
        own = fold(" ".join(opened.own_text(provision).split()))
        if provision.kind in _LEVELS and "tien thuong" in own and _RULES[wanted].search(own):
            yield provision


def _without_label(text: str, provision: Provision) -> str:
    return re.sub(rf"\A{re.escape(provision.label)}[.)]\s*", "", text) if provision.label else text
