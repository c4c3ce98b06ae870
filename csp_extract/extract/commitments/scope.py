"""What a promise stands under: conditions, old hopes, predictions (after medspaCy's ConText)."""

import re

from csp_extract.extract.commitments.lexicon import Scope, lexicon
from csp_extract.extract.found import Span

# "if rules allow" hedges a promise and does not take it back.
_CAVEAT = re.compile(
    r"if\s(?:[\w’'-]+\s){0,4}?(?:allows?|permits?|possible|practicable|wish|wished)\b"
)

# "will be asked if they want to": what is asked, and no condition.
_ASKS = re.compile(r"\b(?:ask|asked|check|decide|see)\b[^,;.]{0,40}\Z")
# "work on whether to renew" asks a question and makes no condition.
_OPEN_QUESTION = re.compile(r"whether\sto\b", re.IGNORECASE)


def governed_by(text: str, cue: int, clause: Span) -> str:
    """Return the kind of the first scope that governs the cue at ``cue``, or nothing."""
    for scope in lexicon().scopes:
        if _governs(scope, text, cue, clause):
            return scope.kind
    return ""


def _governs(scope: Scope, text: str, cue: int, clause: Span) -> bool:
    """Return whether a cue of the scope reaches the promise."""
    if scope.is_forward:
        start, end = max(0, cue - scope.reach), cue
    else:
        start, end = cue, min(len(text), max(clause.end, cue) + 60)
        end = min(end, cue + scope.reach)
    for match in scope.pattern.finditer(text, start, end):
        if (_OPEN_QUESTION if scope.is_forward else _CAVEAT).match(text, match.start()):
            continue
        if not scope.is_forward and _ASKS.search(text, cue, match.start()):
            continue
        between = text[match.end() : cue] if scope.is_forward else text[cue : match.start()]
        if not any(sign in between for sign in scope.ends_at):
            return True
    return False
