"""A table with money as its reader sees it: what each column and each row is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from csp_extract.extract.money.words import cues
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind

TOTAL = re.compile(
    r"\b(?:in total|(?:grand |sub-?)?total(?:ling|s)?|altogether|combined|overall|in all|sum of)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\s(£\-–−+.,\d%kKmn)*]*|nil", re.IGNORECASE)
_FUND = re.compile(r"\b(?:funds?|grants?|pot|top[ -]slice|scheme|programme)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:(?:of|and|on|upon|the) )?[A-Z&][\w'’.-]*){0,4}")
_SHARED_OUT = re.compile(
    r"\b(?:given|gave|awarded|allocated|shared|divided|distributed|granted|grants?|allocations?|paid)\b"
    r"[^.;]{0,40}\b(?:to|between|among|amongst)\s(?:the\s|each\s(?:of\sthe\s)?)?(?:[\w-]+\s){0,4}?"
    r"(?:councils|districts|boroughs|partnerships|authorities|areas|CSPs|wards|parishes)\b"
)
# Bodies that hold money of their own, as a service or a team does not.
_CORPORATE = re.compile(
    r"\b(?:partnerships?|councils?|trust|forum|police|constabulary|charity|ltd|limited|CIC"
    r"|association|homes|college|university)$",
    re.IGNORECASE,
)
_NO_PURPOSE = re.compile(
    r"(?:amount|value|sum|cost|award|grant|budget|year|date|due)\b[^a-z]*$|.{0,20}\b20\d\d\b[^a-z]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?P<what>[^()]{3,80}) \((?:from )?(?:the )?(?P<who>[^()]{2,60})\)")
_LONG = 30  # characters: a label of a form is shorter
_MOSTLY = 0.6  # of the labels of a column that name a body make it a column of bodies
_TITLES_ABOVE = 2  # blocks above a table among which its caption stands


class Label(NamedTuple):
    """A cell of words in a row, and the head over it."""

    head: str
    words: str
    col: int


class Paid(NamedTuple):
    """A fund, and the body that pays into it."""

    what: str
    who: str


@dataclass(frozen=True)
class Sheet:
    """The words of one table: its caption, its heads by column, its labels by row."""

    caption: str
    section: str
    heads: Mapping[int, str]
    labels: Mapping[int, tuple[Label, ...]]
    totals: frozenset[int]  # rows that sum up others
    lead: str = ""  # the paragraph right above

    def label(self, row: int, role: str) -> str:
        """Return the words of a row that play one role: funder, recipient, purpose."""
        return next(
            (label.words for label in self.labels.get(row, ()) if self._role(label) == role), ""
        )

    def field(self, role: str) -> str:
        """Return the words beside the label of one role, where the table is a form."""
        if self.heads:
            return ""
        pairs = [row for row in self.labels.values() if len(row) > 1]
        return next(
            (
                row[1].words
                for row in pairs
                if _role_of_head(row[0].words) == role and len(row[0].words) < _LONG
            ),
            "",
        )

    @property
    def is_of_payers(self) -> bool:
        """Whether the rows of a table are those who pay."""
        return "funder" in self._roles.values()

    def payer_over(self, col: int) -> str:
        """Return the body at the head of a column, where the columns stand for bodies."""
        return self._payers.get(col, "") if len(self._payers) > 1 else ""

    def payer_in(self, row: int) -> Paid | None:
        """Return the fund and the body behind it that a row names: "Youth Fund (Home Office)"."""
        for label in self.labels.get(row, ()):
            match = _BEHIND.fullmatch(label.words)
            if match and _FUND.search(match["what"]) and _is_body(match["who"]):
                return Paid(match["what"], match["who"])
        return None

    def head_before(self, col: int) -> Iterator[str]:
        """Yield the heads to the left of a column, the nearest first."""
        for left in range(col - 1, -1, -1):
            yield self.heads.get(left, "")

    def _role(self, label: Label) -> str:
        """Return what some words tell: by their head, else by what stands in their column."""
        role = self._roles.get(label.col, "")
        if role == "purpose" and _NO_PURPOSE.match(label.words):
            return ""
        if role == "purpose" and _CORPORATE.search(label.words) and _is_body(label.words):
            return self._role_of_bodies() if "recipient" not in self._roles.values() else role
        if role != "recipient" or _role_of_head(label.head) == "recipient":
            return "purpose" if role == "recipient" and _FUND.search(label.words) else role
        is_getter = _is_body(label.words) or (self._is_shared_out and _is_name(label.words))
        return "recipient" if is_getter and not _FUND.search(label.words) else "purpose"

    @cached_property
    def _is_shared_out(self) -> bool:
        """Whether the paragraph above says that money goes to bodies of one sort."""
        return bool(_SHARED_OUT.search(self.lead))

    @cached_property
    def _payers(self) -> Mapping[int, str]:
        named = {col: parties_in(head) for col, head in self.heads.items()}
        return {
            col: parties[0].name
            for col, parties in named.items()
            if len(parties) == 1 and len(parties[0].name) * 2 > len(self.heads[col])
        }

    @cached_property
    def _roles(self) -> Mapping[int, str]:
        columns: dict[int, list[Label]] = {}
        for row in self.labels.values():
            for label in row:
                columns.setdefault(label.col, []).append(label)
        roles = {col: _role_of_head(labels[0].head) for col, labels in columns.items()}
        open_columns = [col for col, role in sorted(roles.items()) if not role]
        for col in open_columns[:1]:
            roles[col] = self._role_of_words(columns[col], frozenset(roles.values()))
        return roles

    def _role_of_words(self, labels: Sequence[Label], taken: frozenset[str]) -> str:
        """Return the role of the first column whose head tells none."""
        plain = [label.words for label in labels if not TOTAL.search(label.words)]
        bodies = sum(_is_body(words) for words in plain)
        names = sum(map(_is_name, plain)) if self._is_shared_out else 0
        is_of_bodies = bool(plain) and max(bodies, names) >= len(plain) * _MOSTLY
        role = self._role_of_bodies() if is_of_bodies else "purpose"
        return role if role == "funder" or role not in taken else ""

    def _role_of_bodies(self) -> str:
        """Return whether the bodies of the rows pay or get, by the titles of the table."""
        titles = f"{self.caption} | {self.section}"
        return "funder" if cues("tables", "paying").search(titles) else "recipient"


def _is_body(words: str) -> bool:
    """Return whether a label names a body and little else."""
    parties = parties_in(words)
    is_named = bool(parties) and parties[0].span.start == 0 and not parties[0].is_common
    return is_named and not _FUND.search(words)


def _is_name(words: str) -> bool:
    """Return whether a label is a proper name and nothing else, such as that of a place."""
    return bool(_NAME.fullmatch(words))


def _role_of_head(head: str) -> str:
    """Return the role that the head over some words gives them, or nothing."""
    return next(
        (
            role
            for role in ("period", "funder", "recipient", "purpose", "aside")
            if cues("tables", role).search(head)
        ),
        "",
    )


def sheets_of(reading: Reading) -> dict[int, Sheet]:
    """Return the tables of a report by their number."""
    cells: dict[int, list[tuple[int, Block]]] = {}
    for index, block in enumerate(reading.blocks):
        if block.kind is BlockKind.CELL and block.table >= 0:
            cells.setdefault(block.table, []).append((index, block))
    return {table: _sheet(reading, found) for table, found in cells.items()}


def _sheet(reading: Reading, cells: Sequence[tuple[int, Block]]) -> Sheet:
    """Return the words of one table."""
    heads: dict[int, str] = {}
    labels: dict[int, list[Label]] = {}
    totals = {block.row for _, block in cells if TOTAL.search(block.row_head)}
    body_rows = {block.row for _, block in cells if not block.is_head}
    for _, block in cells:
        words = reading.report.slice(block).strip()
        if block.col_head:
            heads.setdefault(block.col, block.col_head)
        if block.row in body_rows and words and not _FIGURE.fullmatch(words):
            labels.setdefault(block.row, []).append(Label(block.col_head, words, block.col))
    by_row = {row: tuple(found) for row, found in labels.items()}
    # The head over the row labels often is the title of the table: "Table A: capital, £000".
    titles = (_caption(reading, cells[0][0]), heads.get(0, ""))
    caption = " | ".join(title for title in titles if title)
    lead = _lead(reading, cells[0][0])
    return Sheet(caption, cells[0][1].section, heads, by_row, frozenset(totals), lead)


def _lead(reading: Reading, index: int) -> str:
    """Return the paragraph above a table, its caption between them or not."""
    above = reversed(reading.blocks[max(0, index - _TITLES_ABOVE) : index])
    told = next((block for block in above if block.kind is BlockKind.PARAGRAPH), None)
    return reading.report.slice(told) if told else ""


def _caption(reading: Reading, index: int) -> str:
    """Return the caption right before the cell that opens a table, or what leads it in.

    A sentence that ends in a colon ("Forecast for the year, in £'000:") is a caption as well.
    """
    above = reading.blocks[max(0, index - _TITLES_ABOVE) : index]
    for block in reversed(above):
        if block.kind is BlockKind.CAPTION:
            return reading.report.slice(block)
    last = reading.passages_of(index - 1)[-1:] if above else []
    return last[0].text if last and last[0].text.endswith(":") else ""
