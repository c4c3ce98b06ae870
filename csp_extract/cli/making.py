"""The commands that make tables: run, extract, track."""

from pathlib import Path
from typing import Annotated

import typer

from csp_extract.cli.frame import OCR_HELP, SOME_FAILED, Corrections, Form, Out, day, say
from csp_extract.errors import WrongCallError
from csp_extract.settings import OcrMode, Settings


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
    ocr: Annotated[OcrMode, typer.Option(help=OCR_HELP)] = OcrMode.AUTO,
    corrections: Corrections = None,
    metadata: Annotated[
        Path | None,
        typer.Option(help="CSV of what is known of files: path, body, committee, meeting_date ..."),
    ] = None,
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
            limits,
            with_mark=csv_bom,
            settings=settings_of(ocr),
            corrections=corrections,
            metadata=metadata,
        )
        summary = run_all(inputs, out, options, talk.tell)
    talk.sum_up(summary, out)
    if any(status == "failed" for status in summary.statuses):
        raise typer.Exit(SOME_FAILED)


def extract(
    file: Annotated[Path, typer.Argument(help="One report.", show_default=False)],
    form: Annotated[Form, typer.Option("--format", help="How to print it.")] = Form.TEXT,
    ocr: Annotated[OcrMode, typer.Option(help=OCR_HELP)] = OcrMode.AUTO,
) -> None:
    """Read one report and print what it says."""
    from csp_extract.desk.report import print_record  # noqa: PLC0415
    from csp_extract.pipeline import extract as extract_report  # noqa: PLC0415

    if not file.is_file():
        raise WrongCallError(f"no such file: {file}")
    record = extract_report(file, settings_of(ocr))
    typer.echo(print_record(record, form.value), nl=False)
    if record.row.problem:
        say(f"csp-extract: {record.row.problem}")
    if record.row.status == "failed":
        raise typer.Exit(SOME_FAILED)


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

    done = track_again(out, day(as_of), corrections)
    counts = done.rows
    say(f"{counts['tracks']} tracks, {counts['changes']} changes, {counts['findings']} findings")
    for line in account(done.corrections, done.waiting):
        say(line)


def settings_of(ocr: OcrMode) -> Settings:
    """Return the settings of a call.

    Raises:
        WrongCallError: characters are to be recognised everywhere, and nothing here can do so.
    """
    if ocr is OcrMode.ALWAYS:
        from csp_extract.read import find_engine  # noqa: PLC0415

        if find_engine() is None:
            raise WrongCallError("--ocr always needs Tesseract; csp-extract doctor looks for it")
    return Settings(ocr=ocr)
