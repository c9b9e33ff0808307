"""A working day of one office, from its reminders in the morning to its journal in the evening.

python -m tests.system.telegram.day > transcript.txt
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.bot.deadline_plans import CHANGE, LAMPS
from tests.bot.libraries import FILES
from tests.bot.opened import opened
from tests.system.telegram.running_bot import VIETNAM, OfficeClock, conversing_over
from tests.system.telegram.served_office import ServedOffice, word_file
from tests.telegram_server.server import BotApiServer

HANH = 21


class Day:
    """The people of the office, what they do and what they see."""

    def __init__(self, office):
        self.office = office
        self.chat = office.chat
        self.bot = office.chat.bot
        self.hanh = office.chat.person("Hạnh", HANH)
        self.group = office.chat.group("Phòng Thi đua", office.lan, office.an, office.binh)

    def lived(self):
        """The whole day has passed."""
        self.office.clock.set(2026, 11, 5, 16, 30)
        with self.office.running():
            self._the_evening_before()
        self.at(7, 31)
        with self.office.running():
            self._morning()
            self._in_the_group()
            self._a_new_plan()
        self.at(12, 30)
        with self.office.running():  # the machine was started anew at noon
            self._afternoon()
            self._evening()

    def at(self, hour, minute):
        """It is this time of Friday, 6 November 2026."""
        self.office.clock.set(2026, 11, 6, hour, minute)

    def _the_evening_before(self):
        self.office.an.says("/nhac 21/KH-UBND")
        self.bot.answers_with("Đã bật nhắc hạn")
        self.office.lan.says("/duyet", to=self.group)
        self.bot.answers_with("Nhóm đã được phép")

    def _morning(self):
        an, lan, hanh, bot = self.office.an, self.office.lan, self.hanh, self.bot
        bot.answers_with("Nhắc hạn ngày 06/11/2026", to=an)
        self.at(8, 2)
        hanh.says("/start")
        bot.answers_with("Mã của anh/chị")
        lan.presses("Duyệt")
        bot.edits_to("Đã duyệt Hạnh")
        bot.answers_with("đã được duyệt", to=hanh)
        self.at(8, 5)
        hanh.says("kh 21 xã gửi hồ sơ đề nghị tặng bằng khen chậm nhất ngày nào")
        answer = bot.answers_with("30/11/2026")
        hanh.presses("[1]", under=answer)
        bot.answers_with("Gửi hồ sơ đề nghị tặng Bằng khen")
        hanh.says("ai ký?")
        bot.answers_with("Đặng Thị Hải Yến")
        hanh.says("thế còn Sở Nội vụ phải làm gì")
        bot.answers_with("Sở Nội vụ")
        hanh.presses("Đưa vào lịch", under=answer)
        bot.sends_file(".ics")

    def _in_the_group(self):
        office, bot, group = self.office, self.bot, self.group
        self.at(9, 10)
        office.binh.says("Chào cả phòng, tuần này có việc gì đến hạn không?", to=group)
        office.an.says("/hanchot tháng 11", to=group)
        bot.answers_with("Việc đến hạn")
        office.an.says("/hoi Điều 4 Nghị định 41/2019/NĐ-CP quy định gì", to=group)
        bot.answers_with("Hồ sơ gồm")
        self.at(9, 15)
        office.binh.replies("thế còn Điều 3?", to=group)
        bot.answers_with("Tiêu chuẩn danh hiệu làng nghề xanh")

    def _a_new_plan(self):
        lan, bot = self.office.lan, self.bot
        self.at(10, 40)
        lan.sends_file("KH sua doi KH 21.docx", word_file(CHANGE))
        bot.answers_with("KH sua doi KH 21.docx")
        self.office.serve()
        preview = bot.edits_to("Kế hoạch 47/KH-UBND", to=lan)
        self.at(10, 45)
        self.office.decided("Công bố", preview)
        bot.edits_to("Lan đã công bố")

    def _afternoon(self):
        an, binh, hanh, bot = self.office.an, self.office.binh, self.hanh, self.bot
        bot.answers_with("Văn bản có thay đổi", to=an)
        bot.answers_with("Văn bản có thay đổi", to=hanh)
        self.at(13, 30)
        an.says("KH 21 xã gửi hồ sơ đề nghị tặng bằng khen trước ngày nào")
        bot.answers_with("20/12/2026")
        self.at(14, 5)
        binh.says("kh 57 gửi báo cáo khi nào")
        bot.answers_with("Có 2 văn bản cùng số 57/KH-UBND")
        binh.presses("tỉnh Bình Minh")
        bot.answers_with("25/11/2026")
        self.at(14, 20)
        binh.says("mức tiền thưởng chiến sĩ thi đua cơ sở")
        bot.answers_with("Trong kho không có")
        binh.edits("KH 57 của tỉnh Bình Minh tặng mấy Cờ thi đua")
        bot.edits_to("25 Cờ thi đua")

    def _evening(self):
        lan, hanh, bot = self.office.lan, self.hanh, self.bot
        self.at(15, 30)
        hanh.says("/vanban đường quê")
        bot.answers_with("Đường quê sáng đèn")
        hanh.says("nghị định 41 về làng nghề xanh quy định hồ sơ gồm những gì")
        bot.answers_with("tờ trình")
        hanh.presses("Thiếu")
        bot.answers_with("/gopy")
        hanh.says("/gopy Chưa nêu thời hạn trả lời hồ sơ")
        bot.answers_with("góp ý đã được ghi lại")
        self.at(16, 45)
        lan.says("/tamdung Sao lưu máy chủ")
        bot.answers_with("Đã tạm dừng")
        hanh.says("hôm nay còn việc gì không")
        bot.answers_with("tạm dừng")
        self.at(16, 55)
        lan.says("/tieptuc")
        bot.answers_with("trả lời trở lại")
        lan.says("/nhatky 12")
        bot.answers_with("12 việc gần nhất")
        bot.stays_quiet()

    def transcript(self):
        """What each of the chats shows in the evening."""
        office = self.office
        chats = {"Lan (quản trị viên)": office.lan.user_id, "An": office.an.user_id, "Hạnh": HANH}
        chats |= {"Bình": office.binh.user_id, "Nhóm Phòng Thi đua": self.group.id}
        return "\n\n".join(
            f"===== {name}\n{office.server.transcript(chat_id, zone=VIETNAM)}" for name, chat_id in chats.items()
        )


def main():
    """Prints the transcript."""
    os.environ["NO_PROXY"] = "127.0.0.1"
    clock = OfficeClock(2026, 11, 5, 16, 30)
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder), {**FILES, "lamps.md": LAMPS}) as both,
        BotApiServer(clock=clock.seconds).serving() as server,
    ):
        own_library = (Path(folder), *conversing_over(both))
        day = Day(ServedOffice(server, Path(folder) / "office", own_library, clock))
        try:
            day.lived()
        finally:
            print(day.transcript())


if __name__ == "__main__":
    sys.exit(main())
