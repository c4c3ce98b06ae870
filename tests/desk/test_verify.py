"""Every row is proven on the page, and nothing that was moved is."""

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from csp_extract.desk.second import reads_alike
from csp_extract.desk.verify import verify
from csp_extract.errors import WrongCallError
from csp_extract.read import find_engine
from csp_extract.records import Box

Row = dict[str, str]
needs_tesseract = pytest.mark.skipif(
    find_engine() is None, reason="Tesseract with English is not installed"
)


def _edit(out: Path, table: str, change: Callable[[Row], None]) -> str:
    """Change the first row of a table; return its id."""
    file = out / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    change(rows[0])
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return next(iter(rows[0].values()))


def _move_box(row: Row) -> None:
    box = Box.read(row["bbox"].split(";")[0])
    row["bbox"] = str(box._replace(top=box.top + 30, bottom=box.bottom + 30))


def _widen_box(row: Row) -> None:
    box = Box.read(row["bbox"].split(";")[0])
    row["bbox"] = str(box._replace(x0=0, x1=600))


def _move_word(row: Row) -> None:
    row["char_start"] = str(int(row["char_start"]) + 1)


def _change_word(row: Row) -> None:
    row["text"] = row["text"].replace("4", "5")


def _change_quote(row: Row) -> None:
    row["quote"] = row["quote"].replace("grant", "gift")


def _move_page(row: Row) -> None:
    row["page"] = row["page_end"] = "2"


def _move_box_off_the_end(row: Row) -> None:
    row["page"] = row["page_end"] = "2"
    row["bbox"] = f"2{row['bbox'][1:]}"


def _spoil_number(row: Row) -> None:
    row["char_start"] = "first"


def _drop_box(row: Row) -> None:
    row["bbox"] = ""


def test_every_row_is_proven(out: Path) -> None:
    """A run as it came is without fault."""
    proof = verify(out)
    assert proof.faults == ()
    assert proof.proven > 10
    assert proof.from_ocr == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_move_box, "the page has"),
        (_widen_box, "more than its words"),
        (_move_word, "at its offsets"),
        (_change_word, "at its offsets"),
        (_change_quote, "quote is not"),
        (_move_page, "other pages"),
        (_move_box_off_the_end, "the page has ''"),
        (_spoil_number, "cannot be read"),
        (_drop_box, "no box"),
    ],
)
def test_moved_row_is_a_fault(out: Path, change: Callable[[Row], None], reason: str) -> None:
    """A box, a word or a page that is moved is named with its row, and only that row."""
    row_id = _edit(out, "amounts", change)
    (fault,) = verify(out).faults
    assert (fault.table, fault.row_id) == ("amounts", row_id)
    assert reason in fault.reason


def test_changed_text_is_a_fault(out: Path) -> None:
    """A text that no longer is what offsets count in proves nothing."""
    (text,) = (out / "texts").iterdir()
    text.write_text(f" {text.read_text('utf-8')}", "utf-8")
    assert len(verify(out).faults) > 10


def test_words_of_ocr_are_counted_apart(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can recognise them again they are not called proven."""
    monkeypatch.setattr("csp_extract.desk.verify.find_engine", lambda: None)
    before = verify(out).proven
    _edit(out, "amounts", lambda row: row.update(text_source="ocr"))
    proof = verify(out)
    assert (proof.proven, proof.from_ocr, proof.faults) == (before - 1, 1, ())


@needs_tesseract
def test_rows_of_ocr_are_recognised_again(out: Path) -> None:
    """A second reading of the page proves a row in its place, and no row elsewhere."""
    before = verify(out).proven
    _edit(out, "amounts", lambda row: row.update(text_source="ocr"))
    assert verify(out) == (before, 0, ())
    row_id = _edit(out, "amounts", _move_box)
    (fault,) = verify(out).faults
    assert (fault.table, fault.row_id) == ("amounts", row_id)
    assert fault.reason.startswith("read again, the page has")


@pytest.mark.parametrize(
    ("wanted", "words", "is_alike"),
    [
        ("agrantof£12,500", ["a", "grant", "of", "£12,500"], True),
        ("agrantof£12,500", ["the", "a", "grant", "of", "£12,500", "to"], True),
        (
            "agrantof£12,500fromthewardens",
            ["a", "grent", "of", "£12,500", "from", "the", "wardens"],
            True,
        ),
        ("agrantof£12,500", ["a", "grant", "of", "£12,600"], False),
        ("4thNovember", ["Ath", "November"], False),
        ("agrantof£12,500", [], False),
    ],
)
def test_two_readings_must_agree(wanted: str, words: list[str], is_alike: bool) -> None:  # noqa: FBT001
    """On every figure, and on nine letters in ten."""
    assert reads_alike(wanted, words) is is_alike


def test_command_fails_on_a_fault(out: Path) -> None:
    """The exit status is 1 and the row is named on standard output."""
    row_id = _edit(out, "dates", _move_box)
    done = subprocess.run(
        [sys.executable, "-m", "csp_extract", "verify", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"dates {row_id}: the page has" in done.stdout


def test_folder_without_tables(tmp_path: Path) -> None:
    """Nothing to prove is a wrong call, not a success."""
    with pytest.raises(WrongCallError):
        verify(tmp_path)
