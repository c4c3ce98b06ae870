"""Pages of placed words become a report: its text in reading order, its blocks, their places."""

from csp_extract.layout.report import lay_out

__all__ = ["lay_out"]
