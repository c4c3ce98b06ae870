"""Why nothing took a candidate: by where it stands, then by the first refusal that fits."""

from csp_extract.extract.found import Span
from csp_extract.extract.ledger import figures, forward
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, CandidateKind, Reason

REFUSALS = (*figures.REFUSALS, *forward.REFUSALS)


def reason_for(passage: Passage, span: Span, kind: CandidateKind) -> Reason:
    """Return why a candidate became no row: by where it stands, then by the words around it."""
    place = _by_place(passage, kind)
    if place is not None:
        return place
    inside = Span(span.start - passage.start, span.end - passage.start)
    for refusal in REFUSALS:
        if kind in refusal.kinds and any(
            inside.overlaps(Span(*match.span())) for match in refusal.pattern.finditer(passage.text)
        ):
            return refusal.reason
    return Reason.COUNT if kind is CandidateKind.MONEY_FIGURE else Reason.OTHER


def _by_place(passage: Passage, kind: CandidateKind) -> Reason | None:
    """Return the reason that the kind of block gives by itself."""
    block = passage.block
    if block.kind is BlockKind.CONTENTS:
        return Reason.IN_CONTENTS
    if block.is_head or block.kind is BlockKind.CAPTION:
        return Reason.IN_HEAD
    if block.kind in {BlockKind.HEADING, BlockKind.TITLE, BlockKind.MASTHEAD}:
        return Reason.IN_HEADING if kind is not CandidateKind.CURRENCY else None
    return None
