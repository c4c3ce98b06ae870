"""Readers that behave badly; workers import this module by its name."""

import os
import time
from pathlib import Path

from csp_extract.records import ReportRecord, ReportRow, dump_record
from csp_extract.timer import standing_still


def read(file: Path) -> bytes:
    """Do what the file's name says."""
    match file.stem:
        case "crash":
            os._exit(7)
        case "hang":
            time.sleep(60)
        case "patient":
            with standing_still():  # as while another program recognises a page
                time.sleep(4)
        case "raise":
            raise ValueError("a fault of the program")
        case "greedy":
            return bytes(1 << 30)
        case "gone":
            raise FileNotFoundError(2, "No such file or directory")
    return dump_record(ReportRecord(ReportRow(title=file.stem))).encode()
