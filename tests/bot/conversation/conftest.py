"""The conversations that the tests of a module hold, over its `DOCUMENTS` or the invented plans."""

import pytest

from tests.bot.conversation.talking import ELSEWHERE, Talk, conversing_over
from tests.bot.deadline_plans import FILES


@pytest.fixture(scope="module")
def conversing(request, tmp_path_factory):
    with conversing_over(tmp_path_factory.mktemp("documents"), getattr(request.module, "DOCUMENTS", FILES)) as opened:
        yield opened


@pytest.fixture(scope="module")
def conversing_over_namesakes(tmp_path_factory):
    with conversing_over(tmp_path_factory.mktemp("namesakes"), {**FILES, "elsewhere.md": ELSEWHERE}) as opened:
        yield opened


@pytest.fixture
def talk(conversing):
    return Talk(conversing)
