"""What a sum is and how far it has come: the cues nearest to it, and the tense of its verb."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from csp_extract.extract.found import Span
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import cues, lexicon
from csp_extract.records import AmountKind, AmountStatus, Per, Qualifier, Scope

Code = TypeVar("Code", bound=StrEnum)

_STOP = re.compile(r"[,;:.)]")
_LED_IN = 14  # characters from a cue to the sum that it leads in
_FAR = 100  # characters: any cue on the near side of another sum comes before one beyond it
_LONGEST = 60  # characters of a cue
_NEAR = 70  # characters from a cue to the sum it is about
_LIMIT = re.compile(
    r"\b(?:above|over|exceeding|in excess of|more than|greater than|below|under|up to|less than)\s$"
)
_RULED = re.compile(
    r"\b(?:requir\w+|needs? (?:the|to|a)|must|goes? to|those (?:on|of)|any \w+ of|allowed"
    r"|delegat\w+|quotations?|tender\w*|certif\w+"
    r"|authoris\w+|approval|subject to|any (?:contract|spending|expenditure|payment|order))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|to be|is likely|are likely|is due|could|should|going to"
    r"|(?:is|are|been) (?:now )?put at|planned)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has been|have been|came|brought|rose|fell|proved|\w{3,}ed)\b"
    r"|(?<!\ba )(?<!the )(?<!total )(?<!whole )(?<!final )\bcost(?=\s(?!of\b)(?:[\w-]+\s){0,3}$)"
)
_APPROVES = re.compile(
    r"\b(?:approv|authoris|agree|incur)(?:(?P<past>e?d)|\w*)\b[^;.]{0,30}\b(?:expenditure|spend\w*)\s"
)
_AGREED_TO = re.compile(r"\b(?:agreed|approved|resolved)\b[^;]{0,120}\bto\s\w+")
_QUOTED = re.compile(
    r"\b(?:would|could|might) have\b|\b(?:costed|priced|quoted) (?:at|for)\b"
    r"|\b(?:each|every|average|mean)\b"
)
_HAS = re.compile(r"\b(?:has|receives|gets)\s(?:a grant of\s)?$")
_STANDS = re.compile(
    r"\b(?:is|are|remains?|stays?|stands?|(?:reduced|cut|maintained|set|restated|increased|raised"
    r"|kept|settled|held) (?:\w+ ){0,4}?(?:at|to))\s(?:again |now |still |unchanged at )?(?:at )?$"
)
_BUDGET_OF = re.compile(r"\bbudget of (?:[\w-]+ ){0,3}$")
# "groups may bid for up to", "the most that can be asked for is": nobody has asked as yet.
_MAY_ASK = re.compile(
    r"\b(?:may|can|could)(?: now)? (?:(?:bid|apply|ask|claim)\b|be (?:asked|applied|bid) for\b)"
    r"[^£;.]{0,40}$"
)
_CONTRACT = re.compile(r"\bcontract\b")
_AT = re.compile(
    r"\bat (?:about |around |some |circa |c\.? |nearly )?(?:a (?:total|price|figure) of )?$"
    r"|\bin the sum of $|\bfor (?:about |around |some |circa )?$|\bat an average of (?:c\. )?$"
)
# "£40,000 of the £45,000 we had": the second sum is what there was to spend.
_OUT_OF = re.compile(
    r"£[^;.]{1,70}\b(?:out of(?: an?)? total of|out of|(?:(?:out )?of|under|over|against)\s"
    r"(?:the|its|his|our|their))\s$"
)
# The noun that governs "of £900" over the nouns in between.
_HEAD_NOUN = re.compile(
    r"\b(?P<head>contributions?|allocations?|awards?|grants?|savings?|costs?|underspend|overspend)\s"
    r"(?:to|towards|for|in)\s(?:(?!(?:is|was|were|are|has|have|had|will|be|been|and|which|that|to)\b)"
    r"[\w’'/&()-]+\s(?:to (?=part)\S*\s?)?){1,16}of\s(?:up to\s|about\s)?$"
)
_SUBJECT_NOUN = re.compile(
    r"(?:^|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]his)\s)(?:[\w-]+\s){0,4}?"
    r"(?P<head>contribution|allocation|award|grant|budget|saving|cost|underspend|overspend)s?\s"
    r"(?:to|towards|for|in|from)\s[^£;]{3,110}\s(?:as|at|to|is|was|be|stands at)\s"
    r"(?:about\s|up to\s)?$"
)
# "a cut of £5,000, from £20,000 to £15,000": the sums before and after are no difference.
_FROM_TO = re.compile(r"\bfrom\s$|\bfrom\s£\S{1,12}\sto\s$")
_PENALTIES = re.compile(r"\b(?:penalties|penalty notices|fines) of $")
_BESIDE = 30  # characters after a sum that may name it
_SLICED = re.compile(r"\btop[- ]slic", re.IGNORECASE)
_MEANS_TO = re.compile(
    r"\b(?:will|shall|is to|are to|intends? to|hopes? to|means? to|plans? to|is seeking to|going to"
    r"|being prepared|in preparation)\b"
)
# What the past makes of sums that nobody grants.
_DONE: Mapping[AmountKind | None, AmountStatus] = {
    AmountKind.SPEND: AmountStatus.SPENT,
    AmountKind.INCOME: AmountStatus.RECEIVED,
}
_NO_STATUS = frozenset({AmountKind.THRESHOLD, AmountKind.VALUE_OF_GOODS})
_OF_VARIANCE = frozenset(
    {AmountStatus.CARRIED_FORWARD, AmountStatus.RETURNED, AmountStatus.FORECAST}
)
# What a cue beside a sum can mean for its kind: what is spent was never a budget, what was
# "agreed" to be spent is spent once the sum is called spending, and a price is not received.
_MEANT: Mapping[AmountKind, Mapping[AmountStatus | None, AmountStatus | None]] = {
    AmountKind.SPEND: dict.fromkeys(
        {
            AmountStatus.AGREED,
            AmountStatus.CONFIRMED,
            AmountStatus.RECEIVED,
            AmountStatus.CARRIED_FORWARD,
            None,
        },
        AmountStatus.SPENT,
    ),
    AmountKind.SAVING: {AmountStatus.PROPOSED: AmountStatus.FORECAST},
    AmountKind.OTHER: dict.fromkeys(
        (AmountStatus.SPENT, AmountStatus.AGREED, AmountStatus.CONFIRMED, AmountStatus.RECEIVED)
    ),
    AmountKind.BUDGET: {AmountStatus.SPENT: None, AmountStatus.RECEIVED: None},
    AmountKind.FINE: dict.fromkeys(
        (AmountStatus.SPENT, AmountStatus.PROPOSED, AmountStatus.FORECAST)
    ),
    AmountKind.COST: {
        AmountStatus.RECEIVED: AmountStatus.SPENT,
        AmountStatus.CONFIRMED: AmountStatus.AGREED,
    },
}
_STRETCHES = (Per.YEAR, Per.MONTH, Per.WEEK, Per.HOUR)
_AIM = re.compile(r"\b(?:for|towards)\b")
_WENT_UP = re.compile(r"\b(?:gone|go|goes|went|going|rose|risen|rises|crept|put|raised) up to $")


def kind_of(setting: Setting) -> AmountKind | None:
    """Return what a sum is."""
    if _LIMIT.search(setting.before) and _RULED.search(setting.text):
        return AmountKind.THRESHOLD
    head = _HEAD_NOUN.search(setting.before) or _SUBJECT_NOUN.search(setting.before)
    if head:  # "a contribution to the budget of the shelter of £900"
        words = head["head"]
        return nearest("kinds", Setting(words, Span(0, len(words)), Span(0, 0)), AmountKind)
    found = nearest("kinds", setting, AmountKind)
    if found is AmountKind.VARIANCE and _FROM_TO.search(setting.before):
        return None
    if _is_whole(setting):
        return _kind_after(setting) or AmountKind.BUDGET
    if found is None and _AT.search(setting.before):
        return AmountKind.COST
    if found is AmountKind.VALUE_OF_GOODS and _CONTRACT.search(setting.before):
        return AmountKind.COST
    return found


def _is_whole(setting: Setting) -> bool:
    """Return whether a sum is what the sum before it was taken from."""
    return bool(_OUT_OF.search(setting.widened().before))


def _kind_after(setting: Setting) -> AmountKind | None:
    """Return what the words right after a sum call it: "£30,000 grant", "£9,000 allocated"."""
    after = setting.text[setting.span.end : setting.span.end + _BESIDE]
    words = after.split(",")[0].split("£")[0]
    return nearest("kinds", Setting(words, Span(0, len(words)), Span(0, 0)), AmountKind)


def status_of(setting: Setting, kind: AmountKind | None = None) -> AmountStatus | None:
    """Return how far a sum has come; that a bid failed outweighs that it was made."""
    is_own = setting.own is None  # that another clause tells of a failure says nothing of this one
    if is_own and cues("statuses", "unsuccessful").search(setting.text, *setting.clause):
        return AmountStatus.UNSUCCESSFUL
    if kind in _NO_STATUS:
        return None
    if _MAY_ASK.search(setting.before):
        return None
    told = nearest("statuses", setting, AmountStatus) or _by_tense(setting, kind)
    if told is AmountStatus.APPLIED_FOR and _MEANS_TO.search(setting.text, *setting.clause):
        return AmountStatus.PROPOSED
    if told is AmountStatus.TOP_SLICED and not _SLICED.search(_beside(setting)):
        return None
    if kind is not None and told in _MEANT.get(kind, {}):
        return _MEANT[kind][told]
    if kind is AmountKind.VARIANCE and told not in _OF_VARIANCE:
        return None
    return told


def _beside(setting: Setting) -> str:
    """Return the words beside a sum, up to the next sum on either side."""
    return setting.before[-_BESIDE:].split("£")[-1] + "£" + setting.after[:_BESIDE].split("£")[0]


def _by_tense(setting: Setting, kind: AmountKind | None) -> AmountStatus | None:
    """Return what the verb of the clause says of costs, and of grants that simply are so much."""
    if kind is AmountKind.SPEND and (approved := _APPROVES.search(setting.before)):
        return AmountStatus.AGREED if approved["past"] else AmountStatus.PROPOSED
    if kind in _DONE:
        return AmountStatus.FORECAST if _TO_COME.search(setting.before) else _DONE[kind]
    if kind is AmountKind.BUDGET and _BUDGET_OF.search(setting.before):
        return AmountStatus.AGREED
    if kind is AmountKind.COST:
        return _of_cost(setting)
    if kind is AmountKind.GRANT and _HAS.search(setting.before):
        return AmountStatus.CONFIRMED
    if not _STANDS.search(setting.before):
        return None
    if kind in {AmountKind.BUDGET, AmountKind.CONTRIBUTION, AmountKind.ALLOCATION}:
        return AmountStatus.AGREED
    return AmountStatus.CONFIRMED if kind is AmountKind.GRANT else None


def _of_cost(setting: Setting) -> AmountStatus | None:
    """Return how far a price has come: contracted for, to come, or paid."""
    if _CONTRACT.search(setting.before) or _AGREED_TO.search(setting.before):
        return AmountStatus.AGREED
    if _QUOTED.search(setting.before):
        return None
    if _TO_COME.search(setting.before):
        return AmountStatus.FORECAST
    is_rate = per_of(setting) is not None
    return AmountStatus.SPENT if _PAST.search(setting.before) and not is_rate else None


def scope_of(setting: Setting) -> Scope | None:
    """Return whose sum it is, where the words next to it say so."""
    for code, words in lexicon()["scopes"].items():
        if re.search(rf"(?<!\w)(?:{'|'.join(words)})(?:\s[\w-]+){{0,3}}\s$", setting.before):
            return Scope(code)
    return None


def qualifier_of(setting: Setting, kind: AmountKind | None) -> Qualifier:
    """Return how exactly a sum is stated, by the words right beside it."""
    before = setting.text[max(0, setting.span.start - 30) : setting.span.start]
    if kind is AmountKind.THRESHOLD or _WENT_UP.search(before):
        return Qualifier.EXACT
    if cues("beside", "approximate").match(setting.after.lstrip(" ,(")):
        return Qualifier.APPROXIMATE
    if cues("beside", "at_least").match(setting.after.lstrip(" ,(")):
        return Qualifier.AT_LEAST
    for code, words in lexicon()["qualifiers"].items():
        if code == "at_least" and before.endswith("from "):
            continue  # "£5,000 from the fund" is no floor, and "from £5,000" is a range's start
        if re.search(rf"(?<!\w)(?:{'|'.join(words)})\s?$", before, re.IGNORECASE):
            return Qualifier(code)
    return Qualifier.EXACT


def per_of(setting: Setting) -> Per | None:
    """Return what a rate is counted by, from the words right beside the sum."""
    after = setting.text[setting.span.end : setting.span.end + 30]
    for code, words in lexicon()["per"].items():
        if re.match(rf"\s?\(?(?:{'|'.join(words)})(?!\w)", after, re.IGNORECASE):
            return Per(code)
    yearly = re.search(
        r"\b(?:annual|yearly)\s(?:[\w-]+\s){0,2}(?:of|is|was)\s(?:\w+\s){0,2}$", setting.before
    )
    if yearly:
        return Per.YEAR
    return Per.ITEM if _PENALTIES.search(setting.before) else None


def per_in(head: str) -> Per | None:
    """Return the stretch of time that the head of a column counts by: "A year (£)"."""
    return next((per for per in _STRETCHES if cues("per", per).search(head)), None)


def nearest(section: str, setting: Setting, codes: type[Code]) -> Code | None:
    """Return the code whose cue stands nearest to a sum in its clause."""
    text, clause, span, _ = setting
    found: list[tuple[int, int, Code]] = []
    is_head = span.start == span.end  # it speaks as a whole
    reach = len(text) if is_head else _NEAR
    low = clause.start if is_head else max(clause.start, span.start - _NEAR - _LONGEST)
    high = clause.end if is_head else min(clause.end, span.end + _NEAR + _LONGEST)
    for place, code in enumerate(lexicon()[section]):
        for match in cues(section, code).finditer(text, low, high):
            if match.start() >= span.end and _AIM.search(text, span.end, match.start()):
                continue  # "£900 for the purchase of": the cue belongs to the purpose
            if setting.is_of_another(match.start()):
                continue
            distance = _distance(match, setting)
            if distance <= reach and not _is_of_next(text, span, match):
                found.append((distance + _crossing(text, span, match), place, codes(code)))
    return min(found)[2] if found else None


def _is_of_next(text: str, span: Span, match: re.Match[str]) -> bool:
    """Return whether a cue after a sum is of another: "£900, a reduction of £50"."""
    if match.start() < span.end:
        return False
    led_in = _STOP.split(text[match.end() : match.end() + _LED_IN], maxsplit=1)[0]
    return "£" in text[span.end : match.end()] + led_in


def _crossing(text: str, span: Span, match: re.Match[str]) -> int:
    """Return how much further a cue stands for another sum that parts it from this one."""
    return _FAR if "£" in text[match.end() : span.start] else 0


def _distance(match: re.Match[str], setting: Setting) -> int:
    """Return how far a cue stands from a sum; what stands after it counts half as much again."""
    if match.end() <= setting.span.start:
        return setting.span.start - match.end()
    return (match.start() - setting.span.end) * 3 // 2
