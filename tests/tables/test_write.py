"""What is written reads back, and the same records give the same bytes."""

import hashlib
import json
import random
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_extract.records import (
    AmountValue,
    Box,
    DateValue,
    Mention,
    Provenance,
    ReportRecord,
    ReportRow,
    RunStatus,
    TextSource,
    cells_of,
    dump_record,
    load_record,
)
from csp_extract.tables import EVERY, TABLES, load_tables, rows_of, write_tables
from csp_extract.tables.read import read_rows

WORDS = st.text(max_size=20)


def _proof(report_id: str, text: str, quote: str, start: int) -> Provenance:
    return Provenance(
        report_id=report_id,
        page=1,
        page_end=1,
        para="1.1",
        section="Background",
        text=text,
        char_start=start,
        char_end=start + len(text),
        quote=quote,
        quote_start=start,
        bbox=(Box(1, 72.0, 80.25, 200.0, 91.5),),
        text_source=TextSource.TEXT,
        confidence=None,
        source="test",
    )


@st.composite
def record_of(draw: st.DrawFn, nth: int = 0) -> ReportRecord:
    """Draw the record of a report with a date and a sum in it."""
    report_id = f"r{nth:012d}"
    row = ReportRow(
        report_id=report_id,
        path=f"{nth}.pdf",
        sha256=f"{nth:064d}",
        bytes=1,
        pages=1,
        status=RunStatus.OK,
        body=draw(WORDS),
        title=draw(WORDS),
        meeting_date=draw(st.none() | st.dates(date(1990, 1, 1))),
    )
    text, quote = draw(WORDS), draw(WORDS)
    value = draw(st.none() | st.decimals(-(10**9), 10**9, places=2))
    mentions: dict[str, tuple[Mention[DateValue | AmountValue], ...]] = {
        "dates": (
            Mention(
                f"d{nth}",
                _proof(report_id, text, quote, 0),
                DateValue(start=draw(st.none() | st.dates()), event=draw(WORDS)),
            ),
        ),
        "amounts": (
            Mention(
                f"a{nth}",
                _proof(report_id, text, quote, 3),
                AmountValue(value=value, currency="GBP", funder=draw(WORDS)),
            ),
        ),
    }
    return ReportRecord(row, draw(WORDS), ((595.0, 842.0),), mentions)


def _hashes(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


@given(record_of())
def test_record_reads_back(record: ReportRecord) -> None:
    """Keeping a record loses nothing."""
    back = load_record(dump_record(record).encode())
    assert (back.row, back.text, back.page_sizes) == (record.row, record.text, record.page_sizes)
    assert back.of("dates") == record.of("dates")
    assert back.of("amounts") == record.of("amounts")


@settings(max_examples=40, deadline=None)
@given(record_of(), st.booleans())
def test_rows_read_back(record: ReportRecord, with_mark: bool) -> None:  # noqa: FBT001
    """Every cell of every table comes back, formulas and line ends included."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        write_tables(rows_of([record]), folder, with_mark=with_mark)
        (report,) = read_rows(folder, "reports")
        assert report == cells_of(record.row)
        for name in ("dates", "amounts"):
            (row,) = read_rows(folder, name)
            (mention,) = record.of(name)
            told = {**cells_of(mention.value), **cells_of(mention.provenance)}
            assert row == {TABLES[name].key: mention.mention_id, **told}


@settings(max_examples=10, deadline=None)
@given(st.tuples(*(record_of(nth) for nth in range(4))), st.randoms(use_true_random=False))
def test_order_of_records_changes_no_byte(
    records: tuple[ReportRecord, ...], chance: random.Random
) -> None:
    """Tables are sorted by what is in them."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        write_tables(rows_of(records), Path(one))
        shuffled = list(records)
        chance.shuffle(shuffled)
        write_tables(rows_of(shuffled), Path(other))
        assert _hashes(Path(one)) == _hashes(Path(other))


def _one_record() -> ReportRecord:
    proof = _proof("r1", "£12.50", "The grant is £12.50.", 13)
    amount = Mention("a1", proof, AmountValue(value=Decimal("12.50"), currency="GBP"))
    row = ReportRow(report_id="r1", path="a.pdf", body="Westhaven", meeting_date=date(2019, 3, 12))
    return ReportRecord(row, "The grant is £12.50.", mentions={"amounts": (amount,)})


def test_database_has_keys_pence_and_search(tmp_path: Path) -> None:
    """Sums are exact text with whole pence beside, and quotes can be searched."""
    write_tables(rows_of([_one_record()]), tmp_path)
    with closing(sqlite3.connect(tmp_path / "csp.sqlite")) as base:
        sums = base.execute("SELECT value, value_minor, page FROM amounts").fetchall()
        assert sums == [("12.50", 1250, 1)]
        hits = base.execute("SELECT row_id FROM search WHERE search MATCH 'grant'").fetchall()
        assert hits == [("a1",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = base.execute("PRAGMA foreign_key_list(amounts)").fetchall()
        assert keys[0][2:5] == ("reports", "report_id", "report_id")


def test_frames_have_types(tmp_path: Path) -> None:
    """Sums are Decimal, dates are dates, what is not said is missing."""
    write_tables(rows_of([_one_record()]), tmp_path)
    tables = load_tables(tmp_path)
    assert list(tables) == list(EVERY)
    assert tables["amounts"]["value"][0] == Decimal("12.50")
    assert tables["amounts"]["confidence"].isna().all()
    assert tables["reports"]["meeting_date"][0] == date(2019, 3, 12)
    assert tables["amounts"]["page"].dtype == pd.Int64Dtype()


def test_description_tells_every_column(tmp_path: Path) -> None:
    """The data dictionary has the columns of the files, each with a meaning."""
    write_tables(rows_of([_one_record()]), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(EVERY)
    for resource in package["resources"]:
        header = (tmp_path / resource["path"]).read_text("utf-8").splitlines()[0]
        fields = resource["schema"]["fields"]
        assert header.split(",") == [field["name"] for field in fields]
        assert all(field["description"] for field in fields)
