"""The book of corrections: what each is about, and how a new one takes the place of an old."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from csp_extract.errors import WrongCallError
from csp_extract.records import Correction, CorrectionKind, id_of
from csp_extract.review.values import allowed, can_be_set

JUDGEMENTS = frozenset({CorrectionKind.SAME, CorrectionKind.DIFFERENT})


def identify(correction: Correction) -> Correction:
    """Return a correction with its id: a hash of what it is about, not of what it says.

    Raises:
        WrongCallError: it is about nothing, or its value cannot stand in its column.
    """
    _check(correction)
    if correction.kind in JUDGEMENTS:
        about = ["pair", correction.table, *sorted((correction.row_id, correction.other_id))]
    else:
        about = [correction.kind, correction.table, correction.row_id, correction.column]
    return replace(correction, correction_id=id_of("j", *about))


def _check(correction: Correction) -> None:
    """Hold a correction to what its kind needs.

    Raises:
        WrongCallError: something is missing or cannot be.
    """
    if not can_be_set(correction.table):
        raise WrongCallError(f"rows of {correction.table or 'no table'} cannot be corrected")
    if not correction.row_id:
        raise WrongCallError("a correction names no row")
    if correction.kind is CorrectionKind.SET:
        allowed(correction.table, correction.column, correction.value)
    if correction.kind in JUDGEMENTS and correction.other_id in {"", correction.row_id}:
        raise WrongCallError(f"a judgement needs two rows: {correction.row_id} and another")


def enter(book: Sequence[Correction], new: Iterable[Correction]) -> list[Correction]:
    """Return the book with new corrections at its end, in the place of those on the same matter.

    Raises:
        WrongCallError: a new one is about nothing, or its value cannot stand in its column.
    """
    entered = {one.correction_id: one for one in book}
    for one in map(identify, new):
        entered.pop(one.correction_id, None)
        entered[one.correction_id] = one
    return list(entered.values())


def withdraw(book: Sequence[Correction], correction_id: str) -> list[Correction]:
    """Return the book without one correction.

    Raises:
        WrongCallError: it is not in the book.
    """
    kept = [one for one in book if one.correction_id != correction_id]
    if len(kept) == len(book):
        raise WrongCallError(f"no correction {correction_id}")
    return kept


def told(correction: Correction) -> str:
    """Return a correction as a line for a person."""
    first = f"{correction.table} {correction.row_id} {_quoted(correction.text)}"
    match correction.kind:
        case CorrectionKind.SET:
            what = f"{first}: {correction.column} = {correction.value or '(empty)'}"
        case CorrectionKind.DROP:
            what = f"{first}: no such thing"
        case _:
            second = f"{correction.other_id} {_quoted(correction.other_text)}"
            what = f"{first} and {second}: {correction.kind}"
    said = ", ".join(part for part in (correction.who, correction.when, correction.note) if part)
    return f"{correction.correction_id}  {what}" + (f"  ({said})" if said else "")


def _quoted(text: str, shown: int = 60) -> str:
    """Return the words of a row, shortened."""
    return f"“{text}”" if len(text) <= shown else f"“{text[:shown].rsplit(' ', 1)[0]} …”"
