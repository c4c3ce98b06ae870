"""Rules that see a plan: by its years, or by a name that was agreed, drafted or updated."""

import re

from csp_extract.extract.initiatives.named import as_named, is_frame
from csp_extract.extract.initiatives.words import CAP, PLANS
from csp_extract.extract.rule import Example, Rule

_YEARS = r"(?:\s(?:for\s)?20\d\d(?:\s?(?:[-–—/]|to)\s?(?:20)?\d\d)?)"
_MADE = (
    r"(?:agreed|drafted|updated|refreshed|approved|adopted|published|launched|produced|developed"
    r"|considered|submitted|shared|presented|reviewed|revised|endorsed|signed\soff)"
)


def _plan(match: re.Match[str], anchor: None) -> str | None:
    """Return a plan, unless the words only say what it holds."""
    before = match.string[max(0, match.start("name") - 60) : match.start("name")]
    is_bare = re.match(rf"(?:(?:The|A|Our|This|New)\s)*(?:{PLANS})\b", match["name"])
    if is_frame(before) or is_bare:
        return None  # "the Plan for 2021-24" has no name of its own
    return as_named(match, anchor)


PLANNED: tuple[Rule[None, str], ...] = (
    Rule(
        "plan with its years",
        re.compile(
            rf"(?<![\w’'-])(?P<name>(?:{CAP}\s(?:(?:and|of|for|on|to|in|&)\s(?:the\s)?)?){{1,8}}"
            rf"(?:{PLANS}){_YEARS}|20\d\d\s?[–/-]\s?(?:20)?\d\d\s(?:{CAP}\s(?:(?:and|of|for|&)\s)?){{1,6}}(?:{PLANS})|20\d\d\s?[–/-]\s?(?:20)?\d\d\s(?:Action|Delivery)\sPlan)(?![\w/-])"
        ),
        _plan,
        (
            Example("a [[Safer Tarn Plan 2021-24]] was adopted", "Safer Tarn Plan 2021-24"),
            Example(
                "the [[Serious Violence Strategy 2023 - 2026]]",
                "Serious Violence Strategy 2023 - 2026",
            ),
        ),
        ("the plan 2019-22", "the Tarn Council 2019-22"),
    ),
    Rule(
        "plan that was agreed",
        re.compile(
            rf"\b(?:[Tt]he|[Aa]|[Ii]ts|[Oo]ur|[Dd]raft|[Nn]ew|[Cc]urrent)\s(?P<name>(?:{CAP}\s(?:(?:and|of|for|&)\s)?){{1,6}}[Pp]lan)"
            rf"(?=\s(?:which\s|that\s)?(?:(?:was|is|were|be|(?:has|had|have)\s(?:now\s|also\s)?been|(?:will|would|could|should)\sbe)\s"
            rf"(?:now\s|also\s|subsequently\s)?{_MADE}\b|cover(?:s|ed)\s))"
        ),
        _plan,
        (
            Example("an update on the [[Calmer Tarn Plan]] which was agreed", "Calmer Tarn Plan"),
            Example("the [[TCSP plan]] had been updated in May", "TCSP plan"),
        ),
        (
            "the plan was agreed",
            "the actions of the TCSP plan were agreed",
        ),
    ),
)
