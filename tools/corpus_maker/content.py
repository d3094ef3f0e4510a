"""From a plan to a report: what it says and which figures it prints, before any form is given to it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from fractions import Fraction

from . import spec
from .swedish import genitive, join_names


@dataclass
class Score:
    points: float   # whole, or with a half
    max: int
    percent: int


@dataclass
class Question:
    number: str
    text: str
    score: Score


@dataclass
class Area:
    number: int
    title: str
    general: str
    sections: list[tuple[str, str]]   # heading, paragraph
    headings: list[str]
    questions: list[Question]
    total: Score
    box_points: float | None = None
    strengths: list[str] = field(default_factory=list)
    improvements: list[str] = field(default_factory=list)
    weaknesses: list[str] = field(default_factory=list)
    role_models: list[str] = field(default_factory=list)
    inspiration: str = ""


@dataclass
class HistoryColumn:
    year: int
    areas: list[float]
    total: float


@dataclass
class Report:
    plan: spec.Plan
    code: str
    year: int
    identity: str
    texts: dict
    titles: list[str]   # of all areas of the edition
    areas: list[Area]
    history: list[HistoryColumn]
    other: list[Area] = field(default_factory=list)   # as another edition scores them: figures alone

    @property
    def name(self) -> str:
        return self.plan.name

    @property
    def title(self) -> str:
        return self.plan.form.upper()

    @property
    def step(self) -> Fraction:
        """From one figure to the next."""
        return Fraction(1, 2) if self.plan.halves else Fraction(1)

    def filled(self, text: str) -> str:
        name = self.plan.municipality
        return text.replace("{K}", name).replace("{Kg}", genitive(name)).replace("{Form}", self.plan.form)


def make(plan: spec.Plan) -> Report:
    rng = random.Random(plan.seed)
    texts = spec.load("frame")
    report = Report(plan, spec.municipality_codes()[plan.municipality], plan.year, "", texts, [], [], [])
    report.identity = report.filled(texts["identity"]["sentences"][plan.sentence]).format(
        month=plan.month, year=plan.year, ordinal=plan.ordinal, people=plan.people)
    topics = spec.load("topics")
    definitions = spec.load("editions")[plan.edition]["area"]
    report.titles = [definition["title"] for definition in definitions]
    for number, definition in enumerate(definitions, 1):
        report.areas.append(_area(report, number, definition, topics[definition["topic"]], rng))
    for fault in plan.faults:
        _apply_score_fault(report, fault)
    if plan.other_edition:
        report.other = _scored_by(plan.other_edition, random.Random(plan.seed + 2))
    report.history = _history(report, rng)
    for fault in plan.faults:
        _apply_history_fault(report, fault)
    return report


def abridged(report: Report, scan: spec.Scan) -> Report:
    """The same figures in fewer pages: the first of the areas, of each one piece of prose and its first findings."""
    most = scan.findings
    plan = replace(report.plan, name=scan.name, look=replace(report.plan.look, **{"run_on": True, **scan.look}),
                   layout="sheet" if scan.sheet else report.plan.layout, toc=False)
    kept = [replace(area, sections=area.sections[:1], strengths=area.strengths[:most],
                    improvements=area.improvements[:most], weaknesses=area.weaknesses[:most])
            for area in report.areas[:scan.areas]]
    return replace(report, plan=plan, areas=kept, other=report.other[:scan.areas], history=[] if scan.sheet else report.history)


def _area(report: Report, number: int, definition: dict, topic: dict, rng: random.Random) -> Area:
    plan = report.plan
    changed = next((f for f in plan.faults if f["kind"] in ("maxima", "hundred") and f["area"] == number), None)
    questions, total = _scores(number, definition, changed, report.step, rng)
    low, high = plan.finding_counts
    headings = definition["headings"]
    chosen = sorted(rng.sample(range(len(topic["prose"])), 2))
    sections = [(topic["prose"][i]["heading"], report.filled(topic["prose"][i]["text"])) for i in chosen]
    area = Area(number, definition["title"], topic["general"], sections, headings, questions, total,
                total.points if plan.layout in "AB" else None)
    area.strengths = [report.filled(t) for t in rng.sample(topic["strengths"], rng.randint(low, high))]
    area.improvements = [report.filled(t) for t in rng.sample(topic["improvements"], rng.randint(low, high))]
    if plan.weaknesses:
        area.weaknesses = rng.sample(topic["weaknesses"], rng.randint(0 if number == 8 else 1, 4))
    if plan.role_models:
        area.role_models = plan.role_models[number - 1]
        sentence = rng.choice(report.texts["inspiration"]["sentences"])
        area.inspiration = sentence.format(names=join_names(area.role_models))
    return area


def _scored_by(edition: str, rng: random.Random) -> list[Area]:
    areas = []
    for number, definition in enumerate(spec.load("editions")[edition]["area"], 1):
        questions, total = _scores(number, definition, None, Fraction(1, 2), rng)
        areas.append(Area(number, definition["title"], "", [], [], questions, total))
    return areas


def other_total(report: Report) -> Score | None:
    """Of all areas of the other edition; none where some are left out."""
    if len(report.other) != len(report.titles):
        return None
    points = sum(area.total.points for area in report.other)
    most = sum(area.total.max for area in report.other)
    return Score(int(points) if points == int(points) else points, most, round(100 * points / most))


def _scores(number: int, definition: dict, changed: dict | None, step: Fraction,
            rng: random.Random) -> tuple[list[Question], Score]:
    """Questions and total from unrounded scores, so that the arithmetic holds and rounding comes by itself."""
    level = rng.uniform(0.35, 0.75)
    questions, unrounded = [], 0.0
    for i, asked in enumerate(definition["questions"], 1):
        most = asked["max"]
        if changed and changed["question"] == i:
            most = changed["max"]
        score = most * min(1.0, max(0.04, rng.gauss(level, 0.18)))
        unrounded += score
        text = rng.choice(asked["wordings"])
        questions.append(Question(f"{number}.{i}", text, Score(_points(score, step), most, round(100 * score / most))))
    most = sum(q.score.max for q in questions)
    if changed and changed["kind"] == "maxima":
        most = 100
    points = _points(unrounded, step)
    return questions, Score(points, most, round(100 * points / most))


def _points(unrounded: float, step: Fraction) -> float:
    """To the nearest step; whole ones are integers."""
    steps = round(unrounded / float(step))
    return steps if step == 1 else float(steps * step) if steps % 2 else steps // 2


def _history(report: Report, rng: random.Random) -> list[HistoryColumn]:
    columns = []
    for year in report.plan.history_years:
        areas = [a.total.points for a in report.areas]
        if year != report.year:
            areas = [max(12, min(88, p - rng.randint(-3, 14))) for p in areas]
            if report.plan.halves:
                areas = [p + rng.choice((0, 0.5)) for p in areas]
                areas = [int(p) if p == int(p) else p for p in areas]
        total = sum(areas)
        columns.append(HistoryColumn(year, areas, int(total) if total == int(total) else total))
    return columns


def _apply_score_fault(report: Report, fault: dict) -> None:
    """Prints a wrong figure where the plan wants one. Changed maxima are made with the scores."""
    if fault["kind"].startswith("history"):
        return
    area = report.areas[fault["area"] - 1]
    match fault["kind"]:
        case "row":
            area.questions[fault["question"] - 1].score.percent = fault["percent"]
        case "total row":
            area.total.percent += fault["by"]
        case "sum":
            area.total.points += fault["by"]
            area.total.percent += fault["by"]
            area.box_points = area.total.points if area.box_points is not None else None
        case "box":
            area.box_points += fault["by"]
        case "maxima" | "hundred":
            pass
        case unknown:
            raise ValueError(f"{report.name}: unknown fault {unknown!r}")


def _apply_history_fault(report: Report, fault: dict) -> None:
    match fault["kind"]:
        case "history_sum":
            _column(report, fault["year"]).total += fault["by"]
        case "history_year":
            column = _column(report, report.year)
            column.areas[fault["area"] - 1] += fault["by"]
            column.total = sum(column.areas)


def _column(report: Report, year: int) -> HistoryColumn:
    return next(c for c in report.history if c.year == year)
