"""Corrections change just the rows they speak of, can be undone, and are never lost."""

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csp_extract.records import Judgement
from csp_extract.review import enter, replay, restore


def test_cell_is_set_and_signed(rows: Any, say: Any) -> None:
    """The row says who changed it; two people are both named."""
    first = say("set", "amounts", "a1", column="funder", value="Home Office")
    second = say("set", "amounts", "a1", column="kind", value="grant", who="B; Reader")
    (row, other) = replay(rows, [first, second]).rows["amounts"]
    assert (row["funder"], row["kind"], row["corrected"]) == (
        "Home Office", "grant", "A Reader; B, Reader",
    )  # fmt: skip
    assert other == rows["amounts"][1]


def test_dropped_row_leaves_no_pointer(rows: Any, say: Any) -> None:
    """What pointed at it points elsewhere, and the ledger still accounts for the words."""
    after = replay(rows, [say("drop", "amounts", "a1")]).rows
    assert [row["amount_id"] for row in after["amounts"]] == ["a2"]
    assert after["initiatives"][0]["amount_ids"] == "a2"
    assert after["initiatives"][0]["corrected"] == ""
    (ledger,) = after["candidates"]
    assert (ledger["table"], ledger["row_id"], ledger["reason"]) == ("", "", "dropped_by_hand")


def test_what_was_replaced_can_be_restored(rows: Any, say: Any) -> None:
    """From corrected rows and the originals come the rows that the rules found."""
    before = copy.deepcopy(rows)
    done = replay(
        rows,
        [say("drop", "amounts", "a1"), say("set", "initiatives", "i1", column="name", value="X")],
    )
    assert rows == before
    assert restore(done.rows, done.originals) == before


def test_row_that_is_gone_is_waited_for(rows: Any, say: Any) -> None:
    """A correction whose row does not exist changes nothing and is told."""
    gone = say("drop", "amounts", "a9")
    done = replay(rows, [gone])
    assert [(one.correction, one.why) for one in done.waiting] == [
        (gone, "its row is not in this output")
    ]
    assert done.rows == rows
    assert done.originals == {}


def test_row_is_found_again_by_its_words(rows: Any, say: Any) -> None:
    """After an upgrade the id is another; report and words find the row, if it is one alone."""
    old = say("drop", "amounts", "a0", text="£2")
    assert [row["amount_id"] for row in replay(rows, [old]).rows["amounts"]] == ["a1"]
    rows["amounts"][0]["text"] = "£2"
    assert len(replay(rows, [old]).rows["amounts"]) == 2
    rows["amounts"][0]["page"] = "2"
    assert [row["amount_id"] for row in replay(rows, [old]).rows["amounts"]] == ["a1"]


def test_judgements_are_rows_of_links(rows: Any, say: Any) -> None:
    """What two rows are to one another, by whom and when."""
    done = replay(
        rows, [say("same", "amounts", "a1", other_id="a2", when="2020-01-31", note="one grant")]
    )
    (judged,) = done.judgements
    assert (judged.link.judgement, judged.link.who, judged.link.when, judged.link.reasons) == (
        Judgement.SAME, "A Reader", "2020-01-31", "one grant",
    )  # fmt: skip


def test_last_word_counts(rows: Any, row: Any, say: Any) -> None:
    """Of judgements that contradict one another, by way of others too, the last ones hold."""
    rows["amounts"].append(row("amounts", "a3"))
    said = [
        say("same", "amounts", "a1", other_id="a2"),
        say("same", "amounts", "a2", other_id="a3"),
        say("different", "amounts", "a1", other_id="a3"),
    ]
    done = replay(rows, said)
    assert {one.correction for one in done.judgements} == set(said[1:])
    assert [(one.correction, one.why) for one in done.waiting] == [
        (said[0], "later judgements say otherwise")
    ]


def test_judgement_on_a_dropped_row_waits(rows: Any, say: Any) -> None:
    """A row that is none is like no other."""
    done = replay(rows, [say("same", "amounts", "a1", other_id="a2"), say("drop", "amounts", "a2")])
    assert done.judgements == ()
    assert [one.why for one in done.waiting] == ["a row of it was dropped"]


_ROWS = st.sampled_from(
    [("amounts", "a1"), ("amounts", "a2"), ("initiatives", "i1"), ("amounts", "a9")]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_said_can_be_taken_back(rows: Any, say: Any, data: st.DataObject) -> None:
    """Any corrections in any order: the rows of the rules come back.

    Each word is accounted for: it changes something, or waits with a reason.
    """
    said = []
    for table, row_id in data.draw(st.lists(_ROWS, max_size=5)):
        kind = data.draw(st.sampled_from(["set", "drop", "same", "different"]))
        column = {"amounts": "funder", "initiatives": "lead"}[table]
        cells = {"set": {"column": column, "value": data.draw(st.sampled_from(["A", ""]))}}
        other = {"other_id": "a2" if row_id == "a1" else "a1"}
        if kind in {"same", "different"} and table != "amounts":
            continue
        said.append(say(kind, table, row_id, **cells.get(kind, {} if kind == "drop" else other)))
    book = enter((), said)
    done = replay(rows, book)
    assert restore(done.rows, done.originals) == rows
    waiting = {one.correction for one in done.waiting}
    assert waiting.isdisjoint(one.correction for one in done.judgements)
    for one in book:
        if one.kind == "drop" and one not in waiting:
            assert one.row_id not in {row["amount_id"] for row in done.rows["amounts"]}
        if one.row_id == "a9":
            assert one in waiting
