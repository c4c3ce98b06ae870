"""A track is told with every page and word; old ids lead to it."""

from pathlib import Path

import pytest

from csp_extract.desk.correct import Said, correct
from csp_extract.desk.history import describe
from csp_extract.errors import NoSuchRowError
from csp_extract.run import track_again
from csp_extract.tables.read import read_rows

GRANT, OTHER = "ab221dbfd5694", "a0f9b3e41a2df"


def _track_of(out: Path, row_id: str) -> str:
    held = {row["row_id"]: row["track_id"] for row in read_rows(out, "track_mentions")}
    return held[row_id]


def test_track_is_told_with_its_words(out: Path) -> None:
    """The head says what it is, each step where it stands and in which words."""
    told = "\n".join(describe(out, _track_of(out, OTHER)))
    assert "told of in 1 report" in told
    assert "2019-03-12  westhaven.pdf\n  page 1, 1.2  amounts a0f9b3e41a2df" in told
    assert "with [[£2,500]]" in told


def test_old_id_is_followed(out: Path) -> None:
    """After a merge the id that is gone leads to the track, which tells of both."""
    left, right = _track_of(out, GRANT), _track_of(out, OTHER)
    correct(out, Said(same=(left, right), who="A Reader"))
    track_again(out)
    gone = right if _track_of(out, OTHER) == left else left
    lines = describe(out, gone)
    assert lines[0].startswith(f"{gone} is now ")
    assert sum("  amounts a" in line for line in lines) == 2
    assert any("same (A Reader; judged same" in line for line in lines)


def test_finding_and_change_are_told_with_their_rows(out: Path) -> None:
    """What proves them is printed in full."""
    for name, key in (("findings", "finding_id"), ("changes", "change_id")):
        for row in read_rows(out, name):
            told = "\n".join(describe(out, row[key]))
            assert all(one in told for one in row["row_ids"].split("; "))


def test_unknown_id(out: Path) -> None:
    """What no output had is told."""
    with pytest.raises(NoSuchRowError):
        describe(out, "t000000000000")
