"""What training gives back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from csp_extract.evaluate.learning.paper import Paper
from csp_extract.extract.learned import Chain


class Learned(NamedTuple):
    """The chains of a part by name, what they scored on bodies left out, and that as lines."""

    chains: Mapping[str, Chain]
    scores: Mapping[str, Any]
    told: str


Learner = Callable[[Sequence[Paper]], Learned]
