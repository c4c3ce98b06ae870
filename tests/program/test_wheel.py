"""Installed from a wheel and run from another folder, the command does the same."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _do(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    apart = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=apart,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.slow
def test_wheel_carries_all_it_needs(tmp_path: Path, report_pdf: Path) -> None:
    """The wheel has the pipeline, the word lists and the views, and finds the same rows."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    _do(*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("csp_extract-*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    # What the wheel asks for is taken from this environment: the wheel itself is what is tested.
    (library,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    _do(*pip, "install", "--no-deps", "--target", library, wheel, cwd=tmp_path)
    ours = next(path for path in map(Path, sys.path) if (path / "spacy").is_dir())
    (library / "theirs.pth").write_text(f"{ours}\n", "utf-8")
    python = tmp_path / "venv" / "bin" / "python"
    place = _do(python, "-c", "import csp_extract; print(csp_extract.__file__)", cwd=tmp_path)
    assert place.stdout.startswith(str(library))
    told = _do(python, "-m", "csp_extract", "extract", report_pdf, cwd=tmp_path)
    here = _do(sys.executable, "-m", "csp_extract", "extract", report_pdf, cwd=ROOT)
    assert told.stdout == here.stdout
    _do(python, "-m", "csp_extract", "run", report_pdf, "--out", "out", cwd=tmp_path)
    views = _do(python, "-m", "csp_extract", "query", "out", "--list-views", cwd=tmp_path)
    assert "funding" in views.stdout
