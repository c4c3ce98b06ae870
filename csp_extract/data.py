"""Words and weights that stand as data beside the code that reads them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_data(package: str, name: str = "lexicon.toml") -> Mapping[str, Any]:
    """Return what a package's TOML file holds; its head says scope and admission rule."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
