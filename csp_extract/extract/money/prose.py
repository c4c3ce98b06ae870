"""The sums of a sentence, with what it says of each; a list of sums speaks as its first does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from csp_extract.extract.found import Found, Span
from csp_extract.extract.money.codes import per_of, qualifier_of, scope_of
from csp_extract.extract.money.kinds import kind_of
from csp_extract.extract.money.payers import is_body, may_be_party, parties_of, split_getter
from csp_extract.extract.money.purpose import purpose_of
from csp_extract.extract.money.resolved import is_own, status_in_act
from csp_extract.extract.money.setting import Setting, as_head, setting_of
from csp_extract.extract.money.shares import with_named_shares
from csp_extract.extract.money.statuses import is_yardstick, status_of
from csp_extract.extract.money.sums import Sum
from csp_extract.extract.money.words import cues
from csp_extract.extract.money.years import single_year, stretched_years, told_years, years_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import AmountKind, AmountStatus, AmountValue

# What may stand between two sums of a list: a year, a place, a joint, and a name.
_JOINT = re.compile(
    r"\)?(?:\s(?:capital|revenue|cash|in kind|each|apiece))?"
    r"(?:\s(?:in|for|on|of|to|from|by|at|per|a|over|towards)\s[^£;:.]{1,60}?)?\)?"
    r"(?:,|;|\sand|,\sand|\splus|,\splus|,\sor|\sor)"
    r"(?P<name>\s[^£;:.()]{0,70}?)?\s?\(?(?:its\s|his\s|their\s|a further\s|another\s)?"
)
_TO = re.compile(r"(?:\s(?:in|for|a|per)\s[^£;:.]{1,40}?)?\sto\s(?:\w+\s)?")
_GRANTING = re.compile(
    r"\b(?:commissioner|PCC|PFCC|OPCC|government|office|ministry|department|fund|lottery|grant"
    r"|programme|board|bonus|MOPAC|lottery|EU|European)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:the )?[A-Z][\w'’&-]*(?: (?:(?:of|and|the|for) )?[A-Z][\w'’&-]*){0,7}"
    r"|the [a-z]+ (?:council|service|forum|board|trust|police)"
    r"|(?!(?:a|an|another|about|then|the rest|the balance|some|nearly|of|or|its|their|further)\b)"
    r"(?:the )?(?:[a-z’']+ ){0,3}(?:[a-z’']{2,}s|forum|board|trade|union|trust|charity)"
)
_SHARED_OUT = re.compile(
    r"\b(?:grants?|awards?|awarded|allocat\w+|paid|pay|shared|divided|distributed)\b"
    r"[^.]{0,60}\b(?:to|between|among|amongst)\b"
    r"|\b(?:grants|awards|allocations|payments)\b[^.:]{0,40}:$",
    re.IGNORECASE,
)
# Sums that a heading such as "Funding in 2021/22" gives their year.
_OF_A_YEAR = frozenset(
    {AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION, AmountKind.BUDGET}
)
# Sums that nobody pays as such, and those that somebody pays only where "from" or "by" says so.
_UNPAID = frozenset({AmountKind.THRESHOLD, AmountKind.FINE, AmountKind.VALUE_OF_GOODS})
_UNPAID_BY_VERB = frozenset({AmountKind.VARIANCE, AmountKind.SAVING, AmountKind.OTHER})
# Sums that an act may give, and statuses that no act changes.
_IN_ACTS = frozenset(AmountKind) - _UNPAID - _UNPAID_BY_VERB | {None}
_TOLD_APART = frozenset(
    {AmountStatus.TOP_SLICED, AmountStatus.CARRIED_FORWARD, AmountStatus.RETURNED}
    | {AmountStatus.UNSUCCESSFUL, AmountStatus.APPLIED_FOR, AmountStatus.RECEIVED}
)
_OF_A_PLAN = re.compile(r"\b(?:plan|actions?|log|register)\b", re.IGNORECASE)
_YEAR_ALONE = re.compile(r"(?:[Ii]n |[Yy]ear )?20\d\d ?[/–-] ?(?:20)?\d\d:?")
_LONG_LABEL = re.compile(r"(?:[^\s:]+\s){5,}[^\s:]+:\s$")
_FOR = re.compile(r"\)?(?:\s(?:a year|per annum|each))?\sfor\s(?:the\s)?")
_FROM_OR_BY = re.compile(r"^.{0,40}\b(?:from|by)\b")
_COMPARED = re.compile(r"\s(?:less|more|lower|higher)\sthan\b")  # a step from one year to another
# What sums of several payers go into.
_WHOLES = frozenset({AmountKind.BUDGET, AmountKind.COST, AmountKind.INCOME, AmountKind.OTHER})
_LABEL = re.compile(r"(?P<who>[^:,;£]{2,60}?)(?::|,| [–-])\s(?:(?:about|up to|circa|some)\s)?")
# "£4,000 was spent": such a sum speaks for itself, also where it follows another.
_SPEAKS = re.compile(
    r"(?:\s(?:of it|of that|of which|a year|per annum|p\.?a\.?))?"
    r"\s(?:was|were|is|has|had|will|would|may|can|supports?|funds?|pays|covers?|buys|goes)\s"
)
_GIFT = re.compile(r"\bcontribut\w+|\bmatch\w*")
_VERB = re.compile(r"\s(?:is|was|are|were|has|have|had|will|would|which|of which|being)\s")


def of_sentence(
    reading: Reading, passage: Passage, sums: Sequence[Reads[Sum]], own: Mapping[str, str]
) -> list[Found[AmountValue]]:
    """Return the sums of a sentence in order, each with what its clause says of it."""
    found: list[Found[AmountValue]] = []
    for reads in sums:
        amount = _of_clause(reading, passage, reads, own)
        before = sums[len(found) - 1] if found else None
        if before is not None:
            amount = _as_in_list(passage.text, before.span, found[-1].value, reads.span, amount)
        if before is not None and passage.text[before.span.end : reads.span.start] == " (":
            amount = _as_aside(found[-1].value, amount)
        place = Span(passage.start + reads.span.start, passage.start + reads.span.end)
        found.append(
            Found(place, _settled(passage.text, reads.span, amount), f"money: {reads.rule}")
        )
    return with_named_shares(passage, sums, found, own)


def _of_clause(
    reading: Reading, passage: Passage, reads: Reads[Sum], own: Mapping[str, str]
) -> AmountValue:
    """Return a sum with what its clause, or else its sentence, says of it."""
    setting = setting_of(passage.text, reads.span)
    funder, recipient = parties_of(setting.past_aside(), own)
    kind = _kind(passage, setting, is_paid=bool(funder))
    purpose = purpose_of(setting.past_aside())
    label = _LABEL.match(passage.text)
    if label and label.end() == reads.span.start and may_be_party(label["who"]):
        funder, recipient = _by_label(reading, passage, label["who"], funder, recipient)
    getter, aim = split_getter(purpose)
    if getter:  # "for the trust to run sessions"
        recipient, purpose = recipient or getter, aim
    if (
        purpose and _is_for(setting.past_aside(), purpose) and is_body(purpose)
    ):  # "£6,000 for the Trust"
        recipient, purpose = recipient or purpose, ""
    recipient = "" if kind in _UNPAID else recipient
    if (
        kind is AmountKind.OTHER
        or kind in _UNPAID
        or (kind in _UNPAID_BY_VERB and not _FROM_OR_BY.search(setting.after))
    ):
        funder = ""
    is_yearless = kind in _UNPAID or bool(_COMPARED.match(setting.after))
    return AmountValue(
        value=reads.value.least,
        value_max=reads.value.most,
        currency=reads.value.currency,
        qualifier=qualifier_of(setting, kind),
        per=per_of(setting),
        kind=kind,
        status=_as_own(reading, funder, _status(reading, passage, setting, kind)),
        scope=scope_of(setting),
        funder=funder,
        recipient=recipient,
        purpose=purpose,
        financial_years=() if is_yearless else _years(reading, passage, setting, kind),
    )


def _kind(passage: Passage, setting: Setting, *, is_paid: bool) -> AmountKind | None:
    """Return what a sum is by its clause, or else its sentence or the head of its row.

    What one pays of a cost is no cost, and the words of a long label are what the sum is for.
    """
    is_end = not setting.after.strip(" .;")
    if passage.block.lead_in >= 0 and is_end and _LONG_LABEL.match(setting.before):
        return None
    told = kind_of(setting)
    if told is not None:
        return told
    around = kind_of(setting.widened())
    if is_paid and around in _WHOLES:
        return None
    return around or kind_of(as_head(passage.block.row_head))


def _is_for(setting: Setting, purpose: str) -> bool:
    """Return whether a purpose is what follows "for" right after the sum."""
    match = _FOR.match(setting.after)
    return match is not None and setting.after.startswith(purpose, match.end())


def _years(
    reading: Reading, passage: Passage, setting: Setting, kind: AmountKind | None
) -> tuple[str, ...]:
    """Return the years of a sum, a gift's also from a heading that is of money and a year."""
    told = stretched_years(passage.text[slice(*setting.clause)])
    told = told or years_in(told_years(reading, passage, setting.clause))
    section = passage.block.section
    is_headed = kind in _OF_A_YEAR and not _OF_A_PLAN.search(section)
    is_headed = is_headed or (kind not in _UNPAID_BY_VERB and bool(_YEAR_ALONE.fullmatch(section)))
    return told or (single_year(section) if is_headed else ())


def _status(
    reading: Reading, passage: Passage, setting: Setting, kind: AmountKind | None
) -> AmountStatus:
    """Return how far a sum has come: by the act that it is part of, else by its words."""
    told = status_of(setting, kind) or status_of(setting.widened(), kind)
    if kind not in _IN_ACTS or told in _TOLD_APART:
        return told or AmountStatus.UNSTATED
    return status_in_act(reading, passage) or told or AmountStatus.UNSTATED


def _as_own(reading: Reading, funder: str, status: AmountStatus) -> AmountStatus:
    """Return what the report's own body has awarded as agreed: only others confirm to it."""
    is_confirmed = status is AmountStatus.CONFIRMED
    return AmountStatus.AGREED if is_confirmed and is_own(reading, funder) else status


def _by_label(
    reading: Reading, passage: Passage, who: str, funder: str, recipient: str
) -> tuple[str, str]:
    """Return funder and recipient of an item that is a name and a sum, by what leads it in."""
    block = passage.block
    last = reading.passages_of(block.lead_in)[-1:] if block.lead_in >= 0 else []
    lead = last[0].text if last else ""
    titles = f"{lead} | {block.section}"
    if funder or recipient:
        return funder, recipient
    if cues("tables", "paying").search(titles):
        return who, ""
    return ("", who) if _SHARED_OUT.search(lead) else ("", "")


def _as_in_list(
    text: str, first: Span, told: AmountValue, span: Span, amount: AmountValue
) -> AmountValue:
    """Return a sum that only continues a list with what the sum before it says of both.

    A body right before it plays the part that another plays before the first: "the county is to
    give £90,000, the district £60,000".
    """
    joint = _JOINT.fullmatch(text, first.end, span.start)
    if joint is None and text[: first.start].endswith("from "):
        joint = _TO.fullmatch(text, first.end, span.start)
    if joint is None or _VERB.search(joint[0]) or _has_cue(joint[0]):
        return amount
    if _SPEAKS.match(text, span.end) or is_yardstick(joint[0]):
        return amount
    if amount.kind in {AmountKind.VARIANCE, AmountKind.SAVING}:
        return amount
    name = (joint.groupdict().get("name") or "").strip()
    funder, recipient = amount.funder, amount.recipient
    if _NAME.fullmatch(name):
        who = name.removeprefix("the ")
        funder, recipient = ("", who) if told.recipient else (who if told.funder else "", "")
    elif not name:
        funder, recipient = funder or told.funder, recipient or told.recipient
    return replace(
        amount,
        kind=told.kind or amount.kind,
        status=told.status,
        per=amount.per or told.per,
        funder=funder,
        recipient=recipient,
        purpose=amount.purpose or told.purpose,
    )


def _as_aside(told: AmountValue, amount: AmountValue) -> AmountValue:
    """Return a sum in a bracket with what is said of the sum before it: "£900 (£300 a year)"."""
    if amount.per is None:
        return amount
    return replace(
        amount,
        kind=told.kind,
        status=told.status,
        funder=told.funder,
        recipient=told.recipient,
        purpose=told.purpose,
        financial_years=told.financial_years,
    )


def _has_cue(words: str) -> bool:
    """Return whether words between two sums say of themselves what the second is."""
    return any(
        cues("kinds", kind).search(words) for kind in ("spend", "variance", "cost", "saving")
    )


def _settled(text: str, span: Span, value: AmountValue) -> AmountValue:
    """Return a sum as what its payer makes it, where no word of its own tells what it is.

    A sum "from" somebody is a gift, whatever the whole is that it goes into; what an office that
    makes grants "gave" is a grant.
    """
    is_paid_in = bool(value.funder) and _is_from(text, span, value.funder)
    is_verb_alone = value.kind is AmountKind.CONTRIBUTION and not _GIFT.search(text)
    is_open = value.kind is None or (is_paid_in and value.kind in _WHOLES)
    is_grant = not value.funder or bool(_GRANTING.search(value.funder)) or bool(value.recipient)
    if is_verb_alone and value.funder and is_grant:
        return replace(value, kind=AmountKind.GRANT)
    if not is_open or not (value.funder or value.recipient):
        return value
    return replace(value, kind=AmountKind.GRANT if is_grant else AmountKind.CONTRIBUTION)


def _is_from(text: str, span: Span, funder: str) -> bool:
    """Return whether a payer stands right beside a sum: "£500 from the X", "by the X (£500)"."""
    after = text[span.end : span.end + len(funder) + 12]
    is_after = re.match(rf"(?: a year| each)? from (?:the )?{re.escape(funder)}", after)
    return bool(is_after) or text[: span.start].endswith(f"{funder} (")
