"""The commands that ask the tables: show, query, audit, diff, verify, correct."""

from pathlib import Path
from typing import Annotated

import typer

from csp_extract.cli.frame import SOME_FAILED, Corrections, Form, Out, day, say
from csp_extract.errors import WrongCallError


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
        say(f"page drawn in {image}")


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


def verify(out: Out) -> None:
    """Find every row again in its PDF."""
    from csp_extract.batch import settle  # noqa: PLC0415
    from csp_extract.desk.verify import verify as prove  # noqa: PLC0415

    settle(out)
    proof = prove(out)
    for fault in proof.faults:
        typer.echo(f"{fault.table} {fault.row_id}: {fault.reason}")
    say(f"{proof.proven} rows proven, {len(proof.faults)} not")
    if proof.from_ocr:
        say(f"{proof.from_ocr} rows come from OCR: they are proven where Tesseract is installed")
    if proof.faults:
        raise typer.Exit(SOME_FAILED)


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
    day(on)
    said = desk.Said(same, different, cell, drop, withdraw, imported, by, on, note)
    if any((same, different, cell, drop, withdraw, imported)):
        for line in desk.correct(out, said, corrections):
            typer.echo(line)
        say(f"kept; csp-extract track {out} replays it, and so does every run")
    elif export is None:
        for line in desk.listed(out, corrections):
            typer.echo(line)
    if export is not None:
        say(f"{desk.export(out, export, corrections)} corrections written to {export}")
