"""Why a cue of things to come is no promise."""

import re

from csp_extract.extract.ledger.refusal import FORWARD, Refusal
from csp_extract.records import Reason

REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        Reason.LEAD_IN,
        FORWARD,
        re.compile(
            r"\b(?:recommended that|resolved that|asked to|recommended to)"
            r"(?:\s(?:the|this)\s(?:[A-Z][\w-]+\s?){1,3})?(?:should)?\s?:?$"
        ),
        ("It is [[recommended that]] the Panel:", "The Committee is [[asked to]]:"),
    ),
    Refusal(
        Reason.PURPOSE,
        FORWARD,
        re.compile(
            r"\b(?:purpose|aims?|objectives?|role|point)\b[^.;]{0,40}\s(?:is|are) to\b"
            r"|\b(?:sets? out|describes?|to describe|explains?)\b[^.;]{1,60}"
            r"\b(?:is|are|intends?) to\b"
        ),
        (
            "The purpose of this report [[is to]] advise Members",
            "The Commissioner's objectives [[are to]] put victims first",
        ),
    ),
    Refusal(
        Reason.QUESTION,
        FORWARD,
        re.compile(
            r"\b(?:[Ww]hether|[Hh]ow|what|those who|which of)\b[^.;]{0,120}?"
            r"\b(?:will|shall|is to|are to)\b[^.;]{0,80}?(?:\bwill\b)?"
        ),
        (
            "Whether there [[will]] be a third round is open",
            "The Government has not said what [[will]] follow the grant",
        ),
    ),
    Refusal(
        Reason.DUTY_IN_LAW,
        FORWARD,
        re.compile(
            r"\b(?:[Dd]uty|Act (?:19|20)\d\d|Regulations|Order)\b[^.;]{0,160}?"
            r"\b(?:will|shall|is to|are to)\b"
        ),
        (
            "The duty [[is to]] commence on 1 July",
            "Under the Policing Act 2014 a threshold [[will]] apply",
        ),
    ),
    Refusal(
        Reason.STANDING,
        FORWARD,
        re.compile(r"\bcontinues? to (?:be|keep|have|form|apply|exist|remain|rise|fall|look)\b"),
        ("Services [[continue to]] be overseen by the Area Board",),
    ),
    Refusal(
        Reason.NOUN,
        FORWARD,
        re.compile(r"\b(?:its|the|their|our|this|a|no) plans? to\b|\bplan to (?:a|the|its)\b"),
        ("brought its [[plan to]] a close", "Officers had no [[plans to]] do so"),
    ),
    Refusal(
        Reason.RECALL,
        FORWARD,
        re.compile(r"\bwill (?:recall|remember|be aware|note|know|have (?:seen|noted|heard))\b"),
        ("Members [[will]] recall the scheme", "the Panel [[will]] be aware of this"),
    ),
    Refusal(
        Reason.NOTING,
        FORWARD,
        re.compile(
            r"\basked to (?:note|receive|consider)\b"
            r"|\b(?:recommended|resolved) that .{0,60}?\bnoted?\b"
        ),
        (
            "Members are [[asked to]] note the report",
            "It was [[resolved that]] the report be noted",
        ),
    ),
    Refusal(
        Reason.NEGATED,
        FORWARD,
        re.compile(
            r"\b(?:will|shall|would|is to|are to|continues to)\s(?:not|no longer|never)\b"
            r"|\bnot (?:going|planned|planning|intend(?:ed)?|plan|expect(?:ed)?|due"
            r"|(?:been )?asked) to\b"
            r"|\b(?:[Nn]o|[Nn]obody|[Nn]othing|[Nn]one)\b[^.,;]{0,40}?"
            r"\b(?:will|shall|is to|are to)\b"
        ),
        (
            "the unit [[will]] not reopen",
            "We do not [[intend to]] come back for more",
            "No mornings [[will]] be held",
        ),
    ),
    Refusal(
        Reason.TOLD_AS_PAST,
        FORWARD,
        re.compile(
            r"\bwould\b|\b(?:had|has|have|was|were)\s(?:been )?(?:going|asked) to\b"
            r"|\b(?:planned|aimed|intended|hoped|expected) to\b"
        ),
        ("they said it [[would]] help", "it was [[planned to]] open"),
    ),
    Refusal(
        Reason.MONEY_DECIDED,
        FORWARD,
        re.compile(
            r"\b(?:will|shall|is to|are to) (?:be|total|receive|amount to|bear|contribute|pay|give"
            r"|cost|go towards)\s(?:[\w’'-]+\s){0,3}[£€$]"
            r"|[£€$]\d[^.;]{0,60}\b(?:will|shall|is to|are to) (?:be (?:spent|found|left|met|paid"
            r"|shared|used|applied)|go|come|carry|bear|follow)\b"
            r"|\b(?:[Ff]und|[Bb]udget)\b[^.;]{0,40}"
            r"\b(?:will|is to|are to) (?:be applied|continue)\b"
        ),
        (
            "the grant for the year [[will]] be £9,400",
            "it [[will]] total £300",
            "The extra £80,000 [[will]] be found from the reserve",
            "The County Council [[is to]] contribute £90,000",
        ),
    ),
    Refusal(
        Reason.CONDITION,
        FORWARD,
        re.compile(
            r"\b(?:[Ii]f|[Oo]nce|[Uu]nless|[Ss]hould|[Ww]here|[Ww]hen|[Uu]ntil"
            r"|subject to)\b"
            r".{1,160}?\b(?:will|shall|is to|are to)\b"
            r"|\b(?:will|shall)\b.{1,120}?\b(?:if|once|unless|should|subject to)\b"
        ),
        ("If funds allow, the shop [[will]] open", "it [[will]] close unless a tenant is found"),
    ),
    Refusal(
        Reason.EFFECT,
        FORWARD,
        re.compile(
            r"\b(?:[Tt]his|[Tt]hese|[Ii]t|which|that|[Tt]hey|[Yy]ou|people|hopefully)\s"
            r"(?:will|shall|aims? to|is to|are to)\b"
            r"|\b(?:suppose|assume|suggest|told|promised|looks as though|hoped|anticipated)\b"
            r"[^.;]{0,60}\b(?:will|shall)\b|\bis to blame\b"
            r"|\b(?:will|shall) (?:also |now |in time )?(?:know|hear|find|see|expire|lapse|end|last"
            r"|run out|fall in|sit|stand|follow|hang|differ|carry|bind|lose|give way|be (?:needed"
            r"|understood|left|had|impact assessed)|accompany|use)\b"
            r"|\bwill (?:also )?(?:help|enable|allow|ensure|enhance|improve|increase|reduce|result"
            r"|lead to|mean|make|have an?|be able|benefit|need|require|depend|remain|always|often"
            r"|link|complement|correct|contribute|build on|reflect|affect|apply|cost|include)\b"
        ),
        ("This [[will]] make the park safer", "The lights [[will]] reduce fear"),
    ),
)
