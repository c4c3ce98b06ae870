"""What all commands share: exit statuses, how it talks, and options by name."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from csp_extract.errors import WrongCallError

SOME_FAILED, WRONG_CALL, CANNOT_WRITE, INTERRUPTED, ENDED = 1, 2, 3, 130, 143

OCR_HELP = "Recognise characters: where the text layer is missing or bad, never, or everywhere."

Corrections = Annotated[
    Path | None,
    typer.Option(
        help="File of people's corrections; else the last run's, else OUT/corrections.csv."
    ),
]
Out = Annotated[Path, typer.Argument(help="Folder of an earlier run.", show_default=False)]


class Form(StrEnum):
    """How ``extract`` prints a report, and ``diff`` what changed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def say(words: str) -> None:
    """Talk to the user."""
    typer.echo(words, err=True)


def day(words: str) -> date | None:
    """Return the day that an option names, or none.

    Raises:
        WrongCallError: it is no day.
    """
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise WrongCallError(f"not a day such as 2021-03-31: {words}") from None
