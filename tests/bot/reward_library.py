"""Invented decrees on rewards and base salaries, and the answerer of rewards over a library of some of them."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.answerers.reward import answer_reward
from bot.asked_time import asked_time
from bot.open_document import Shelf
from corpus.library import Library
from corpus.model import Effect, EffectKind, Relation, RelationKind
from corpus.register import Register
from ingest.deriving import derive
from ingest.rewards import read_base_salaries, read_rewards
from ingest.source_text import SourceText
from tests.bot.letterhead import DECREE_HEAD
from tests.bot.questions import asked

TODAY = date(2034, 1, 10)
RATES = """\
Điều 1. Nguyên tắc tính tiền thưởng
1. Tiền thưởng sau khi nhân hệ số được làm tròn lên hàng chục nghìn đồng.
2. Người đạt nhiều danh hiệu trong cùng thời gian hưởng tiền thưởng của danh hiệu cao nhất.
3. Người vừa đạt danh hiệu vừa nhận hình thức khen thưởng hưởng tiền thưởng của cả hai.
Điều 2. Mức tiền thưởng
1. Đối với cá nhân:
a) “Chiến sĩ thi đua cơ sở”: tiền thưởng 1,0 lần mức lương cơ sở;
b) “Lao động tiên tiến”, “Chiến sĩ tiên tiến”: tiền thưởng 0,3 lần mức lương cơ sở;
c) Bằng khen của bộ, ban, ngành, tỉnh: tiền thưởng 1,5 lần mức lương cơ sở;
d) Kỷ niệm chương của bộ, ban, ngành, tỉnh: tiền thưởng không quá 0,6 lần mức lương cơ sở.
2. Tập thể được Bằng khen nhận tiền thưởng gấp hai lần mức của cá nhân.
"""
FIRST_SALARY = "Điều 1. Mức lương\n1. Mức lương cơ sở là 3.010.000 đồng/tháng.\n"
SECOND_SALARY = "Điều 1. Mức lương\n1. Từ ngày 01/7/2033, mức lương cơ sở là 3.120.000 đồng/tháng.\n"


def record(number, day, title, text, begins, ends=None):
    head = DECREE_HEAD.format(number=number, day=day, title=title)
    text = f"{head}Chính phủ ban hành Nghị định {title}.\n\n{text}"
    read = derive(SourceText(text, "txt"), Path(f"/srv/{number.replace('/', '-')}.txt"), number, {})
    effects = [Effect(EffectKind.BEGINS, begins, 0, 0, 5, text[:5])] if begins else []
    effects += [Effect(EffectKind.ENDS, ends, 0, 0, 5, text[:5])] if ends else []
    return replace(
        read,
        effects=tuple(effects),
        rewards=read_rewards(read.document, read.provisions),
        base_salaries=read_base_salaries(read.document, read.provisions),
    )


def replacing(one, other, kind=RelationKind.REPLACES):
    """The record with a relation that says that it replaces the other, quoted from its first line."""
    text, target = one.document.text, other.document
    relation = Relation(kind, target.number, target.kind, target.title, "", target.issued_on, 0, 0, 9, text[:9])
    return replace(one, relations=(*one.relations, relation))


DECREE = record("41/2031/NĐ-CP", "02 tháng 6 năm 2031", "quy định về khen thưởng", RATES, date(2031, 7, 1))
EARLIER = record(
    "17/2027/NĐ-CP", "05 tháng 3 năm 2027", "hướng dẫn khen thưởng",
    "Điều 1. Phạm vi\nNghị định này hướng dẫn khen thưởng.\n", date(2027, 4, 1), date(2031, 7, 1),
)  # fmt: skip
FIRST = record(
    "20/2030/NĐ-CP", "01 tháng 6 năm 2030", "quy định mức lương", FIRST_SALARY, date(2030, 7, 1), date(2033, 7, 1)
)
SECOND = record("52/2033/NĐ-CP", "15 tháng 5 năm 2033", "quy định mức lương", SECOND_SALARY, date(2033, 7, 1))


@contextmanager
def asking_rewards(path, *records):
    """Asks a library that holds the given records; a question and the day give a reply, or None."""
    library = Library.open(path, create=True)
    for one in records:
        library.add(one)
    register, shelf = Register(library), Shelf(library)

    def ask(question, day=TODAY):
        understood = asked(question)
        return answer_reward(understood, asked_time(understood, day), library, register, shelf)

    yield ask
    library.close()
