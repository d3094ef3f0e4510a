"""Compares a record with what a careful person takes from the report.

A report has parts: of each area its title, points box, score table, lists of findings and role models, and the table of
earlier evaluations. A value is wrong if it differs, lacks, or was added. A wrong value is told if the record calls it
doubtful, if its account calls the part damaged or missing, or if the file was refused; else it is silent.
"""
import re
import unicodedata
from dataclasses import dataclass

FIGURES = ("points", "max", "percent")
LISTS = ("strengths", "improvements", "weaknesses")
_ALIKE = str.maketrans({**dict.fromkeys("“”„″", '"'), **dict.fromkeys("’‘´`", "'"), **dict.fromkeys("–—‐‑\u00ad", "-")})


@dataclass
class Part:
    name: str
    area: int | None
    values: int       # that the report states
    right: int
    silent: int       # wrong, and nothing says so
    wrong: bool       # something differs, lacks or was added
    false_alarm: bool


@dataclass
class Tally:
    reports: int = 0
    whole: int = 0    # reports wholly right
    refused: int = 0
    values: int = 0
    right: int = 0
    silent: int = 0
    alarms: int = 0   # parts that are right and called damaged or missing
    alarmed: int = 0  # reports with such a part

    @property
    def told(self):
        return max(0, self.values - self.right - self.silent)

    def add(self, parts, refused):
        self.reports += 1
        self.refused += refused
        self.whole += not any(part.wrong for part in parts)
        self.values += sum(part.values for part in parts)
        self.right += sum(part.right for part in parts)
        self.silent += sum(part.silent for part in parts)
        alarms = sum(part.false_alarm for part in parts)
        self.alarms += alarms
        self.alarmed += alarms > 0


def plain(text):
    """Texts are the same that differ in blanks, quotes, dashes, case and a stop at the end."""
    text = unicodedata.normalize("NFC", text or "").translate(_ALIKE).casefold()
    return re.sub(r"\s+", " ", text).strip(" .;")


def tight(text):
    """As `plain`; a hyphen, blank or quote more or less makes no difference."""
    return re.sub(r"[\s\"'-]", "", plain(text))


def texts(items):
    return [tight(item if isinstance(item, str) else item.get("text", item.get("name"))) for item in items or []]


class Judge:
    """Of one report."""

    def __init__(self, gold, record):
        self.gold, self.record = gold, record or {}
        self.areas = {area.get("number"): area for area in self.record.get("areas", [])}
        self.refused = not self.areas
        self.called = {(part.get("part"), part.get("area")) for part in (self.record.get("account") or {}).get("parts", [])
                       if part.get("state") in ("damaged", "missing")}
        self.parts = []
        for area in gold["areas"]:
            self._area(area, self.areas.get(area["number"], {}))
        self._history()

    def _part(self, name, area, values, right, unmarked, wrong):
        called = (name, area) in self.called
        silent = 0 if self.refused or called else unmarked
        self.parts.append(Part(name, area, values, right, silent, wrong, called and not wrong))

    def _area(self, gold, read):
        number, doubtful = gold["number"], set(read.get("doubtful", []))
        same = plain(gold["title"]) == plain(read.get("title"))
        self._part("title", number, 1, int(same), int(not same and "title" not in doubtful), not same)
        self._box(gold, read, doubtful)
        self._scores(gold, read)
        for kind in LISTS:
            self._texts(kind, number, texts(gold.get(kind)), texts(read.get(kind)), kind in doubtful)
        if "role_models" in gold:
            self._texts("role_models", number, sorted(texts(gold["role_models"])), sorted(texts(read.get("role_models"))),
                        "role_models" in doubtful)

    def _box(self, gold, read, doubtful):
        wanted, got = texts(gold.get("box_headings")), texts(read.get("box_headings"))
        points = gold.get("box_points")
        if points is None and read.get("box_points") is None:
            return
        hits = sum(heading in got for heading in wanted)
        astray = len(wanted) - hits + sum(heading not in wanted for heading in got)
        same = points == read.get("box_points")
        unmarked = (0 if "box_headings" in doubtful else astray) + int(not same and "box_points" not in doubtful)
        values = 0 if points is None else len(wanted) + 1
        self._part("box", gold["number"], values, min(values, hits + same), unmarked, bool(astray) or not same)

    def _scores(self, gold, read):
        rows = {row.get("number"): row for row in read.get("questions", [])}
        pairs = [(gold["total"], read.get("total") or {}, FIGURES)]
        pairs += [(row, rows.get(row["number"], {}), (*FIGURES, "text")) for row in gold["questions"]]
        values = right = unmarked = 0
        for wanted, got, fields in pairs:
            for field in fields:
                a, b = wanted.get(field), got.get(field)
                same = tight(a) == tight(b) if field == "text" else a == b
                values += 1
                right += same
                unmarked += not same and field not in got.get("doubtful", [])
        added = len(set(rows) - {row["number"] for row in gold["questions"]})
        self._part("score_table", gold["number"], values, right, unmarked + added, right < values or added > 0)

    def _texts(self, name, number, wanted, got, doubtful):
        if not wanted and not got:
            return
        hits = sum(text in got for text in wanted)
        wrong = wanted != got
        astray = max(len(wanted) - hits + sum(text not in wanted for text in got), int(wrong))
        self._part(name, number, len(wanted), hits, 0 if doubtful else astray, wrong)

    def _history(self):
        wanted, got = self.gold.get("history") or [], {row.get("year"): row for row in self.record.get("history") or []}
        if not wanted and not got:
            return
        values = right = unmarked = 0
        for row in wanted:
            read = got.pop(row["year"], {})
            marks = set(read.get("doubtful", []))
            cells = [(value, f"area {i + 1}", "areas") for i, value in enumerate(row["areas"])] + [(row["total"], "total", "total")]
            figures = list(read.get("areas") or [None] * len(row["areas"])) + [read.get("total")]
            for (value, own, whole), figure in zip(cells, figures):
                same = value == figure and bool(read)
                values += 1
                right += same
                unmarked += not same and not {own, whole} & marks
        self._part("history", None, values, right, unmarked + len(got), right < values or bool(got))
