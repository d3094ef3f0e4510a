"""A small writer of PDF: what LibreOffice does not make. The same input gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

COURIER = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
COURIER_WIDTH = 0.6   # of every letter, in ems


@dataclass
class LayerWord:
    """A word of an invisible text layer; points from the page's top left corner."""
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass
class ScannedPage:
    """A page that is one grey JPEG, perhaps with invisible text over it."""
    jpeg: bytes
    pixels: tuple[int, int]
    dpi: int
    words: list[LayerWord]

    @property
    def size(self) -> tuple[float, float]:
        return self.pixels[0] * 72 / self.dpi, self.pixels[1] * 72 / self.dpi


def file_of(objects: list[bytes]) -> bytes:
    """The file that these objects make; the first is the catalogue, and object n is known as `n 0 R`."""
    made, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    made_table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + made_table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def of_scans(pages: list[ScannedPage]) -> bytes:
    """Objects: catalogue, pages, font, and for every page itself, its content and its image."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 3 * i) for i in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)), COURIER]
    for page in pages:
        objects += _page_objects(page, len(objects) + 1)
    return file_of(objects)


def _page_objects(page: ScannedPage, number: int) -> list[bytes]:
    width, height = page.size
    resources = b"<< /Font << /F 3 0 R >> /XObject << /I %d 0 R >> >>" % (number + 2)
    itself = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources %s >>"
              % (width, height, number + 1, resources))
    drawing = b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (width, height)
    text = b"".join(b"\n" + _invisible(word, height) for word in page.words)
    image = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
    return [itself, stream(drawing + text), stream(page.jpeg, image + b" /Width %d /Height %d " % page.pixels)]


def _invisible(word: LayerWord, page_height: float) -> bytes:
    """Rendering mode 3 paints nothing; the letters are stretched to the word's box."""
    size = word.bottom - word.top
    stretch = 100 * (word.right - word.left) / (COURIER_WIDTH * size * len(word.text))
    encoded = word.text.encode("cp1252", "replace")
    escaped = encoded.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    baseline = page_height - word.bottom + 0.2 * size
    return (b"BT 3 Tr /F %.1f Tf %.1f Tz %.1f %.1f Td (%s) Tj ET" % (size, stretch, word.left, baseline, escaped))
