"""Why a file from the inbox is not taken, as a code that the bot has words for."""

from corpus.upload import Refusal, RefusalCode
from ingest.errors import (
    AlreadyHeld,
    EmptySource,
    EncryptedSource,
    IncorrectCorrection,
    IngestError,
    MissingSource,
    RefusedSource,
    ScannedSource,
    SourceTooLarge,
    UnreadableSource,
    UnsupportedFormat,
)
from ingest.pipeline import FAULT_OF_THE_PROGRAM

# The first that fits.
_CODES: tuple[tuple[type[IngestError], RefusalCode], ...] = (
    (MissingSource, RefusalCode.MISSING),
    (EncryptedSource, RefusalCode.ENCRYPTED),
    (ScannedSource, RefusalCode.SCANNED),
    (UnreadableSource, RefusalCode.UNREADABLE),
    (UnsupportedFormat, RefusalCode.UNSUPPORTED),
    (EmptySource, RefusalCode.EMPTY),
    (SourceTooLarge, RefusalCode.TOO_LARGE),
    (AlreadyHeld, RefusalCode.ALREADY_HELD),
    (IncorrectCorrection, RefusalCode.INCORRECT_CORRECTION),
)


def refusal_of(error: IngestError) -> Refusal:
    """The refusal that the error means."""
    detail = error.why if isinstance(error, RefusedSource) else str(error)
    if FAULT_OF_THE_PROGRAM in detail:
        return Refusal(RefusalCode.PROGRAM_FAULT, detail)
    code = next((code for kind, code in _CODES if isinstance(error, kind)), RefusalCode.UNREADABLE)
    return Refusal(code, detail)
