"""What papers say of two names, and what it comes to."""

from typing import Any

import pytest

from csp_extract.records import ChangeKind, TrackKind, TrackState
from csp_extract.track import track
from csp_extract.track.items import Item, Paper
from csp_extract.track.names import Relation, said_of_names

NAMES = ("Noon Club", "Midday Club", "Dinner Table Project", "Harbour Kitchen")


def _said(text: str) -> list[tuple[str, str, str]]:
    paper = Paper("r1", "harbour", "Harbour Council", "report", None, text)
    items = [
        Item(TrackKind.INITIATIVE, "initiatives", name, paper, {"name": name}) for name in NAMES
    ]
    return [(one.relation, one.old, one.new) for one in said_of_names(items)]


@pytest.mark.parametrize(
    "text",
    [
        "The Noon Club, since renamed the Midday Club, met weekly.",
        "Noon Club took the name Midday Club in May.",
        "In May the Noon Club was relaunched under the name Midday Club.",
        "Since May the Noon Club has been known as the Midday Club.",
        "Noon Club (previously known as Midday Club) met weekly.",
        "Noon Club, as the Midday Club has been called since May, met weekly.",
    ],
)
def test_new_name(text: str) -> None:
    """However it is put, two names are of one thing."""
    ((relation, *names),) = _said(text)
    assert relation is Relation.RENAMED
    assert names == ["noon club", "midday club"]


@pytest.mark.parametrize(
    ("text", "olds", "new"),
    [
        ("Noon Club was folded into Harbour Kitchen.", {"noon club"}, "harbour kitchen"),
        (
            "The Noon Club and the Midday Club have become one, the Harbour Kitchen.",
            {"noon club", "midday club"},
            "harbour kitchen",
        ),
        (
            "The Harbour Kitchen brings together the Noon Club and the Midday Club.",
            {"noon club", "midday club"},
            "harbour kitchen",
        ),
    ],
)
def test_merger(text: str, olds: set[str], new: str) -> None:
    """What went into another is told from what took it in."""
    said = _said(text)
    assert {relation for relation, *_ in said} == {Relation.MERGED}
    assert {old for _, old, _ in said} == olds
    assert {name for _, _, name in said} == {new}


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("The Harbour Kitchen took the place of the Noon Club.", "noon club"),
        ("The Harbour Kitchen was replaced by the Noon Club.", "harbour kitchen"),
    ],
)
def test_replaced(text: str, old: str) -> None:
    """The one that went is told from the one that came."""
    ((relation, gone, _),) = _said(text)
    assert (relation, gone) == (Relation.REPLACED, old)


@pytest.mark.parametrize(
    "text",
    [
        "The Noon Club and the Midday Club met weekly.",
        "The Noon Club is to be merged with the Midday Club.",
        "The Noon Club was renamed.",
        "Noon Club paid for a hall; a kitchen known as the old one was let to Midday Club.",
    ],
)
def test_nothing_said(text: str) -> None:
    """Plans, one name alone, and names that merely stand together say nothing."""
    assert not _said(text)


def test_one_track_under_two_names(archive: Any) -> None:
    """The words of the second paper tie what no likeness of names would."""
    first = archive.report("2018-05-01", "The Noon Club met weekly.")
    second = archive.report("2019-05-01", "The Noon Club was renamed the Harbour Kitchen in May.")
    archive.mention("initiatives", first, "Noon Club", name="Noon Club", kind="scheme")
    archive.mention("initiatives", second, "Harbour Kitchen", name="Harbour Kitchen",
                    kind="scheme", aliases="Noon Club")  # fmt: skip
    third = archive.report("2020-05-01", "The Harbour Kitchen fed forty.")
    archive.mention("initiatives", third, "Harbour Kitchen", name="Harbour Kitchen", kind="scheme")
    (row,) = track(archive.rows, archive.texts).rows["tracks"]
    assert row.n_reports == 3


def test_merged_track_has_ended(archive: Any) -> None:
    """What went into another has ended, in the words that say so."""
    first = archive.report("2018-05-01", "The Noon Club met weekly.")
    second = archive.report("2019-05-01", "Noon Club was folded into Harbour Kitchen.")
    archive.mention("initiatives", first, "Noon Club", name="Noon Club", kind="scheme")
    archive.mention("initiatives", second, "Harbour Kitchen", name="Harbour Kitchen", kind="scheme")
    rows = track(archive.rows, archive.texts).rows
    states = {row.name: row.state for row in rows["tracks"]}
    assert states["Noon Club"] is TrackState.ENDED
    (merged,) = [row for row in rows["changes"] if row.kind is ChangeKind.MERGED]
    assert merged.after == "Noon Club was folded into Harbour Kitchen."
