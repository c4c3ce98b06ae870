"""How surely a passage of a later paper tells what became of a thing: signs, and their worth.

Each sign returns a small number; the first line of its docstring says what a high one means. What
each is worth is learned (``weights.toml``, table ``telling``) from the promises of the training
bodies, of which the stories tell in which paper each was kept.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from csp_extract.data import read_data
from csp_extract.records.year import MONTHS
from csp_extract.track.items import LAST, Item
from csp_extract.track.library import Library, Passage

TABLE = "telling"
_DAY = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(MONTHS)}) (20\d\d)")
_MIDDLE = 15  # the day that stands for a month
_LATER = 3  # meetings after which one more makes no difference


@dataclass(frozen=True)
class Telling:
    """A thing, a passage of a later paper that shares its words, and how many meetings lie between.

    ``share`` is the part of the thing's words that the passage has, by what they tell.
    """

    item: Item
    passage: Passage
    share: float
    meetings: int  # 1 for a paper of the next meeting
    library: Library

    @cached_property
    def day(self) -> date | None:
        """The last day of the thing's date."""
        return self.item.days[1] if self.item.days else None

    @property
    def meeting(self) -> date:
        """The meeting of the later paper."""
        return self.passage.paper.meeting_date or LAST

    @cached_property
    def days(self) -> list[date]:
        """The days and months with a year that the passage tells."""
        return list(_days_in(self.passage.plain))


Sign = Callable[[Telling], float]


def shared_words(one: Telling) -> float:
    """Has the telling words of the thing."""
    return one.share


def seldom_words(one: Telling) -> float:
    """Shares words that these papers seldom use."""
    return sum(map(one.library.seldom, one.passage.words & one.item.own_words))


def words_around(one: Telling) -> float:
    """Has what else the sentence of the thing said."""
    beside = one.item.beside
    return one.library.share(beside, one.passage.words) if beside else 0.0


def its_month(one: Telling) -> float:
    """Names the month in which the thing was due."""
    return float(one.day is not None and f"{one.day:%B %Y}".casefold() in one.passage.plain)


def is_past_due(one: Telling) -> float:
    """Stands in a paper of a meeting after the thing was due."""
    return float(one.day is not None and one.day < one.meeting)


def tells_days_to_come(one: Telling) -> float:
    """Tells a day that its own meeting has still before it."""
    return float(bool(one.days) and max(one.days) > one.meeting)


def meetings_between(one: Telling) -> float:
    """Stands meetings later than the next."""
    return min(one.meetings, _LATER) / _LATER


SIGNS: Sequence[Sign] = (
    shared_words,
    seldom_words,
    words_around,
    its_month,
    is_past_due,
    tells_days_to_come,
    meetings_between,
)


def signs_of(one: Telling) -> tuple[float, ...]:
    """Return the signs of a telling, in the order of ``SIGNS``."""
    return tuple(sign(one) for sign in SIGNS)


def sureness(signs: Sequence[float], worth: Mapping[str, float] | None = None) -> float:
    """Return how likely a passage that tells something as done tells it of the thing."""
    known = _worth() if worth is None else worth
    parts = (known[sign.__name__] * value for sign, value in zip(SIGNS, signs, strict=True))
    return 1 / (1 + math.exp(-known["bias"] - sum(parts)))


def threshold() -> float:
    """Return from which likelihood a passage is taken to tell of the thing."""
    return _worth()["threshold"]


@cache
def _worth() -> Mapping[str, float]:
    """Return what each sign is worth, and the bias."""
    found: Mapping[str, float] = read_data(__package__, "weights.toml")[TABLE]
    return found


def _days_in(plain: str) -> Sequence[date]:
    """Return the days that a folded text tells with their year; a month stands for its middle."""
    found = []
    for day, month, year in _DAY.findall(plain):
        try:
            found.append(date(int(year), MONTHS.index(month) + 1, int(day or _MIDDLE)))
        except ValueError:  # 31 June
            continue
    return found
