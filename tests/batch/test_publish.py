"""A new set takes the place of the old one whole, whatever dies in between."""

from pathlib import Path

import pytest

from csp_extract.batch import publish, settle
from csp_extract.batch.publish import aside

NAMES = ["dates.csv", "reports.csv", "run.json", "texts/r1.txt"]


def _write(folder: Path, words: str) -> None:
    for name in NAMES:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(words, "utf-8")


def _read(out: Path) -> set[str]:
    return {(out / name).read_text("utf-8") for name in NAMES}


@pytest.mark.parametrize("step", range(6))
def test_death_at_any_step_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Before the journal the old set stands; from then on the next command completes the new."""
    _write(tmp_path, "old")
    _write(aside(tmp_path), "new")
    steps = iter(range(100))
    rename = Path.replace

    def dies(self: Path, target: Path) -> Path:
        if next(steps) == step:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dies)
        if step < 5:  # the journal, then four entries
            with pytest.raises(KeyboardInterrupt):
                publish(tmp_path)
        else:
            publish(tmp_path)
    settle(tmp_path)
    assert _read(tmp_path) == ({"old"} if step == 0 else {"new"})


def test_run_json_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its hashes are never there before the files that they are of."""
    _write(aside(tmp_path), "new")
    moved = []
    rename = Path.replace

    def tells(self: Path, target: Path) -> Path:
        moved.append(Path(target).name)
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", tells)
    publish(tmp_path)
    assert moved[-1] == "run.json"
    assert not (tmp_path / ".next").exists()
