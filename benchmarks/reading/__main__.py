"""Measure reading: ``python benchmarks/reading [LAYOUT ...]``, on the born-digital corpus.

What is read right (text.py), the cells of its tables (tables.py), and how fast (speed.py). Papers
of test bodies count; what is wrong in them is not shown. Scans are measured by scans.py.
"""

import sys

import speed
import tables
import text
from papers import papers


def main(layouts: list[str]) -> None:
    """Print all three parts."""
    wanted = list(papers(layouts))
    text.main(wanted)
    print()
    tables.main(wanted)
    print()
    speed.main([paper.data for paper in wanted if paper.is_open])


if __name__ == "__main__":
    main(sys.argv[1:])
