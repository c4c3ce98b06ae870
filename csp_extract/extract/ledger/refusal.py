"""What a refusal is: a reason, the words by which it is known, and the proof it carries."""

import re
from dataclasses import dataclass

from csp_extract.records import CandidateKind, Reason

DATE = frozenset({CandidateKind.DATE})
FORWARD = frozenset({CandidateKind.FORWARD})
CURRENCY = frozenset({CandidateKind.CURRENCY})


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason and the words by which it is known; ``examples`` mark the candidate refused."""

    reason: Reason
    kinds: frozenset[CandidateKind]
    pattern: re.Pattern[str]  # its match must touch the candidate
    examples: tuple[str, ...]
