"""The command: parse, call one function, print, set the exit status.

Only typer is loaded here; each command loads what it calls. Data goes to standard output, talk to
standard error, and no traceback reaches a user.
"""

import signal
import sys
from typing import Annotated

import typer

from csp_extract import __version__
from csp_extract.cli import asking, making, minding
from csp_extract.cli.frame import (
    CANNOT_WRITE,
    ENDED,
    INTERRUPTED,
    SOME_FAILED,
    WRONG_CALL,
    say,
)
from csp_extract.errors import CspExtractError, OutputError, UnreadablePdfError, WrongCallError

__all__ = ["app", "main"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Read council papers into tables of dates, money, initiatives, priorities and promises.",
)


def _version(*, is_wanted: bool) -> None:
    """Print the version and stop."""
    if is_wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda value: _version(is_wanted=value), is_eager=True),
    ] = False,
) -> None:
    """Hold the options of the command itself."""


for _command in (
    making.run,
    making.extract,
    asking.show,
    asking.diff,
    asking.verify,
    making.track,
    asking.correct,
    asking.audit,
    asking.query,
    minding.evaluate,
    minding.train,
    minding.doctor,
):
    app.command()(_command)


def main() -> None:
    """Run the command and turn errors into one line and an exit status.

    ``python -X dev -m csp_extract`` shows where an error of the program itself came from.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
    try:
        app()
    except (WrongCallError, UnreadablePdfError) as error:
        _stop(error, WRONG_CALL)
    except OutputError as error:
        _stop(error, CANNOT_WRITE)
    except CspExtractError as error:
        _stop(error, SOME_FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(SOME_FAILED)
    except KeyboardInterrupt:
        _stop("interrupted", INTERRUPTED)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _stop(f"internal error: {type(error).__name__}: {error}", SOME_FAILED)


def _stop(reason: object, status: int) -> None:
    """Say why the command stops, and stop."""
    say(f"csp-extract: {reason}")
    sys.exit(status)
