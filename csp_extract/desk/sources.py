"""The files behind an output, found again."""

import hashlib
import json
from functools import cache
from pathlib import Path

from csp_extract.errors import WrongCallError


@cache
def _places(out: Path) -> dict[str, str]:
    """Return where the run found each input, by the hash of its bytes."""
    file = out / ".inputs.json"
    if not file.exists():
        raise WrongCallError(f"no run in {out}: run csp-extract run first")
    places: dict[str, str] = json.loads(file.read_text("utf-8"))
    return places


def source_of(out: Path, path: str, sha256: str) -> bytes:
    """Return the bytes of an input.

    Raises:
        WrongCallError: the file is no longer where the run found it, or it has changed since.
    """
    file = Path(_places(out).get(sha256, path))
    if not file.is_file():
        raise WrongCallError(f"{path} is no longer at {file}")
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise WrongCallError(f"{path} has changed since it was read; run again")
    return data
