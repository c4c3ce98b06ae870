"""What an archive of a few rows comes to."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csp_extract.records import ChangeKind, FindingKind, TrackKind, TrackState
from csp_extract.track import track


def _tracks(archive: Any, kind: TrackKind) -> dict[str, Any]:
    rows = track(archive.rows, archive.texts).rows
    return {row.name: row for row in rows["tracks"] if row.kind is kind}


def _changes(archive: Any, kind: ChangeKind) -> list[Any]:
    return [row for row in track(archive.rows, archive.texts).rows["changes"] if row.kind is kind]


def _three_years(archive: Any) -> list[str]:
    return [archive.report(f"{year}-05-01") for year in (2018, 2019, 2020)]


def test_initiative_is_followed_by_its_name_and_alias(archive: Any) -> None:
    """One track, launched in the second year, silent in the third."""
    first, second, _ = _three_years(archive)
    archive.mention("initiatives", first, "Night Watch", name="Night Watch", kind="scheme",
                    status="planned")  # fmt: skip
    archive.mention("initiatives", second, "Night Watch scheme", name="Night Watch scheme",
                    aliases="Night Watch", kind="scheme", status="in_progress")  # fmt: skip
    (row,) = _tracks(archive, TrackKind.INITIATIVE).values()
    assert (row.n_reports, row.state) == (2, TrackState.SILENT)
    assert str(row.as_of) == "2020-05-01"
    assert len(_changes(archive, ChangeKind.LAUNCHED)) == 1
    assert len(_changes(archive, ChangeKind.SILENT)) == 1


def test_other_body_is_another_track(archive: Any) -> None:
    """The same name in another council's paper is another thing."""
    for body in ("Harbour Council", "Moorland Council"):
        report_id = archive.report("2018-05-01", kind=f"report-{body[0]}", body=body)
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch")
    assert len(track(archive.rows, archive.texts).rows["tracks"]) == 2


def test_body_that_becomes_a_borough_is_one_series(archive: Any) -> None:
    """A council keeps its tracks when its name gains a word."""
    for year, body in (("2018", "Harbour District Council"), ("2019", "HARBOUR BOROUGH COUNCIL")):
        report_id = archive.report(f"{year}-05-01", body=body)
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme")
    assert [row.n_reports for row in track(archive.rows, archive.texts).rows["tracks"]] == [2]


def test_promise_is_kept_in_the_words_of_a_later_paper(archive: Any) -> None:
    """The passage that says so is the change's ``after``."""
    first = archive.report("2018-05-01", "Officers will publish the lighting survey by July 2018.")
    archive.report("2019-05-01", "Crime fell. The lighting survey was published on 3 July 2018.")
    archive.mention("commitments", first, "publish the lighting survey",
                    action="publish the lighting survey", due="2018-07",
                    due_start="2018-07-01", due_end="2018-07-31")  # fmt: skip
    (row,) = _tracks(archive, TrackKind.COMMITMENT).values()
    assert row.state is TrackState.FULFILLED
    (kept,) = _changes(archive, ChangeKind.FULFILLED)
    assert kept.after == "The lighting survey was published on 3 July 2018."


@pytest.mark.parametrize(
    ("later", "state"),
    [
        ("The lighting survey has not been published.", TrackState.OVERDUE),
        ("Crime fell in every ward of the district.", TrackState.SILENT),
    ],
)
def test_promise_past_its_day(archive: Any, later: str, state: TrackState) -> None:
    """Told as not done it is overdue; told of no more it is silent."""
    first = archive.report("2018-05-01", "Officers will publish the lighting survey by July 2018.")
    archive.report("2019-05-01", later)
    archive.mention("commitments", first, "publish the lighting survey",
                    action="publish the lighting survey", due="2018-07",
                    due_start="2018-07-01", due_end="2018-07-31")  # fmt: skip
    (row,) = _tracks(archive, TrackKind.COMMITMENT).values()
    assert row.state is state
    assert len(_changes(archive, ChangeKind.OVERDUE)) == (state is TrackState.OVERDUE)


def test_priorities_of_two_owners_are_two_lists(archive: Any) -> None:
    """What the police list and the partnership does not is not dropped by the partnership."""
    first, second, _ = _three_years(archive)
    lists = (
        (first, "Police", ("Burglary", "Road safety")),
        (second, "Harbour CSP", ("Arson", "Domestic abuse")),
    )
    for report_id, owner, names in lists:
        for rank, name in enumerate(names, 1):
            archive.mention("priorities", report_id, name, rank=str(rank), owner=owner)
    assert _changes(archive, ChangeKind.DROPPED) == []


def test_moved_date_has_its_days(archive: Any) -> None:
    """From the end of June to the end of September are 92 days."""
    first, second, _ = _three_years(archive)
    for report_id, due in ((first, "2020-06-30"), (second, "2020-09-30")):
        archive.mention("commitments", report_id, "finish the camera renewal",
                        action="finish the camera renewal", due=due, due_start=due, due_end=due,
                        owner="Head of Property")  # fmt: skip
    (moved,) = _changes(archive, ChangeKind.DATE_MOVED)
    assert (moved.days, moved.before, moved.after) == (92, "30 June 2020", "30 September 2020")


def _statuses(archive: Any, *told: tuple[str, str]) -> list[ChangeKind]:
    for year, (status, quote) in enumerate(told, 2018):
        report_id = archive.report(f"{year}-05-01", quote)
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme",
                        status=status, quote=quote)  # fmt: skip
    rows = track(archive.rows, archive.texts).rows["changes"]
    return [row.kind for row in rows if row.kind is not ChangeKind.ADDED]


@pytest.mark.parametrize(
    ("before", "after", "quote", "kinds"),
    [
        ("planned", "in_progress", "Night Watch has begun.", [ChangeKind.LAUNCHED]),
        ("ended", "in_progress", "Night Watch has resumed.", [ChangeKind.RETURNED]),
        ("ended", "in_progress", "Night Watch runs.", [ChangeKind.STATUS_CHANGED]),
        ("completed", "in_progress", "Night Watch is in use.", []),
        ("recurring", "planned", "Night Watch will be held in May.", []),
        ("in_progress", "ended", "Night Watch closed.", [ChangeKind.STATUS_CHANGED]),
        ("in_progress", "ended", "Night Watch merged with another.", [ChangeKind.MERGED]),
        ("in_progress", "ended", "Night Watch was superseded by it.", [ChangeKind.SUPERSEDED]),
        ("in_progress", "ended", "Night Watch is now mainstreamed.", [ChangeKind.ABSORBED]),
    ],
)
def test_steps_of_status(
    archive: Any, before: str, after: str, quote: str, kinds: list[ChangeKind]
) -> None:
    """A return needs a word, a step back is none, and an end is told by its words."""
    assert _statuses(archive, (before, "Night Watch."), (after, quote)) == kinds


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (["Crime fell."], []),
        (["Crime fell.", "Crime rose."], [ChangeKind.SILENT, ChangeKind.RETURNED]),
        (["Crime fell.", "Night Watch met."], []),
    ],
)
def test_back_after_silent_reports(archive: Any, texts: list[str], kinds: list[ChangeKind]) -> None:
    """One report may leave a thing out; two that do not name it are a silence."""
    last = 2018 + len(texts) + 1
    for year in (2018, last):
        report_id = archive.report(f"{year}-05-01", "Night Watch.")
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme")
    for year, text in enumerate(texts, 2019):
        archive.report(f"{year}-05-01", text)
    rows = track(archive.rows, archive.texts).rows["changes"]
    assert [row.kind for row in rows] == kinds


def _opening(archive: Any, *days: tuple[int, str]) -> None:
    for year, day in days:
        archive.mention("dates", f"{year}-05-01-report", day, event="Kelby Bridge hostel to open",
                        role="launch", start=day, end=day)  # fmt: skip


def test_new_day_beside_the_old_one_has_moved(archive: Any) -> None:
    """The later paper tells both: what was expected, and what is expected now."""
    _three_years(archive)
    days = ((2018, "2018-11-01"), (2019, "2018-11-01"), (2019, "2019-07-01"))
    _opening(archive, *days)
    (moved,) = _changes(archive, ChangeKind.DATE_MOVED)
    assert moved.days == 242


def test_what_came_early_has_not_moved(archive: Any) -> None:
    """It opened a week before its day; a further opening is to come."""
    _three_years(archive)
    _opening(archive, (2018, "2018-11-08"), (2019, "2018-11-01"), (2019, "2018-12-01"))
    assert _changes(archive, ChangeKind.DATE_MOVED) == []


def test_priorities_from_list_to_list(archive: Any) -> None:
    """One retained, one reworded, one dropped, one returned."""
    lists = (
        ("Anti-social behaviour", "Rural crime", "Domestic abuse"),
        ("anti-social behaviour", "Rural and wildlife crime"),
        ("Anti-social behaviour", "Rural and wildlife crime", "Domestic abuse"),
    )
    for report_id, names in zip(_three_years(archive), lists, strict=True):
        for rank, name in enumerate(names, 1):
            archive.mention("priorities", report_id, name, rank=str(rank), owner="Harbour CSP")
    assert len(_changes(archive, ChangeKind.RETAINED)) == 3
    assert [row.after for row in _changes(archive, ChangeKind.REWORDED)] == [
        "Rural and wildlife crime"
    ]
    assert [row.before for row in _changes(archive, ChangeKind.DROPPED)] == ["Domestic abuse"]
    assert len(_changes(archive, ChangeKind.RETURNED)) == 1


def _busy(archive: Any) -> Any:
    texts = ("The survey will be done.", "The survey was done in June.", "Nothing is new.")
    for year, text in enumerate(texts, 2018):
        report_id = archive.report(f"{year}-05-01", text)
        for name in ("Night Watch", "Operation Heron", "Operation Herring"):
            archive.mention("initiatives", report_id, name, name=name, kind="scheme",
                            status="in_progress")  # fmt: skip
        archive.mention("amounts", report_id, "£5,000", value=str(5000 + year), kind="grant",
                        purpose="Night Watch", financial_years=f"{year}/{year - 1999}")  # fmt: skip
        archive.mention("commitments", report_id, "do the survey", action="do the survey")
    return archive


@pytest.fixture
def busy(archive: Any) -> Any:
    """Return an archive with something of every sort."""
    return _busy(archive)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the fixture is only read
)
@given(chance=st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(busy: Any, chance: random.Random) -> None:
    """Tracks are a function of what the rows say."""
    shuffled = {name: chance.sample(rows, len(rows)) for name, rows in busy.rows.items()}
    texts = dict(chance.sample(sorted(busy.texts.items()), len(busy.texts)))
    assert track(busy.rows, busy.texts) == track(shuffled, texts)


def test_last_report_added_keeps_the_ids(busy: Any) -> None:
    """What was followed before the last report came keeps its id after."""
    whole = track(busy.rows, busy.texts).rows
    early = {
        name: [row for row in rows if not row["report_id"].startswith("2020")]
        for name, rows in busy.rows.items()
    }
    before = track(early, busy.texts).rows
    ids = {row.row_id: row.track_id for row in whole["track_mentions"]}
    assert {row.row_id: row.track_id for row in before["track_mentions"]}.items() <= ids.items()


def test_report_without_a_body_joins_the_one_its_head_names(archive: Any) -> None:
    """A paper whose masthead was not read is still followed, where its words leave no doubt."""
    for day, cells in (
        ("2018-05-01", {}),
        ("2019-05-01", {"body": "", "title": "Harbour annual review"}),
        ("2019-06-01", {"body": "Moorland Council"}),
    ):
        report_id = archive.report(day, **cells)
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme")
    assert sorted(row.n_reports for row in track(archive.rows, archive.texts).rows["tracks"]) == [
        1,
        2,
    ]


def test_findings_are_sentences_with_their_rows(archive: Any) -> None:
    """A promise past its day and a priority that is gone are told as the papers tell them."""
    first, second = (archive.report(f"{year}-05-01", kind="report") for year in (2018, 2019))
    archive.mention("commitments", first, "Officers will publish the lighting survey",
                    action="publish the lighting survey", due="2018-07", strength="firm",
                    due_start="2018-07-01", due_end="2018-07-31")  # fmt: skip
    for report_id, names in (
        (first, ("Rural crime", "Arson", "Theft")),
        (second, ("Arson", "Theft")),
    ):
        for rank, name in enumerate(names, 1):
            archive.mention("priorities", report_id, name, rank=str(rank), owner="Harbour CSP")
    found = {row.kind: row for row in track(archive.rows, archive.texts).rows["findings"]}
    assert found[FindingKind.COMMITMENT_OVERDUE].message == (
        "Report of 1 May 2018: “Officers will publish the lighting survey”, due July 2018. No words"
        " that it was done were found in the report of 1 May 2019, the only later one."
    )
    assert found[FindingKind.COMMITMENT_OVERDUE].row_ids == ("c0",)
    assert found[FindingKind.PRIORITY_DROPPED].message == (
        "“Rural crime” is on the list of priorities in the report of 1 May 2018 and not on that in"
        " the report of 1 May 2019; no words that tell why were found."
    )


def test_chain_from_money_to_priority(archive: Any) -> None:
    """A sum pays for an initiative, which serves a priority; a promise is about it."""
    report_id = archive.report("2018-05-01")
    priority = archive.mention("priorities", report_id, "Rural crime", rank="1")
    name = archive.mention(
        "initiatives", report_id, "Night Watch", name="Night Watch", priority_ids=priority
    )
    archive.mention("amounts", report_id, "£500", value="500", initiative_id=name)
    archive.mention("commitments", report_id, "extend it", action="extend", initiative_id=name)
    rows = track(archive.rows, archive.texts).rows
    kinds = {row.track_id: row.kind for row in rows["tracks"]}
    assert sorted((kinds[row.from_track], row.relation) for row in rows["chain"]) == [
        (TrackKind.COMMITMENT, "promises"),
        (TrackKind.FUNDING, "pays_for"),
        (TrackKind.INITIATIVE, "serves"),
    ]


def test_as_of_leaves_later_reports_aside(archive: Any) -> None:
    """An archive looked at as of a day is the archive that ends on that day."""
    for report_id in _three_years(archive)[:2]:
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme",
                        status="in_progress")  # fmt: skip
    (now,) = track(archive.rows, archive.texts).rows["tracks"]
    (then,) = track(archive.rows, archive.texts, date(2019, 6, 1)).rows["tracks"]
    assert (now.track_id, now.state) == (then.track_id, TrackState.SILENT)
    assert (then.state, str(then.as_of)) == (TrackState.IN_PROGRESS, "2019-06-01")
