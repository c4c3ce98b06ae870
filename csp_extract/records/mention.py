"""A mention: a typed value with the words that prove it."""

from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from csp_extract.records.codes import TextSource
from csp_extract.records.column import Column
from csp_extract.records.report import Box
from csp_extract.records.values import Value

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a mention stands: on every row of a mention table."""

    report_id: Annotated[str, Column("report the words stand in")]
    page: Annotated[int, Column("page of the first word, from 1")]
    page_end: Annotated[int, Column("page of the last word")]
    para: Annotated[str, Column("paragraph number as printed, else heading, else p and the page")]
    section: Annotated[str, Column("nearest heading")]
    text: Annotated[str, Column("the exact expression")]
    char_start: Annotated[int, Column("first character in texts/<report_id>.txt, from 0")]
    char_end: Annotated[int, Column("one past the last character")]
    quote: Annotated[str, Column("the sentence, bullet or cell around, exactly as in the text")]
    quote_start: Annotated[int, Column("first character of the quote in the text")]
    bbox: Annotated[
        tuple[Box, ...],
        Column("page x0 top x1 bottom for each printed line, origin top left", unit="points"),
    ]
    text_source: Annotated[TextSource, Column("text layer or OCR")]
    confidence: Annotated[
        float | None, Column("how often rows of this rule were right on annotated papers, 0 to 1")
    ]
    source: Annotated[str, Column("rule or model that found it")]
    corrected: Annotated[str, Column("who changed the row by hand")] = ""


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """A value, its id, and its proof."""

    mention_id: str
    provenance: Provenance
    value: V
