"""The words of ``lexicon.toml`` as compiled patterns."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> Mapping[str, Any]:
    """Return the lists of the lexicon."""
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))


def any_of(cues: Iterable[str], after: str = "") -> re.Pattern[str]:
    """Return a pattern for whole words, whatever their case; ``after`` must follow."""
    return re.compile(rf"\b(?:{'|'.join(cues)})\b{after}", re.IGNORECASE)
