"""The time that reading a file may take; it stands still while another program works for it.

The alarm kills the process, also within a library that never returns: it belongs in a worker whose
death costs one file. Where no alarm is set, nothing here has an effect.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Kill this process if the work within takes longer."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def standing_still() -> Iterator[None]:
    """Stop the alarm's clock for work that has a limit of its own."""
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left)
