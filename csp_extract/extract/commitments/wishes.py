"""What somebody wants, expects or aims at by a day: "we want a second team by Easter"."""

import re
from dataclasses import replace

from csp_extract.extract.commitments.acts import EFFECT, NO_VERB, Sentence, clause_of, passive
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import EXPECTED, INTENDED, ONGOING, PLANNED
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.schedule import DATE_AHEAD
from csp_extract.extract.commitments.when import without_date
from csp_extract.extract.commitments.will import ADVERB
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Example, Rule

_DAY = rf"(?:by|before|in|on|from)\s(?:the\s)?{DATE_AHEAD}"


def _wants(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody wants or expects to come about by a day."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.can_promise or EFFECT.search(match["what"]):
        return None
    manner = EXPECTED if match["how"].startswith(("expect", "anticipat")) else INTENDED
    rest = without_date(sentence.text[match.start("what") : clause.span.end])
    return Promise(f"{match['base']} {rest}", clause.subject.owner, *manner, clause.span)


def _expects_done(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody expects to be done."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.can_promise:
        return None
    inner = Sentence(sentence.text, match.start("what"))
    promise = passive(inner, match.start("to"), match["part"], match.end(), EXPECTED)
    return replace(promise, clause=clause.span) if promise else None


def _aim_is(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act that is the aim of somebody for a day, or their plan."""
    clause = clause_of(sentence, match.start("be"), match.end())
    if clause is None or match["verb"] in {*NO_VERB, *lexicon().states, *lexicon().fates}:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    return Promise(f"{match['verb']} {rest}".strip(), "", *INTENDED, clause.span)


def _date_is(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what a day is named for, in the words of the clause."""
    span = Span(match.start(), len(sentence.text.rstrip(" .;")))
    words = re.sub(r"^[Tt]he\s", "", match["what"])
    return Promise(words, "", *PLANNED, span)


def _arranging(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is being arranged."""
    span = Span(match.start(), len(sentence.text.rstrip(" .;")))
    rest = without_date(sentence.text[match.end() : span.end])
    return Promise(f"arrange {rest}", "", *ONGOING, span) if rest else None


def _under_way(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the work that is under way, by its noun."""
    clause = clause_of(sentence, match.start("be"), match.end())
    rest = without_date(sentence.text[match.end() : clause.span.end]) if clause else ""
    if clause is None or not rest:
        return None
    return Promise(f"continue {match['what'].lower()} {rest}", "", *ONGOING, clause.span)


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="expects to be done",
        pattern=re.compile(
            r"\bexpects?\s(?P<what>(?:the|an?|its|their|our|all|\d+)\s[^.;,]{3,80}?)\s(?P<to>to\sbe)"
            rf"\s{ADVERB}(?P<part>[a-z-]+)\b"
        ),
        value=_expects_done,
        examples=(
            Example(
                "[[The Board expects the audit to be published by May]].",
                "-: publish the audit (expected)",
            ),
            Example(
                "[[Officers expect all signs to be replaced in June]].",
                "-: replace all signs (expected)",
            ),
        ),
        refuses=("The Board expects the matter to be serious.",),
    ),
    Rule(
        name="wants by a day",
        pattern=re.compile(
            r"(?<!to )\b(?P<how>(?P<base>want|expect|anticipate)s?|(?P<hope>hopes?)\sfor)\s"
            rf"(?P<what>(?:the|an?|its|their|our|two|three|four|\d+|all|each|another|[Tt]he)\s[^.;,]{{3,80}}?)\s{_DAY}"
        ),
        value=lambda match, sentence: _wants(match, sentence) if match["base"] else None,
        examples=(
            Example(
                "[[We want a third kiosk in Hale by May 2021]].",
                "-: want a third kiosk in Hale (planned)",
            ),
            Example(
                "[[Tarn Police expects its first cadets on 3 May]].",
                "Tarn Police: expect its first cadets (expected)",
            ),
        ),
        refuses=("Residents want a safer park.", "The council expects a rise in fees by May."),
    ),
    Rule(
        name="aim is by a day",
        pattern=re.compile(
            r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir)\s(?:(?:current|overall|next|longer\sterm)\s)?(?:(?P<plan>intention|plan)"
            r"|aim|ambition|target|goal|hope|idea)(?:\s(?:for|over|in|during)\s[^.;,]{3,60}?)?\s(?P<be>(?:is|remains)\s(?:now\s|still\s|therefore\s)?to)"
            rf"\s{ADVERB}(?P<verb>(?!be\b)[a-z-]+)\b(?(plan)(?=\s)|(?=[^.;]{{0,120}}?\s{_DAY}))"
        ),
        value=_aim_is,
        examples=(
            Example(
                "[[The aim is to train 90 stewards by May 2022]].",
                "-: train 90 stewards (planned)",
            ),
            Example(
                "[[The intention is to offer each ward a stall]].",
                "-: offer each ward a stall (planned)",
            ),
        ),
        refuses=("The aim is to reduce harm.", "Our goal is to serve residents."),
    ),
    Rule(
        name="date is",
        pattern=re.compile(
            r"\b(?P<what>(?:[Tt]he\s|[Ii]ts\s|A\s)?(?:[a-z]+\s){0,3}(?:start|launch|opening|completion|publication|closing"
            r"|target|implementation|go-live|finish|handover)\sdate)(?:\sfor\s[^.;,]{3,60})?\s(?:is|remains)\s(?:now\s)?"
            rf"(?:the\s)?{DATE_AHEAD}"
        ),
        value=_date_is,
        examples=(
            Example("[[The new start date is 4 June 2021]].", "-: new start date (planned)"),
            Example("[[The completion date is now May 2021]].", "-: completion date (planned)"),
        ),
        refuses=("The start date was 4 June 2021.",),
    ),
    Rule(
        name="arrangements are being made",
        pattern=re.compile(
            r"\b(?:[Aa]rrangements|[Pp]reparations|[Pp]lans)\sare\s(?:now\s|currently\s|also\s)?being"
            r"\s(?:made|drawn\sup|put\sin\splace|developed|finalised)\sfor\s"
        ),
        value=_arranging,
        examples=(
            Example(
                "[[Arrangements are being made for a joint exercise]].",
                "-: arrange a joint exercise (ongoing)",
            ),
            Example(
                "[[Plans are being drawn up for a fun day]].", "-: arrange a fun day (ongoing)"
            ),
        ),
        refuses=("Arrangements were being made for a fair.",),
    ),
    Rule(
        name="work is under way",
        pattern=re.compile(
            r"\b(?P<what>[Dd]iscussions|[Nn]egotiations|[Tt]alks|[Ww]ork|[Rr]ecruitment|[Pp]rocurement"
            r"|[Cc]onsultation|[Pp]lanning)\s(?P<be>is|are)\s(?:now\s|also\s|currently\s|already\s|still\s)?"
            r"(?:under\s?way|ongoing|on-going|in\sprogress|continuing|taking\splace)\s(?=(?:with|on|for|about|into|between|regarding)\s)"
        ),
        value=_under_way,
        examples=(
            Example(
                "[[Talks are under way with the college about a lease]].",
                "-: continue talks with the college about a lease (ongoing)",
            ),
            Example(
                "[[Recruitment is ongoing for two wardens]].",
                "-: continue recruitment for two wardens (ongoing)",
            ),
        ),
        refuses=("Work was under way on the bridge.", "Work is ongoing."),
    ),
)
