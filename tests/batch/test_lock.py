"""One run at a time, and a dead one bars nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

from csp_extract.batch import hold
from csp_extract.errors import OutputError

HOLDER = """
import sys, time
from pathlib import Path
from csp_extract.batch import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_killed_holder_lets_go(tmp_path: Path) -> None:
    """While it lives the second is refused; once killed, the lock is free."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(OutputError, match="another run"), hold(tmp_path):
            pass
        holder.kill()
    with hold(tmp_path):
        pass


def test_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A file in the place of the folder is told as such."""
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="cannot write"), hold(tmp_path / "out"):
        pass
