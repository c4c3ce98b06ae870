"""Every command: what it prints where, and how it ends."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from csp_extract import __version__
from csp_extract.tables.read import read_rows

Call = Callable[..., subprocess.CompletedProcess[str]]
COMMANDS = (
    "run",
    "extract",
    "track",
    "audit",
    "correct",
    "show",
    "diff",
    "verify",
    "query",
    "evaluate",
    "train",
    "doctor",
)
DOCS = Path(__file__).parents[2] / "docs" / "command.md"
HEAVY = ("spacy", "pandas", "numpy", "dateparser", "pdfplumber", "pypdfium2", "rich.progress")


def test_help_loads_nothing_heavy() -> None:
    """The command answers at once because it loads only what it needs."""
    words = (
        "import sys; sys.argv = ['csp-extract', '--help']\n"
        "from csp_extract.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_command_has_help_and_an_example(call: Call, command: str) -> None:
    """Whoever asks a command what it does is told, and the docs show it at work."""
    done = call(command, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout
    assert f"csp-extract {command}" in DOCS.read_text("utf-8")


def test_version(call: Call) -> None:
    """The version is data."""
    assert call("--version").stdout == f"{__version__}\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["run", "no-such-folder", "--out", "out"], 2),
        (["run", "--out", "out"], 2),
        (["run", ".", "--out", "out", "--jobs", "0"], 2),
        (["extract", "no-such.pdf"], 2),
        (["verify", "no-such-out"], 2),
        (["track", "no-such-out"], 2),
        (["audit", "no-such-out"], 2),
        (["track", "out", "--as-of", "soon"], 2),
        (["correct", "no-such-out", "--drop", "a1"], 2),
        (["correct", "no-such-out", "--same", "a1"], 2),
        (["diff", "no-such-out", "nor-this"], 2),
        (["show", "no-such-out", "d1"], 2),
        (["query", "no-such-out", "SELECT 1"], 2),
        (["no-such-command"], 2),
    ],
)
def test_wrong_call(call: Call, words: list[str], status: int) -> None:
    """A wrong call ends with 2, a reason on standard error and no traceback."""
    done = call(*words)
    assert done.returncode == status
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_place_that_cannot_be_written(call: Call, report_pdf: Path, tmp_path: Path) -> None:
    """An output that cannot be made ends with 3."""
    (tmp_path / "out").touch()
    done = call("run", report_pdf, "--out", "out")
    assert done.returncode == 3
    assert done.stderr.startswith("csp-extract: cannot write to out")


def test_dry_run_lists_and_reads_nothing(call: Call, archive: Path, tmp_path: Path) -> None:
    """The inputs go to standard output, and no output is made."""
    done = call("run", archive, "--out", "out", "--dry-run")
    assert done.stdout.splitlines()[0] == "2019/a.pdf"
    assert not (tmp_path / "out").exists()


def test_summary_goes_to_standard_error(call: Call, report_pdf: Path) -> None:
    """A run tells in plain lines what it found and where."""
    done = call("run", report_pdf, "--out", "out", "--csv-bom")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "amounts.csv" in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_extract_prints_a_report(call: Call, report_pdf: Path, form: str) -> None:
    """All three forms tell of the same sum."""
    done = call("extract", report_pdf, "--format", form)
    assert done.returncode == 0
    assert "£12,400" in done.stdout
    if form == "json":
        assert json.loads(done.stdout)["reports"][0]["body"] == "Westhaven District Council"


def test_extract_of_a_bad_file(call: Call, archive: Path) -> None:
    """The problem is told in one line, and the status is 1."""
    done = call("extract", archive / "page.pdf")
    assert done.returncode == 1
    assert done.stderr == "csp-extract: not_pdf: page.pdf is not a PDF\n"


def test_show_and_query(call: Call, out: Path, tmp_path: Path) -> None:
    """A row can be found by a question, and looked at."""
    done = call("query", out, "SELECT amount_id FROM amounts WHERE value = '12400'")
    row_id = done.stdout.splitlines()[1]
    shown = call("show", out, row_id, "--image", "page.png")
    assert shown.returncode == 0
    assert "[[£12,400]]" in shown.stdout
    assert (tmp_path / "page.png").stat().st_size > 1000
    assert "funding" in call("query", out, "--list-views").stdout.split()
    assert row_id in call("query", out, "--view", "funding").stdout
    assert call("query", out, "--view", "no-such").returncode == 2
    assert call("query", out).returncode == 2


def test_unfinished_publication_is_completed(call: Call, out: Path) -> None:
    """A command that reads first finishes what a dead run left half published."""
    (out / ".next").mkdir()
    (out / "dates.csv").rename(out / ".next" / "dates.csv")
    (out / ".journal.json").write_text('["dates.csv"]', "utf-8")
    assert call("verify", out).returncode == 0
    assert list(read_rows(out, "dates"))


def test_train_writes_the_same_model(call: Call, tmp_path: Path) -> None:
    """The pipeline in the repository is the one that train writes, byte for byte."""
    assert call("train", "model").returncode == 0
    kept = Path(__file__).parents[2] / "models" / "csp_en"
    made = {file.relative_to(tmp_path / "model"): file for file in _files(tmp_path / "model")}
    of_training = {Path("README.md"), Path("scores.json")}  # written with --gold
    assert set(made) == {file.relative_to(kept) for file in _files(kept)} - of_training
    volatile = {"meta.json"}  # names the spaCy it was written by
    for name, file in made.items():
        assert name.name in volatile or file.read_bytes() == (kept / name).read_bytes(), name


def test_doctor(call: Call) -> None:
    """What is needed is here, or the tests would not run."""
    done = call("doctor")
    assert done.returncode == 0
    assert "model csp_en" in done.stdout


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]
