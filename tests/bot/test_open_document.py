from bot.open_document import Shelf
from tests.bot.libraries import PROVINCE_PLAN
from tests.bot.opened import opened


def test_the_shelf_gives_the_deadlines_of_the_library_as_it_is(tmp_path):
    with opened(tmp_path, {"57-kh-ubnd.txt": PROVINCE_PLAN}) as (library, _):
        [document_id] = library.document_ids()
        shelf, held = Shelf(library), library.held_deadlines()
        assert held
        assert shelf.held_deadlines([document_id, "unknown"]) == held
        assert shelf.held_deadlines([document_id])[0] is shelf.held_deadlines([document_id])[0]  # read once
        library.remove(document_id)
        assert shelf.held_deadlines([document_id]) == []
