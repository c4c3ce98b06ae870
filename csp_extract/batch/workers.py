"""Worker processes: a file that crashes or hangs them costs itself alone."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from csp_extract.errors import ProblemCode
from csp_extract.records import ReportRecord, ReportRow, RunStatus, load_record

Reader = Callable[[Path], str]  # a module-level function: file in, record as JSON out


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    file: Path
    record: ReportRecord


def read_all(
    files: Sequence[Path], reader: Reader, *, jobs: int, timeout_s: float
) -> Iterator[Outcome]:
    """Yield what each file gives, in the order given.

    Each file is read in a worker process with a limit of time; a worker that dies is replaced.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPool(max_workers=min(jobs, len(files)) or 1, context=context) as pool:
        futures = [(file, pool.schedule(reader, args=(file,), timeout=timeout_s)) for file in files]
        try:
            for file, future in futures:
                try:
                    yield Outcome(file, load_record(future.result()))
                except FutureTimeoutError:
                    problem = f"reading took longer than {timeout_s:g} seconds"
                    yield _failed(file, ProblemCode.TIMED_OUT, problem)
                except ProcessExpired as error:
                    problem = f"the worker died (exit code {error.exitcode})"
                    yield _failed(file, ProblemCode.CRASHED, problem)
                except OSError as error:
                    problem = f"cannot be read: {error.strerror}"
                    yield _failed(file, ProblemCode.NOT_FOUND, problem)
                except Exception as error:  # noqa: BLE001 one file's trouble, whatever it is
                    problem = f"{type(error).__name__}: {error}"
                    yield _failed(file, ProblemCode.INTERNAL, problem)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _failed(file: Path, code: ProblemCode, problem: str) -> Outcome:
    """Return the outcome of a file that gave no report."""
    row = ReportRow(status=RunStatus.FAILED, problem=f"{code}: {file.name} {problem}")
    return Outcome(file, ReportRecord(row))
