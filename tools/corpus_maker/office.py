"""LibreOffice and qpdf: from flat OpenDocument text to a PDF whose bytes depend on nothing but its content."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

EPOCH = "1577836800"   # 2020-01-01, printed in the PDF as the time of making


class OfficeError(RuntimeError):
    pass


def pdf_from_fodt(documents: dict[str, str], target: Path) -> None:
    """Writes NAME.pdf into `target` for every NAME: fodt text, in one run of LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="corpus-") as folder:
        work = Path(folder)
        sources = []
        for name, fodt in documents.items():
            sources.append(work / f"{name}.fodt")
            sources[-1].write_text(fodt, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf",
                   "--outdir", str(work), *map(str, sources)]
        run(command)
        for name in documents:
            made = work / f"{name}.pdf"
            if not made.exists():
                raise OfficeError(f"LibreOffice made no PDF of {name}; run tools/setup, then try again")
            _settle(made, target / made.name)


def run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False,
                              env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
    except FileNotFoundError as missing:
        raise OfficeError(f"{command[0]} is not installed (apt-get install libreoffice-writer-nogui qpdf)") from missing
    if done.returncode not in (0, 3):   # qpdf says 3 for warnings
        raise OfficeError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")


def _settle(made: Path, target: Path) -> None:
    """Takes the time of making and the random identifier out of a PDF."""
    data = made.read_bytes()
    fixed = re.sub(rb"/CreationDate\(D:\d{14}[^)]*\)", b"/CreationDate(D:20200101000000Z)", data)
    fixed = re.sub(rb"/DocChecksum\s*/[0-9A-F]+", b"", fixed)
    fixed = re.sub(rb"/ID\s*\[\s*<[0-9A-F]*>\s*<[0-9A-F]*>\s*\]", b"", fixed)
    made.write_bytes(fixed)
    run(["qpdf", "--warning-exit-0", "--deterministic-id", "--object-streams=generate", str(made), str(target)])
