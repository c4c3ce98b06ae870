"""Every sum of money of a report, with what it is."""

from collections.abc import Mapping, Sequence

from csp_extract.extract.found import Found
from csp_extract.extract.money.cells import read_cell
from csp_extract.extract.money.givers import with_giver
from csp_extract.extract.money.known import with_known_getters
from csp_extract.extract.money.leads import with_leads
from csp_extract.extract.money.pots import with_pots
from csp_extract.extract.money.pronouns import with_antecedents
from csp_extract.extract.money.prose import of_sentence
from csp_extract.extract.money.rules import read_sums
from csp_extract.extract.money.sheet import Sheet, sheets_of
from csp_extract.extract.money.table import as_decided, of_cell, with_fields
from csp_extract.extract.money.topics import with_topics
from csp_extract.extract.money.totals import with_totals
from csp_extract.extract.organisations import acronyms_of
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountValue


def find_amounts(reading: Reading) -> list[Found[AmountValue]]:
    """Return every sum of money in the report, in order."""
    own = acronyms_of(reading.report.text)
    sheets = sheets_of(reading)
    found: list[Found[AmountValue]] = []
    for passage in reading.passages:
        found.extend(_in_passage(reading, passage, sheets.get(passage.block.table), own))
    known = with_known_getters(reading, found)
    told = with_leads(reading, with_topics(reading, with_antecedents(reading, known)))
    paid = with_pots(reading, told)
    settled = with_totals(reading, sheets, [as_decided(reading, amount) for amount in paid])
    return with_giver(reading, settled)


def _in_passage(
    reading: Reading, passage: Passage, sheet: Sheet | None, own: Mapping[str, str]
) -> Sequence[Found[AmountValue]]:
    """Return the sums of one passage."""
    cell = read_cell(passage, sheet.caption) if sheet is not None else None
    if cell is not None and sheet is not None:
        return [of_cell(passage, sheet, *cell)]
    sums = read_sums(passage.text)
    found = of_sentence(reading, passage, sums, own) if sums else []
    return found if sheet is None else [with_fields(sheet, amount) for amount in found]
