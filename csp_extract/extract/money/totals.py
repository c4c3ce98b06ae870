"""Sums of sums: which amounts are the parts of which total."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.money.parts import share_told
from csp_extract.extract.money.sheet import TOTAL, Sheet
from csp_extract.extract.money.sums import NUMBER
from csp_extract.extract.reading import Reading
from csp_extract.records import AmountKind, AmountValue, Block

Sums = Sequence[Found[AmountValue]]

_BREAKS_DOWN = re.compile(
    r"\b(?:of which|of this|of that|out of (?:this|that)|from which|namely|compris\w+|consist\w+ of"
    r"|made up of|making up|divided|split|broken down|shared|distributed|leaving|balance|remain\w+"
    r"|rest|respectively|being|consisting|as follows|allocated|applied to|so that|and so|plus"
    r"|(?:to be )?(?:found|met|funded|paid for|borne|contributed) (?:\w+ )?by|with|partly)\b|:",
    re.IGNORECASE,
)
_SUMS_UP = re.compile(
    r"\b(?:in total|(?:grand )?total(?:ling|led|s)?|altogether|combined|overall|in all|sum of|makes"
    r"|making|together|the whole|brings|bringing|comes? to|came to|amount(?:s|ing|ed) to)\b",
    re.IGNORECASE,
)
_REACH = 40  # characters from a word of totalling to its sum
_MOST = 12  # parts
_NOTES_BETWEEN = 1  # captions between a paragraph and the table that it leads in
_FEW = 2  # parts that may add up by chance, unless words say that they are parts
_NUMERAL = re.compile(NUMBER)
_TOTAL_ROW = re.compile(
    r"(?:grand |sub-?|overall )?totals?\b(?-i:(?!(?: [A-Z]\w+){2}))", re.IGNORECASE
)
_BLANK = re.compile(r"[-–—*\s]*|n/?a|tbc", re.IGNORECASE)
_INSET = re.compile(r"(?:of which|including|incl|less|net|memo|add)\b", re.IGNORECASE)
_ALL = re.compile(r"\btotals?\b|^all\b|\boverall\b|\bcombined\b", re.IGNORECASE)
_APART = frozenset({AmountKind.VARIANCE, AmountKind.OTHER, AmountKind.THRESHOLD})


def with_totals(
    reading: Reading, sheets: Mapping[int, Sheet], amounts: Sums
) -> list[Found[AmountValue]]:
    """Return the sums with every total pointing at its parts.

    What running text says of a whole holds for its parts, unless they say otherwise.
    """
    found = list(amounts)
    for place, amount in enumerate(amounts):
        parts = parts_of(reading, sheets, amounts, place)
        if not parts:
            continue
        targets = {"total_of": tuple(Target("amounts", part.span) for part in parts)}
        found[place] = replace(found[place], targets=targets)
        if block_of(reading, amount).table < 0:
            share_told(reading, found, place, [amounts.index(part) for part in parts])
    return found


def parts_of(reading: Reading, sheets: Mapping[int, Sheet], amounts: Sums, place: int) -> Sums:
    """Return the sums that add up to a sum, none where no words and figures show it a total."""
    sheet = sheets.get(block_of(reading, amounts[place]).table)
    runs = (
        _runs_in_table(reading, sheet, amounts, place)
        if sheet is not None
        else _runs_in_prose(reading, amounts, place)
    )
    tried = [run for run in runs if run]
    adding = next((run for run in tried if adds_up(reading, run, amounts[place])), ())
    is_shown = bool(tried) and _is_shown_whole(reading, block_of(reading, amounts[place]), tried[0])
    return adding or (tried[0] if is_shown else ())


def _is_shown_whole(reading: Reading, own: Block, parts: Sums) -> bool:
    """Return whether a cell is called the total of a column that was read without a gap.

    Only then are its parts known even where they do not add up to it.
    """
    if own.table < 0 or not _TOTAL_ROW.match(own.row_head):
        return False
    first = min(block_of(reading, part).row for part in parts)
    column = [
        block
        for block in reading.blocks
        if block.table == own.table and first <= block.row < own.row
    ]
    figures = [
        block
        for block in column
        if block.col == own.col and not _BLANK.fullmatch(_words(reading, block))
    ]
    has_insets = any(_INSET.match(block.row_head) for block in column)
    return len(figures) == len(parts) and not has_insets


def _words(reading: Reading, block: Block) -> str:
    """Return the words of a block."""
    return reading.report.slice(block)


def _runs_in_prose(reading: Reading, amounts: Sums, place: int) -> Iterator[Sums]:
    """Yield the neighbouring sums that words show to be parts of a sum, likely ones first."""
    amount, text = amounts[place], reading.report.text
    if amount.value.value_max is not None:
        return
    block = _index(reading, amount)
    if _SUMS_UP.search(_around(text, amount.span)):
        near = amounts[max(0, place - 2 * _MOST) : place]
        before = [other for other in near if _index(reading, other) == block]
        yield from _ends(before)
    yield from _columns_below(reading, amounts, block)
    after = [
        other
        for other in amounts[place + 1 : place + 1 + 2 * _MOST]
        if _index(reading, other) == block or _is_led_in(reading, block, other)
    ]
    for count in range(min(len(after), _MOST), 1, -1):
        between = (
            text[amount.span.end : after[0].span.start]
            + text[after[0].span.end : after[1].span.start]
        )
        if count > _FEW or _BREAKS_DOWN.search(between) or TOTAL.search(_around(text, amount.span)):
            yield [] if _holds_more(after[:count], amount) else after[:count]


def _columns_below(reading: Reading, amounts: Sums, block: int) -> Iterator[Sums]:
    """Yield the columns of the table right below a paragraph, whole and payer by payer.

    A table with a total of its own has parts of that total, not of the paragraph's.
    """
    below = reading.blocks[block + 1 : block + 2 + _NOTES_BETWEEN]
    table = next((other.table for other in below if other.table >= 0), -1)
    columns: dict[int, list[Found[AmountValue]]] = {}
    for amount in amounts if table >= 0 else ():
        cell = block_of(reading, amount)
        if cell.table == table and TOTAL.search(cell.row_head):
            return
        if cell.table == table:
            columns.setdefault(cell.col, []).append(amount)
    for column in columns.values():
        yield _enough(column)
        payers = dict.fromkeys(cell.value.funder for cell in column)
        for payer in payers if len(payers) > 1 else ():
            yield _enough([cell for cell in column if cell.value.funder == payer])


def _holds_more(parts: Sums, total: Found[AmountValue]) -> bool:
    """Return whether a part is a range or as large as what it would be a part of."""
    whole = total.value.value or Decimal(0)
    return any(
        part.value.value is None
        or part.value.value_max is not None
        or abs(part.value.value) >= abs(whole)
        for part in parts
    )


def _ends(before: Sums) -> Iterator[Sums]:
    """Yield the last sums before a total, with and without those that only compare."""
    plain = [other for other in before if other.value.kind not in _APART]
    for run in (before, plain):
        for count in range(2, min(len(run), _MOST) + 1):
            yield run[-count:]


def _around(text: str, span: Span) -> str:
    """Return the words next to a sum."""
    return text[max(0, span.start - _REACH) : span.start] + " | " + text[span.end : span.end + 12]


def block_of(reading: Reading, amount: Found[AmountValue]) -> Block:
    """Return the block that holds a sum."""
    return reading.blocks[_index(reading, amount)]


def _index(reading: Reading, amount: Found[AmountValue]) -> int:
    """Return the index of the block that holds a sum."""
    passage = reading.passage_at(amount.span.start)
    return passage.block_index if passage else -1


def _is_led_in(reading: Reading, block: int, other: Found[AmountValue]) -> bool:
    """Return whether a sum stands in an item that the block leads in."""
    return reading.blocks[_index(reading, other)].lead_in == block


def _runs_in_table(reading: Reading, sheet: Sheet, amounts: Sums, place: int) -> Iterator[Sums]:
    """Yield the cells that a cell of totals may sum: those above it, or those to its left."""
    own = block_of(reading, amounts[place])
    is_last = own.row == max(sheet.labels, default=-1)
    if own.row in sheet.totals or (is_last and not _ALL.search(own.col_head)):
        above = _cells_above(reading, amounts, place)
        if own.row in sheet.totals or len(above) > _FEW:
            yield from _runs_above(sheet, above)
    elif _ALL.search(own.col_head):
        left: list[Found[AmountValue]] = []
        for other in reversed(amounts[:place][-_MOST:]):
            cell = block_of(reading, other)
            if (cell.table, cell.row) != (own.table, own.row):
                break
            left.insert(0, other)
        yield from (left[-count:] for count in range(len(left), 1, -1))


def _cells_above(
    reading: Reading, amounts: Sums, place: int
) -> list[tuple[int, Found[AmountValue]]]:
    """Return the sums above a cell in its column, each with its row, from the top."""
    own = block_of(reading, amounts[place])
    above: list[tuple[int, Found[AmountValue]]] = []
    for other in reversed(amounts[:place]):
        cell = block_of(reading, other)
        if cell.table != own.table:
            break
        if cell.col == own.col and cell.row < own.row:
            above.append((cell.row, other))
    return above[::-1]


def _runs_above(sheet: Sheet, above: Sequence[tuple[int, Found[AmountValue]]]) -> Iterator[Sums]:
    """Yield the rows since the last total, the totals with those rows, and all rows but totals."""
    totals = [row for row, _ in above if row in sheet.totals]
    last = max(totals, default=-1)
    yield _enough([other for row, other in above if row > last])
    yield _enough([other for row, other in above if row > last or row in totals])
    yield _enough([other for row, other in above if row not in totals])


def _enough(run: list[Found[AmountValue]]) -> Sums:
    """Return a run of two sums or more, else none."""
    return run if len(run) > 1 else ()


def adds_up(reading: Reading, parts: Sums, total: Found[AmountValue]) -> bool:
    """Return whether parts add up to a total, within what the rounding of each may hide."""
    difference = difference_of(parts, total)
    if difference is None or not parts or not total.value.value:
        return False
    return abs(difference) <= leeway(reading, [*parts, total])


def difference_of(parts: Sums, total: Found[AmountValue]) -> Decimal | None:
    """Return how far parts together exceed their total; ``None`` where they cannot be added."""
    values = [part.value.value for part in parts]
    currencies = {part.value.currency for part in (*parts, total)}
    if total.value.value is None or len(currencies) > 1:
        return None
    if any(value is None for value in values):
        return None
    return sum((value for value in values if value is not None), Decimal(0)) - total.value.value


def leeway(reading: Reading, sums: Sums) -> Decimal:
    """Return by how much sums may miss each other when each is rounded to its last digit."""
    return sum((_grain(reading, one) for one in sums), Decimal(0)) / 2


def _grain(reading: Reading, amount: Found[AmountValue]) -> Decimal:
    """Return the worth of the last printed digit: 1,000 of "£12k", 100,000 of "£1.2m"."""
    printed = _NUMERAL.search(reading.report.text[amount.span.start : amount.span.end])
    value = amount.value.value
    if printed is None or not value:
        return Decimal(0)
    plain = Decimal(re.sub(r"[,\s]", "", printed[0]))
    decimals = len(printed[0].partition(".")[2])
    return abs(value) / plain / 10**decimals if plain else Decimal(0)
