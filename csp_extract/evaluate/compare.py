"""Two boards side by side: what was gained and lost, and whether a gate holds."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from csp_extract.evaluate.score import Lapse, ReportScore

FALL = 0.003  # three tenths of a point: the most that a score may fall unnoticed
_GUARDED = ("f1", "value_f1")


def falls(board: Mapping[str, Any], committed: Mapping[str, Any]) -> Iterator[str]:
    """Yield every guarded score that fell by more than the gate allows, as a sentence."""
    for table, figures in committed["tables"].items():
        for name in _GUARDED:
            if name not in figures:
                continue
            now = board["tables"].get(table, {}).get(name, 0.0)
            if now < figures[name] - FALL:
                yield f"{table} {name} fell from {figures[name]:.3f} to {now:.3f}"


def write_differences(before: Iterable[ReportScore], after: Iterable[ReportScore]) -> str:
    """Return the errors that went and those that came, a line each."""
    gone = _lapses(before) - (now := _lapses(after))
    new = now - _lapses(before)
    lines = [f"- {_line(lapse)}" for lapse in sorted(gone, key=_line)]
    lines += [f"+ {_line(lapse)}" for lapse in sorted(new, key=_line)]
    return f"{len(gone)} errors gone, {len(new)} new\n" + "".join(f"{line}\n" for line in lines)


def _lapses(scores: Iterable[ReportScore]) -> set[Lapse]:
    """Return all errors of a run."""
    return {lapse for score in scores for lapse in score.lapses}


def _line(lapse: Lapse) -> str:
    """Return an error as words."""
    return f"{lapse.report} {lapse.table} {lapse.kind} {lapse.para}: {lapse.wanted} | {lapse.got}"
