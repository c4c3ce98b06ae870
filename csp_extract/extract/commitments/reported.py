"""Reported speech of minutes put back into the tense in which it was said, letter for letter.

Minutes tell in the past what was promised: "she would circulate a note", "it was hoped to open by
June", "it was agreed that officers would write". Each change keeps the length of the text, so
that what is read in it stands where the report has it.
"""

import re

from csp_extract.extract.commitments.clauses import clause_start
from csp_extract.extract.commitments.subjects import SubjectKind, subject_of
from csp_extract.extract.commitments.when import DATED

_AGREED = re.compile(
    r"\b(?:was|were) (?:agreed|resolved|noted) that (?P<who>[^.;]{2,90}?) (?:would|should) "
)
# What one would like or think, or what would be so, promises nothing.
_WOULD = re.compile(
    r" would (?!(?:also |not |only )?(?:be (?:happy|glad|pleased|useful|helpful|able|interested"
    r"|better|more|an?|the|too|so|very)|like|prefer|welcome|have|need|mean|help|require|allow|enable|cost"
    r"|make (?:it|them|sense|no|an?|things) "
    r"|depend|suggest|appear|seem|benefit|want|expect|think|love|rather|believe)\b)"
)
# Who is told to promise, beside bodies and offices: "he would", "CD would".
_BY_SOMEBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]{2,3})$")
_BE_DONE = re.compile(
    r"(?:also |then |now |next )?be (?:[a-z]+ly )?"
    r"[a-z]{3,}(?:ed|en|nt|ne|ld|ing|ght|pt|ft|made|ut|et|un|und)\b"
)
# What comes to pass by itself: "the trial would begin", "a visit would take place".
_PASSES = re.compile(
    r"(?:also |now |then )?(?:take place|go live|come into|begin|commence|start|open|reopen|launch"
    r"|resume)\b"
)
_THERE = re.compile(r"\b[Tt]here$")
# What was going on as it was told: "officers were exploring", "there were plans to".
_GOING_ON = re.compile(
    r" (?P<be>was|were) (?=(?:(?:also|now|currently|actively|still) )?"
    r"(?!(?:be|go|hav|mak|do|say)ing\b)[a-z]{3,}ing\b"
    r"|(?:also |now )?(?:(?:plans|proposals|discussions|committed|in the process) "
    r"|(?:asked|requested|urged) to ))"
)
# "The team continued to run it" as it was said.
_CONTINUED = re.compile(r"\bcontinued (?=(?:to|on|with)\b)")

# "The force had agreed to", "had asked officers to": told as done before, and still to be kept.
_HAD = re.compile(
    r" had (?=(?:(?:also|now|since|already) )?"
    r"(?:agreed|committed|offered|undertaken|promised|pledged|decided) to )"
)
# With a day to come the plan itself is still to come.
_DATED = re.compile(
    r" (?P<be>was|were) (?=(?:still |now )?(?:expected|due|scheduled|hoped|intended|planned"
    r"|proposed|anticipated|envisaged|predicted|forecast|to)\b)"
)
# Without any day only what is expected by somebody is: what was due may be over.
_UNDATED = re.compile(
    r" (?P<be>was|were) (?=(?:still |now )?(?:expected|scheduled|hoped|planned|anticipated) to be )"
)
# "It was proposed to review them": what nobody by name proposed was put forward there and then.
_IT_WAS = re.compile(
    r"\b[Ii]t (?P<be>was) (?=(?:also |now )?(?:proposed|intended|hoped|planned|envisaged) to )"
)
# "It was hoped that the hub could move": what is hoped for is foretold.
_HOPE = re.compile(
    r"\b(?P<it>[Ii]t (?:was|is) (?:also |now )?"
    r"(?:hoped|anticipated|expected|intended|planned|proposed|envisaged)"
    r" that [^.;]{2,90}?) (?P<modal>would|could|should|might|can|may) "
)
# "There would be a further round": a thing that will take place.
_WILL_BE = re.compile(r"\b([Tt]here) would (?=be (?:an?|another|two|three|four|further|more) )")
_PRESENT = {"was": "  is ", "were": "  are "}
_HOPED = re.compile(r" hoped (?=to\b)")


def in_present(text: str, *, is_dated: bool) -> str:
    """Return minutes with what was said to be done as it was said; nothing moves."""
    text = _AGREED.sub(
        lambda match: re.sub(r" (?:would|should) $", "  will  ", match[0])[: len(match[0])].ljust(
            len(match[0])
        ),
        text,
    )
    text = _HOPE.sub(_foretold, text)
    text = _WILL_BE.sub(r"\1  will ", text)
    text = _WOULD.sub(lambda match: _will(match, is_dated=is_dated), text)
    text = _GOING_ON.sub(lambda match: _PRESENT[match["be"]], text)
    text = _HAD.sub(" has ", text)
    text = _CONTINUED.sub("continues ", text)
    if not is_dated and not DATED.search(text):
        text = _UNDATED.sub(lambda match: _PRESENT[match["be"]], text)
        text = _IT_WAS.sub(lambda match: match[0].replace("was", "is "), text)
    if is_dated:
        text = _DATED.sub(lambda match: _PRESENT[match["be"]], text)
        text = _HOPED.sub(" hopes ", text)
    return text


def _foretold(match: re.Match[str]) -> str:
    """Return a hope of minutes as the hope for what will be."""
    hope = re.sub(r" was ", " is  ", match["it"], count=1)
    return (
        f"{hope} {'will':>{len(match['modal'])}} " if len(match["modal"]) > len("may") else match[0]
    )


def _is_agent(text: str, modal: int) -> bool:
    """Return whether the subject of a modal is a body, an office or a person."""
    return subject_of(text, clause_start(text, modal), modal).kind is SubjectKind.AGENT


def _will(match: re.Match[str], *, is_dated: bool) -> str:
    """Return "will" for a "would" that promises: dated, by somebody, or of what is to be done."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    is_said = (
        is_dated
        or _BY_SOMEBODY.search(before)
        or _is_agent(match.string, match.start())
        or _PASSES.match(match.string, match.end())
        or _THERE.search(before)
        or _BE_DONE.match(match.string, match.end())
    )
    return "  will " if is_said else match[0]
