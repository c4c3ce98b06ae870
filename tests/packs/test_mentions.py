"""A paper says the same in a pack as alone, and its rows are proven on the pages of the file."""

from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from csp_extract.desk.show import find_row
from csp_extract.desk.verify import verify
from csp_extract.pipeline import extract
from csp_extract.records import (
    MENTION_TABLES,
    ReportKind,
    ReportRecord,
    cells_of,
    dump_record,
    load_record,
)
from csp_extract.run import RunOptions, run
from csp_extract.tables.read import read_rows

_BODY = "Harrowmere District Council"
# Cells that point at a place or at another row.
_PLACES = "mentions initiative_id total_of amount_ids date_ids priority_ids row_id".split()


@pytest.fixture(scope="module")
def papers(build: ModuleType) -> dict[str, Any]:
    """Return the papers of a body by name."""
    return {paper.name: paper for paper in build.papers()[_BODY]}


@pytest.fixture(scope="module")
def pack(build: ModuleType) -> Any:
    """Return a pack of a committee system."""
    style = build.styles()["committee-system"] | {"appendices": []}
    return build.build("committee-system", style, build.papers()[_BODY])


@pytest.fixture(scope="module")
def record(pack: Any) -> ReportRecord:
    """Return the record of the pack."""
    return extract(pack.data)


def _said(record: ReportRecord) -> Counter[tuple[str, ...]]:
    """Return what the mentions of a record say, without offsets, pages and ids."""
    return Counter(
        (table, mention.provenance.text, mention.provenance.quote, *_cells(mention.value))
        for table in MENTION_TABLES
        for mention in record.of(table)
    )


def _cells(value: Any) -> list[str]:
    """Return the cells of a value that point nowhere."""
    return [cell for name, cell in cells_of(value).items() if name not in _PLACES]


def test_a_paper_says_the_same_in_a_pack(
    papers: dict[str, Any], pack: Any, record: ReportRecord
) -> None:
    """Each paper of the pack gives the mentions that it gives alone."""
    parts = {part.row.page_from: part for part in record.parts}
    assert sorted(parts) == sorted(pack.starts)
    for page, name in pack.starts.items():
        if name != "agenda":
            alone = extract(papers[name].data)
            assert _said(parts[page]) == _said(alone), name
            assert parts[page].row.title == alone.row.title
            assert parts[page].row.meeting_date == alone.row.meeting_date


def test_rows_of_a_pack(record: ReportRecord) -> None:
    """The file has a row without mentions; its papers have theirs, with pages of the file."""
    row = record.row
    assert (row.kind, row.page_from, row.page_to) == (ReportKind.AGENDA, 1, row.pages)
    assert not record.text
    assert not any(record.of(table) for table in MENTION_TABLES)
    for part in record.parts:
        assert part.row.part_of == row.report_id
        assert part.row.report_id == f"{row.report_id}-{part.row.page_from}"
        assert part.row.sha256 == row.sha256
        pages = range(part.row.page_from or 0, (part.row.page_to or 0) + 1)
        for table in MENTION_TABLES:
            assert all(mention.provenance.page in pages for mention in part.of(table))
    assert record.parts[0].row.kind is ReportKind.AGENDA
    assert all(part.row.body for part in record.parts)


def test_record_of_a_pack_is_kept_whole(record: ReportRecord) -> None:
    """What is written and read back is the same, parts included."""
    kept = dump_record(record)
    assert dump_record(load_record(kept)) == kept
    assert len(load_record(kept).parts) == len(record.parts)


def test_rows_of_parts_are_proven_and_shown(
    papers: dict[str, Any], pack: Any, tmp_path: Path
) -> None:
    """Verify finds every row of a pack, show finds its report, and copies are named."""
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "pack.pdf").write_bytes(pack.data)
    alone = pack.starts[max(pack.starts)]
    (archive / "alone.pdf").write_bytes(papers[alone].data)
    run([str(archive)], tmp_path / "out", RunOptions())
    proof = verify(tmp_path / "out")
    assert proof.proven > 0
    assert not proof.faults
    reports = {row["report_id"]: row for row in read_rows(tmp_path / "out", "reports")}
    (copy,) = [row for row in reports.values() if row["duplicate_of"]]
    assert copy["page_from"] == str(max(pack.starts))
    assert reports[copy["duplicate_of"]]["path"] == "alone.pdf"
    date = next(
        row for row in read_rows(tmp_path / "out", "dates") if row["report_id"] == copy["report_id"]
    )
    table, row, report = find_row(tmp_path / "out", date["date_id"])
    assert (table, row["text"], report["path"]) == ("dates", date["text"], "pack.pdf")
