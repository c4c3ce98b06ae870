"""Gold as the tables of a perfect run, so that the tracker can be scored without the extraction."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from csp_extract.evaluate.locate import place_each
from csp_extract.evaluate.rows import TABLES, GoldRow, PredictedReport

Row = dict[str, str]

_KEYS = {
    "dates": "date_id",
    "amounts": "amount_id",
    "initiatives": "initiative_id",
    "priorities": "priority_id",
    "commitments": "commitment_id",
    "decisions": "decision_id",
    "measures": "measure_id",
}
_DAY = re.compile(r"-(?=\d{4}-\d\d-\d\d)")
# Seasons of EDTF: first and last month within the year.
_SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}


def body_of(name: str) -> str:
    """Return whose report a name stands for: it is the body and the day of the meeting."""
    return _DAY.split(name, maxsplit=1)[0]


def gold_id(name: str, place: int) -> str:
    """Return the id of an annotation: the report and its place in the file."""
    return f"{name}:{place}"


def place_of(mention: str) -> tuple[str, int]:
    """Return the report and the place that an id of an annotation stands for."""
    name, _, place = mention.rpartition(":")
    return name, int(place)


def gold_tables(
    gold: Mapping[str, Sequence[GoldRow]], run: Mapping[str, PredictedReport]
) -> tuple[dict[str, list[Row]], dict[str, str]]:
    """Return the rows of all tables as the gold has them, and the text of each report by its id.

    The report's name is its id. Texts, and with them the sentence around a mention, come from a run
    over the same reports.
    """
    tables: dict[str, list[Row]] = {name: [] for name in ("reports", *TABLES)}
    texts: dict[str, str] = {}
    for name, rows in sorted(gold.items()):
        texts[name] = run[name].text if name in run else ""
        tables["reports"].append(_about(name, rows))
        for table, cells in _mentions(name, rows, texts[name]):
            tables[table].append(cells)
    return tables, texts


def _mentions(name: str, rows: Sequence[GoldRow], text: str) -> Iterator[tuple[str, Row]]:
    """Yield the rows of the mention tables, each with its place in the text and the line around.

    Equal words take the places of the text in their order; words that are not in the text stand
    where the annotation stands in the file.
    """
    for place, (row, spot) in enumerate(zip(rows, place_each(rows, text), strict=True)):
        if row.table not in TABLES:
            continue
        cells = _cells(name, place, row)
        if spot is not None:
            start, end = spot
            cells["char_start"] = str(start)
            cells["quote"] = _line(text, start, end)
        yield row.table, cells


def _line(text: str, start: int, end: int) -> str:
    """Return the sentence or line of the text around some words."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    ends = [at for at in (text.find("\n", end), text.find(". ", end)) if at >= 0]
    return text[first : min(ends, default=len(text)) + 1].strip()


def _about(name: str, rows: Sequence[GoldRow]) -> Row:
    """Return the row of reports.csv."""
    told = next((row.values for row in rows if row.table == "report"), {})
    columns = "body partnership committee meeting_date kind title".split()
    return {
        **{column: str(told.get(column, "")) for column in columns},
        "report_id": name,
        "path": f"{name}.pdf",
        "duplicate_of": "",
    }


def _cells(name: str, place: int, row: GoldRow) -> Row:
    """Return the row of a mention table."""
    cells = {column: _cell(value) for column, value in row.values.items()}
    if row.table == "commitments" and cells.get("due"):
        cells |= _days(cells["due"])
    return {
        **cells,
        _KEYS[row.table]: gold_id(name, place),
        "report_id": name,
        "para": row.para,
        "text": row.quote,
        "quote": row.quote,
        "char_start": str(place),
    }


def _cell(value: Any) -> str:
    """Return a gold value as a table has it."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _days(due: str) -> Row:
    """Return first and last day of a due date in EDTF."""
    first, _, last = due.partition("/")
    return {"due_start": _day(first, is_last=False), "due_end": _day(last or first, is_last=True)}


def _day(edtf: str, *, is_last: bool) -> str:
    """Return the first or the last day of a year, a season, a month or a day."""
    year, month, day = [*edtf.split("-"), "", ""][:3]
    if month in _SEASONS:
        month = _SEASONS[month][is_last]
    month = month or ("12" if is_last else "01")
    day = day or (str(monthrange(int(year), int(month))[1]) if is_last else "01")
    return f"{year}-{month}-{day}"
