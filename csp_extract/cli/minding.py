"""The commands that mind the program: evaluate, train, doctor."""

from pathlib import Path
from typing import Annotated

import typer

from csp_extract.cli.frame import SOME_FAILED, Out, say
from csp_extract.errors import WrongCallError


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
    unseen: Annotated[
        Path | None, typer.Option(help="With --calibrate: what unseen papers showed of it.")
    ] = None,
    *,
    baseline: Annotated[bool, typer.Option("--baseline", help="Score simple means.")] = False,
) -> None:
    """Score a run against gold."""
    from csp_extract.evaluate.command import Wishes, evaluate_run  # noqa: PLC0415

    wishes = Wishes(
        tuple(split or ()), by, against, gate, errors, as_json, page, calibrate, unseen, baseline
    )
    report = evaluate_run(gold, out, wishes)
    typer.echo(report.text, nl=False)
    for fall in report.falls:
        say(f"csp-extract: {fall}")
    if report.falls:
        raise typer.Exit(SOME_FAILED)


def train(
    place: Annotated[Path, typer.Argument(help="Folder of the pipeline.")] = Path("models/csp_en"),
    *,
    gold: Annotated[
        Path | None, typer.Option(help="Folder of gold: learn the weights of the tracker too.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="A run over the reports of the gold.")] = None,
    judged: Annotated[
        list[Path] | None, typer.Option(help="An output whose judgements by people teach too.")
    ] = None,
    passages: Annotated[
        Path | None, typer.Option(help="Folder of marked passages; that beside the gold.")
    ] = None,
    aside: Annotated[
        Path | None,
        typer.Option(help="Folder of passages to prove the parts on; that beside the gold."),
    ] = None,
) -> None:
    """Build the spaCy pipeline csp_en; with gold, train its parts and the tracker anew."""
    if (gold is None) != (out is None):
        raise WrongCallError("the weights are learned from --gold and a run over it, --out")
    if judged and gold is None:
        raise WrongCallError("--judged goes with --gold and --out")
    if gold is None:
        _build(place)
    else:
        _train(place, gold, passages or gold.parent / "passages", aside or gold.parent / "aside")
    if gold is not None and out is not None:
        from csp_extract.evaluate.training import train_tracker  # noqa: PLC0415

        file, told = train_tracker(gold, out, judged or ())
        typer.echo(told, nl=False)
        say(f"weights written to {file}")


def _build(place: Path) -> None:
    """Write the pipeline with the weights that it has."""
    from csp_extract.extract.model import save_model  # noqa: PLC0415

    save_model(place)
    say(f"pipeline written to {place}")


def _train(place: Path, gold: Path, passages: Path, aside: Path) -> None:
    """Write the pipeline with its parts trained anew, and how well they did."""
    from csp_extract.evaluate.learning.aside import prove_aside  # noqa: PLC0415
    from csp_extract.evaluate.learning.proof import write_ablation  # noqa: PLC0415
    from csp_extract.evaluate.learning.train import train_parts, write_proof  # noqa: PLC0415
    from csp_extract.extract.model import save_model  # noqa: PLC0415

    parts = train_parts(gold, passages)
    for name, part in parts.items():
        typer.echo(f"{name}\n{part.told}", nl=False)
    weights = {name: part.chains for name, part in parts.items()}
    proof = prove_aside(aside, weights)
    typer.echo(f"passages kept aside\n{write_ablation(proof)}", nl=False)
    save_model(place, weights)
    write_proof(place, parts, proof)
    say(f"pipeline written to {place}")


def doctor() -> None:
    """Say what this machine has and what is missing."""
    from csp_extract.desk.doctor import examine  # noqa: PLC0415

    checks = examine()
    for check in checks:
        typer.echo(f"{check.mark:8}{check.name}: {check.told}")
    if not all(check.is_well for check in checks if check.is_needed):
        raise typer.Exit(SOME_FAILED)
