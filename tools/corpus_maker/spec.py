"""The plans of the reports (data/*.toml), with their defaults."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).with_name("data")
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
          "december")
ORDINALS = ("första", "andra", "tredje", "fjärde", "femte")


@dataclass
class Look:
    """How the PDF looks."""
    font: str = "Liberation Serif"
    size: float = 11
    heading_font: str = "Liberation Sans"
    borders: str = "all"            # all, rows (lines between rows only), none
    figure_align: str = "end"       # start, center, end
    figure_valign: str = "middle"   # top, middle, bottom
    head: str = ""                  # with {page}, {pages}, {date}
    foot: str = ""
    chart: bool = False             # a bar chart with labels
    landscape_scores: bool = False  # the score tables on pages that lie
    two_columns: bool = False       # the summary set in two columns
    split_percent_head: bool = False  # a head wrapped inside its words: "Upp-nått"
    repeat_heads: bool = False      # a table that goes on over a page repeats its head
    bullet: str = "•"
    run_on: bool = False            # chapters follow each other on the page
    keep_rows: bool = True          # rows do not break over pages
    space: dict[str, float] = field(default_factory=dict)  # cm above a block, to put a break where it is wanted


@dataclass
class TranscriptForm:
    """The form of the transcript."""
    bullet: str = "•"                # layout A: the mark in list cells
    bullets: list[str] = field(default_factory=lambda: ["•"])      # B, C: the mark of an area's findings
    box_bullets: list[str] = field(default_factory=lambda: ["•"])
    findings: list[str] = field(default_factory=lambda: ["bar"])   # C: bar, bullets, after; by area
    score_line: str = "first"        # where in a wrapped question the figures stand: first, middle, last
    debris: bool = False             # '|', '[' and '.' left of the tables' rules
    foot: str = "none"               # none, last (at the page's foot), cut (inside the page's last paragraph)
    form_feed: bool = False          # pages end with a form feed instead of a blank
    head_every_page: bool = False
    chart_debris: bool = False
    split_head: list[int] = field(default_factory=list)  # areas whose score head wraps
    ocr: bool = False                # also as NAME-ocr.txt, with the diacritics lost


@dataclass
class Plan:
    name: str
    purpose: str
    seed: int
    municipality: str
    form: str
    edition: str
    layout: str
    year: int
    month: str
    ordinal: str
    people: str
    sentence: int = 0
    evaluators: list[str] = field(default_factory=list)
    document_date: str | None = None
    toc: bool = False
    old_name_in_intro: bool = False
    weaknesses: bool = False
    no_percent_areas: list[int] = field(default_factory=list)
    history_years: list[int] = field(default_factory=list)
    role_models: list[list[str]] = field(default_factory=list)
    key_facts: list[list[str]] = field(default_factory=list)
    faults: list[dict] = field(default_factory=list)
    halves: bool = False                                 # points are given in halves
    scores_title: str = "Översikt av poängfördelning"    # of the score tables' chapter
    other_edition: str | None = None                     # that the report is scored by as well, in halves
    other_title: str = ""                                # of the chapter with the score tables of that
    finding_counts: list[int] = field(default_factory=lambda: [2, 7])
    page_ends: list[str] = field(default_factory=list)   # lines with which some page of the PDF must end
    look: Look = field(default_factory=Look)
    transcript: TranscriptForm = field(default_factory=TranscriptForm)


@dataclass
class Wear:
    """What the scanner did to the pages."""
    skew: float = 0        # degrees either way, at most
    noise: float = 0       # standard deviation of the shades (0 to 255)
    blur: float = 0        # pixels at 200 dpi
    shadow: float = 0      # share of the light that the darkest place lacks
    specks: int = 0        # a page
    desk: bool = False     # a photograph: the sheet lies on a desk, not quite below the camera
    quality: int = 40      # of the JPEG


@dataclass
class Scan:
    """A report, abridged and scanned: `corpus/scans/NAME.FORM`."""
    name: str
    report: str
    purpose: str
    seed: int
    dpi: int
    form: str = "pdf"                # pdf, tiff, jpg
    areas: int = 8                   # so many of the report's, from the first
    findings: int = 2                # of a kind and area that are kept
    sheet: bool = False              # all on one page: identity, scores and findings alone
    english_layer: bool = False      # the text of an English OCR behind the pages
    scanned_pages: list[int] = field(default_factory=list)   # the others stay born digital; none: all are scanned
    turned: dict[int, int] = field(default_factory=dict)     # page -> degrees anticlockwise
    wear: Wear = field(default_factory=Wear)
    look: dict = field(default_factory=dict)                 # what looks other than in the report

    @property
    def file(self) -> str:
        return f"{self.name}.{self.form}"


def load(name: str) -> dict:
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def plans() -> list[Plan]:
    found = []
    for entry in load("reports")["report"]:
        entry["look"] = Look(**entry.get("look", {}))
        entry["transcript"] = TranscriptForm(**entry.get("transcript", {}))
        found.append(Plan(**entry))
    return found


def scans() -> list[Scan]:
    found = []
    for entry in load("scans")["scan"]:
        entry["wear"] = Wear(**entry.get("wear", {}))
        entry["turned"] = {int(page): degrees for page, degrees in entry.get("turned", {}).items()}
        found.append(Scan(**entry))
    return found


def municipality_codes() -> dict[str, str]:
    with (DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["code"] for row in csv.DictReader(file)}
