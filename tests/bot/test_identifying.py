import pytest

from bot.identifying import identified
from bot.open_document import OpenDocument
from tests.bot.factories import document
from tests.bot.questions import focus


def held(title, issuer):
    return OpenDocument(document(title=title, issuer=issuer), ())


SHRIMP = held("Phát động phong trào thi đua nuôi tôm sạch", "Ủy ban nhân dân xã Cồn Sậy")
SILK_HERE = held("Phát động phong trào thi đua dệt lụa", "Ủy ban nhân dân quận Tơ Tằm")
SILK_THERE = held("Phát động phong trào thi đua dệt lụa", "Ủy ban nhân dân quận Bến Gấm")
NAMES = {id(SHRIMP): "shrimp", id(SILK_HERE): "silk here", id(SILK_THERE): "silk there"}


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Kế hoạch phát động thi đua nuôi tôm sạch do ai ký?", "shrimp"),  # by its title
        ("Phong trào thi đua nuôi tôm sạch của xã Cồn Sậy tổng kết khi nào?", "shrimp"),  # title and place
        ("Kế hoạch phát động thi đua dệt lụa của quận Bến Gấm do ai ký?", "silk there"),  # the place decides
        ("Kế hoạch phát động thi đua dệt lụa do ai ký?", None),  # two of that title
        ("Ủy ban nhân dân xã Cồn Sậy có bao nhiêu biên chế?", None),  # an issuer is no document
        ("Hồ sơ xe máy cũ gồm những gì?", None),
        ("Ai?", None),  # nothing to go by
    ],
)
def test_a_document_is_known_by_what_the_question_repeats_of_it(question, meant):
    found = identified(focus(question), [SILK_HERE, SHRIMP, SILK_THERE])
    assert (NAMES[id(found)] if found else None) == meant


def test_among_no_documents_none_is_meant():
    assert identified(focus("Kế hoạch nuôi tôm sạch do ai ký?"), []) is None
