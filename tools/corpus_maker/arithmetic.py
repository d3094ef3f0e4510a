"""The arithmetic of a report, exactly: what follows from the printed figures, and where they contradict themselves.

Behind a printed row (points p, maximum m, percent c) is an unrounded score x with p = round(x), to whole points or
to the half (Report.step), and c = round(100·x/m). Both ends of every interval count, since the direction in which halves were rounded is unknown.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .content import Area, Report, Score

HALF = Fraction(1, 2)


def interval(score: Score, step: Fraction) -> tuple[Fraction, Fraction]:
    """The unrounded scores that a printed row allows; the lower end is above the upper where it contradicts itself."""
    low, high = score.points - step / 2, score.points + step / 2
    unit = Fraction(score.max, 100)
    return max(low, unit * (score.percent - HALF)), min(high, unit * (score.percent + HALF))


def contradicts_itself(score: Score, step: Fraction) -> bool:
    low, high = interval(score, step)
    return low > high


def sum_verdict(area: Area, step: Fraction) -> str:
    """"exact", "rounding" or "inconsistent": does the total follow from the questions?"""
    total = area.total.points
    if total == sum(q.score.points for q in area.questions):
        return "exact"
    ends = [interval(q.score, step) for q in area.questions]
    ends = [(q.score.points - step / 2, q.score.points + step / 2) if low > high else (low, high)
            for q, (low, high) in zip(area.questions, ends)]
    low, high = sum(e[0] for e in ends), sum(e[1] for e in ends)
    return "rounding" if low <= total + step / 2 and high >= total - step / 2 else "inconsistent"


def area_inconsistencies(area: Area, step: Fraction) -> list[dict]:
    def finding(kind: str, cell: str) -> dict:
        return {"area": area.number, "cell": cell, "kind": kind}
    total = f"area {area.number} total"
    found = [finding("row", q.number) for q in area.questions if contradicts_itself(q.score, step)]
    if contradicts_itself(area.total, step):
        found.append(finding("row", total))
    if sum_verdict(area, step) == "inconsistent":
        found.append(finding("sum", total))
    if sum(q.score.max for q in area.questions) != area.total.max:
        found.append(finding("maxima", total))
    if area.total.max != 100:
        found.append(finding("hundred", total))
    if area.box_points is not None and area.box_points != area.total.points:
        found.append(finding("box", f"area {area.number} box"))
    return found


def history_inconsistencies(report: Report) -> list[dict]:
    found = []
    for column in report.history:
        if sum(column.areas) != column.total:
            found.append({"area": 0, "cell": f"history {column.year} total", "kind": "history_sum"})
        if column.year == report.year:
            found += [{"area": area.number, "cell": f"history {column.year} area {area.number}", "kind": "history_year"}
                      for area, points in zip(report.areas, column.areas) if points != area.total.points]
            whole = len(report.areas) == len(column.areas)
            if whole and column.total != sum(area.total.points for area in report.areas):
                found.append({"area": 0, "cell": f"history {column.year} total", "kind": "history_year"})
    return found


def inconsistencies(report: Report) -> list[dict]:
    found = [finding for area in report.areas for finding in area_inconsistencies(area, report.step)]
    other = [finding for area in report.other for finding in area_inconsistencies(area, HALF)]
    named = [{**finding, "cell": f"scoring 2 {finding['cell']}"} for finding in other]
    return found + history_inconsistencies(report) + named


def rounding_areas(report: Report) -> list[int]:
    return [area.number for area in report.areas if sum_verdict(area, report.step) == "rounding"]
