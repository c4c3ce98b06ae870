"""The days between which a report was drafted: what it tells as done, and what as to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

_FRESH_DAYS = 31
_STALE_DAYS = 120  # a report is written weeks before its meeting, not half a year
_MISREAD = 1  # so many days against two or more that contradict them are misread


class Told(NamedTuple):
    """A day that the report tells as done or as to come, and the words that do."""

    day: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a report was drafted, as far as its words bound them."""

    earliest: date | None = None
    latest: date | None = None
    done: str = ""  # the words that tell the earliest day as done
    to_come: str = ""  # the words that tell the latest day as to come

    def day_of_writing(self, meeting: date) -> date:
        """Return the day that relative expressions count from.

        A last edge is one; a first edge alone only where the meeting follows within a month, for
        a report may tell nothing of the weeks before it was written.
        """
        if self.latest is not None:
            return self.latest
        if self.earliest is None:
            return meeting
        return self.earliest if (meeting - self.earliest).days <= _FRESH_DAYS else meeting


def infer_window(done: Iterable[Told], to_come: Iterable[Told], meeting: date | None) -> Window:
    """Return the window that days told as done and as to come leave open.

    Days after the meeting bound nothing, for the report was written before it. A lone day that
    two others contradict is misread; where as many stand on either side, neither is trusted.
    """
    past, coming = _recent(done, meeting), _recent(to_come, meeting)
    first = max(past, default=None, key=lambda told: told.day)
    last = min(coming, default=None, key=lambda told: told.day)
    if first and last and first.day > last.day:
        early = [told for told in coming if told.day < first.day]
        late = [told for told in past if told.day > last.day]
        if len(early) <= _MISREAD < len(late):
            last = min((told for told in coming if told not in early), default=None)
        elif len(late) <= _MISREAD < len(early):
            first = max((told for told in past if told not in late), default=None)
        else:
            return Window()
    return Window(
        first.day if first else None,
        last.day if last else None,
        first.words if first else "",
        last.words if last else "",
    )


def _recent(told: Iterable[Told], meeting: date | None) -> list[Told]:
    """Return the days of the weeks before the meeting; all where it is unknown."""
    if meeting is None:
        return list(told)
    return [one for one in told if 0 <= (meeting - one.day).days <= _STALE_DAYS]
