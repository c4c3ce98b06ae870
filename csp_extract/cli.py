"""The command: parse, call one function, print, set the exit status.

Only typer is loaded here; each command loads what it calls. Data goes to standard output, talk to
standard error, and no traceback reaches a user.
"""

import signal
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from csp_extract import __version__
from csp_extract.errors import CspExtractError, OutputError, UnreadablePdfError, WrongCallError
from csp_extract.settings import OcrMode, Settings

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Read council papers into tables of dates, money, initiatives, priorities and promises.",
)

_SOME_FAILED, _WRONG_CALL, _CANNOT_WRITE, _INTERRUPTED, _ENDED = 1, 2, 3, 130, 143

_OCR_HELP = "Recognise characters: where the text layer is missing or bad, never, or everywhere."

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


def main() -> None:
    """Run the command and turn errors into one line and an exit status.

    ``python -X dev -m csp_extract`` shows where an error of the program itself came from.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_ENDED))
    try:
        app()
    except (WrongCallError, UnreadablePdfError) as error:
        _stop(error, _WRONG_CALL)
    except OutputError as error:
        _stop(error, _CANNOT_WRITE)
    except CspExtractError as error:
        _stop(error, _SOME_FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(_SOME_FAILED)
    except KeyboardInterrupt:
        _stop("interrupted", _INTERRUPTED)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _stop(f"internal error: {type(error).__name__}: {error}", _SOME_FAILED)


def _stop(reason: object, status: int) -> None:
    """Say why the command stops, and stop."""
    _say(f"csp-extract: {reason}")
    sys.exit(status)


def _say(words: str) -> None:
    """Talk to the user."""
    typer.echo(words, err=True)


def _settings(ocr: OcrMode) -> Settings:
    """Return the settings of a call.

    Raises:
        WrongCallError: characters are to be recognised everywhere, and nothing here can do so.
    """
    if ocr is OcrMode.ALWAYS:
        from csp_extract.read import find_engine  # noqa: PLC0415

        if find_engine() is None:
            raise WrongCallError("--ocr always needs Tesseract; csp-extract doctor looks for it")
    return Settings(ocr=ocr)


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


@app.command()
def run(
    inputs: Annotated[
        list[str], typer.Argument(help="PDF files, folders, or @list.txt.", show_default=False)
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the tables.")],
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 2,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds a file may take, Tesseract aside.")
    ] = 120.0,
    memory_limit: Annotated[
        int, typer.Option(min=0, help="Megabytes a worker may use; 0 for no limit.")
    ] = 4096,
    *,
    ocr: Annotated[OcrMode, typer.Option(help=_OCR_HELP)] = OcrMode.AUTO,
    corrections: Corrections = None,
    csv_bom: Annotated[
        bool, typer.Option("--csv-bom", help="Mark CSVs as UTF-8 for Excel.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the inputs, read none.")] = False,
) -> None:
    """Read reports into tables: the main job."""
    from csp_extract.batch import Limits, find_inputs  # noqa: PLC0415
    from csp_extract.progress import Talk  # noqa: PLC0415
    from csp_extract.run import RunOptions  # noqa: PLC0415
    from csp_extract.run import run as run_all  # noqa: PLC0415

    found = find_inputs(inputs)
    if dry_run:
        for entry in found:
            typer.echo(entry.path)
        return
    with Talk(len(found)) as talk:
        limits = Limits(jobs, timeout, memory_limit)
        options = RunOptions(
            limits, with_mark=csv_bom, settings=_settings(ocr), corrections=corrections
        )
        summary = run_all(inputs, out, options, talk.tell)
    talk.sum_up(summary, out)
    if any(status == "failed" for status in summary.statuses):
        raise typer.Exit(_SOME_FAILED)


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="One report.", show_default=False)],
    form: Annotated[Form, typer.Option("--format", help="How to print it.")] = Form.TEXT,
    ocr: Annotated[OcrMode, typer.Option(help=_OCR_HELP)] = OcrMode.AUTO,
) -> None:
    """Read one report and print what it says."""
    from csp_extract.desk.report import print_record  # noqa: PLC0415
    from csp_extract.pipeline import extract as extract_report  # noqa: PLC0415

    if not file.is_file():
        raise WrongCallError(f"no such file: {file}")
    record = extract_report(file, _settings(ocr))
    typer.echo(print_record(record, form.value), nl=False)
    if record.row.problem:
        _say(f"csp-extract: {record.row.problem}")
    if record.row.status == "failed":
        raise typer.Exit(_SOME_FAILED)


@app.command()
def show(
    out: Out,
    row_id: Annotated[
        str, typer.Argument(help="Id of a row, track, change or finding.", show_default=False)
    ],
    image: Annotated[
        Path | None, typer.Option(help="Write the page with the place marked.")
    ] = None,
) -> None:
    """Show a row with its evidence, or a track with its history."""
    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk.history import describe  # noqa: PLC0415
    from csp_extract.desk.show import draw_row, find_row  # noqa: PLC0415

    settle(out)
    for line in describe(out, row_id):
        typer.echo(line)
    if image is not None:
        _, row, report = find_row(out, row_id)
        draw_row(out, row, report, image)
        _say(f"page drawn in {image}")


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(help="An earlier output.", show_default=False)],
    after: Annotated[Path, typer.Argument(help="A later output.", show_default=False)],
    form: Annotated[Form, typer.Option("--format", help="Lines, or all columns.")] = Form.TEXT,
) -> None:
    """Say what another run changed, and why."""
    import json  # noqa: PLC0415

    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk.difference import Difference, Output, differences, told  # noqa: PLC0415
    from csp_extract.desk.query import write_csv  # noqa: PLC0415

    settle(before)
    settle(after)
    old, new = Output(before), Output(after)
    found = differences(old, new)
    if form is Form.CSV:
        typer.echo(write_csv(list(Difference._fields), found), nl=False)
        return
    if form is Form.JSON:
        rows = [row._asdict() for row in found]
        typer.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    for line in told(old, new, found):
        typer.echo(line)


@app.command()
def verify(out: Out) -> None:
    """Find every row again in its PDF."""
    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk.verify import verify as prove  # noqa: PLC0415

    settle(out)
    proof = prove(out)
    for fault in proof.faults:
        typer.echo(f"{fault.table} {fault.row_id}: {fault.reason}")
    _say(f"{proof.proven} rows proven, {len(proof.faults)} not")
    if proof.from_ocr:
        _say(f"{proof.from_ocr} rows come from OCR: they are proven where Tesseract is installed")
    if proof.faults:
        raise typer.Exit(_SOME_FAILED)


@app.command()
def track(
    out: Out,
    as_of: Annotated[
        str, typer.Option("--as-of", help="Day as of which states hold, such as 2021-03-31.")
    ] = "",
    corrections: Corrections = None,
) -> None:
    """Follow everything through the reports again, with people's corrections."""
    from csp_extract.reviewing import account  # noqa: PLC0415
    from csp_extract.run import track_again  # noqa: PLC0415

    done = track_again(out, _day(as_of), corrections)
    counts = done.rows
    _say(f"{counts['tracks']} tracks, {counts['changes']} changes, {counts['findings']} findings")
    for line in account(done.corrections, done.waiting):
        _say(line)


def _day(words: str) -> date | None:
    """Return the day that an option names, or none.

    Raises:
        WrongCallError: it is no day.
    """
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise WrongCallError(f"not a day such as 2021-03-31: {words}") from None


@app.command()
def correct(  # noqa: PLR0917 the options of one command
    out: Out,
    same: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="ID ID", help="Two rows, or two tracks, are one thing."),
    ] = None,
    different: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="ID ID", help="Two rows, or two tracks, are two things."),
    ] = None,
    cell: Annotated[
        tuple[str, str] | None,
        typer.Option("--set", metavar="ID COLUMN=VALUE", help="Fill a cell; COLUMN= empties it."),
    ] = None,
    drop: Annotated[str, typer.Option(metavar="ID", help="A row is wrong altogether.")] = "",
    withdraw: Annotated[str, typer.Option(metavar="ID", help="Take a correction back.")] = "",
    by: Annotated[str, typer.Option(help="Who says so.")] = "",
    on: Annotated[str, typer.Option(help="The day of it, such as 2021-03-31.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    export: Annotated[Path | None, typer.Option(help="Write all corrections to a file.")] = None,
    imported: Annotated[
        Path | None, typer.Option("--import", help="Take in the corrections of a file.")
    ] = None,
    corrections: Corrections = None,
) -> None:
    """Say what is wrong, and what is the same thing; list what was said."""
    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk import correct as desk  # noqa: PLC0415

    settle(out)
    _day(on)
    said = desk.Said(same, different, cell, drop, withdraw, imported, by, on, note)
    if any((same, different, cell, drop, withdraw, imported)):
        for line in desk.correct(out, said, corrections):
            typer.echo(line)
        _say(f"kept; csp-extract track {out} replays it, and so does every run")
    elif export is None:
        for line in desk.listed(out, corrections):
            typer.echo(line)
    if export is not None:
        _say(f"{desk.export(out, export, corrections)} corrections written to {export}")


@app.command()
def audit(
    out: Out,
    kind: Annotated[str, typer.Option(help="Only findings of this kind.")] = "",
) -> None:
    """Print the findings, worst first."""
    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk.audit import audit as look  # noqa: PLC0415

    settle(out)
    for line in look(out, kind):
        typer.echo(line)


@app.command()
def query(
    out: Out,
    sql: Annotated[str, typer.Argument(help="A question in SQL.")] = "",
    view: Annotated[str, typer.Option(help="A standing question by name.")] = "",
    *,
    list_views: Annotated[bool, typer.Option("--list-views", help="Name the views.")] = False,
) -> None:
    """Ask the tables; the answer is CSV."""
    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk.query import ask, view_names, write_csv  # noqa: PLC0415

    settle(out)
    names = view_names(out) if view or list_views else []
    if list_views:
        typer.echo("\n".join(names))
        return
    if view and view not in names:
        raise WrongCallError(f"no view {view}; there are {', '.join(names)}")
    if bool(sql) == bool(view):
        raise WrongCallError("ask in SQL, or name a --view")
    asked = sql or f'SELECT * FROM "{view}"'  # noqa: S608 the view is one of ours
    typer.echo(write_csv(*ask(out, asked)), nl=False)


@app.command()
def evaluate(  # noqa: PLR0917 the options of one command
    gold: Annotated[Path, typer.Argument(help="Folder or file of gold.", show_default=False)],
    out: Out,
    split: Annotated[list[str] | None, typer.Option(help="Only these splits.")] = None,
    by: Annotated[str, typer.Option(help="Group by body, layout, producer, split, kind.")] = "body",
    against: Annotated[Path | None, typer.Option(help="Another run: errors gone and new.")] = None,
    gate: Annotated[Path | None, typer.Option(help="Fail where a score fell under these.")] = None,
    errors: Annotated[Path | None, typer.Option(help="Write every error to this file.")] = None,
    as_json: Annotated[Path | None, typer.Option("--json", help="Write the board as JSON.")] = None,
    page: Annotated[Path | None, typer.Option("--html", help="Write a page of errors.")] = None,
    calibrate: Annotated[Path | None, typer.Option(help="Write how often rules are right.")] = None,
    *,
    baseline: Annotated[bool, typer.Option("--baseline", help="Score simple means.")] = False,
) -> None:
    """Score a run against gold."""
    from csp_extract.evaluate.command import Wishes, evaluate_run  # noqa: PLC0415

    wishes = Wishes(
        tuple(split or ()), by, against, gate, errors, as_json, page, calibrate, baseline
    )
    report = evaluate_run(gold, out, wishes)
    typer.echo(report.text, nl=False)
    for fall in report.falls:
        _say(f"csp-extract: {fall}")
    if report.falls:
        raise typer.Exit(_SOME_FAILED)


@app.command()
def train(
    place: Annotated[Path, typer.Argument(help="Folder of the pipeline.")] = Path("models/csp_en"),
    gold: Annotated[
        Path | None, typer.Option(help="Folder of gold: learn the weights of the tracker too.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="A run over the reports of the gold.")] = None,
    judged: Annotated[
        list[Path] | None, typer.Option(help="An output whose judgements by people teach too.")
    ] = None,
) -> None:
    """Build the spaCy pipeline csp_en, and the weights of the tracker from gold."""
    from csp_extract.extract.model import save_model  # noqa: PLC0415

    save_model(place)
    _say(f"pipeline written to {place}")
    if (gold is None) != (out is None):
        raise WrongCallError("the weights are learned from --gold and a run over it, --out")
    if judged and gold is None:
        raise WrongCallError("--judged goes with --gold and --out")
    if gold is not None and out is not None:
        from csp_extract.evaluate.training import train_tracker  # noqa: PLC0415

        file, told = train_tracker(gold, out, judged or ())
        typer.echo(told, nl=False)
        _say(f"weights written to {file}")


@app.command()
def doctor() -> None:
    """Say what this machine has and what is missing."""
    from csp_extract.desk.doctor import examine  # noqa: PLC0415

    checks = examine()
    for check in checks:
        typer.echo(f"{check.mark:8}{check.name}: {check.told}")
    if not all(check.is_well for check in checks if check.is_needed):
        raise typer.Exit(_SOME_FAILED)
