"""What nobody would ask in earnest, asked on in a conversation: no failure, and a memory that can be kept."""

import pytest

from bot.answer import AnswerStatus
from bot.conversation.conversing import Conversing
from bot.conversation.memory import EMPTY, memory_from_json
from tests.bot.factories import TODAY
from tests.bot.opened import opened
from tests.system.hostile_inputs import hostile_inputs

QUESTIONS = [hostile for hostile in hostile_inputs() if hostile.question is not None]
PLAN = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
Số: 51/KH-UBND
Bình Minh, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua Sân trường xanh

I. MỤC ĐÍCH
1. Trồng cây ở mọi trường học trong tỉnh.

II. TỔ CHỨC THỰC HIỆN
1. Các trường gửi báo cáo kết quả về Sở Giáo dục và Đào tạo trước ngày 25/11/2026.
"""


@pytest.fixture(scope="module")
def conversing(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("conversing"), {"plan.txt": PLAN}) as (library, answering):
        yield Conversing(answering, library)


@pytest.fixture(scope="module")
def memory(conversing):
    """Of somebody who has just asked about the plan."""
    turn = conversing.reply("KH 51/KH-UBND Bình Minh các trường gửi báo cáo trước ngày nào?", EMPTY, TODAY)
    assert turn.answer.status is AnswerStatus.ANSWERED
    return turn.memory


@pytest.mark.parametrize("hostile", QUESTIONS, ids=lambda hostile: f"{hostile.family}: {hostile.description!a}")
def test_a_hostile_follow_up_is_answered_and_its_memory_can_be_kept(conversing, memory, hostile):
    turn = conversing.reply(hostile.question, memory, TODAY)
    assert turn.answer.status is not AnswerStatus.FAILED
    assert turn.answer.text.strip()
    kept = turn.memory.as_json().encode()
    assert memory_from_json(kept.decode()) == turn.memory
    assert conversing.reply("ai ký?", turn.memory, TODAY).answer.text.strip()
