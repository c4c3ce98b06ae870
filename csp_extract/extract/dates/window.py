"""The days between which a report was drafted: what it tells as done, and what as to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_FRESH_DAYS = 31
_STALE_DAYS = 120  # a report is written weeks before its meeting, not half a year


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a report was drafted, as far as its words bound them."""

    earliest: date | None = None
    latest: date | None = None

    def day_of_writing(self, meeting: date | None) -> date | None:
        """Return the day that relative expressions count from.

        A last edge is one; a first edge alone only where the meeting follows within a month, for
        a report may tell nothing of the weeks before it was written.
        """
        if self.latest is not None:
            return self.latest
        if self.earliest is None or meeting is None:
            return meeting or self.earliest
        return self.earliest if (meeting - self.earliest).days <= _FRESH_DAYS else meeting


def infer_window(done: Iterable[date], to_come: Iterable[date], meeting: date | None) -> Window:
    """Return the window that days told as done and as to come leave open.

    Days after the meeting bound nothing, for the report was written before it. Days that
    contradict one another bound nothing either: one of them is misprinted or misread.
    """
    latest_allowed = meeting or date.max
    past = [day for day in done if day <= latest_allowed]
    coming = [day for day in to_come if day <= latest_allowed]
    if meeting is not None:
        past = [day for day in past if (meeting - day).days <= _STALE_DAYS]
        coming = [day for day in coming if (meeting - day).days <= _STALE_DAYS]
    earliest, latest = max(past, default=None), min(coming, default=None)
    if earliest and latest and earliest > latest:
        return Window()
    return Window(earliest, latest)
