"""Decisions in cells and fields: the label over or beside them says that they decide."""

import pytest

from csp_extract.extract.decisions import find_decisions
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, Block, BlockKind, Report, ReportKind, TextSource


def verbs_of(*blocks: tuple[str, dict[str, object]], kind: ReportKind) -> list[str]:
    """Return the verbs of what the blocks decide."""
    text, made = "", []
    for words, place in blocks:
        made.append(Block(start=len(text), end=len(text) + len(words), **place))  # type: ignore[arg-type]
        text += f"{words}\n"
    report = Report(text, tuple(made), (), 0, (), TextSource.TEXT)
    reading = Reading(report, passages_of(report), about=About(kind=kind))
    return [str(found.value.verb) for found in find_decisions(reading)]


@pytest.mark.parametrize(
    ("words", "label", "verbs"),
    [
        ("To renew the lease for two years.", "Decision", ["resolved"]),
        ("Not to renew the lease.", "Summary of decision", ["resolved"]),
        ("The Mayor approved the lease.", "Decision", ["approved"]),
        ("Officers to renew the lease.", "Agreed", ["agreed"]),
        ("(1) That it be noted. (2) That fees rise.", "Recommendations", ["noted", "recommended"]),
        ("The lease runs out in May.", "Decision", []),
        ("To renew the lease.", "Options considered", []),
    ],
)
def test_field_decides_by_its_label(words: str, label: str, verbs: list[str]) -> None:
    """What stands beside "Decision" is decided where it reads so, beside "Agreed" always."""
    field = (words, {"kind": BlockKind.FIELD, "row_head": label})
    assert verbs_of(field, kind=ReportKind.REPORT) == verbs


def test_cell_decides_by_the_top_of_its_column() -> None:
    """A first row that the layout took for no head still names its columns."""
    heads = [(w, {"kind": BlockKind.CELL, "table": 0, "row": 0, "col": c}) for c, w in _HEADS]
    item = ("Lease", {"kind": BlockKind.CELL, "table": 0, "row": 1, "col": 0})
    cell = ("To defer it until May.", {"kind": BlockKind.CELL, "table": 0, "row": 1, "col": 1})
    assert verbs_of(*heads, item, cell, kind=ReportKind.REPORT) == ["deferred"]


def test_outcome_decides_in_minutes_only() -> None:
    """In a plan of work an outcome is what came of it."""
    field = ("To renew the lease.", {"kind": BlockKind.FIELD, "row_head": "Outcome"})
    assert verbs_of(field, kind=ReportKind.MINUTES) == ["resolved"]
    assert verbs_of(field, kind=ReportKind.REPORT) == []


_HEADS = ((0, "Item"), (1, "Decision"))
