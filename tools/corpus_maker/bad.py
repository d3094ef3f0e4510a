"""Input that is no report, or one that cannot be read: each must be named with its reason and harm nothing."""

from __future__ import annotations

from pathlib import Path

from . import odf, office, pdf
from .spec import Look

RECIPE = """Rabarberpaj

6 stjälkar rabarber
2 dl strösocker
3 dl vetemjöl
150 g smör

Skär rabarbern i bitar och lägg dem i en smord form. Strö över hälften av sockret. Nyp ihop mjöl, smör och
resten av sockret till ett smuligt täcke. Grädda i 225 grader i 25 minuter. Servera ljummen med vaniljsås.
"""

MINUTES = [
    "Föreningen Gamla Bruket",
    "Protokoll fört vid årsmöte den 14 mars 2018",
    "Mötet öppnades av ordföranden, som hälsade de 23 närvarande medlemmarna välkomna.",
    "Kassören redogjorde för räkenskaperna. Årets överskott blev 4 310 kronor.",
    "Styrelsen beviljades ansvarsfrihet. Avgiften för nästa år fastställdes till 150 kronor.",
]


def make(folder: Path, good_pdf: Path, with_pdf: bool) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "no-report.txt").write_text(RECIPE, encoding="utf-8")
    (folder / "invalid-utf8.txt").write_bytes("Kommunkompassen\n\nOmråde 1 Offentlighet\n".encode("latin-1"))
    (folder / "no-text.pdf").write_bytes(drawing_alone())
    if with_pdf:
        page = "".join(odf.paragraph(line) for line in MINUTES)
        office.pdf_from_fodt({"other": odf.document(Look(), page, "", ("", ""))}, folder)
    whole = good_pdf.read_bytes()
    (folder / "cut.pdf").write_bytes(whole[:len(whole) // 2])
    office.run(["qpdf", "--encrypt", "secret", "owner", "128", "--use-aes=y", "--", "--static-id", "--static-aes-iv",
                str(good_pdf), str(folder / "encrypted.pdf")])


def drawing_alone() -> bytes:
    """A PDF of one page with a grey rectangle and no text."""
    return pdf.file_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        pdf.stream(b"0.6 g 100 500 300 200 re f"),
    ])
