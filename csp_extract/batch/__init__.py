"""Files in, records kept, tables published: one file's trouble costs that file alone."""

from csp_extract.batch.inputs import Input, find_inputs
from csp_extract.batch.lock import hold
from csp_extract.batch.publish import complete, publish
from csp_extract.batch.store import Store
from csp_extract.batch.workers import Outcome, read_all

__all__ = [
    "Input",
    "Outcome",
    "Store",
    "complete",
    "find_inputs",
    "hold",
    "publish",
    "read_all",
]
