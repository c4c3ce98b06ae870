"""Two outputs are told apart row by row, each with its cause."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from csp_extract.cli import app
from csp_extract.desk.correct import Said, correct
from csp_extract.desk.difference import Output, differences, told
from csp_extract.errors import WrongCallError
from csp_extract.run import RunOptions, run, track_again

SUM, PROMISE = "a0f9b3e41a2df", "c6bbd0808f86c"


@pytest.fixture
def later(out: Path, tmp_path: Path) -> Path:
    """Return a second output, the same as yet."""
    return shutil.copytree(out, tmp_path / "later")


def test_same_outputs_differ_in_nothing(out: Path, later: Path) -> None:
    """No row, no line."""
    assert differences(Output(out), Output(later)) == []
    assert list(told(Output(out), Output(later), [])) == []


def test_corrections_are_causes(out: Path, later: Path) -> None:
    """A set cell is changed, a dropped row lost, and what followed from it too."""
    correct(later, Said(cell=(SUM, "funder=Police"), who="A Reader"))
    correct(later, Said(dropped=PROMISE, who="B Reader"))
    track_again(later)
    found = {(one.table, one.row_id): one for one in differences(Output(out), Output(later))}
    assert found["amounts", SUM].what == "changed"
    assert "funder: Home Office -> Police" in found["amounts", SUM].cells
    assert found["amounts", SUM].why == "correction by A Reader"
    assert (found["commitments", PROMISE].what, found["commitments", PROMISE].why) == (
        "lost", "correction by B Reader",
    )  # fmt: skip
    tracks = [one for one in found.values() if one.table == "tracks" and one.what == "lost"]
    assert {one.why for one in tracks} == {"correction by B Reader"}


def test_new_report_is_a_cause(out: Path, later: Path, report_pdf: Path) -> None:
    """Rows of a report that only one of the two read say so."""
    plain = report_pdf.parent.parent / "documents" / "plain.pdf"
    run([str(plain)], later, RunOptions())
    found = differences(Output(out), Output(later))
    assert {one.why for one in found if one.what == "gained"} == {"new report"}
    assert {one.why for one in found if one.what == "lost"} == {"report no longer read"}


def test_other_rules_are_a_cause(out: Path, later: Path) -> None:
    """The same file read by another version: what moved is told apart from what changed."""
    made = json.loads((later / "run.json").read_text("utf-8"))
    (later / "run.json").write_text(json.dumps({**made, "rules": "other"}), "utf-8")
    file = later / "amounts.csv"
    text = file.read_text("utf-8").replace("Home Office,Partnership", "Home Office,the Partnership")
    file.write_text(text, "utf-8")
    (one,) = differences(Output(out), Output(later))
    assert (one.what, one.cells, one.why) == (
        "changed", "recipient: Partnership -> the Partnership", "other rules or models",
    )  # fmt: skip
    lines = list(told(Output(out), Output(later), [one]))
    assert lines[0] == "amounts: 2 -> 2 rows, 1 changed"
    assert lines[1].startswith("~ amounts ")


def test_folder_without_tables(tmp_path: Path, out: Path) -> None:
    """A place that holds no output is a wrong call."""
    with pytest.raises(WrongCallError):
        differences(Output(out), Output(tmp_path / "nothing"))


def test_command_prints_the_same_as_json(out: Path, later: Path) -> None:
    """Every form that the command offers is given."""
    correct(later, Said(dropped=PROMISE, who="B Reader"))
    track_again(later)
    printed = CliRunner().invoke(app, ["diff", str(out), str(later), "--format", "json"])
    found = differences(Output(out), Output(later))
    assert json.loads(printed.stdout) == [one._asdict() for one in found]
