"""One run at a time for an output folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from csp_extract.errors import OutputError


@contextmanager
def hold(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder; the system lets go of it when the process ends.

    Raises:
        OutputError: the folder cannot be made, or another run holds it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = (out / ".lock").open("w")
    except OSError as error:
        raise OutputError(f"cannot write to {out}: {error.strerror}") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(f"another run is writing to {out}") from error
        yield
