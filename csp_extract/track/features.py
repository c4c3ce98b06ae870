"""What speaks for two mentions being one thing, and what against: small functions with a name.

Each returns a number from 0 to 1; the first line of its docstring is the reason that users read in
``links.csv`` and ``track_mentions.csv``. What each is worth is learned (``weights.toml``).
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from csp_extract.records import TrackKind
from csp_extract.track.context import Context
from csp_extract.track.items import Item
from csp_extract.track.words import cues, fold

_MONTH = 31
_YEAR = 366
_NEXT = _YEAR + 3 * _MONTH  # by then the next yearly report is out


Feature = Callable[[Item, Item, Context], float]


def same_name(left: Item, right: Item, _: Context) -> float:
    """Have the same name."""
    return float(not left.names.isdisjoint(right.names))


def alike_words(left: Item, right: Item, context: Context) -> float:
    """Share telling words in their names."""
    return context.share(left.words, right.words)


def words_inside(left: Item, right: Item, context: Context) -> float:
    """Have one name within the other."""
    return context.inside(left.words, right.words)


def alike_sentence(left: Item, right: Item, context: Context) -> float:
    """Share telling words in the sentences around."""
    return context.share(left.around, right.around)


def named_around(left: Item, right: Item, context: Context) -> float:
    """Have the words of one name in the sentence around the other."""
    return max(context.inside(left.words, right.around), context.inside(right.words, left.around))


def alike_themes(left: Item, right: Item, _: Context) -> float:
    """Tell the same community safety themes."""
    mine, theirs = set(left.themes), set(right.themes)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def other_themes(left: Item, right: Item, _: Context) -> float:
    """Tell community safety themes of which none is common."""
    return float(bool(left.themes and right.themes) and set(left.themes).isdisjoint(right.themes))


def same_sum(left: Item, right: Item, _: Context) -> float:
    """Are the same sum."""
    return float(left.cell("value") != "" and _number(left) == _number(right))


def near_sum(left: Item, right: Item, _: Context) -> float:
    """Are sums within a tenth of one another."""
    one, two = _number(left), _number(right)
    return float(one is not None and two is not None and abs(one - two) <= max(one, two) / 10)


def same_years(left: Item, right: Item, _: Context) -> float:
    """Are for the same financial year."""
    return float(bool(left.years & right.years))


def likely_same_years(left: Item, right: Item, _: Context) -> float:
    """Are for the year of the other's meeting, where only one names its year."""
    return float(bool(left.years) != bool(right.years) and _share_years(left, right))


def likely_other_years(left: Item, right: Item, _: Context) -> float:
    """Are not for the year of the other's meeting, where only one names its year."""
    return float(bool(left.years) != bool(right.years) and not _share_years(left, right))


def same_party(left: Item, right: Item, context: Context) -> float:
    """Name the same funder, owner or lead."""
    return _cells_alike(left, right, ("funder", "owner", "lead"), context)


def other_party(left: Item, right: Item, context: Context) -> float:
    """Name different funders, owners or leads."""
    return _cells_unlike(left, right, ("funder", "owner", "lead"), context)


def same_recipient(left: Item, right: Item, context: Context) -> float:
    """Name the same recipient, place or audience."""
    return _cells_alike(left, right, ("recipient", "area", "audience"), context)


def other_recipient(left: Item, right: Item, context: Context) -> float:
    """Name different recipients, places or audiences."""
    return _cells_unlike(left, right, ("recipient", "area"), context)


def same_kind(left: Item, right: Item, _: Context) -> float:
    """Are of the same sort."""
    return float(left.cell("kind") != "" and left.cell("kind") == right.cell("kind"))


def same_day(left: Item, right: Item, _: Context) -> float:
    """Have the same date."""
    return float(bool(left.days) and left.days == right.days)


def near_day(left: Item, right: Item, _: Context) -> float:
    """Have dates within a month of one another."""
    return float(_apart(left, right) <= _MONTH)


def far_day(left: Item, right: Item, _: Context) -> float:
    """Have dates more than a year apart."""
    apart = _apart(left, right)
    return float(_YEAR < apart < math.inf)


def same_day_and_words(left: Item, right: Item, context: Context) -> float:
    """Have the same date and share telling words."""
    return same_day(left, right, context) * context.inside(left.words, right.words)


def same_act(left: Item, right: Item, _: Context) -> float:
    """Ask for the same act."""
    return float(bool(left.act) and left.act == right.act)


def other_act(left: Item, right: Item, _: Context) -> float:
    """Ask for different acts."""
    return float(bool(left.act and right.act) and left.act != right.act)


def tells_move(left: Item, right: Item, context: Context) -> float:
    """Share telling words, and the later tells that its date has moved."""
    later = max(left, right, key=lambda item: item.order)
    is_other = left.paper != right.paper and left.days != right.days
    is_moved = is_other and bool(cues("moved").search(fold(later.cell("quote"))))
    return float(is_moved) * context.inside(left.words, right.words)


def side_by_side(left: Item, right: Item, context: Context) -> float:
    """Have names that a report tells as two things."""
    pairs = {frozenset({one, other}) for one in left.names for other in right.names}
    return float(left.names.isdisjoint(right.names) and not context.beside.isdisjoint(pairs))


def next_paper(left: Item, right: Item, _: Context) -> float:
    """Stand in reports of meetings within a year and a quarter."""
    one, two = left.paper.meeting_date, right.paper.meeting_date
    return float(one is not None and two is not None and 0 < abs((one - two).days) <= _NEXT)


def same_paper(left: Item, right: Item, _: Context) -> float:
    """Stand in one report."""
    return float(left.paper == right.paper)


def same_meeting(left: Item, right: Item, _: Context) -> float:
    """Stand in two papers of one meeting."""
    one, two = left.paper, right.paper
    return float(one != two and one.meeting_date == two.meeting_date is not None)


def far_papers(left: Item, right: Item, _: Context) -> float:
    """Stand in reports of meetings long apart."""
    one, two = left.paper.meeting_date, right.paper.meeting_date
    years = abs((one - two).days) / _YEAR if one and two else 0.0
    return min(max(years - 1, 0) / 4, 1.0)


def same_rank(left: Item, right: Item, _: Context) -> float:
    """Have the same place in their lists."""
    return float(left.cell("rank") != "" and left.cell("rank") == right.cell("rank"))


_COMMON = (same_name, alike_words, words_inside, alike_sentence, named_around, same_paper)
FEATURES: Mapping[TrackKind, tuple[Feature, ...]] = {
    TrackKind.INITIATIVE: (
        *_COMMON, same_meeting, far_papers, same_kind, same_party, other_party, same_recipient,
        other_recipient, side_by_side,
    ),
    TrackKind.PRIORITY: (
        *_COMMON, same_meeting, far_papers, same_rank, alike_themes, other_themes,
        same_party,
        other_party,
    ),
    TrackKind.FUNDING: (
        *_COMMON, same_meeting, far_papers, same_kind, same_sum, near_sum, same_years,
        likely_same_years,
        likely_other_years,
        same_party, other_party, same_recipient, other_recipient,
    ),
    TrackKind.COMMITMENT: (
        *_COMMON, same_meeting, next_paper, far_papers, same_day, near_day, far_day,
        same_day_and_words, same_act, other_act, tells_move, same_party,
        other_party,
    ),
    TrackKind.EVENT: (
        *_COMMON, same_meeting, next_paper, far_papers, same_day, near_day, far_day,
        same_day_and_words, tells_move,
    ),
}  # fmt: skip


def told(feature: Callable[..., float]) -> str:
    """Return the sentence of a feature, for users."""
    return (feature.__doc__ or "").splitlines()[0].rstrip(".").lower()


def _number(item: Item) -> Decimal | None:
    """Return the sum of a mention of money."""
    try:
        return Decimal(item.cell("value"))
    except InvalidOperation:
        return None


def _share_years(left: Item, right: Item) -> bool:
    """Return whether the years that two sums are for, or are told in, have one in common."""
    return not left.assumed_years.isdisjoint(right.assumed_years)


def _apart(left: Item, right: Item) -> float:
    """Return how many days lie between two dates, no end of them where one is missing."""
    one, two = left.days, right.days
    if not one or not two:
        return math.inf
    first, second = sorted((one, two))
    return max((second[0] - first[1]).days, 0)


def _cells_alike(left: Item, right: Item, columns: Sequence[str], context: Context) -> float:
    """Return whether a column that both fill says nearly the same."""
    return float(any(share >= 0.5 for share in _shares(left, right, columns, context)))


def _cells_unlike(left: Item, right: Item, columns: Sequence[str], context: Context) -> float:
    """Return whether both fill a column, and none says nearly the same."""
    shares = list(_shares(left, right, columns, context))
    return float(bool(shares) and max(shares) < 0.25)


def _shares(left: Item, right: Item, columns: Sequence[str], context: Context) -> Iterable[float]:
    """Yield how much alike two mentions are in each column that both fill."""
    for column in columns:
        mine, theirs = left.words_of(column), right.words_of(column)
        if mine and theirs:
            yield context.inside(mine, theirs)
