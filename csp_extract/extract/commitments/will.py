"""Promises by an auxiliary: "will do", "will be done", "is to do", "is to be done"."""

import re

from csp_extract.extract.commitments.acts import Manner, Sentence, active, clause_of, passive
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import EXPECTED, INTENDED, ONGOING, PLANNED, WILL
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import SubjectKind
from csp_extract.extract.commitments.verbs import base_of, is_participle
from csp_extract.extract.rule import Example, Rule
from csp_extract.records.year import MONTH_NAMES

ADVERB = (
    r"(?:(?:(?!usual|normal|typical|general|occasional|probab|like|(?:app|supp|rep|comp|re)ly\b)[a-z]{2,12}ly|also|now|then|soon"
    r"|next|further|still|both|therefore|again|in due course|of course|each|all)\s){0,2}"
)
_MODAL = r"(?:\b(?:will|shall)|(?<=[a-z])['’]ll)(?:,\s[^,;.]{3,60},)?\s"
_IS_TO = r"(?<!\baim )(?<!\bthis )\b(?:is|are)\s(?:now\s|also\s|then\s)?to\s"


_HOW = {"expected": EXPECTED, "hoped": EXPECTED, "intended": INTENDED, "meant": INTENDED}


_PREPOSITION = re.compile(r"\s(?:of|for|on|in|to|from|behind)\s")
# What somebody does already and will go on doing.
_GOES_ON = re.compile(
    r"(?:will|shall)\s(?:continue\sto|carry\son\s[a-z]+ing|keep\s(?:on\s)?[a-z]+ing)\b"
)


def _will(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody will do."""
    return _do(match, sentence, WILL)


def _do(match: re.Match[str], sentence: Sentence, manner: Manner) -> Promise | None:
    """Return the act of an active verb or of "be doing"."""
    verb = base_of(match["ing"]) if match["ing"] else match["verb"]
    if _GOES_ON.match(sentence.text, match.start(), min(len(sentence.text), match.end() + 20)):
        manner = ONGOING
    return active(sentence, match.start(), verb, match.end(), manner)


def _will_be_done(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what will be done."""
    return passive(sentence, match.start(), match["part"], match.end(), WILL)


def _will_be_ready(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what will be ready, in the words of the clause: there is no verb to turn round."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind not in {SubjectKind.THING, SubjectKind.PRONOUN}:
        return None
    action = sentence.text[clause.subject.start : clause.span.end]
    manner = WILL if match["how"] is None else _HOW.get(match["hope"] or "", PLANNED)
    if match["should"] and clause.subject.start < clause.span.start:
        return None  # the work that leads up to it is promised before
    manner = EXPECTED if match["should"] else clause.outer or manner
    return Promise(action, "", *manner, clause.span)


def _will_have_done(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody will have done by a day, or what will have been done."""
    if not is_participle(match["part"]):
        return None
    if match["been"]:
        return passive(sentence, match.start(), match["part"], match.end(), WILL)
    return active(sentence, match.start(), base_of(match["part"]), match.end(), WILL)


def _is_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is to be done, unless the infinitive tells a purpose: "the aim is to"."""
    if match["part"]:
        return passive(sentence, match.start(), match["part"], match.end(), PLANNED)
    clause = clause_of(sentence, match.start(), match.end())
    head = _PREPOSITION.split(clause.subject.words)[0].split() if clause else []
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
            rf"\b(?:{MONTH_NAMES}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|year|month|quarter|weeks|months"
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
            rf"(?:{_MODAL}|\b(?P<should>should)\s(?:now\s)?|\b(?P<how>is|are)\s(?:now\s)?(?:(?P<hope>expected|hoped|intended|meant|due"
            rf"|planned)\s)?to\s){ADVERB}be\s{ADVERB}(?:(?:{'|'.join(lexicon().ready)})\b|in\s(?:place"
            r"|post|operation|use|force)\b|up\sand\srunning\b"
            r"|with\s(?:the\s)?(?:[A-Z]\w+|members|officers|partners|us|you)\b)"
            r"(?=\s(?:by|from|in|on|during|until|before|for)\s(?:the\s|early\s|late\s|mid|end\s|next\s|\d|[A-Z]))"
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
        refuses=("Help will be available to all.", "The aim is to be open in all we do."),
    ),
    Rule(
        name="will have done",
        pattern=re.compile(
            rf"{_MODAL}{ADVERB}have\s{ADVERB}(?P<been>been\s)?(?P<part>[a-z-]+)\b(?=\s[^.;]{{2,90}})"
        ),
        value=_will_have_done,
        examples=(
            Example(
                "[[By March 2021 the council will have trained 60 door staff]].",
                "council: train 60 door staff (will)",
            ),
            Example(
                "[[All the signs will have been replaced by May]].",
                "-: replace all the signs (will)",
            ),
        ),
        refuses=("Members will have seen the press reports.",),
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
                "[[HSCG will appoint a lead for each theme]].",
                "HSCG: appoint a lead for each theme (will)",
            ),
            Example(
                "A bid won [[a second worker who will start in May 2021]].",
                "-: start a second worker (will)",
            ),
            Example(
                "The order expires in May and [[the Council will consult on a new one]].",
                "Council: consult on a new one (will)",
            ),
            Example(
                "It is hoped that this helps, and [[the council will also review its lighting]].",
                "council: review its lighting (will)",
            ),
        ),
        refuses=(
            "Members will recall the debate.",
            "The law requires that the council will consult residents.",
            "We do not think that the fair will open.",
            "There are standards against which the work will be judged.",
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
