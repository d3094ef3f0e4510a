"""Makes the corpus: transcripts, PDFs, scans, gold records, bad inputs, README."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from . import bad, content, damage, gold, office, readme, scans, spec, transcript_lines, transcript_tabs, typeset


def build(corpus: Path, names: list[str], with_pdf: bool = True) -> None:
    """Writes everything into `corpus`; with `names`, only those reports and scans."""
    reports = [content.make(plan) for plan in spec.plans() if not names or plan.name in names]
    scanned = [scan for scan in spec.scans() if not names or scan.name in names]
    if unknown := set(names) - {report.name for report in reports} - {scan.name for scan in scanned}:
        raise ValueError(f"no such report or scan: {', '.join(sorted(unknown))}")
    for folder in ("transcripts", "pdf", "scans", "gold", "bad"):
        (corpus / folder).mkdir(parents=True, exist_ok=True)
    shutil.copyfile(spec.DATA / "municipalities.csv", corpus / "municipalities.csv")
    for report in reports:
        _write_texts(corpus, report)
    (corpus / "README.md").write_text(readme.text(spec.plans(), spec.scans()), encoding="utf-8")
    if with_pdf and reports:
        office.pdf_from_fodt({r.name: typeset.Typesetter(r).document() for r in reports}, corpus / "pdf")
    if with_pdf and scanned:
        scans.build(corpus, scanned)
    if not names:
        bad.make(corpus / "bad", corpus / "pdf" / f"{reports[0].name}.pdf", with_pdf)


def transcript(report: content.Report) -> str:
    return (transcript_tabs if report.plan.layout == "A" else transcript_lines).transcript(report)


def _write_texts(corpus: Path, report: content.Report) -> None:
    text, record = transcript(report), gold.record(report)
    _write(corpus, report.name, text, record)
    if report.plan.transcript.ocr:
        damaged = {**record, "source": f"{report.name}-ocr", "texts": False}
        _write(corpus, f"{report.name}-ocr", damage.damaged(text, report.plan.seed), damaged)


def _write(corpus: Path, name: str, text: str, record: dict) -> None:
    (corpus / "transcripts" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    made = json.dumps(record, ensure_ascii=False, indent=1)
    (corpus / "gold" / f"{name}.json").write_text(made + "\n", encoding="utf-8")
