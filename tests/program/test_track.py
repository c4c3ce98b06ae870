"""Tracking again changes nothing that a run did not change, and keeps the record of it true."""

import hashlib
import json
from datetime import date
from pathlib import Path

from csp_extract.run import track_again
from csp_extract.tables.read import read_rows


def _hashes(out: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in out.glob("*.csv")}


def test_same_rows_give_the_same_tracks(out: Path) -> None:
    """Every table is byte for byte what the run wrote, and run.json has the hashes."""
    before = _hashes(out)
    track_again(out)
    assert _hashes(out) == before
    made = json.loads((out / "run.json").read_text("utf-8"))
    assert {name: made["outputs"][name] for name in before} == before


def test_states_hold_as_of_the_day_given(out: Path) -> None:
    """The day is on every track."""
    track_again(out, date(2030, 1, 1))
    assert {row["as_of"] for row in read_rows(out, "tracks")} == {"2030-01-01"}
