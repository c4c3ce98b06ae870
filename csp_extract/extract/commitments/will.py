"""Promises by an auxiliary: "will do", "will be done", "is to do", "is to be done"."""

import re

from csp_extract.extract.commitments.acts import Manner, Sentence, active, clause_of, passive
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import PLANNED, WILL
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import SubjectKind
from csp_extract.extract.commitments.verbs import base_of
from csp_extract.extract.rule import Example, Rule

ADVERB = (
    r"(?:(?:(?!usual|normal|typical|general|occasional|probab|like)[a-z]{2,12}ly|also|now|then|soon"
    r"|next|further|still|both|therefore|again|in due course|of course|each|all)\s){0,2}"
)
_MODAL = r"(?:\b(?:will|shall)|(?<=[a-z])['’]ll)(?:,\s[^,;.]{3,60},)?\s"
_IS_TO = r"(?<!\baim )(?<!\bthis )\b(?:is|are)\s(?:now\s|also\s|then\s)?to\s"


def _will(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody will do."""
    return _do(match, sentence, WILL)


def _do(match: re.Match[str], sentence: Sentence, manner: Manner) -> Promise | None:
    """Return the act of an active verb or of "be doing"."""
    verb = base_of(match["ing"]) if match["ing"] else match["verb"]
    return active(sentence, match.start(), verb, match.end(), manner)


def _will_be_done(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what will be done."""
    return passive(sentence, match.start(), match["part"], match.end(), WILL)


def _will_be_ready(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what will be ready, in the words of the clause: there is no verb to turn round."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind is not SubjectKind.THING:
        return None
    action = sentence.text[clause.subject.start : clause.span.end]
    return Promise(action, "", *WILL, clause.span)


def _is_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is to be done, unless the infinitive tells a purpose: "the aim is to"."""
    if match["part"]:
        return passive(sentence, match.start(), match["part"], match.end(), PLANNED)
    clause = clause_of(sentence, match.start(), match.end())
    head = clause.subject.words.split(" of ")[0].split() if clause else []
    if not head or head[-1].lower().rstrip("s") in lexicon().purposes:
        return None
    return active(sentence, match.start(), match["verb"], match.end(), PLANNED)


def _will_see(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what a stretch of time "will see"."""
    clause = clause_of(sentence, match.start("will"), match.end())
    if clause is None or re.search(r"\b(?:increase|reduction|rise|decrease|fall)", match["seen"]):
        return None
    action = sentence.text[match.start("see") : clause.span.end]
    return Promise(action, "", *WILL, clause.span)


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="a month will see",
        pattern=re.compile(
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
            r"|December|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|year|month|quarter|weeks|months"
            r"|20\d\d)(?:\s20\d\d)?\s(?P<will>will)\s(?:also\s)?(?P<see>see)\s(?P<seen>[^.;]{3,80})"
        ),
        value=_will_see,
        examples=(
            Example(
                "[[March will see a week of action on scrap metal]].",
                "-: see a week of action on scrap metal (will)",
            ),
            Example(
                "[[The coming year will see the roll-out of body-worn video]].",
                "-: see the roll-out of body-worn video (will)",
            ),
        ),
        refuses=("The year will see an increase in demand.", "Members will see from the table."),
    ),
    Rule(
        name="will be done",
        pattern=re.compile(rf"{_MODAL}{ADVERB}be\s{ADVERB}(?P<part>(?!able\b)[a-z-]+(?<!ing))\b"),
        value=_will_be_done,
        examples=(
            Example(
                "[[The survey will be repeated by the licensing team in May]].",
                "licensing team: repeat the survey (will)",
            ),
            Example(
                "The tender closed and [[a supplier will be appointed by Tarn Borough Council]].",
                "Tarn Borough Council: appoint a supplier (will)",
            ),
        ),
        refuses=(
            "Residents will be affected by the closure.",
            "Operators will be able to see both sites.",
            "If the bid succeeds, a worker will be appointed.",
            "It will be noted that demand is high.",
            "It was reported that signs would be replaced.",
        ),
    ),
    Rule(
        name="will be ready",
        pattern=re.compile(
            rf"{_MODAL}{ADVERB}be\s{ADVERB}(?:(?:{'|'.join(lexicon().ready)})\b|in place\b)"
            r"(?=\s(?:by|from|in|on|during|until)\s(?:the\s|early\s|late\s|mid|\d|[A-Z]))"
        ),
        value=_will_be_ready,
        examples=(
            Example(
                "[[The new shelter will be operational by June 2021]].",
                "-: The new shelter will be operational by June 2021 (will)",
            ),
            Example(
                "[[a revised protocol will be in place from 1 April]]",
                "-: a revised protocol will be in place from 1 April (will)",
            ),
        ),
        refuses=("Help will be available to all.",),
    ),
    Rule(
        name="will do",
        pattern=re.compile(
            rf"{_MODAL}{ADVERB}(?:be\s{ADVERB}(?P<ing>[a-z-]+ing)|(?P<verb>(?!be\b|have\b)[a-z-]+))\b"
        ),
        value=_will,
        examples=(
            Example(
                "[[Tarn Police will hold a surgery in the market hall on 4 June 2021]].",
                "Tarn Police: hold a surgery in the market hall (will)",
            ),
            Example(
                "[[The wardens will be visiting every school]], which many welcome.",
                "wardens: visit every school (will)",
            ),
            Example("[[The consultation will begin in May]].", "-: begin the consultation (will)"),
            Example(
                "It is hoped that this helps, and [[the council will also review its lighting]].",
                "council: review its lighting (will)",
            ),
        ),
        refuses=(
            "Members will recall the debate.",
            "Officers will often join the patrols.",
            "This will enhance the safety of the park.",
            "The Council will not renew the contract.",
            "Unless funding is found, the council will close the centre.",
        ),
    ),
    Rule(
        name="is to do",
        pattern=re.compile(
            rf"{_IS_TO}(?:be\s{ADVERB}(?P<part>[a-z-]+)|(?P<verb>(?!be\b)[a-z-]+))\b"
        ),
        value=_is_to,
        examples=(
            Example(
                "[[The Chief Constable is to review custody cover]].",
                "Chief Constable: review custody cover (planned)",
            ),
            Example(
                "[[The toolkit is to be reissued in March 2020]].",
                "-: reissue the toolkit (planned)",
            ),
        ),
        refuses=(
            "The aim of the project is to reduce harm.",
            "The role of the board is to advise.",
        ),
    ),
)
