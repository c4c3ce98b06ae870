"""Whether four figures are a year of the calendar: by the words around them."""

import re

# A bare year needs a word that puts it on the calendar.
_IN = (
    r"(?:\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Tt]o|[Tt]hroughout|[Bb]efore"
    r"|[Aa]fter|[Oo]f|[Ff]or|[Cc]alendar [Yy]ear|[Yy]ear|[Bb]etween|[Aa]nd|[Uu]p to|than"
    r"|[Tt]hrough|[Ll]ate|with|[Ss]ummer|[Oo]ver|[Ii]nto|[Aa]cross|vs\.?|versus|against"
    r"|(?<!the )[Dd]ecember|[Cc]ensus|[Ss]trategy|[Aa]ssessment|[Ss]urvey|[Rr]eview|[Pp]lan"
    r"|[Rr]eport|[Ss]tatement|[Ee]lections?)\s)"
)
_BEFORE = re.compile(rf"{_IN}(?:the\s)?$|^\W*$|[(|:]\s?$|\([^()]{{0,20}},\s$")
_NOUN = re.compile(r"\s(?:[Cc]ensus|(?:[a-z]+\s)?[Ee]lections?|[Ss]urvey|[Cc]onsultation)\b")
_AFTER = re.compile(
    r"\s?(?:[).,;:|]|$)|\s(?:and|to|in|at|the|were|was|is|has|by|when|compared|for|as|saw|which|report|review|figures?|survey|election|plan|strategy|assessment|programme)\b"
)


def is_told(match: re.Match[str]) -> bool:
    """Return whether the words around a bare year put it on the calendar."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if before.endswith(("The ", "the ")) and _NOUN.match(match.string, match.end()):
        return True
    return bool(_BEFORE.search(before)) and (
        match.start() > 0 or bool(_AFTER.match(match.string, match.end()))
    )
