"""Questions are answered, and change nothing."""

from pathlib import Path

import pytest

from csp_extract.desk.query import ask, view_names, write_csv
from csp_extract.errors import WrongCallError


def test_answer_has_columns_and_rows(out: Path) -> None:
    """An answer is CSV with a header."""
    answer = ask(out, "SELECT value, funder FROM amounts ORDER BY value_minor DESC LIMIT 1")
    assert write_csv(*answer) == "value,funder\n12400,Home Office\n"


def test_every_view_answers(out: Path) -> None:
    """The standing questions can be asked of any output."""
    names = view_names(out)
    assert {"funding", "promises", "priority_lists"} <= set(names)
    for name in names:
        columns, _ = ask(out, f'SELECT * FROM "{name}"')
        assert columns


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM dates",
        "DROP TABLE dates",
        "ATTACH 'other.db' AS other",
        "PRAGMA journal_mode = WAL; SELECT 1",
        "SELEC 1",
        "SELECT no_such_column FROM dates",
        "SELECT abs(-9223372036854775808)",
    ],
)
def test_what_cannot_be_answered(
    out: Path, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change, a second database, several statements and bad SQL end in one line."""
    monkeypatch.chdir(tmp_path)
    before = (out / "csp.sqlite").read_bytes()
    with pytest.raises(WrongCallError, match="cannot answer"):
        ask(out, sql)
    assert (out / "csp.sqlite").read_bytes() == before
    assert not Path("other.db").exists()
