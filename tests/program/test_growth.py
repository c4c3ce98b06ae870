"""An archive that grows says what it would have said all at once, and no id is ever lost."""

import hashlib
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csp_extract.batch import Limits
from csp_extract.run import RunOptions, run
from csp_extract.tables.read import read_rows

CORPUS = Path(__file__).parents[2] / "corpus" / "reports"
BODIES = ("marlwick", "thornbeck")  # training bodies: two series, reports and minutes
# The one table that tells of the past, and what holds it or its hash.
HISTORY = {"redirects.csv", "csp.sqlite", "run.json"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def papers() -> list[str]:
    """Return the papers of two bodies."""
    if not CORPUS.exists():
        pytest.skip("the corpus is not here")
    return sorted(str(file) for body in BODIES for file in (CORPUS / body).glob("*.pdf"))


@pytest.fixture(scope="module")
def whole(papers: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of one run over all papers."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run(papers, out, RunOptions(Limits(jobs=2)))
    return out


def _hashes(out: Path) -> dict[str, str]:
    return {
        file.relative_to(out).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(out.rglob("*"))
        if file.is_file()
        and not file.relative_to(out).parts[0].startswith(".")
        and file.name not in HISTORY
    }


def _tracks(out: Path) -> set[str]:
    return {row["track_id"] for row in read_rows(out, "tracks")}


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=st.randoms(use_true_random=False), parts=st.integers(2, 3))
def test_growing_archive_is_the_archive(
    papers: list[str],
    whole: Path,
    tmp_path_factory: pytest.TempPathFactory,
    chance: object,
    parts: int,
) -> None:
    """Papers added in any parts and any order, by one worker: byte for byte the same tables.

    Every id that was ever published is an id still, or leads to one.
    """
    out = tmp_path_factory.mktemp("grown") / "out"
    shutil.copytree(whole / ".records", out / ".records")  # read once: the tables are made anew
    order = chance.sample(papers, len(papers))  # type: ignore[attr-defined]
    cuts = sorted(chance.sample(range(1, len(papers)), parts - 1))  # type: ignore[attr-defined]
    published: set[str] = set()
    for end in (*cuts, len(papers)):
        run(order[:end], out, RunOptions(Limits(jobs=1)))
        shutil.copytree(whole / ".records", out / ".records", dirs_exist_ok=True)
        published |= _tracks(out)
    assert _hashes(out) == _hashes(whole)
    live = _tracks(out)
    led = {row["from_id"]: row["to_id"] for row in read_rows(out, "redirects")}
    assert published - live <= led.keys()
    assert set(led.values()) <= live


def test_workers_and_order_change_nothing(papers: list[str], whole: Path, tmp_path: Path) -> None:
    """Read anew from the PDFs, the other way round, by one worker: the same output."""
    run(papers[::-1], tmp_path / "out", RunOptions(Limits(jobs=1)))
    assert _hashes(tmp_path / "out") == _hashes(whole)
