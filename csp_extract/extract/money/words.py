"""The words round a sum that say what it is: loaded once from ``lexicon.toml``."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))


@cache
def cues(section: str, code: str) -> re.Pattern[str]:
    """Return the pattern of the cues of one code."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(lexicon()[section][code])})(?!\w)", re.IGNORECASE)
