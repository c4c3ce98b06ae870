"""Who does what is done: the agent after a passive verb, "by the wardens"."""

import re

from csp_extract.extract.commitments.subjects import is_somebody, owner_of
from csp_extract.extract.commitments.when import WHEN
from csp_extract.extract.organisations import parties_in

_BY = re.compile(r"\s(?P<by>by|through|via)\s(?=the\s|an?\s|our\s|[A-Z]|officers|partners|members)")
# Who pays does not do ("installed in May, the cost being met by the fund"), nor does who did
# something else: "replaced as part of the programme agreed by Cabinet".
_OTHER = re.compile(
    r"\b(?:[a-z]{3,}ed|met|paid\sfor|underwritten|set|run|held|led|made|given|drawn\sup)$"
)
_RUNS = frozenset({"deliver", "manage", "coordinate", "co-ordinate", "oversee", "lead", "run"})


def without_agent(rest: str, verb: str) -> tuple[str, str]:
    """Return what follows a passive verb without its agent, and the agent's words."""
    for match in _BY.finditer(rest):
        if match["by"] != "by" and verb not in _RUNS:
            continue
        if _OTHER.search(rest, 0, match.start()):
            continue
        agent = rest[match.end() :]
        owner = _agent_at(agent)
        if owner:
            after = agent[agent.find(owner) + len(owner) :]
            return (rest[: match.start()] + after).strip(), owner
    return rest.strip(), ""


def _agent_at(words: str) -> str:
    """Return the words of the body, office or person that a text begins with, or nothing."""
    stop = re.search(
        rf"\s(?:by|on|in|at|to|from|during|before|until|for|who|which|and\s(?:will|is))\s|[,;]"
        rf"|\s{WHEN}",
        words,
    )
    piece = words[: stop.start()] if stop else words
    if is_somebody(piece):
        return owner_of(piece)
    parties = parties_in(words)
    bare = len(words) - len(re.sub(r"^(?:the|an?|our)\s", "", words))
    if parties and parties[0].span.start <= bare:
        return parties[0].name
    return ""
