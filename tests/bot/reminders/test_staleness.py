"""What people learn of a document after they asked about it; every document is read by the real pipeline."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC

import pytest

from bot.records.given_answers import CitedPlace, GivenAnswer
from bot.records.records import open_records
from bot.records.subscriptions import Subject, Wish
from tests.bot.deadline_plans import CHANGE, LAMPS, TREES, plan
from tests.bot.reminders.desk import CHAT, OTHER_CHAT, Desk
from tests.ingest.pipelines import workshop_in
from tests.plans import before

GROUP = -7
ASKED = "2026-11-20 15:00"
REPLACING = plan(
    55,
    "ngày 18 tháng 11 năm 2026",
    "Thay thế Kế hoạch số 21/KH-UBND ngày 15/01/2026 về phong trào thi đua “Đường quê sáng đèn”",
    """
I. NỘI DUNG
1. Kế hoạch này thay thế Kế hoạch số 21/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh.
2. Sở Nội vụ tổng hợp kết quả thắp sáng đường làng, báo cáo Ủy ban nhân dân tỉnh trước ngày 28/12/2026.
""",
)


class Newsroom(Desk):
    """An office whose library grows while people ask."""

    def __init__(self, workshop, records, folder):
        super().__init__(workshop.library, records)
        self._workshop = workshop
        self._folder = folder

    def ingest(self, name, text):
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        [report] = self._workshop.add(path)
        assert str(report.status) in {"added", "changed"}, report
        return next(head for head in self.holdings.library.document_heads() if head.path == str(path))

    def remove(self, document):
        self._workshop.pipeline.remove(document)

    def asked(self, document, when=ASKED, chat=CHAT):
        """An answer that cites the document was given then."""
        moment = self.at(when).astimezone(UTC)
        cited = (CitedPlace(document.id, document.digest, 0, 9, None),)
        self.records.given_answers.keep(
            GivenAnswer(
                id=f"{chat}-{document.id}-{when}",
                update_id=None,
                chat_id=chat,
                user_id=abs(chat),
                message_id=1,
                at=moment,
                as_of=moment.date(),
                question="hạn nộp hồ sơ",
                status="answered",
                kind="deadline",
                html="…",
                cited=cited,
            )
        )


@contextmanager
def newsroom(folder, **files):
    with workshop_in(folder / "data") as workshop, open_records(folder / "bot.sqlite3") as records:
        sources = folder / "sources"
        sources.mkdir()
        office = Newsroom(workshop, records, sources)
        yield office, [office.ingest(f"{name}.md", text) for name, text in files.items()]


def followed(document):
    return Wish(Subject.DOCUMENT, document.id, document.id)


def test_who_asked_learns_once_that_the_plan_is_replaced(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        assert office.said("2026-11-20 15:01") == []  # the first look only records
        office.ingest("new.md", REPLACING)
        [told] = office.said("2026-11-20 16:00")
        lines = told.split("\n")
        assert lines[0] == "Văn bản có thay đổi"
        assert lines[2].startswith(
            "• Kế hoạch 21/KH-UBND mà anh/chị đã hỏi ngày 20/11/2026 nay được thay thế bằng Kế hoạch 55/KH-UBND"
        )
        assert "“Thay thế Kế hoạch số 21/KH-UBND ngày 15/01/2026" in told
        assert office.said("2026-11-20 16:01") == []
        office.restart()
        office.ingest("trees.md", TREES)
        assert office.said("2026-11-21 08:00") == []


def test_the_notice_opens_both_documents(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        office.ingest("new.md", REPLACING)
        [notice] = office.reminding.due(office.at("2026-11-20 16:00"))
        assert [button.label for row in notice.rows for button in row] == [
            "Kế hoạch 21/KH-UBND",
            "Kế hoạch 55/KH-UBND",
        ]


def test_an_amendment_tells_which_day_has_moved(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        office.ingest("change.md", CHANGE)
        [told] = office.said("2026-11-20 16:00")
        assert "nay được sửa đổi, bổ sung bởi Kế hoạch 47/KH-UBND ngày 02/11/2026" in told
        assert "đổi hạn từ “trước ngày 30/11/2026” thành “trước ngày 20/12/2026”" in told


def test_who_follows_learns_and_others_do_not(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS, trees=TREES) as (office, [lamps, trees]):
        office.follow(followed(lamps), ASKED)
        office.follow(followed(trees), ASKED, chat=OTHER_CHAT)
        office.said("2026-11-20 15:01")
        office.ingest("new.md", REPLACING)
        [notice] = office.reminding.due(office.at("2026-11-20 16:00"))
        assert notice.chat_id == CHAT
        assert "mà anh/chị đang theo dõi" in notice.html


def test_a_group_is_told_as_a_group(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps, chat=GROUP)
        office.said("2026-11-20 15:01")
        office.ingest("new.md", REPLACING)
        assert "mà nhóm đã hỏi ngày 20/11/2026" in office.said("2026-11-20 16:00")[0]


def test_a_day_that_the_document_itself_changes_is_told(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        office.ingest("lamps.md", LAMPS.replace("trước ngày 30/11/2026", "trước ngày 15/12/2026"))
        [told] = office.said("2026-11-20 16:00")
        assert "đổi hạn từ “trước ngày 30/11/2026” thành “trước ngày 15/12/2026”" in told
        assert "Gửi hồ sơ đề nghị tặng Bằng khen" in told
        assert told.count("• ") == 1
        assert office.said("2026-11-20 16:01") == []


def test_a_document_that_changes_elsewhere_is_not_told(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        office.ingest("lamps.md", LAMPS.replace("khơi dậy sức dân", "khơi dậy sức dân và tình làng"))
        assert office.said("2026-11-20 16:00") == []


@pytest.mark.parametrize(
    ("is_corrected", "expected"),
    [
        (True, "có hạn được cán bộ chỉnh từ “trước ngày 30/11/2026” thành “trước ngày 05/12/2026”"),
        (False, "có hạn được đọc lại: trước đây ghi “trước ngày 30/11/2026”, nay ghi “trước ngày 05/12/2026”"),
    ],
)
def test_a_day_that_an_officer_or_a_better_reading_changes_is_told_as_such(tmp_path, is_corrected, expected):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        record = office.holdings.library.record(lamps.id)
        deadlines = tuple(
            replace(one, rule=before("2026-12-05"), is_corrected=is_corrected)
            if one.rule == before("2026-11-30")
            else one
            for one in record.deadlines
        )
        office.holdings.library.add(replace(record, deadlines=deadlines))
        [told] = office.said("2026-11-20 16:00")
        assert expected in told


def test_who_follows_learns_that_a_document_is_gone(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.follow(followed(lamps), ASKED)
        office.asked(lamps, chat=OTHER_CHAT)
        office.said("2026-11-20 15:01")
        office.remove(lamps)
        [notice] = office.reminding.due(office.at("2026-11-20 16:00"))
        assert notice.chat_id == CHAT
        assert "Kế hoạch 21/KH-UBND</b> mà anh/chị đang theo dõi nay không còn trong kho" in notice.html


def test_a_document_whose_number_is_corrected_is_followed_on(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.follow(followed(lamps), ASKED)
        office.said("2026-11-20 15:01")
        again = office.ingest("lamps.md", LAMPS.replace("Số: 21/KH-UBND", "Số: 22/KH-UBND"))
        assert office.said("2026-11-20 16:00") == []
        assert [one.wish.about for one in office.records.subscriptions.of_chat(CHAT)] == [again.id]


def test_who_asked_long_ago_is_left_alone(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps, "2026-10-01 09:00")
        office.said("2026-10-01 09:01")
        office.ingest("new.md", REPLACING)
        assert office.said("2026-11-20 16:00") == []


def test_what_changed_while_the_process_was_down_is_told_when_it_runs(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        office.ingest("new.md", REPLACING)
        office.restart()
        assert len(office.said("2026-11-21 09:00")) == 1


def test_nobody_is_told_at_night(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS) as (office, [lamps]):
        office.asked(lamps)
        office.said("2026-11-20 15:01")
        office.ingest("new.md", REPLACING)
        assert office.said("2026-11-20 23:00") == []
        assert len(office.said("2026-11-21 07:30")) == 1


def test_several_changes_are_one_message(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS, trees=TREES) as (office, [lamps, trees]):
        office.asked(lamps)
        office.asked(trees)
        office.said("2026-11-20 15:01")
        office.ingest("new.md", REPLACING)
        office.ingest("trees.md", TREES.replace("trước ngày 05/12/2026", "trước ngày 10/12/2026"))
        [told] = office.said("2026-11-20 16:00")
        assert told.count("• ") == 2


@pytest.mark.parametrize("text", [LAMPS, TREES])
def test_a_library_that_is_built_anew_from_the_same_files_tells_nothing(tmp_path, text):
    with newsroom(tmp_path, plan=text) as (office, [document]):
        office.asked(document)
        office.said("2026-11-20 15:01")
        record = office.holdings.library.record(document.id)
        office.holdings.library.replace_all([record])
        assert office.said("2026-11-20 16:00") == []


def test_a_topic_reminds_of_what_speaks_of_it_alone(tmp_path):
    with newsroom(tmp_path, lamps=LAMPS, trees=TREES) as (office, _):
        office.follow(Wish(Subject.TOPIC, "trồng cây bóng mát", "trong cay bong mat"), "2026-11-20 15:00", days=(7,))
        [told] = office.said("2026-11-27 07:30")
        assert "báo cáo khen thưởng trồng cây" in told
        assert "Kế hoạch 21/KH-UBND" not in told
