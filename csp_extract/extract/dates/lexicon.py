"""The words of ``lexicon.toml`` as compiled patterns."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from csp_extract.data import read_data


def words() -> Mapping[str, Any]:
    """Return the lists of the lexicon."""
    return read_data(__package__)


def any_of(cues: Iterable[str], after: str = "") -> re.Pattern[str]:
    """Return a pattern for whole words, whatever their case; ``after`` must follow."""
    return re.compile(rf"\b(?:{'|'.join(cues)})\b{after}", re.IGNORECASE)
