"""What became of an award: restated, changed, contested, over."""

from typing import Any

from csp_extract.records import ChangeKind, TrackKind, TrackState
from csp_extract.track import track


def _award(archive: Any, report_id: str, value: str, **cells: str) -> None:
    about = {"kind": "grant", "status": "confirmed", "funder": "Commissioner",
             "purpose": "Night Watch", "quote": f"Night Watch has £{value}."}  # fmt: skip
    text = cells.pop("text", f"£{value}")
    archive.mention("amounts", report_id, text, value=value, **{**about, **cells})


def _changes(archive: Any) -> list[tuple[ChangeKind, str, str]]:
    rows = track(archive.rows, archive.texts).rows["changes"]
    return [(row.kind, row.before, row.after) for row in rows if row.kind is not ChangeKind.ADDED]


def _states(archive: Any) -> list[TrackState]:
    rows = track(archive.rows, archive.texts).rows["tracks"]
    return [row.state for row in rows if row.kind is TrackKind.FUNDING]


def test_another_figure_for_the_same_year_is_restated(archive: Any) -> None:
    """Without a word that it changed, two papers tell one award differently."""
    for year, value in (("2018", "46000"), ("2019", "45200")):
        report_id = archive.report(f"{year}-05-01")
        _award(archive, report_id, value, financial_years="2018/19")
    assert _changes(archive) == [(ChangeKind.RESTATED, "£46000", "£45200")]
    assert _states(archive) == [TrackState.CONTESTED]


def test_a_cut_that_the_paper_tells_is_a_change(archive: Any) -> None:
    """The words say why the figures differ."""
    first, second = (archive.report(f"{year}-05-01") for year in ("2018", "2019"))
    _award(archive, first, "46000", financial_years="2018/19")
    _award(archive, second, "45200", financial_years="2018/19", quote="It was cut to £45,200.")
    assert _changes(archive) == [(ChangeKind.AMOUNT_CHANGED, "£46000", "£45200")]


def test_next_years_award_is_another_and_less(archive: Any) -> None:
    """Two tracks, the later with the change from the year before; the earlier is over."""
    for year, value in (("2018", "46000"), ("2019", "45200")):
        report_id = archive.report(f"{year}-05-01")
        _award(archive, report_id, value, financial_years=f"{year}/{int(year[2:]) + 1}")
    assert _changes(archive) == [
        (ChangeKind.AMOUNT_CHANGED, "£46000 for 2018/19", "£45200 for 2019/20")
    ]
    assert _states(archive) == [TrackState.ENDED, TrackState.CURRENT]


def test_rounded_sum_is_the_same(archive: Any) -> None:
    """19,750 in one table and 19.8 thousand in another are one figure."""
    for year, value, text in (("2018", "19750", "19,750"), ("2019", "19800", "19.8")):
        report_id = archive.report(f"{year}-05-01")
        _award(archive, report_id, value, text=text, financial_years="2018/19")
    assert _changes(archive) == []


def test_bid_that_was_lost(archive: Any) -> None:
    """The status says what became of it."""
    first, second = (archive.report(f"{year}-05-01") for year in ("2018", "2019"))
    _award(archive, first, "85000", status="applied_for")
    _award(archive, second, "85000", status="unsuccessful")
    assert _changes(archive) == [(ChangeKind.STATUS_CHANGED, "applied_for", "unsuccessful")]
    assert _states(archive) == [TrackState.ENDED]


def test_a_sentence_with_both_figures_tells_a_change(archive: Any) -> None:
    """The later paper repeats what it was; a figure of another sentence is no change."""
    first, second = (archive.report(f"{year}-05-01") for year in ("2018", "2019"))
    quote = "Night Watch has £45,200, £800 short of the £46,000 hoped for."
    _award(archive, first, "46000", financial_years="2018/19")
    for value in ("46000", "45200"):
        _award(archive, second, value, financial_years="2018/19", quote=quote)
    assert [kind for kind, *_ in _changes(archive)] == [ChangeKind.AMOUNT_CHANGED]
