"""Papers, days and quotations as a reader of a finding sees them."""

from datetime import date, timedelta

from csp_extract.track.items import Paper

_SHOWN = 160  # characters of a quotation


def day_words(day: date) -> str:
    """Return a day as papers print it."""
    return f"{day.day} {day:%B %Y}"


def days_words(first: date, last: date) -> str:
    """Return a day, a month or a stretch as papers print it."""
    if first == last:
        return day_words(first)
    month = f"{first:%B %Y}"
    is_month = first.day == 1 and (last + timedelta(days=1)).day == 1 and f"{last:%B %Y}" == month
    return month if is_month else f"{day_words(first)} to {day_words(last)}"


def quoted(text: str) -> str:
    """Return words of a report in quotation marks, shortened where they are long."""
    plain = " ".join(text.split())
    return f"“{plain}”" if len(plain) <= _SHOWN else f"“{plain[:_SHOWN].rsplit(' ', 1)[0]} …”"


def named(paper: Paper) -> str:
    """Return a paper as a reader names it: "report of 1 May 2018"."""
    sort = paper.kind if paper.kind in {"minutes", "decision", "plan", "agenda"} else "report"
    return f"{sort} of {day_words(paper.meeting_date)}" if paper.meeting_date else f"undated {sort}"


def at_head(paper: Paper) -> str:
    """Return the name of a paper at the head of a sentence."""
    words = named(paper)
    return words[0].upper() + words[1:]
