"""The words round a sum that say what it is: loaded once from ``lexicon.toml``."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from csp_extract.data import read_data


def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return read_data(__package__)


@cache
def cues(section: str, code: str) -> re.Pattern[str]:
    """Return the pattern of the cues of one code."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(lexicon()[section][code])})(?!\w)", re.IGNORECASE)
