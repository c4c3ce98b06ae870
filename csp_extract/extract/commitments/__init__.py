"""Find the commitments of a report."""

from csp_extract.extract.commitments.listed import listed_promises
from csp_extract.extract.commitments.place import Placed, to_found
from csp_extract.extract.commitments.prose import prose_promises
from csp_extract.extract.commitments.reader import FAMILY
from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import CommitmentValue

FAMILIES = (FAMILY,)
__all__ = ["FAMILIES", "find_commitments"]


def find_commitments(reading: Reading) -> list[Found[CommitmentValue]]:
    """Return the commitments of the report, in order; an act in two readings counts once.

    What the structure of the report says (a table of actions, a list of recommendations) wins
    over what a rule reads in one of its sentences.
    """
    placed: list[Placed] = []
    for promise in listed_promises(reading):
        if not any(promise.span.overlaps(other.span) for other in placed):
            placed.append(promise)
    listed = [promise.span for promise in placed]
    placed += [
        promise
        for promise in prose_promises(reading)
        if not any(promise.span.overlaps(span) for span in listed)
    ]
    return [to_found(reading, promise) for promise in sorted(placed, key=lambda item: item.span)]
