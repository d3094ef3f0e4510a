"""The gold record of a report: what a careful person takes from it."""

from __future__ import annotations

import re

from . import arithmetic, spec
from .content import Area, Question, Report, Score, other_total


def record(report: Report) -> dict:
    plan = report.plan
    scorings = {"scorings": [_scoring(report)]} if report.other else {}
    return {
        "source": report.name,
        "texts": True,
        "municipality": {"name": plan.municipality, "code": report.code},
        "evaluation": {
            "year": plan.year,
            "month": spec.MONTHS.index(plan.month) + 1,
            "ordinal": spec.ORDINALS.index(plan.ordinal) + 1,
            "interviewees": int(re.search(r"\d+", plan.people).group()),
            "document_date": plan.document_date,
        },
        "evaluators": plan.evaluators,
        "evaluator_details": [_evaluator(printed) for printed in plan.evaluators],
        "edition": plan.edition,
        "areas": [_area(report, area) for area in report.areas],
        "history": [{"year": c.year, "areas": c.areas, "total": c.total} for c in report.history],
        **scorings,
        "key_facts": dict(plan.key_facts),
        "audit": arithmetic.inconsistencies(report),
        "rounding_areas": arithmetic.rounding_areas(report),
    }


def _evaluator(printed: str) -> dict:
    """All are planned as "Name, Employer"."""
    name, employer = printed.split(", ")
    return {"name": name, "role": None, "employer": employer}


def _area(report: Report, area: Area) -> dict:
    boxed = area.box_points is not None
    found = {
        "number": area.number,
        "title": area.title,
        "table_title": area.title,
        "box_headings": area.headings if boxed else [],
        "box_points": area.box_points,
        "total": _score(area.total),
        "questions": [_question(q) for q in area.questions],
        "strengths": area.strengths,
        "improvements": area.improvements,
        "weaknesses": area.weaknesses,
    }
    if report.plan.role_models:
        found["role_models"] = area.role_models
    return found


def _scoring(report: Report) -> dict:
    total = other_total(report)
    return {
        "edition": report.plan.other_edition,
        "areas": [{"number": area.number, "title": area.title, "table_title": area.title, "total": _score(area.total),
                   "questions": [_question(q) for q in area.questions]} for area in report.other],
        "total": _score(total) if total else {"points": None, "max": None, "percent": None},
    }


def _question(question: Question) -> dict:
    return {"number": question.number, "text": question.text, **_score(question.score)}


def _score(score: Score) -> dict:
    return {"points": score.points, "max": score.max, "percent": score.percent}
