"""How far an initiative is at the meeting date, and when it got there."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.course import (
    goes_on,
    is_begun_by,
    is_put_off,
    is_repeated,
    is_reported,
    is_review,
    is_reviewed,
    is_reviewing,
    is_to_come,
)
from csp_extract.extract.initiatives.cues import Cue, cues_about, cues_near
from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import BlockKind, InitiativeKind, InitiativeStatus, Precision

_LED = 200  # characters from the end of a lead-in to its cue
_COMING = 40  # from a verb in the present to its day
_DAYS = frozenset({Precision.DAY, Precision.RANGE, Precision.MONTH})
_ON = re.compile(
    r"(?:\s(?:again|publicly|formally|in \w+|at [\w\s]{3,25}))?"
    r",?\s(?:on|in|from|during|between)\s(?:the\s)?"
)
# Talk about a thing says nothing of how far it is.
_SPOKEN_OF = re.compile(
    r"\b(?:spoke|speaks?|heard|asked|told|talked|discussed|discussion|mentioned|considered|reference)"
    r"(?:\s(?:of|about|on|to))?\s(?:the\s|a\s)?$"
)
_NOT = re.compile(r"\b(?:did not|was not|were not|has not|have not|no longer|not)\s")
_YEARS = re.compile(r"(20\d\d)\s?(?:[-–—/]|to)\s?((?:20)?\d\d)$")
_TO_DO = re.compile(
    r"(?:.* / )?(?:actions?|next steps?|tasks?|what(?: next| we will do)?|to do)\b.*", re.IGNORECASE
)
# A task that ends, changes or serves a thing supposes it: "Finish the gates", "Buy guns for".
_THERE = re.compile(
    r"^(?:finish|complete|review|renew|extend|continue|transfer|move|evaluate|promote)\s(?:the\s)?$"
    r"|\s(?:for|of|under|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_REACHED = frozenset(
    {InitiativeStatus.COMPLETED, InitiativeStatus.ENDED, InitiativeStatus.IN_PROGRESS}
)
_OVER = frozenset({InitiativeStatus.COMPLETED, InitiativeStatus.ENDED})
# Kinds that go on when they were launched; the others happen and are over.
_STANDING = frozenset(
    {
        InitiativeKind.EQUIPMENT,
        InitiativeKind.PUBLICATION,
        InitiativeKind.SCHEME,
        InitiativeKind.SERVICE,
        InitiativeKind.STRATEGY,
    }
)
_HAPPENING = frozenset({InitiativeKind.CAMPAIGN, InitiativeKind.EVENT, InitiativeKind.OPERATION})
_RUNNING = frozenset(
    {
        InitiativeKind.OTHER,
        InitiativeKind.PROJECT,
        InitiativeKind.SCHEME,
        InitiativeKind.SERVICE,
        InitiativeKind.TRAINING,
    }
)
# What has been told of and has more to come is under way.
_UNDER_WAY = _RUNNING | {InitiativeKind.OPERATION}
_OPEN_ENDED = frozenset({InitiativeKind.SCHEME, InitiativeKind.SERVICE})


_PRESENT = re.compile(
    r"\b(?:runs?|goes out|go out|begins?|starts?|opens?|launch(?:es)?|resumes?|continues?)$"
)


class Stage(NamedTuple):
    """A status, and the day on which it was reached in EDTF, where that is told."""

    status: InitiativeStatus
    since: str = ""


def stage_of(reading: Reading, thing: Thing, kind: InitiativeKind | None, row: str) -> Stage:
    """Return how far a thing is: by the cue nearest to it, its row, its list, or its dates."""
    if row and (told := _in_cell(row)):
        is_begun = told is InitiativeStatus.COMPLETED and is_begun_by(thing)
        return Stage(InitiativeStatus.IN_PROGRESS if is_begun else told)
    if (years := _YEARS.search(thing.name)) and (by_years := _by_years(reading, years)):
        cue = min(cues_about(thing), default=None)
        is_adopted = cue is not None and cue.status is InitiativeStatus.COMPLETED
        return Stage(InitiativeStatus.COMPLETED if is_adopted else by_years)
    if is_review(thing) and (is_reviewed(thing) or is_reviewing(thing)):
        over = is_reviewed(thing)
        return Stage(InitiativeStatus.COMPLETED if over else InitiativeStatus.IN_PROGRESS)
    if kind in _HAPPENING and is_put_off(thing):
        return Stage(InitiativeStatus.PLANNED if is_to_come(thing) else InitiativeStatus.UNSTATED)
    cue = min(cues_about(thing), default=None)
    if cue is None and thing.lead_in:
        lead = thing.lead_in
        cue = min(cues_near(lead, Span(len(lead), len(lead)), _LED), default=None)
        cue = cue and cue._replace(end=-1)
    if cue is None:
        return Stage(_by_place(reading, thing, kind))
    return _by_cue(reading, thing, kind, cue)


def _by_cue(reading: Reading, thing: Thing, kind: InitiativeKind | None, cue: Cue) -> Stage:
    """Return the status that a cue says, as the sort of thing and the day beside it have it."""
    status = cue.status
    if status is InitiativeStatus.IN_PROGRESS and _is_to_come(reading, cue):
        return Stage(InitiativeStatus.PLANNED)
    if status is InitiativeStatus.PLANNED and kind in _UNDER_WAY and is_reported(thing):
        is_again = kind in _HAPPENING and is_repeated(thing)
        return Stage(InitiativeStatus.RECURRING if is_again else InitiativeStatus.IN_PROGRESS)
    if status in _OVER and cue.end >= 0 and goes_on(reading.report.text[cue.end : cue.end + 160]):
        return Stage(InitiativeStatus.IN_PROGRESS)
    if status is InitiativeStatus.COMPLETED and kind in _HAPPENING and is_repeated(thing):
        return Stage(InitiativeStatus.RECURRING)
    if kind in _OPEN_ENDED and status is InitiativeStatus.COMPLETED and _is_over(reading, cue):
        status = InitiativeStatus.ENDED
    if kind in _HAPPENING and status is InitiativeStatus.ENDED and _is_past(reading, cue):
        status = InitiativeStatus.COMPLETED
    return Stage(status, _since(reading, cue) if status in _REACHED else "")


def _in_cell(words: str) -> InitiativeStatus | None:
    """Return the status that a cell on progress opens with, or whose cue it holds."""
    for name, openings in lexicon()["cells"].items():
        if re.match(rf"(?:{'|'.join(openings)})(?!\w)", words, re.IGNORECASE):
            return InitiativeStatus(name)
    cue = min(cues_near(words, Span(0, 0), _LED), default=None)
    return cue.status if cue else None


def _by_years(reading: Reading, years: re.Match[str]) -> InitiativeStatus | None:
    """Return whether a plan with its years is over, in force, or to come at the meeting."""
    meeting = reading.about.meeting_date
    if meeting is None:
        return None
    first, short = int(years[1]), years[2]
    last = int(years[1][: 4 - len(short)] + short)
    is_over = meeting.year > last or (meeting.year == last and meeting.month > 3 > len(short))
    if is_over:
        return InitiativeStatus.ENDED
    is_begun = meeting.year > first or (meeting.year == first and meeting.month > 3)
    return InitiativeStatus.IN_PROGRESS if is_begun else InitiativeStatus.PLANNED


def _is_over(reading: Reading, cue: Cue) -> bool:
    """Return whether the cue says that something that goes on came to its end."""
    words = reading.report.text[max(0, cue.end - 12) : cue.end].casefold()
    return cue.end >= 0 and words.endswith(("finished", "concluded"))


def _is_to_come(reading: Reading, cue: Cue) -> bool:
    """Return whether a verb in the present has a day still to come: "runs from 13 October"."""
    about = reading.about
    writing = about.drafted_to or about.meeting_date
    if writing is None or cue.end < 0 or not _PRESENT.search(reading.report.text[: cue.end][-20:]):
        return False
    return any(
        date.value.start is not None and date.value.start > writing
        for date in reading.dates
        if 0 <= date.span.start - cue.end <= _COMING and date.value.precision in _DAYS
    )


def _is_past(reading: Reading, cue: Cue) -> bool:
    """Return whether the cue only says that what happens for a while has happened."""
    return cue.end >= 0 and reading.report.text[: cue.end].endswith("ended")


def _since(reading: Reading, cue: Cue) -> str:
    """Return the date told right after a cue of what has happened."""
    if cue.end < 0:
        return ""
    for date in reading.dates:
        between = reading.report.text[cue.end : date.span.start]
        if 0 <= date.span.start - cue.end <= 40 and _ON.fullmatch(between):
            return date.value.edtf
    return ""


def _by_place(reading: Reading, thing: Thing, kind: InitiativeKind | None) -> InitiativeStatus:
    """Return what the place of a thing leaves: a list of tasks, or the day told beside it."""
    tasks = [
        clause.text[: clause.span.start]
        for clause in thing.mentions
        if clause.passage.block.kind is BlockKind.CELL
        and _TO_DO.fullmatch(reading.head_of(clause.passage.block))
    ]
    if tasks:
        is_there = any(_THERE.search(task) for task in tasks)
        return InitiativeStatus.IN_PROGRESS if is_there else InitiativeStatus.PLANNED
    if any(_NOT.search(clause.text, clause.span.end) for clause in thing.mentions):
        return InitiativeStatus.UNSTATED
    is_only_named = all(
        _SPOKEN_OF.search(clause.text[: clause.span.start]) for clause in thing.mentions
    )
    if kind in _RUNNING and not thing.lead_in and not is_only_named:
        return InitiativeStatus.IN_PROGRESS  # it is reported on, and nothing says that it is over
    if kind is InitiativeKind.OPERATION:
        return InitiativeStatus.UNSTATED
    return _by_date(reading, thing.mentions, is_standing=kind in _STANDING)


def _by_date(
    reading: Reading, mentions: Iterable[Clause], *, is_standing: bool
) -> InitiativeStatus:
    """Return the status that the day told with an initiative leaves: past or to come."""
    writing = reading.about.drafted_to or reading.about.drafted_from or reading.about.meeting_date
    days = [
        date.value.end
        for date in reading.dates
        for clause in mentions
        if clause.passage.span.holds(date.span) and date.value.end and date.value.precision in _DAYS
    ]
    if writing is None or not days:
        return InitiativeStatus.UNSTATED
    if min(days) > writing:
        return InitiativeStatus.PLANNED
    return InitiativeStatus.IN_PROGRESS if is_standing else InitiativeStatus.COMPLETED
