"""Decisions in the cells of a table and the values of a form, by the label over or beside them."""

import re
from dataclasses import replace

from csp_extract.extract.decisions.bodies import BODY
from csp_extract.extract.decisions.items import reads_as_decided
from csp_extract.extract.decisions.labels import LABEL
from csp_extract.extract.decisions.openings import BARE_THAT, Opening
from csp_extract.extract.decisions.rules import read_opening
from csp_extract.extract.decisions.verbs import opens_with_verb
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

LABELLED = "under a label of decisions"
_MADE = re.compile(
    r"(?:(?:board|committee|panel|group|final|key|executive|officer)\s)?"
    r"(?:(?:summary|details) of (?:the )?decision|decision (?:summary|details)"
    r"|decisions?(?: made| taken)?|resolutions?|resolved|agreed(?: outcomes?)?)\s?:?",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:(?:officers?|proposed|draft)\s)?"
    r"(?:recommend(?:ations?|ed)(?:\(s\))?|proposed (?:decision|resolution)s?"
    r"|decisions? (?:required|sought)|recommended (?:decision|action)s?)\s?:?",
    re.IGNORECASE,
)
# What came of an item of a meeting; elsewhere, of a piece of work.
_TOLD = re.compile(r"(?:(?:action|meeting) )?outcomes?\s?:?", re.IGNORECASE)
_AGREED = re.compile(r"(?:agreed|resolved)\s?:?", re.IGNORECASE)
_TO_ACT = re.compile(r"(?:Not\s)?[Tt]o\s[a-z]{2,}\s")
_WAS = re.compile(
    r"[^.:;?]{3,160}?\s(?:was|were)\s(?:\w+ly\s)?(?:agreed|approved|noted|endorsed|deferred)\b"
)
_DID = re.compile(
    rf"(?:The\s)?{BODY}\s(?:has\s|have\s|\w+ly\s)?"
    r"(?:approved|agreed|decided|endorsed|noted|rejected|awarded|authorised|accepted|deferred)\b"
)
_FEW = 2  # words that decide nothing in a field called "Agreed"


def by_label(reading: Reading, passage: Passage, *, told: bool) -> Opening | None:
    """Return how the words of a cell or field open, where its label says that they decide."""
    if passage.block.kind not in {BlockKind.CELL, BlockKind.FIELD} or passage.block.is_head:
        return None
    label = _label_of(reading, passage)
    is_sought = _SOUGHT.fullmatch(label) is not None
    if not is_sought and not _MADE.fullmatch(label) and not (told and _TOLD.fullmatch(label)):
        return None
    how = "agreed" if label.casefold().startswith("agreed") else "resolved"
    how = "recommended" if is_sought else how
    if LABEL.match(passage.text) and passage.block.kind is BlockKind.FIELD:
        return Opening(0, 0, how, "", is_open=False, rule=LABELLED)
    inner = read_opening(passage.text)
    if inner is not None:
        return replace(inner, how=how) if inner.rule == BARE_THAT else inner
    if not _is_decision(passage, label):
        return None
    return Opening(0, 0, how, "", passage.text.rstrip().endswith(":"), LABELLED)


def _is_decision(passage: Passage, label: str) -> bool:
    text = passage.text
    if text.rstrip().endswith("?"):
        return False
    if _AGREED.fullmatch(label):
        return len(text.split()) > _FEW
    return bool(
        _TO_ACT.match(text)
        or _DID.match(text)
        or _WAS.match(text)
        or opens_with_verb(text)
        or reads_as_decided(text)
    )


def _label_of(reading: Reading, passage: Passage) -> str:
    """Return the label of a field, else of the column or row that calls a cell a decision."""
    block = passage.block
    if block.kind is BlockKind.FIELD:
        return block.row_head.strip()
    heads = [block.col_head, block.row_head, _first_of_column(reading, passage)]
    return next((head.strip() for head in heads if _is_label(head.strip())), "")


def _is_label(head: str) -> bool:
    return bool(_MADE.fullmatch(head) or _SOUGHT.fullmatch(head) or _TOLD.fullmatch(head))


def _first_of_column(reading: Reading, passage: Passage) -> str:
    """Return the words at the top of the column, whether or not the layout took them for a head."""
    block = passage.block
    if block.row < 1:
        return ""
    for cell in reading.cells_of(block.table, 0):
        if cell.col == block.col:
            return reading.report.slice(cell)
    return ""
