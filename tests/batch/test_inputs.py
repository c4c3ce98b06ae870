"""Names become files, each once, whatever the order of the names."""

import random
from pathlib import Path

import pytest

from csp_extract.batch import find_inputs, mark_of
from csp_extract.errors import WrongCallError


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder with reports in it and below, and something else."""
    for name in ("b.pdf", "2019/a.PDF", "2019/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def test_folder_stands_for_its_pdfs(archive: Path) -> None:
    """Folders are read all the way down, and only PDFs are taken."""
    assert [entry.path for entry in find_inputs([str(archive)])] == ["2019/a.PDF", "b.pdf"]


def test_named_file_is_taken_whatever_its_ending(archive: Path) -> None:
    """Who names a file means it."""
    named = find_inputs([str(archive / "2019" / "notes.txt")])
    assert [entry.path for entry in named] == ["notes.txt"]


def test_list_is_relative_to_itself(archive: Path) -> None:
    """A list may hold comments, empty lines and the mark of UTF-8."""
    (archive / "list.txt").write_text("\ufeff# ours\n\n2019\nb.pdf\n", "utf-8")
    found = find_inputs([f"@{archive / 'list.txt'}"])
    assert [entry.path for entry in found] == ["a.PDF", "b.pdf"]


def test_order_of_names_changes_nothing(archive: Path) -> None:
    """A file that several names reach is one input with one path."""
    names = [str(archive), str(archive / "2019"), str(archive / "b.pdf")]
    found = find_inputs(names)
    assert len(found) == 2
    for seed in range(6):
        random.Random(seed).shuffle(names)
        assert find_inputs(names) == found


@pytest.mark.parametrize("words", ["@list.txt", "\xff", "no-such.pdf"])
def test_bad_list_is_a_wrong_call(archive: Path, words: str) -> None:
    """A list that names itself, is no text, or names nothing ends in one error."""
    (archive / "list.txt").write_bytes(words.encode("latin-1"))
    with pytest.raises(WrongCallError):
        find_inputs([f"@{archive / 'list.txt'}"])


@pytest.mark.parametrize("name", ["no-such.pdf", "@no-such.txt", "empty"])
def test_name_that_stands_for_nothing(archive: Path, name: str) -> None:
    """A missing input, a missing list and an archive without reports are wrong calls."""
    (archive / "empty").mkdir()
    prefix, bare = ("@", name[1:]) if name.startswith("@") else ("", name)
    with pytest.raises(WrongCallError):
        find_inputs([f"{prefix}{archive / bare}"])


def test_mark_tells_content_and_size(archive: Path) -> None:
    """The mark is the hash of the bytes, and their number."""
    (archive / "same.pdf").write_bytes(b"b.pdf")
    assert mark_of(archive / "b.pdf") == mark_of(archive / "same.pdf")
    assert mark_of(archive / "b.pdf").size == 5
