"""The clauses in which decisions are put: what follows a verb of deciding, and "that" clauses."""

import re

from csp_extract.extract.decisions.bodies import BODY
from csp_extract.extract.decisions.verbs import ACTS

# What may follow the verb that opens a decision.
AFTER = (
    r"(?:,?\s\(?(?:unanimously|accordingly|nem\.?\scon\.?)\)?)?"
    r"(?:,?\s\(?(?:on|upon|by|with|following|having)\s[^.;:]{3,140}?(?:,|\))?(?=\s(?:that|to)\b|:))?"
    r"\s?[/:,–—-]{0,3}"
    r"(?=\s*(?:that|That|THAT)\b|\s+(?:to|To)\b|\s*:|\s*[–-]\s|\s*$)"
)
# "It was agreed the clerk would reply": a clause that no "that" opens.
CLAUSE = r"(?=\s(?:the\s|all\s|an?\s|[A-Z])[^.;:]{1,80}?\s(?:would|should|could|be)\s)"
_MODAL = "".join(
    rf"(?<!\b{word}\s)"
    for word in "must will would can could may might should shall to not cannot".split()
)
_PARTICIPLE = r"(?:\w+ly\s)?(?:\w+(?:ed|en|ght|ung|ade|eld|ent|ept|one|aid)|put|set|cut|let|told)"
# A subjunctive has no other place in these papers: nobody but a meeting says "that it be done".
SUBJUNCTIVE = rf"[^.;:?]{{3,220}}?{_MODAL}\bbe\s{_PARTICIPLE}\b"
# The same with no other verb before it: "authority be given", not "members asked that it be".
_NO_VERB = r"(?!(?:that|was|were|had|has|have|is|are|will|would|can|may|should|asked)\s)"
SUBJUNCTIVE_CLAUSE = re.compile(rf"(?:{_NO_VERB}\S{{1,40}}\s){{1,60}}?be\s{_PARTICIPLE}\b")
_BODY_ACTS = rf"(?:the\s)?{BODY}\s(?:also\s|formally\s)?(?:{ACTS})(?:e?s)?\b"
THAT_CLAUSE = rf"(?:[Tt]hat|THAT),?\s(?:{SUBJUNCTIVE}|{_BODY_ACTS})"
_BODY_ACTS_ALONE = re.compile(rf"(?:The\s)?{_BODY_ACTS}")


def is_body_act(text: str) -> bool:
    """Return whether words say what a body does as it decides: "The Panel agree to meet"."""
    return _BODY_ACTS_ALONE.match(text) is not None
