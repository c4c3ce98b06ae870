"""How far a sum has come: the cues nearest to it, and the tense of its verb."""

import re
from collections.abc import Mapping

from csp_extract.extract.money.codes import per_of
from csp_extract.extract.money.nearest import nearest
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import cues
from csp_extract.records import AmountKind, AmountStatus

_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|to be|is likely|are likely|is due|could|should|going to"
    r"|(?:is|are|been) (?:now )?put at|planned)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has been|have been|came|brought|rose|fell|proved"
    r"|(?<!\bbeing )(?<!\bis )(?<!\bare )(?<!\bbe )\w{3,}ed)\b"
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
# "down from £9,000", "£8,000 (was £9,000)": what a sum was before is no longer on its way.
_YARDSTICK = re.compile(r"\b(?:down|up) from $|\((?:was|were|previously|formerly) $|\binstead of $")
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


def status_of(setting: Setting, kind: AmountKind | None = None) -> AmountStatus | None:
    """Return how far a sum has come; that a bid failed outweighs that it was made."""
    is_own = setting.own is None  # that another clause tells of a failure says nothing of this one
    if is_own and cues("statuses", "unsuccessful").search(setting.text, *setting.clause):
        return AmountStatus.UNSUCCESSFUL
    if _has_none(setting, kind):
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


def _has_none(setting: Setting, kind: AmountKind | None) -> bool:
    """Return whether a sum is on its way nowhere: a limit, a yardstick, a ceiling to ask for.

    How many notices were paid says nothing of the sum of each.
    """
    is_rate_of_fine = kind is AmountKind.FINE and per_of(setting) is not None
    is_asked = bool(_MAY_ASK.search(setting.before))
    return kind in _NO_STATUS or is_rate_of_fine or is_asked or is_yardstick(setting.before)


def is_yardstick(before: str) -> bool:
    """Return whether the words before a sum make it what another was before."""
    return bool(_YARDSTICK.search(before))


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
