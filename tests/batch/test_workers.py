"""A file that crashes, hangs or eats memory costs itself alone."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from csp_extract.batch import Limits, read_all


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], bytes]:
    """Return the stub that does what a file's name says."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("stub_readers").read


def test_trouble_costs_one_file(reader: Callable[[Path], bytes]) -> None:
    """Every bad file is named with its reason, and its neighbours are read.

    The clock stands still while a page is recognised: that has a limit of its own.
    """
    names = ["first", "crash", "second", "raise", "gone", "greedy", "hang", "patient"]
    limits = Limits(jobs=2, timeout_s=3, memory_mb=512)
    outcomes = list(read_all([(Path(f"{name}.pdf"), reader) for name in names], limits))
    told = [outcome.record.row.title or outcome.record.row.problem for outcome in outcomes]
    assert told == [
        "first",
        "crashed: crash.pdf the worker died (exit code 7)",
        "second",
        "internal: raise.pdf ValueError: a fault of the program",
        "not_found: gone.pdf cannot be read: No such file or directory",
        "crashed: greedy.pdf needs more than 512 MB of memory",
        "timed_out: hang.pdf reading took longer than 3 seconds",
        "patient",
    ]


def test_no_files_start_no_workers() -> None:
    """Nothing to read gives nothing."""
    assert list(read_all([], Limits())) == []
