"""The command as a user calls it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Return a function that runs the command in an empty folder."""

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "csp_extract", *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )

    return run


@pytest.fixture
def archive(tmp_path: Path, report_pdf: Path) -> Path:
    """Return a folder with three readable reports, two of them the same, and four bad files."""
    from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    folder = tmp_path / "archive"
    (folder / "2019").mkdir(parents=True)
    data = report_pdf.read_bytes()
    (folder / "2019" / "a.pdf").write_bytes(data)
    (folder / "b.pdf").write_bytes(data)
    (folder / "c.pdf").write_bytes(data + b"\n% filed twice, with other bytes\n")
    (folder / "empty.pdf").touch()
    (folder / "page.pdf").write_text("<html>Not found</html>", "utf-8")
    (folder / "torn.pdf").write_bytes(data[:300])
    locked = Canvas(
        str(folder / "locked.pdf"), encrypt=StandardEncryption("secret", ownerPassword="secret")
    )
    locked.drawString(72, 700, "A report behind a password")
    locked.save()
    return folder
