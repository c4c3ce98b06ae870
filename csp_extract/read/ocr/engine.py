"""Tesseract, called as a program: it is installed beside this one, or scans stay unread.

A Python binding would save the start of a process (a twentieth of a page's time) and cost every
user a compiled package; the program's own hOCR holds all that is needed.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from csp_extract.timer import standing_still

_LANGUAGE = "eng"
_SECONDS = 120  # that one call may take; a page takes two or three
_PAGE, _LINE = "3", "7"  # how a picture is divided: into all that it holds, or one line
_FOLDER = re.compile(r'in "([^"]+)"')
# Threads gain nothing on one page, and slow each other down where several workers read at once.
_THREADS = {"OMP_THREAD_LIMIT": "1"}


class Engine(NamedTuple):
    """The program and what it knows; ``name`` differs where another one might read otherwise."""

    program: str
    name: str  # "tesseract 5.3.0 eng 7d4322bd": version, language, hash of its data


class OcrError(Exception):
    """Tesseract failed on a picture, or took too long."""


@cache
def find_engine() -> Engine | None:
    """Return the engine of this machine, if it has one that knows English."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        version = _told(program, "--version").split("\n")[0].strip()
        languages = _told(program, "--list-langs")
    except (OSError, subprocess.SubprocessError):
        return None
    folder = _FOLDER.search(languages)
    if _LANGUAGE not in languages.split() or folder is None:
        return None
    data = Path(folder[1], f"{_LANGUAGE}.traineddata").read_bytes()
    return Engine(program, f"{version} {_LANGUAGE} {hashlib.sha256(data).hexdigest()[:8]}")


def engine_name() -> str:
    """Return the name of this machine's engine, or ``none``."""
    engine = find_engine()
    return engine.name if engine else "none"


def _told(program: str, question: str) -> str:
    """Return what the program says of itself; older versions say it on standard error."""
    run = subprocess.run(  # noqa: S603 the program was found on the user's own path
        [program, question], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    return run.stdout + run.stderr


def read_page(engine: Engine, picture: Any, dpi: int) -> str:
    """Return the hOCR of a page.

    Raises:
        OcrError: the program failed.
    """
    data = io.BytesIO()
    picture.save(data, "PPM")
    return _hocr(engine, data.getvalue(), dpi, _PAGE)


def read_lines(engine: Engine, pictures: Sequence[Any], dpi: int) -> str:
    """Return the hOCR of pictures that hold one line each, a page of it for each.

    Raises:
        OcrError: the program failed.
    """
    data = io.BytesIO()
    first, *others = pictures
    first.save(data, "TIFF", save_all=True, append_images=others)
    return _hocr(engine, data.getvalue(), dpi, _LINE)


def _hocr(engine: Engine, data: bytes, dpi: int, mode: str) -> str:
    """Return what the program finds in a picture that it gets and gives through pipes."""
    call = [engine.program, "stdin", "stdout", "-l", _LANGUAGE, "--psm", mode, "--dpi", str(dpi)]
    try:
        with standing_still():
            run = subprocess.run(  # noqa: S603 no word of the call comes from a report
                [*call, "hocr"],
                input=data,
                capture_output=True,
                timeout=_SECONDS,
                check=True,
                env={**os.environ, **_THREADS},
            )
    except (OSError, subprocess.SubprocessError) as error:
        raise OcrError(f"Tesseract failed: {type(error).__name__}") from error
    return run.stdout.decode("utf-8", "replace")
