"""Make ``tests/documents``: one tiny PDF for each way in which a file is bad or odd.

Run by hand when a document is added: ``python tests/read/make_documents.py``.
"""

import io
import sys
from pathlib import Path

from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from conftest import HEIGHT, paper  # noqa: E402


def main() -> None:
    """Write every document."""
    folder = HERE.parent / "documents"
    folder.mkdir(exist_ok=True)
    plain = paper(lambda canvas: canvas.drawString(72, HEIGHT - 72, "The Board met on 4 May 2016"))
    turned = plain.replace(b"/Rotate 0", b"/Rotate 90")
    for name, data in {
        "plain": plain,
        "empty": b"",
        "truncated": plain[: len(plain) // 3],
        "not-a-pdf": b"PK\x03\x04 a word processor's file with the wrong name",
        "rubbish-before": b"X-Mail-Gateway: passed\n" + plain,
        "encrypted": _encrypted(),
        "rotated": turned,
        "cropped": paper(_cropped, crop=(60, 600, 400, 800)),
    }.items():
        (folder / f"{name}.pdf").write_bytes(data)


def _encrypted() -> bytes:
    """Return a paper that asks for a password."""
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=pdfencrypt.StandardEncryption("open"), invariant=1)
    canvas.drawString(72, 700, "Exempt appendix")
    canvas.save()
    return data.getvalue()


def _cropped(canvas: Canvas) -> None:
    """Draw a line within the crop box and a printer's note outside it."""
    canvas.drawString(80, 780, "Within the sheet")
    canvas.drawString(80, 300, "Cut off by the binder")


if __name__ == "__main__":
    main()
