"""Acts that resolutions and recommendations ask for, from their words."""

import re
from dataclasses import replace

from csp_extract.extract.commitments.acts import NO_VERB, Manner, Sentence, active
from csp_extract.extract.commitments.agents import without_agent
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import RECOMMENDED
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import is_somebody, owner_of
from csp_extract.extract.commitments.verbs import base_of, is_participle, singular_off
from csp_extract.extract.commitments.when import without_date
from csp_extract.extract.found import Span

_ASK = (
    "ask|request|invite|instruct|recommend|direct|require|urge|task|authorise|delegate|call on"
    "|call upon"
)
_ASKED = (
    "asked|requested|invited|instructed|authorised|delegated|recommended|directed|required|urged"
    r"|tasked|given\s(?:delegated\s)?authority"
)
_THAT = re.compile(r"that\s?[:,]?\s+", re.IGNORECASE)
_VERB_FIRST = re.compile(r"(?:to\s)?(?P<verb>[a-z-]+)\s+\w", re.IGNORECASE)
_ASKS_SOMEBODY = re.compile(
    rf"(?:to\s)?(?:{_ASK})s?\s(?P<who>(?!that\s)[^.;]{{2,110}}?)\sto\s(?P<verb>[a-z-]+)\b",
    re.IGNORECASE,
)
_ASKS_THAT = re.compile(
    r"(?:to\s)?(?:ask|request|recommend|require|agree|propose)(?:s|d|ed)?\s(?=that\s)",
    re.IGNORECASE,
)
_SUBJUNCTIVE = re.compile(
    r"(?P<who>[^.;]{2,160}?)\s(?:(?:would|should|will|is|are)\s)?(?:be\s)?(?<=\s)"
    rf"(?:(?:{_ASKED})\sto\s(?P<verb>[a-z-]+)|(?<=be\s)(?P<part>[a-z-]+)|(?<=(?:is|re)\s)(?P<done>[a-z]+(?:ed|ought)))\b"
)
_NAME = re.compile(r"(?P<first>[A-Z][\w’'-]+)\.?\s(?:[A-Z]|and\s[A-Z])")
# "a group be set up and the report be noted": another act.
_AND_BE = re.compile(r",?\sand\s(?=(?:that\s)?(?:the|an?|its|this)\s[^,;]{2,60}?\sbe\s)")
_WORD = re.compile(r"[\w’'&/-]+")
_AUXILIARY = re.compile(r"(?:\s(?:will|would|should|shall|to|does|do|[a-z]+ly|also)){1,2}$")
_DELEGATES = re.compile(
    r"(?:the\s)?(?:authority|powers?|responsibility|approval)\s(?:(?:is|are|be)\s)?(?:delegated|given|granted)\sto"
    r"\s(?P<who>[^.;]{2,140}?)\sto\s(?P<verb>[a-z-]+)\b|(?:to\s)?(?:delegate|give|grant)s?"
    r"\s(?:delegated\s)?(?:authority|powers?|approval|responsibility)\sto\s(?P<whom>[^.;]{2,140}?)\sto\s(?P<act>[a-z-]+)\b",
    re.IGNORECASE,
)
# Who decides considers as it decides; another body is asked to consider.
_DECIDER = re.compile(
    r"(?:(?:the|this)\s)?(?:[\w’'-]+\s){0,3}?(?:committee|panel|members|board|cabinet|forum|authority)$",
    re.IGNORECASE,
)
_FOR_TO = re.compile(
    r"[Ff]or\s(?P<who>[^.;:]{2,90}?)\sto\s(?:be\s(?P<part>[a-z-]+)|(?P<verb>(?!be\b)[a-z-]+))\b"
)
_BARE_SUBJECT = re.compile(r"(?:the|all)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:be|is|are|was|were|has|have)\b")
# Approving the minutes is done by approving them.
_MINUTES = re.compile(
    r"(?:the|its|their)\s(?:draft\s|public\s)?minutes?\b|(?:a\svote\sof\s|the(?:ir)?\s|its\s)?thanks\b|(?:the\s)?(?:press\sand\s)?(?:the\s)?public$",
    re.IGNORECASE,
)
# "That, to save time, the form be cut"; "When drafting it, regard be had".
_FRONTED = re.compile(
    r",\s[^,]{3,80},\s|(?:(?:In|When|Where|Before|After|Following|Subject\sto|Given|Having)\s[^,]{3,90}"
    r"|To\s[^,]{3,90}(?=,\s[^,;]{3,90}\sbe\s)),\s"
)
_NO_ACT = frozenset(
    "accept commend congratulate endorse note noted receive received consider be comment thank sign"
    " welcome acknowledge".split()
)
# "That the committee receive quarterly updates": a report still to come.
RECEIVES = re.compile(
    r"\breceives?\s(?:an?\s|the\s)?(?:(?:further|regular|quarterly|annual|yearly|monthly|progress)\s(?:[a-z]+\s)?"
    r"(?:updates?|reports?|briefings?)|updates)\b"
)
# Who is invited to a meeting is its guest: to invite is the act, and whoever decides does it.
_GUESTS = frozenset({"attend", "speak", "address", "join"})
# What a thing is asked to do: "that a report come to the May meeting".
_COMES = frozenset({"come", "go", "take", "begin", "start", "end", "continue"})
_MOST_WORDS = 12  # that name an owner before the verb


def act_of(text: str, who: str, manner: Manner) -> Promise | None:
    """Return the act of a resolution's words: "officers be asked to ...", "approve ..."."""
    that = _THAT.match(text)
    whole = Span(0, len(text))
    words = text[that.end() :] if that else text
    fronted = _FRONTED.match(text, len("that") if text[:5].lower() == "that," else 0)
    if fronted:
        words = text[fronted.end() :]
    delegates = _DELEGATES.match(words)
    if delegates:
        owner = owner_of(delegates["who"] or delegates["whom"])
        rest = without_date(words[delegates.end() :])
        return Promise(f"{delegates['verb'] or delegates['act']} {rest}", owner, *manner, whole)
    if (
        that
        or fronted
        or _BARE_SUBJECT.match(text)
        or words.split()[0].lower() in lexicon().somebody
        or _begins_with_name(words)
    ):
        return _by_subject(words, manner, whole) or _subjunctive(words, manner, whole)
    for_to = _FOR_TO.match(text)
    if for_to:
        return _for_to(for_to, text, manner)
    asks = _ASKS_SOMEBODY.match(text)
    if asks and is_somebody(asks["who"]) and asks["verb"] not in _NO_ACT:
        rest = without_date(text[asks.end() :])
        if asks["verb"] in _GUESTS and "nvite" in asks[0]:
            return Promise(f"invite {asks['who']} to {asks['verb']} {rest}", who, *manner, whole)
        return Promise(f"{asks['verb']} {rest}", owner_of(asks["who"]), *manner, whole)
    inner = _ASKS_THAT.match(text)
    if inner:
        is_advice = manner.strength and "recommend" in inner[0].lower()
        return act_of(text[inner.end() :], who, RECOMMENDED if is_advice else manner)
    first = _VERB_FIRST.match(text)
    verb = singular_off(first["verb"].lower()) if first else ""
    is_bare_to = text.startswith(("To ", "to ")) and verb not in _NO_ACT
    is_of = not is_bare_to and is_somebody(text.split(" be ", maxsplit=1)[0])
    if first is None or verb in _NO_ACT or is_of:
        return _subjunctive(text, manner, whole) if verb not in _NO_ACT else None
    is_clause = text[:1].isupper() and not is_bare_to
    subjunctive = _subjunctive(text, manner, whole) if is_clause else None
    act = verb + text[first.end("verb") :]
    return subjunctive or Promise(without_date(act[0].lower() + act[1:]), who, *manner, whole)


def _begins_with_name(words: str) -> bool:
    """Return whether words begin with a name of two words, not with a verb."""
    name = _NAME.match(words)
    return name is not None and name["first"].lower() not in {*lexicon().acts, *_NO_ACT, "for"}


def _for_to(match: re.Match[str], text: str, manner: Manner) -> Promise | None:
    """Return the act of "for officers to report", "for the figures to be sent"."""
    rest, whole = without_date(text[match.end() :]), Span(0, len(text))
    if match["part"]:
        if not is_participle(match["part"]):
            return None
        return Promise(f"{base_of(match['part'])} {match['who']} {rest}", "", *manner, whole)
    if match["verb"] in _NO_ACT or not is_somebody(match["who"]):
        return None
    return Promise(f"{match['verb']} {rest}", owner_of(match["who"]), *manner, whole)


def _subjunctive(words: str, manner: Manner, whole: Span) -> Promise | None:
    """Return the act of "officers be asked to report", "the plan be adopted"."""
    asked = _SUBJUNCTIVE.match(words)
    if asked is None:
        return None
    rest = without_date(_AND_BE.split(words[asked.end() :], maxsplit=1)[0])
    if asked["verb"] in _GUESTS and "invited" in asked[0]:
        return Promise(f"invite {asked['who']} to {asked['verb']} {rest}", "", *manner, whole)
    if asked["verb"]:
        owner = owner_of(asked["who"]) if is_somebody(asked["who"]) else ""
        return Promise(f"{asked['verb']} {rest}", owner, *manner, whole)
    part = asked["part"] or asked["done"]
    verb = base_of(part)
    if not is_participle(part) or verb in _NO_ACT or verb == "agree":
        return None
    if _MINUTES.match(asked["who"]):
        return None
    rest, owner = without_agent(rest, verb)
    return Promise(f"{verb} {asked['who']} {rest}".strip(), owner, *manner, whole)


def _by_subject(words: str, manner: Manner, whole: Span) -> Promise | None:
    """Return the act of "That officers report ...", "That the Council publishes ..."."""
    for match in list(_WORD.finditer(words))[1:_MOST_WORDS]:
        who = words[: match.start()].rstrip()
        if who.endswith((",", ";", ".")) or _CLAUSE.search(who):
            return None
        who = _AUXILIARY.sub("", who)
        verb = singular_off(match[0]) if match[0].islower() else ""
        if verb and _is_verb(verb) and is_somebody(who):
            is_other = verb == "consider" and not _DECIDER.match(who)
            is_told = verb == "receive" and bool(RECEIVES.match(words, match.start()))
            if not is_told and ((verb in _NO_ACT and not is_other) or verb in lexicon().states):
                return None
            rest = without_date(words[match.end() :])
            is_passive = words.startswith("to be ", match.end() + 1)  # "five posts continue to be"
            owner = "" if is_passive else owner_of(who)
            return Promise(f"{verb} {rest}".strip(), owner, *manner, whole)
        if verb in _COMES:
            asked = active(Sentence(words), match.start(), verb, match.end(), manner)
            return asked and replace(asked, clause=whole)
    return None


def _is_verb(word: str) -> bool:
    """Return whether a word after a name can be the verb of a subjunctive clause."""
    no_verb = word in NO_VERB or word in lexicon().somebody or word in _LINKS
    is_form = word.endswith(("ed", "ly")) or base_of(word) != word
    return not no_verb and not is_form and len(word) > 2


_LINKS = frozenset(
    "and or of for to in on at by with from within across the their its our who which that will"
    " would should shall be is are was were has have as not under over upon through public local"
    " safety crime community police fire".split()
)
