"""Files in, records kept, tables published: one file's trouble costs that file alone."""

from csp_extract.batch.inputs import Input, Mark, find_inputs, mark_of
from csp_extract.batch.lock import hold
from csp_extract.batch.metadata import read_metadata
from csp_extract.batch.publish import complete, publish, settle
from csp_extract.batch.store import Store
from csp_extract.batch.workers import Limits, Outcome, failed_record, read_all

__all__ = [
    "Input",
    "Limits",
    "Mark",
    "Outcome",
    "Store",
    "complete",
    "failed_record",
    "find_inputs",
    "hold",
    "mark_of",
    "publish",
    "read_all",
    "read_metadata",
    "settle",
]
