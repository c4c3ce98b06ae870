"""What became of a priority, from one list of its owner to the next."""

import re
from collections.abc import Sequence

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.themes import themes_in
from csp_extract.track.items import Item, Paper
from csp_extract.track.outcome import Outcome, Step, change
from csp_extract.track.thread import Thread
from csp_extract.track.words import bare, cues, fold, tokens, written_out

_HOLDS = 0.6  # share of an item's words that stand in another, from which it went into it
_NAMED = 0.8  # share of its words that a passage about it has


def priority(thread: Thread, lists: Sequence[tuple[Paper, Sequence[Item]]]) -> Outcome:
    """Return the state and the changes of a priority through the lists of its series."""
    own = {item.row_id for item in thread.items}
    changes: list[ChangeRow] = []
    last: tuple[Paper, Item] | None = None
    is_in = False
    for place, (paper, items) in enumerate(lists):
        here = next((item for item in items if item.row_id in own), None)
        if here is not None:
            step = Step(last[0] if last else None, paper)
            if last is None:
                if place:
                    words = ("", here.name)
                    changes.append(change(thread, ChangeKind.ADDED, step, words, [here]))
            elif is_in:
                kind = ChangeKind.RETAINED if _is_same(last[1], here) else ChangeKind.REWORDED
                changes.append(
                    change(thread, kind, step, (last[1].name, here.name), [last[1], here])
                )
            else:
                words = (last[1].name, here.name)
                changes.append(change(thread, ChangeKind.RETURNED, step, words, [last[1], here]))
            last, is_in = (paper, here), True
        elif last is not None and is_in and _is_list_of(items, last[1]):
            changes.append(_gone(thread, last, (paper, items)))
            is_in = False
    return Outcome(
        TrackState.CURRENT if is_in or last is None else TrackState.DROPPED, tuple(changes)
    )


def _is_list_of(items: Sequence[Item], old: Item) -> bool:
    """Return whether a list is of a priority's sort: the police's says nothing of a partnership's.

    A paper may tell the one and not the other.
    """
    return any(item.cell("kind") == old.cell("kind") for item in items)


def _is_same(old: Item, new: Item) -> bool:
    """Return whether two wordings are equal but for case, articles, marks and abbreviations."""
    return _plain(old.name) == _plain(new.name)


def _plain(name: str) -> str:
    """Return a wording without what does not count."""
    words = re.findall(r"[\w'-]+", written_out(bare(name)))
    return " ".join(word for word in words if word not in {"the", "a", "an", "our"})


def _gone(
    thread: Thread, last: tuple[Paper, Item], following: tuple[Paper, Sequence[Item]]
) -> ChangeRow:
    """Return the change by which an item is no longer on the list: into another, or dropped."""
    before, old = last
    paper, items = following
    step = Step(before, paper)
    into = next((item for item in items if _holds(item, old)), None)
    into = into or next((item for item in items if set(item.themes) & set(old.themes)), None)
    if into is not None:
        return change(thread, ChangeKind.MERGED, step, (old.name, into.name), [old, into])
    told = _absorbed(old, paper)
    if told:
        return change(thread, ChangeKind.ABSORBED, step, (old.name, told), [old])
    return change(thread, ChangeKind.DROPPED, step, (old.name, ""), [old])


def _absorbed(old: Item, paper: Paper) -> str:
    """Return the paragraph that says that a priority lives on in others, or nothing."""
    for line in paper.text.split("\n"):
        plain = fold(line)
        if not cues("absorbed").search(plain):
            continue
        words = frozenset(tokens(plain))
        if len(old.words & words) >= _NAMED * len(old.words) or set(old.themes) & set(
            themes_in(line)
        ):
            return line
    return ""


def _holds(item: Item, old: Item) -> bool:
    """Return whether most telling words of an old item stand in a longer new one."""
    return bool(old.words) and len(old.words & item.words) / len(old.words) >= _HOLDS
