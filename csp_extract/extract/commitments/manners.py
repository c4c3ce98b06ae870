"""The manners in which British papers promise, by name."""

from csp_extract.extract.commitments.acts import Manner
from csp_extract.records import CommitmentModality, Strength

WILL = Manner(CommitmentModality.WILL, Strength.FIRM)
PLANNED = Manner(CommitmentModality.PLANNED, Strength.FIRM)
INTENDED = Manner(CommitmentModality.PLANNED, Strength.WEAK)
EXPECTED = Manner(CommitmentModality.EXPECTED, Strength.WEAK)
DIRECTED = Manner(CommitmentModality.PLANNED, Strength.DIRECTIVE)
CONTINUED = Manner(CommitmentModality.ONGOING, Strength.DIRECTIVE)
ONGOING = Manner(CommitmentModality.ONGOING, None)
REQUESTED = Manner(CommitmentModality.REQUESTED, Strength.DIRECTIVE)
RESOLVED = Manner(CommitmentModality.RESOLVED, Strength.DIRECTIVE)
RECOMMENDED = Manner(CommitmentModality.RECOMMENDED, Strength.DIRECTIVE)
