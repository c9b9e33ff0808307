"""A document in a few words: all that it does not say is empty."""

from datetime import date

from corpus.identifier import document_id, kind_of, parse_number
from corpus.model import Document, Form


def document(number="", issued_on="", *, kind=None, title="", issuer="", form=Form.OFFICIAL, **more):
    """A document; its kind is what its number means, else that of news."""
    parsed = parse_number(number) if number and isinstance(number, str) else number or None
    kind = (kind_of(parsed.symbol) if parsed else "Tin") if kind is None else kind
    identity = more.pop("id", None) or document_id(parsed, kind, title, issuer, day(issued_on))
    values = {
        "superior": "",
        "place": "",
        "signer": None,
        "addressees": (),
        "recipients": (),
        "source": "",
        "path": f"/invented/{identity}",
        "digest": identity,
        "text": "",
        "pages": (),
    }
    return Document(
        id=identity,
        number=parsed,
        kind=kind,
        title=title,
        issuer=issuer,
        issued_on=day(issued_on),
        form=form,
        **{**values, **more},
    )


def day(text):
    """The day of an ISO text, None for ""; a day is itself."""
    return date.fromisoformat(text) if isinstance(text, str) and text else text or None
