"""What can go wrong: a wrong call is an error; a bad file is a problem, and costs itself alone."""

from enum import StrEnum


class ProblemCode(StrEnum):
    """Why a file is failed or partial, as reports.csv has it before the colon."""

    NOT_FOUND = "not_found"
    EMPTY = "empty"
    NOT_PDF = "not_pdf"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    NEEDS_OCR = "needs_ocr"
    NO_TEXT = "no_text"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    INTERNAL = "internal"


class CspExtractError(Exception):
    """The base of all our errors; its message is for users."""


class UnreadablePdfError(CspExtractError):
    """A file that gives no report; ``code`` says which way."""

    def __init__(self, code: ProblemCode, message: str) -> None:
        super().__init__(message)
        self.code = code


class WrongCallError(CspExtractError):
    """The command was called in a way that cannot work (exit status 2)."""


class OutputError(CspExtractError):
    """OUT cannot be written, or another run holds it (exit status 3)."""


class StaleSchemaError(CspExtractError):
    """Tables on disk were written by a program with another schema."""


class NoSuchRowError(WrongCallError):
    """No row has the id that was asked for."""
