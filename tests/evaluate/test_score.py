"""A perfect run scores one; each way of being wrong costs what it should."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csp_extract.errors import WrongCallError
from csp_extract.evaluate import (
    board_of,
    falls,
    score_run,
    write_board,
    write_differences,
    write_lapses,
    write_page,
)

MakeRun = Callable[..., tuple[Path, Path]]


def _figures(make_run: MakeRun, spoil: Callable[[dict[str, list[Any]]], None]) -> Any:
    return board_of(score_run(*make_run(spoil)), {})["tables"]


def test_perfect_run_scores_one_everywhere(make_run: MakeRun) -> None:
    """Every table has F1, value F1 and strict F1 of one, and no error is listed."""
    scores = score_run(*make_run())
    tables = board_of(scores, {"harbour": "Harbour"})["tables"]
    for name in ("amounts", "dates", "initiatives"):
        assert tables[name]["f1"] == tables[name]["value_f1"] == tables[name]["strict_f1"] == 1
    assert tables["report"]["columns"]["title"]["recall"] == 1
    assert write_lapses(scores[0].lapses) == ""
    assert "amounts" in write_board(board_of(scores, {"harbour": "Harbour"}))


def test_same_words_twice_need_two_rows(make_run: MakeRun) -> None:
    """A sum that stands twice and is found once is half found."""
    tables = _figures(make_run, lambda rows: rows["amounts"].pop())
    assert tables["amounts"]["recall"] == 0.5
    assert tables["amounts"]["precision"] == 1


def test_wrong_value_costs_the_value_only(make_run: MakeRun) -> None:
    """The span still counts as found."""
    tables = _figures(make_run, lambda rows: rows["dates"][0].update(end="2020-06-01"))
    assert tables["dates"]["f1"] == 1
    assert tables["dates"]["value_f1"] == 0


def test_shorter_span_is_tolerated_but_not_strict(make_run: MakeRun) -> None:
    """Half of the shorter span is enough for the tolerant score alone."""

    def shorten(rows: dict[str, list[Any]]) -> None:
        row = rows["dates"][0]
        row["char_start"] = str(int(row["char_start"]) + 3)

    tables = _figures(make_run, shorten)
    assert tables["dates"]["f1"] == 1
    assert tables["dates"]["strict_f1"] == 0


def test_optional_gold_costs_nothing_found_or_not(make_run: MakeRun) -> None:
    """A prediction on optional gold is neither right nor wrong."""

    def find_it(rows: dict[str, list[Any]]) -> None:
        start = 43
        extra = {"text": "May 2019", "char_start": str(start), "char_end": str(start + 8)}
        rows["dates"].append({**rows["dates"][0], "id": "d2", **extra})

    tables = _figures(make_run, find_it)
    assert tables["dates"]["precision"] == tables["dates"]["recall"] == 1


def test_filled_cell_without_gold_is_invented(make_run: MakeRun) -> None:
    """A bound that nobody annotated is counted where the column is stated elsewhere."""

    def invent(rows: dict[str, list[Any]]) -> None:
        rows["amounts"][0]["funder"] = "the moon"

    scores = score_run(*make_run(invent))
    funder = scores[0].counts["amounts"].columns["funder"]
    assert (funder.filled, funder.invented, funder.stated) == (1, 1, 0)


def test_missing_gold_is_a_wrong_call(tmp_path: Path) -> None:
    """An empty folder is named, not scored as nothing."""
    with pytest.raises(WrongCallError, match="no gold"):
        score_run(tmp_path, tmp_path)


def test_gate_names_what_fell(make_run: MakeRun) -> None:
    """A score three tenths of a point lower is a fall; the same score is none."""
    board = board_of(score_run(*make_run()), {})
    worse = {"tables": {"dates": {"f1": 0.99, "value_f1": 0.5}}}
    assert list(falls(board, board)) == []
    assert list(falls(worse, board))[:1] == ["dates f1 fell from 1.000 to 0.990"]


def test_difference_of_two_runs_names_errors(make_run: MakeRun) -> None:
    """An error that came is marked as new."""
    gold, out = make_run()
    good = score_run(gold, out)
    (out / "dates.csv").write_text("date_id,report_id,char_start,char_end\n", "utf-8")
    told = write_differences(good, score_run(gold, out))
    assert told.startswith("0 errors gone, 1 new\n+ harbour dates missed")


def test_page_holds_every_error(make_run: MakeRun) -> None:
    """The page lists the row that was not found, and escapes what it quotes."""
    scores = score_run(*make_run(lambda rows: rows["initiatives"].clear()))
    page = write_page(board_of(scores, {}), scores[0].lapses)
    assert "Operation Lantern" in page
    assert 'class="missed"' in page
    assert "will report back by 31 May 2020 on Operation Lantern." in page


def test_simple_means_are_scored_on_the_same_text(make_run: MakeRun) -> None:
    """The plain expression finds both sums; capitalised words find the operation."""
    scores = score_run(*make_run(), with_baseline=True)
    tables = board_of(scores, {})["tables"]
    assert tables["amounts"]["value_f1"] == 1
    assert tables["initiatives"]["recall"] == 1
