"""Which rules decide nothing in a paper of one kind or another."""

import re

from csp_extract.extract.decisions.rules import IN_MINUTES, IN_RECORDS
from csp_extract.extract.reading import Reading
from csp_extract.records import ReportKind

_DECISION = re.compile(
    r"\bdecision (?:log|record|notice|number|ref(?:erence)?|making record)\b"
    r"|\brecord of (?:an? )?(?:[a-z]+ ){0,3}decision\b"
    r"|^decisions? (?:(?:taken|made) )?(?:of|by) (?:the )?[a-z]+",
    re.IGNORECASE | re.MULTILINE,
)
_TOP = 1500  # characters in which a record of a decision says what it is


def is_decision(reading: Reading) -> bool:
    """Return whether the paper records what a person with the power to decide has decided."""
    if reading.about.kind is ReportKind.DECISION:
        return True
    return _DECISION.search(reading.report.text, 0, _TOP) is not None


def barred_in(reading: Reading, *, told: bool) -> frozenset[str]:
    """Return the rules that decide nothing in a paper of this kind."""
    barred = frozenset() if told else IN_MINUTES
    return barred if is_decision(reading) else barred | IN_RECORDS
