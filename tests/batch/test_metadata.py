"""What a caller knows of files better than their mastheads."""

from datetime import date
from pathlib import Path

import pytest

from csp_extract.batch import read_metadata
from csp_extract.errors import WrongCallError
from csp_extract.settings import Given


def test_cells_are_what_is_given(tmp_path: Path) -> None:
    """An empty cell and a column that is left out give nothing."""
    file = tmp_path / "known.csv"
    file.write_text(
        "\ufeffpath,body,meeting_date\n"
        "2019/a.pdf,Fernhill Borough Council,2019-07-04\n"
        "b.pdf, Orrin Council ,\n",
        encoding="utf-8",
    )
    assert read_metadata(file) == {
        "2019/a.pdf": Given(body="Fernhill Borough Council", meeting_date=date(2019, 7, 4)),
        "b.pdf": Given(body="Orrin Council"),
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("path,ward\na.pdf,North\n", "an unknown column 'ward'"),
        ("body\nOrrin Council\n", "no column path"),
        ("path,body\na.pdf,One\na.pdf,Two\n", "line 3: 'a.pdf' is told of twice"),
        ("path,meeting_date\na.pdf,4 July 2019\n", "line 2: Invalid isoformat string"),
        ("path\na.pdf,One\n", "line 2: more cells than the head has columns"),
        ("path,body\n,One\n", "line 2: no path"),
    ],
)
def test_a_table_that_is_none_is_named(tmp_path: Path, text: str, reason: str) -> None:
    """The message names the file, the line and the reason."""
    file = tmp_path / "known.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongCallError, match=reason) as told:
        read_metadata(file)
    assert str(file) in str(told.value)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    """Nothing is read where the table is not there."""
    with pytest.raises(WrongCallError, match=r"gone\.csv"):
        read_metadata(tmp_path / "gone.csv")
