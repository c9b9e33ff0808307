import json

import pytest

from bot.answer import Choice
from bot.conversation.memory import EMPTY, VERSION, Meant, Memory, memory_from_json

FULL = Memory(
    questions=("Kế hoạch 7/KH-UBND do ai ký", "báo cáo trước ngày nào theo Kế hoạch 7/KH-UBND"),
    before=("giấy khen thưởng bao nhiêu",),
    documents=(Meant("7-kh", "Kế hoạch 7/KH-UBND", "Ủy ban nhân dân tỉnh Bình Minh"), Meant(None, "Kế hoạch 8")),
    earlier=(Meant("9-kh", "Kế hoạch 9/KH-UBND"),),
    place="Mục II.1",
    waiting="gửi cho ai",
    choices=(Choice("7/KH-UBND", "Kế hoạch 7/KH-UBND gửi cho ai"),),
)


@pytest.mark.parametrize("memory", [EMPTY, FULL])
def test_a_memory_is_read_back_as_it_was_written(memory):
    assert memory_from_json(memory.as_json()) == memory


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        "[" * 100_000,
        json.dumps({"version": VERSION}),
        json.dumps({"version": VERSION - 1, "questions": ["Một?"]}),  # an older form
        FULL.as_json().replace('"place": "Mục II.1"', '"place": 7'),
        FULL.as_json().replace('"id": null', '"id": 7'),
        FULL.as_json().replace('"label"', '"name"'),
    ],
)
def test_what_this_version_did_not_write_is_an_empty_memory(written):
    assert memory_from_json(written) == EMPTY
