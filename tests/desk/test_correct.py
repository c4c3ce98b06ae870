"""What a person says is written down, replayed on every run, and can be taken back."""

import json
from pathlib import Path

import pytest

from csp_extract.desk.correct import Said, correct, export, listed
from csp_extract.desk.verify import verify
from csp_extract.errors import WrongCallError
from csp_extract.run import RunOptions, run, track_again
from csp_extract.tables import read_corrections, read_rows

SUM, PROMISE = "a0f9b3e41a2df", "c6bbd0808f86c"


def _tables(out: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in out.glob("*.csv")}


def test_corrections_survive_and_can_be_taken_back(out: Path) -> None:
    """Set, tracked, proven; withdrawn, and every table is as it was."""
    before = _tables(out)
    (line,) = correct(out, Said(cell=(SUM, "funder=Police"), who="=A Reader", when="2020-01-31"))
    (drop,) = correct(out, Said(dropped=PROMISE))
    track_again(out)
    (row,) = [row for row in read_rows(out, "amounts") if row["amount_id"] == SUM]
    assert (row["funder"], row["corrected"]) == ("Police", "=A Reader")
    assert not list(read_rows(out, "commitments"))
    assert verify(out).faults == ()
    made = json.loads((out / "run.json").read_text("utf-8"))["corrections"]
    assert (made["file"], made["kept"], made["waiting"]) == ("", 2, [])
    for said in (line, drop):
        correct(out, Said(withdrawn=said.split()[0]))
    track_again(out)
    after = _tables(out)
    del after["corrections.csv"]
    assert after == before


def test_run_replays_them_too(out: Path, report_pdf: Path) -> None:
    """A run over the same reports has the same corrections; one over others keeps them."""
    correct(out, Said(dropped=SUM, who="A Reader"))
    run([str(report_pdf)], out, RunOptions())
    assert SUM not in {row["amount_id"] for row in read_rows(out, "amounts")}
    empty = report_pdf.parent.parent / "documents" / "plain.pdf"
    summary = run([str(empty)], out, RunOptions())
    assert [one.why for one in summary.waiting] == ["its row is not in this output"]
    assert "[waits: its row is not in this output]" in next(listed(out))
    assert len(read_corrections(out / "corrections.csv")) == 1


def test_named_file_is_remembered(out: Path, tmp_path: Path) -> None:
    """Whoever keeps corrections elsewhere need not say so twice; a lost file is no silence."""
    file = tmp_path / "mine.csv"
    correct(out, Said(dropped=SUM), file)
    track_again(out, corrections=file)
    assert not (out / "corrections.csv").exists()
    track_again(out)
    assert SUM not in {row["amount_id"] for row in read_rows(out, "amounts")}
    file.unlink()
    with pytest.raises(WrongCallError, match="--corrections"):
        track_again(out)


def test_export_and_import(out: Path, tmp_path: Path) -> None:
    """What one person exports another takes in, a word on each matter."""
    correct(out, Said(cell=(SUM, "kind=cost"), note="+ a note"))
    assert export(out, tmp_path / "all.csv") == 1
    correct(out, Said(cell=(SUM, "kind=grant")))
    correct(out, Said(imported=tmp_path / "all.csv"))
    (one,) = read_corrections(out / "corrections.csv")
    assert (one.value, one.note) == ("cost", "+ a note")


@pytest.mark.parametrize(
    "said",
    [
        Said(dropped="a000000000000"),
        Said(same=(SUM, PROMISE)),
        Said(cell=(SUM, "funder")),
        Said(cell=(SUM, "text=£3")),
        Said(cell=(SUM, "initiative_id=i000000000000")),
        Said(withdrawn="j000000000000"),
    ],
)
def test_wrong_word_writes_nothing(out: Path, said: Said) -> None:
    """A call that cannot be right leaves the book as it was."""
    with pytest.raises(WrongCallError):
        correct(out, said)
    assert not (out / "corrections.csv").exists()


@pytest.mark.parametrize(
    "text", ["kind,row_id\nperhaps,a1\n", "who\nme\n", "kind,colour\ndrop,x\n"]
)
def test_file_that_is_no_table_of_corrections(out: Path, tmp_path: Path, text: str) -> None:
    """It is told, and nothing of it is taken in."""
    file = tmp_path / "wrong.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(WrongCallError, match=r"wrong\.csv"):
        correct(out, Said(imported=file))
