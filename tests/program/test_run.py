"""The main job, from files to tables."""

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from csp_extract.batch import Limits
from csp_extract.gathering import is_current
from csp_extract.read import Engine
from csp_extract.records import ReportRecord, ReportRow
from csp_extract.run import RunOptions, run
from csp_extract.tables.read import read_rows

Call = Callable[..., subprocess.CompletedProcess[str]]


def _hashes(out: Path) -> dict[str, str]:
    """Return the hash of every published file; records and lock belong to the program."""
    return {
        file.relative_to(out).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(out.rglob("*"))
        if file.is_file() and not file.relative_to(out).parts[0].startswith(".")
    }


def test_bad_files_cost_themselves(call: Call, archive: Path, tmp_path: Path) -> None:
    """Good reports are read, each bad file is named with its reason, and the status is 1."""
    done = call("run", archive, "--out", "out")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    rows = {row["path"]: row for row in read_rows(tmp_path / "out", "reports")}
    told = {path: (row["status"], row["problem"].split(":")[0]) for path, row in rows.items()}
    assert told == {
        "2019/a.pdf": ("ok", ""),
        "b.pdf": ("duplicate", ""),
        "c.pdf": ("ok", ""),
        "empty.pdf": ("failed", "empty"),
        "page.pdf": ("failed", "not_pdf"),
        "torn.pdf": ("failed", "corrupt"),
        "locked.pdf": ("failed", "encrypted"),
    }
    assert rows["b.pdf"]["duplicate_of"] == rows["2019/a.pdf"]["report_id"]
    assert call("verify", "out").returncode == 0


def test_what_the_caller_knows_beats_the_masthead(
    call: Call, archive: Path, tmp_path: Path
) -> None:
    """The row holds what was given and says so; another word of the caller reads anew."""
    known = tmp_path / "known.csv"
    known.write_text(
        "path,body,meeting_date,source_url\n"
        "2019/a.pdf,Fernhill Borough Council,2019-07-04,https://example.org/a\n"
        "2018/a.pdf,Nobody,,\n",
        encoding="utf-8",
    )
    done = call("run", archive, "--out", "out", "--metadata", known)
    assert "2018/a.pdf: the metadata tells of it, but it is no input" in done.stderr
    rows = {row["path"]: row for row in read_rows(tmp_path / "out", "reports")}
    row = rows["2019/a.pdf"]
    assert (row["body"], row["meeting_date"], row["source_url"]) == (
        "Fernhill Borough Council",
        "2019-07-04",
        "https://example.org/a",
    )
    assert "given by the caller, not read: body, meeting_date" in row["warnings"]
    assert "given by the caller" not in rows["c.pdf"]["warnings"]
    call("run", archive, "--out", "out")
    rows = {row["path"]: row for row in read_rows(tmp_path / "out", "reports")}
    assert rows["2019/a.pdf"]["body"] != "Fernhill Borough Council"


def test_jobs_and_order_change_no_byte(archive: Path, tmp_path: Path) -> None:
    """One worker or two, names this way or that: the same output, run.json included."""
    names = [str(archive / "2019"), str(archive)]
    run(names, tmp_path / "one", RunOptions(Limits(jobs=1)))
    run(names[::-1], tmp_path / "two", RunOptions(Limits(jobs=2)))
    assert _hashes(tmp_path / "one") == _hashes(tmp_path / "two")


def test_second_run_reads_only_what_is_new(archive: Path, tmp_path: Path) -> None:
    """Kept records serve again; failed files are tried again; the bytes stay the same."""
    first = run([str(archive)], tmp_path / "out", RunOptions())
    before = _hashes(tmp_path / "out")
    again = run([str(archive)], tmp_path / "out", RunOptions())
    assert (first.reused, again.reused) == (0, 3)
    assert _hashes(tmp_path / "out") == before


def test_output_holds_the_inputs_of_the_last_call(archive: Path, tmp_path: Path) -> None:
    """A report that is no longer named is gone from every table."""
    out = tmp_path / "out"
    run([str(archive)], out, RunOptions())
    run([str(archive / "c.pdf")], out, RunOptions())
    (report,) = read_rows(out, "reports")
    assert {row["report_id"] for row in read_rows(out, "dates")} == {report["report_id"]}
    assert [text.stem for text in (out / "texts").iterdir()] == [report["report_id"]]


def test_two_files_of_one_name(archive: Path, tmp_path: Path, call: Call) -> None:
    """Two folders may hold different reports under the same path; both can be proven."""
    (tmp_path / "other").mkdir()
    shutil.copy(archive / "c.pdf", tmp_path / "other" / "b.pdf")
    run([str(archive / "b.pdf"), str(tmp_path / "other")], tmp_path / "out", RunOptions())
    assert [row["status"] for row in read_rows(tmp_path / "out", "reports")] == ["ok", "ok"]
    assert call("verify", "out").returncode == 0


def test_run_json_has_every_hash(out: Path) -> None:
    """What is published is what run.json says, and it names what was read."""
    made = json.loads((out / "run.json").read_text("utf-8"))
    published = _hashes(out)
    del published["run.json"]
    told = {name: sha for name, sha in made["outputs"].items() if not name.startswith(".")}
    assert told == published
    assert [file["path"] for file in made["files"]] == ["westhaven.pdf"]
    assert made["rows"]["amounts"] == 2


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_run_leaves_the_old_output(
    archive: Path, tmp_path: Path, call: Call, ending: signal.Signals
) -> None:
    """Whatever ends a run, the last output stands and the next run works."""
    out = tmp_path / "out"
    run([str(archive / "b.pdf")], out, RunOptions())
    before = _hashes(out)
    data = (archive / "b.pdf").read_bytes()
    for copy in range(12):
        (archive / f"copy{copy}.pdf").write_bytes(data + b"\n%% copy %d\n" % copy)
    words = [sys.executable, "-m", "csp_extract", "run", str(archive), "--out", str(out)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        running.stderr.readline()  # the first file is done, so the run is under way
        running.send_signal(ending)
        _, talk = running.communicate(timeout=30)
    if ending is not signal.SIGKILL:
        assert running.returncode == {signal.SIGTERM: 143, signal.SIGINT: 130}[ending], talk
    assert "Traceback" not in talk
    assert _hashes(out) == before
    assert call("run", archive, "--out", out).returncode == 1
    assert len(list(read_rows(out, "reports"))) == 19


@pytest.mark.parametrize(
    ("kept", "found", "is_kept"),
    [
        ("", "", True),  # no page needed recognition
        ("", "tesseract 5.3.0 eng 7d4322bd", True),
        ("none", "", True),
        ("none", "tesseract 5.3.0 eng 7d4322bd", False),  # Tesseract was installed since
        ("tesseract 5.3.0 eng 7d4322bd", "tesseract 5.3.0 eng 7d4322bd", True),
        ("tesseract 4.1.1 eng 7d4322bd", "tesseract 5.3.0 eng 7d4322bd", False),
        ("tesseract 5.3.0 eng 7d4322bd", "", True),  # it was taken away: nothing better to be had
    ],
)
def test_scans_are_read_anew_where_they_read_better(
    kept: str,
    found: str,
    is_kept: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A record serves again unless this machine's recognition is another one."""
    engine = Engine("/usr/bin/tesseract", found) if found else None
    monkeypatch.setattr("csp_extract.gathering.find_engine", lambda: engine)
    monkeypatch.setattr("csp_extract.gathering.engine_name", lambda: found or "none")
    assert is_current(ReportRecord(ReportRow(ocr_engine=kept))) is is_kept
