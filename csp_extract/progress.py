"""How a run talks: a bar on a terminal, plain lines elsewhere, and a summary at the end."""

import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from csp_extract.batch import Input
from csp_extract.records import ReportRecord, RunStatus
from csp_extract.reviewing import account
from csp_extract.run import Summary


class Talk:
    """Tells the user on standard error how far a run is."""

    def __init__(self, total: int) -> None:
        self.console = Console(stderr=True)
        self.total = total
        self.done = 0
        self.pages = 0
        self.bar = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pages]} pages"),
            TimeRemainingColumn(),
            console=self.console,
            disable=not sys.stderr.isatty(),
        )
        self.task = self.bar.add_task("reading", total=total, pages=0)

    def __enter__(self) -> Self:
        """Start the bar."""
        self.bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the bar, whatever happened."""
        self.bar.stop()

    def tell(self, entry: Input, record: ReportRecord) -> None:
        """Tell that one input is done."""
        self.done += 1
        self.pages += record.row.pages or 0
        self.bar.update(self.task, completed=self.done, pages=self.pages)
        if record.row.status is not RunStatus.OK:
            self._line(f"{entry.path}: {record.row.status}: {record.row.problem}")
        elif not sys.stderr.isatty():
            self._line(f"[{self.done}/{self.total}] {entry.path}: {record.row.pages} pages")

    def _line(self, words: str) -> None:
        """Print a line above the bar, without reading marks of style into it."""
        self.console.print(words, markup=False, highlight=False, soft_wrap=True)

    def sum_up(self, summary: Summary, out: Path) -> None:
        """Print what was found and where it is."""
        table = Table(title=f"{self.total} inputs, {summary.pages} pages", title_justify="left")
        table.add_column("table")
        table.add_column("rows", justify="right")
        table.add_column("file")
        for name, count in summary.rows.items():
            table.add_row(name, str(count), f"{out / name}.csv")
        self.console.print(table)
        told = ", ".join(f"{count} {status}" for status, count in sorted(summary.statuses.items()))
        self._line(f"{told or 'nothing to read'}; {summary.reused} unchanged since the last run")
        self._line(str(summary.balance))
        for line in account(summary.corrections, summary.waiting):
            self._line(line)
        for path in summary.strangers:
            self._line(f"{path}: the metadata tells of it, but it is no input")
        for path, page in summary.uneven:
            self._line(f"{path}: page {page} does not balance, an error of ours: please report it")
        self._line(f"all tables in {out / 'csp.sqlite'}; texts in {out / 'texts'}")
