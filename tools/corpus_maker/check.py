"""Does the corpus agree with itself?

The gold records are checked by arithmetic, the PDFs by pdftotext: every figure row, finding and name of the gold
must be found in them. Texts are compared without blanks and hyphens, since lines break where they like.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from . import content, gold, scans, spec
from .build import transcript
from .swedish import figure
from .typeset import percent_text

RUN = 8   # so many words in a row are a copied sentence
MOST_BYTES = 150_000
MOST_BYTES_OF_SCANS = 7_500_000   # all together
WORD = re.compile(r"[0-9a-zåäöé]+")


def problems(corpus: Path, published: list[Path]) -> list[str]:
    reports = [content.make(plan) for plan in spec.plans()]
    found = [line for report in reports for line in _of_report(corpus, report)] + _of_scans(corpus)
    runs = _published_runs(published)
    return found + [line for report in reports for line in _copied(report, runs)]


def _of_report(corpus: Path, report: content.Report) -> list[str]:
    found = []
    record = gold.record(report)
    wanted = {(f["kind"].split(" ")[-1], f.get("area", 0)) for f in report.plan.faults}
    printed = {(f["kind"], f["area"]) for f in record["audit"]} - {("history_year", 0)}   # follows from an area's
    if not {k for k, _ in wanted} <= {k for k, _ in printed} or len(printed) != len(wanted):
        found.append(f"{report.name}: faults planned {sorted(wanted)}, found {sorted(printed)}")
    if _stored(corpus, report.name) != record:
        found.append(f"{report.name}: gold/{report.name}.json is not of these plans; make it again")
    if (corpus / "transcripts" / f"{report.name}.txt").read_text(encoding="utf-8") != transcript(report):
        found.append(f"{report.name}: the transcript is not of these plans; make it again")
    found += _of_figures(report)
    pdf = corpus / "pdf" / f"{report.name}.pdf"
    return found + _of_pdf(pdf, record) + _page_ends(pdf, report.plan.page_ends)


def _of_scans(corpus: Path) -> list[str]:
    planned = spec.scans()
    found = [f"{scan.name}: gold/{scan.name}.json is not of these plans; make it again" for scan in planned
             if _stored(corpus, scan.name) != gold.record(scans.abridged(scan))]
    there = {file.name: file.stat().st_size for file in (corpus / "scans").iterdir()}
    if there.keys() != {scan.file for scan in planned}:
        found.append(f"scans/ holds {', '.join(sorted(there))}: not what is planned")
    if sum(there.values()) > MOST_BYTES_OF_SCANS:
        found.append(f"scans/: {sum(there.values())} bytes are more than {MOST_BYTES_OF_SCANS}")
    return found


def _stored(corpus: Path, name: str) -> dict:
    return json.loads((corpus / "gold" / f"{name}.json").read_text(encoding="utf-8"))


def _of_figures(report: content.Report) -> list[str]:
    """Points, maximum and percent of every row stand side by side in the transcript."""
    lines = re.sub(r"\t", " ", transcript(report)).splitlines()
    rows = [(area, score) for area in report.areas for score in [*(q.score for q in area.questions), area.total]]
    wanted = [f"{figure(s.points)} {s.max} {percent_text(report, area, s)}" for area, s in rows]
    return [f"{report.name}: no line of the transcript ends with {w!r}" for w in wanted
            if not any(line == w or line.endswith(f" {w}") for line in lines)]


def _page_ends(pdf: Path, wanted: list[str]) -> list[str]:
    """Tables that are to break at a certain place must do so with this LibreOffice and these fonts, too."""
    pages = _text(pdf, "-layout").split("\f")
    ends = [_squeezed(page.strip().splitlines()[-1]) for page in pages if page.strip()]
    return [f"{pdf.name}: no page ends with {w!r}; change [report.look.space]" for w in wanted
            if not any(end.endswith(_squeezed(w)) for end in ends)]


def _text(pdf: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def _of_pdf(pdf: Path, record: dict) -> list[str]:
    if pdf.stat().st_size > MOST_BYTES:
        return [f"{pdf.name}: {pdf.stat().st_size} bytes are more than {MOST_BYTES}"]
    read = _text(pdf)
    words, plain = set(read.split()), _squeezed(read)
    wanted = [record["municipality"]["name"], *record["evaluators"], *record["key_facts"].values()]
    for area in record["areas"]:
        wanted += [area["title"], *area["box_headings"], *area.get("role_models", [])]
    found = [f"{pdf.name}: {w!r} is not in it" for w in wanted if _squeezed(w) not in plain]
    figures = {figure(q["points"]) for a in record["areas"] for q in a["questions"]}
    return found + [f"{pdf.name}: the figure {f} is not in it" for f in sorted(figures - words)]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text).casefold()


def _published_runs(folders: list[Path]) -> set[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for folder in folders:
        for file in sorted(folder.glob("*.txt")):
            runs |= _runs(file.read_text(encoding="utf-8"))
    return runs


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(re.sub(r"-\n", "", text).casefold())
    return {tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)}


def _copied(report: content.Report, runs: set[tuple[str, ...]]) -> list[str]:
    """Runs of words that the report shares with published texts, but for questions, titles and headings."""
    allowed = set()
    for area in report.areas:
        for fact in [area.title, *area.headings, *(q.text for q in area.questions)]:
            allowed |= _runs(fact)
    texts = [report.identity, *_strings(report.texts)]
    for area in report.areas:
        texts += [area.general, *(body for _, body in area.sections), *area.strengths, *area.improvements,
                  *area.weaknesses, area.inspiration]
    return [f"{report.name}: also published: {' '.join(run)}" for t in texts for run in (_runs(t) & runs) - allowed]


def _strings(texts: dict | list | str) -> list[str]:
    if isinstance(texts, str):
        return [texts]
    parts = texts.values() if isinstance(texts, dict) else texts
    return [text for part in parts for text in _strings(part)]
