"""Worker processes: a file that crashes or hangs them costs itself alone."""

import multiprocessing
import resource
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from csp_extract.errors import ProblemCode
from csp_extract.records import ReportRecord, ReportRow, RunStatus, load_record
from csp_extract.timer import alarm

Reader = Callable[[Path], bytes]  # file in, record as JSON out; it must go to another process

_MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one file may cost."""

    jobs: int = 1
    timeout_s: float = 120.0  # of the worker's own; character recognition has its own limit
    memory_mb: int = 4096  # private memory of a worker; 0 for no limit


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    file: Path
    record: ReportRecord


def read_all(tasks: Sequence[tuple[Path, Reader]], limits: Limits) -> Iterator[Outcome]:
    """Yield what each file gives to its reader, in the order given.

    Each file is read in a worker process with limits of time and memory; a worker that dies is
    replaced.
    """
    if not tasks:
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPool(
        max_workers=min(limits.jobs, len(tasks)),
        context=context,
        initializer=_limit_memory,
        initargs=(limits.memory_mb,),
    ) as pool:
        futures = [
            (file, pool.schedule(_read, args=(reader, file, limits.timeout_s)))
            for file, reader in tasks
        ]
        try:
            for file, future in futures:
                try:
                    yield Outcome(file, load_record(future.result()))
                except ProcessExpired as error:
                    yield _expired(file, error, limits)
                except MemoryError:
                    problem = f"needs more than {limits.memory_mb} MB of memory"
                    yield _failed(file, ProblemCode.CRASHED, problem)
                except OSError as error:
                    problem = f"cannot be read: {error.strerror or error}"
                    yield _failed(file, ProblemCode.NOT_FOUND, problem)
                except Exception as error:  # noqa: BLE001 one file's trouble, whatever it is
                    problem = f"{type(error).__name__}: {error}"
                    yield _failed(file, ProblemCode.INTERNAL, problem)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _read(reader: Reader, file: Path, timeout_s: float) -> bytes:
    """Return what the reader returns, or die of taking too long."""
    with alarm(timeout_s):
        return reader(file)


def _expired(file: Path, error: ProcessExpired, limits: Limits) -> Outcome:
    """Return the outcome of a file whose worker died, by its own alarm or otherwise."""
    if error.exitcode == -signal.SIGALRM:
        problem = f"reading took longer than {limits.timeout_s:g} seconds"
        return _failed(file, ProblemCode.TIMED_OUT, problem)
    return _failed(file, ProblemCode.CRASHED, f"the worker died (exit code {error.exitcode})")


def failed_record(name: str, code: ProblemCode, problem: str) -> ReportRecord:
    """Return the record of a file that gave no report."""
    return ReportRecord(ReportRow(status=RunStatus.FAILED, problem=f"{code}: {name} {problem}"))


def _failed(file: Path, code: ProblemCode, problem: str) -> Outcome:
    """Return the outcome of a file that gave no report."""
    return Outcome(file, failed_record(file.name, code, problem))


def _limit_memory(memory_mb: int) -> None:
    """Let this process ask for no more memory than the limit, so that it fails and not the machine.

    Mapped files do not count, so that large libraries cost nothing.
    """
    if memory_mb:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = memory_mb * _MEGABYTE
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
