"""One small real PDF, and what a run makes of it."""

import shutil
from pathlib import Path

import pytest

from csp_extract.run import RunOptions, run

REPORT = Path(__file__).parent / "golden" / "westhaven-2019-03-12.pdf"


@pytest.fixture(scope="session")
def report_pdf() -> Path:
    """Return the path of the small report."""
    return REPORT


@pytest.fixture(scope="session")
def _finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an archive of one report and the output of a run over it."""
    place = tmp_path_factory.mktemp("finished")
    (place / "archive").mkdir()
    shutil.copy(REPORT, place / "archive" / "westhaven.pdf")
    run([str(place / "archive")], place / "out", RunOptions())
    return place


@pytest.fixture
def out(_finished: Path, tmp_path: Path) -> Path:
    """Return an output of one report that the test may spoil."""
    return shutil.copytree(_finished / "out", tmp_path / "out")
