"""Time the start of the command; more than 0.4 seconds is a failure."""

import subprocess
import sys
import time

LIMIT_S = 0.4
TRIES = 7


def _start_s() -> float:
    """Return how long ``--help`` takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "csp_extract", "--help"], check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the best of some tries, for the machine may be busy with other things."""
    best = min(_start_s() for _ in range(TRIES))
    print(f"csp-extract --help: {best:.3f} s, limit {LIMIT_S} s")
    sys.exit(best > LIMIT_S)


if __name__ == "__main__":
    main()
