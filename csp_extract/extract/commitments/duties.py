"""Acts that somebody must, should or is committed to do, and the next steps of a plan."""

import re

from csp_extract.extract.commitments.acts import NO_VERB, Sentence, active, clause_of, passive
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import EXPECTED, INTENDED, PLANNED, RECOMMENDED
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.schedule import DATE_AHEAD
from csp_extract.extract.commitments.verbs import base_of
from csp_extract.extract.commitments.when import without_date
from csp_extract.extract.commitments.will import ADVERB
from csp_extract.extract.rule import Example, Rule

_BY_A_DAY = rf"(?=[^.;]{{0,120}}?\s(?:by|before)\s(?:the\s)?{DATE_AHEAD})"
# What is said to readers, and what anybody should value: no act of its own.
_VALUES = frozenset(
    "address build contact ensure improve keep listen maintain make note prevent promote protect"
    " provide refer report support tackle work".split()
)


# "It should be finished by May" foretells; "it should be replaced by May" advises.
_COMES = frozenset("completed concluded delivered finished finalised published received".split())


def _must(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what must be done by a day."""
    if match["part"]:
        return passive(sentence, match.start(), match["part"], match.end(), PLANNED)
    return active(sentence, match.start(), match["verb"], match.end(), PLANNED)


def _should(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody should do, or what should be done by a day."""
    if match["part"]:
        manner = EXPECTED if match["part"] in _COMES else RECOMMENDED
        return passive(sentence, match.start(), match["part"], match.end(), manner)
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.owner or match["verb"] in _VALUES:
        return None
    return active(sentence, match.start(), match["verb"], match.end(), RECOMMENDED)


def _committed(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act that somebody is committed to; to a value everybody is."""
    verb = base_of(match["ing"])
    clause = clause_of(sentence, match.start(), match.end())
    is_value = verb in {*_VALUES, *lexicon().fates}
    if clause is None or not clause.subject.can_promise or is_value:
        return None
    return active(sentence, match.start(), verb, match.end(), INTENDED)


def _next_step(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what the next step is."""
    clause = clause_of(sentence, match.start("be"), match.end())
    if clause is None or match["verb"] in {*NO_VERB, *lexicon().states}:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    return Promise(f"{match['verb']} {rest}".strip(), "", *PLANNED, clause.span)


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="must do by a day",
        pattern=re.compile(
            rf"\bmust\s{ADVERB}(?:be\s{ADVERB}(?P<part>[a-z-]+)|(?P<verb>(?!be\b|have\b|not\b)[a-z-]+))"
            rf"\b{_BY_A_DAY}(?![^.;]{{0,120}}?\sor\s(?:be|it|lose|lapse)\b)"
        ),
        value=_must,
        examples=(
            Example(
                "[[The balance must be spent by 31 March 2022]].", "-: spend the balance (planned)"
            ),
            Example(
                "[[Each partnership must send its return by 30 June]].",
                "Each partnership: send its return (planned)",
            ),
        ),
        refuses=(
            "The authority must publish a plan.",
            "Members must be aware of the law by 1 May.",
            "The order must be renewed by 1 May or be lost.",
        ),
    ),
    Rule(
        name="should do",
        pattern=re.compile(
            rf"(?<!asked\s)\bshould\s{ADVERB}(?:be\s{ADVERB}(?P<part>[a-z-]+)\b{_BY_A_DAY}"
            r"|(?P<verb>(?!be\b|have\b|not\b)[a-z-]+)\b)"
        ),
        value=_should,
        examples=(
            Example(
                "[[The Partnership should review its protocol]].",
                "Partnership: review its protocol (recommended)",
            ),
            Example(
                "[[The signs should be replaced by May 2022]].",
                "-: replace the signs (recommended)",
            ),
        ),
        refuses=(
            "Residents should see fewer cars.",
            "Should officers need help, they will ask.",
            "The Council should receive more next year.",
        ),
    ),
    Rule(
        name="is committed to doing",
        pattern=re.compile(
            r"\b(?:is|are|remains?)\s(?:fully\s|also\s|still\s)?committed\sto\s(?P<ing>[a-z-]+ing)\b"
        ),
        value=_committed,
        examples=(
            Example(
                "[[The Council is committed to opening a second refuge]].",
                "Council: open a second refuge (planned)",
            ),
            Example(
                "[[Tarn Police remain committed to holding a forum each quarter]].",
                "Tarn Police: hold a forum each quarter (planned)",
            ),
        ),
        refuses=("The Council is committed to reducing crime.",),
    ),
    Rule(
        name="next steps are to",
        pattern=re.compile(
            rf"\b[Nn]ext\ssteps?\s(?P<be>(?:is|are|will\sbe)\sto)\s{ADVERB}(?P<verb>(?!be\b)[a-z-]+)\b"
        ),
        value=_next_step,
        examples=(
            Example("[[The next step is to appoint a chair]].", "-: appoint a chair (planned)"),
            Example(
                "[[Next steps are to consult residents in May]].",
                "-: consult residents (planned)",
            ),
        ),
        refuses=("The next steps are set out below.",),
    ),
)
