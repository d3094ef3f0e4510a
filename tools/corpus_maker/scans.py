"""Scans: an abridged report is typeset, its pages are made pictures, and the pictures are worn.

The figures of a scan are those of the report it is taken from; its gold record names only what its pages show.
"""

from __future__ import annotations

import html
import io
import json
import random
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from . import content, damage, gold, office, pdf, spec, typeset, wear

BOXED_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


def build(corpus: Path, scans: list[spec.Scan]) -> None:
    """Writes the files and their gold; the folders are there."""
    reports = [abridged(scan) for scan in scans]
    with tempfile.TemporaryDirectory(prefix="scans-") as folder:
        work = Path(folder)
        office.pdf_from_fodt({r.name: typeset.Typesetter(r).document() for r in reports}, work)
        for scan, report in zip(scans, reports):
            _write(scan, work / f"{scan.name}.pdf", corpus / "scans" / scan.file)
            record = json.dumps(gold.record(report), ensure_ascii=False, indent=1)
            (corpus / "gold" / f"{scan.name}.json").write_text(record + "\n", encoding="utf-8")


def abridged(scan: spec.Scan) -> content.Report:
    plan = next(plan for plan in spec.plans() if plan.name == scan.report)
    return content.abridged(content.make(plan), scan)


def _write(scan: spec.Scan, printed: Path, target: Path) -> None:
    rng = random.Random(scan.seed)
    clean = _pictures(printed, scan.dpi)
    if unknown := {*scan.turned, *scan.scanned_pages} - set(range(1, len(clean) + 1)):
        raise ValueError(f"{scan.name} has {len(clean)} pages, but no page {min(unknown)}")
    pages = {number: _scanned(clean[number - 1], number, scan, rng)
             for number in scan.scanned_pages or range(1, len(clean) + 1)}
    match scan.form:
        case "tiff":
            first, *others = map(wear.black_and_white, pages.values())
            first.save(target, save_all=True, append_images=others, compression="group4", dpi=(scan.dpi, scan.dpi))
        case "jpg":
            if len(pages) != 1:
                raise ValueError(f"{scan.name} has {len(pages)} pages; a photograph is of one")
            target.write_bytes(_jpeg(pages[1], scan))
        case "pdf":
            _write_pdf(scan, pages, printed, target, rng)


def _scanned(page: Image.Image, number: int, scan: spec.Scan, rng: random.Random) -> Image.Image:
    return wear.worn(page.rotate(scan.turned.get(number, 0), expand=True), scan.wear, scan.dpi, rng)


def _write_pdf(scan: spec.Scan, pages: dict[int, Image.Image], printed: Path, target: Path,
               rng: random.Random) -> None:
    words = _misread_words(printed, rng) if scan.english_layer else {}
    made = pdf.of_scans([pdf.ScannedPage(_jpeg(page, scan), page.size, scan.dpi, words.get(number, []))
                         for number, page in pages.items()])
    if not scan.scanned_pages:
        target.write_bytes(made)
        return
    scanned = printed.with_suffix(".scanned.pdf")
    scanned.write_bytes(made)
    order: list[str] = []
    for number in range(1, _page_count(printed) + 1):
        if number in scan.scanned_pages:
            order += [str(scanned), str(scan.scanned_pages.index(number) + 1)]
        else:
            order += [str(printed), str(number)]
    office.run(["qpdf", "--empty", "--deterministic-id", "--object-streams=generate", "--pages", *order, "--",
                str(target)])


def _jpeg(page: Image.Image, scan: spec.Scan) -> bytes:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=scan.wear.quality, optimize=True, dpi=(scan.dpi, scan.dpi))
    return buffer.getvalue()


def _pictures(printed: Path, dpi: int) -> list[Image.Image]:
    office.run(["pdftoppm", "-r", str(dpi), "-gray", str(printed), str(printed.with_suffix(""))])
    return [Image.open(page) for page in sorted(printed.parent.glob(f"{printed.stem}-*.pgm"))]


def _page_count(printed: Path) -> int:
    return len(list(printed.parent.glob(f"{printed.stem}-*.pgm")))


def _misread_words(printed: Path, rng: random.Random) -> dict[int, list[pdf.LayerWord]]:
    """By page: the words as printed, at their places, as an English OCR would have them."""
    listing = subprocess.run(["pdftotext", "-bbox", str(printed), "-"], capture_output=True, text=True, check=True)
    pages = listing.stdout.split("<page ")[1:]
    return {number: [_layer_word(match, rng) for match in BOXED_WORD.finditer(page)]
            for number, page in enumerate(pages, 1)}


def _layer_word(match: re.Match[str], rng: random.Random) -> pdf.LayerWord:
    left, top, right, bottom, text = match.groups()
    return pdf.LayerWord(damage.misread(html.unescape(text), rng), float(left), float(top), float(right), float(bottom))
