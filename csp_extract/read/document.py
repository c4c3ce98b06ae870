"""An open PDF, or the reason why there is none."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.errors import ProblemCode, UnreadablePdfError

_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1024  # readers accept rubbish before the signature, as mail gateways add it


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """Yield the open document.

    Raises:
        UnreadablePdfError: the bytes are empty, not a PDF, encrypted or damaged; it names the file.
    """
    if not data:
        raise UnreadablePdfError(ProblemCode.EMPTY, f"{name} is an empty file")
    if _SIGNATURE not in data[:_SIGNATURE_WITHIN]:
        raise UnreadablePdfError(ProblemCode.NOT_PDF, f"{name} is not a PDF")
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, error) from error
    try:
        if len(pdf) == 0:
            raise UnreadablePdfError(ProblemCode.CORRUPT, f"{name} has no pages")
        yield pdf
    finally:
        pdf.close()


def _unreadable(name: str, error: pypdfium2.PdfiumError) -> UnreadablePdfError:
    """Return the problem that PDFium's error code stands for."""
    code = getattr(error, "err_code", None)
    if code == pdfium_c.FPDF_ERR_PASSWORD:
        return UnreadablePdfError(ProblemCode.ENCRYPTED, f"{name} is locked with a password")
    if code == pdfium_c.FPDF_ERR_SECURITY:
        return UnreadablePdfError(ProblemCode.ENCRYPTED, f"{name} has a lock that cannot be opened")
    return UnreadablePdfError(ProblemCode.CORRUPT, f"{name} is damaged and cannot be opened")
