"""People's corrections and judgements, replayed over the rows of every run."""

from csp_extract.review.anchors import key_column
from csp_extract.review.book import JUDGEMENTS, enter, identify, told, withdraw
from csp_extract.review.replay import Replayed, Waiting, replay, restore
from csp_extract.review.values import allowed, can_be_set, reference_columns

__all__ = [
    "JUDGEMENTS",
    "Replayed",
    "Waiting",
    "allowed",
    "can_be_set",
    "enter",
    "identify",
    "key_column",
    "reference_columns",
    "replay",
    "restore",
    "told",
    "withdraw",
]
