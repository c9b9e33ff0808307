"""The marks [1], [2] of an answer: which citation each counts."""

from bot.answer import Citation


class Marks:
    """Citations in the order of their first use; one place has one mark for each time that it is cited of."""

    def __init__(self) -> None:
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that were marked."""
        return tuple(self._citations)

    def of(self, citation: Citation) -> str:
        """The mark of the citation: "[2]"."""
        places = [(one.document.id, one.start, one.end, one.validity) for one in self._citations]
        place = (citation.document.id, citation.start, citation.end, citation.validity)
        if place not in places:
            self._citations.append(citation)
            places.append(place)
        return f"[{places.index(place) + 1}]"
