"""The tables of docs/layouts.md, and the same figures for programs."""
import csv
import json
from collections import Counter, defaultdict

from .score import Tally

PARTS = ("title", "box", "score_table", "strengths", "improvements", "weaknesses", "role_models", "history")


class Result:
    """Sums over the outcomes; keeps the failures, not the rest."""

    def __init__(self):
        self.all = Tally()
        self.parts = defaultdict(Tally)
        self.traits = defaultdict(Tally)   # by (trait, value)
        self.failed = []

    def add(self, outcome):
        judge = outcome.judge
        self.all.add(judge.parts, judge.refused)
        for part in judge.parts:
            self.parts[part.name].add([part], judge.refused)
        for trait in outcome.traits.items():
            self.traits[trait].add(judge.parts, judge.refused)
        if any(part.wrong for part in judge.parts):
            self.failed.append(outcome)


def percent(share, whole):
    return f"{100 * share / whole:.1f} %" if whole else "–"


def table(head, rows):
    widths = [max(len(str(cell)) for cell in column) for column in zip(head, *rows)]
    lines = ["| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |" for row in (head, *rows)]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def figures(tally):
    return [f"{tally.values:,}", percent(tally.right, tally.values), percent(tally.told, tally.values), f"{tally.silent:,}"]


def summary(result, what):
    tally = result.all
    return (f"{what}: {tally.reports} reports, {tally.whole} wholly right, {tally.refused} refused; {tally.values} values, "
            f"{tally.right} right ({percent(tally.right, tally.values)}), {tally.told} told, {tally.silent} silent; "
            f"{tally.alarms} false alarms in {tally.alarmed} reports")


def by_part(result):
    rows = [[name, *figures(result.parts[name]), result.parts[name].alarms] for name in PARTS if name in result.parts]
    return table(["part", "values", "right", "told", "silent", "false alarms"], rows)


def by_trait(result, plain):
    rows = []
    for (name, value), tally in sorted(result.traits.items(), key=lambda row: (row[0][0], row[0][1] != plain.get(row[0][0]), row[0][1])):
        mark = " (plain)" if plain.get(name) == value else ""
        rows.append([name, value + mark, tally.reports, percent(tally.right, tally.values), percent(tally.told, tally.values),
                     percent(tally.silent, tally.values), tally.alarmed])
    return table(["trait", "value", "reports", "right", "told", "silent", "with a false alarm"], rows)


def by_cause(causes):
    counted = Counter(", ".join(f"{name}={value}" for name, value in sorted(cause.items())) or "the plain layout" for cause in causes)
    return table(["traits that make it fail", "layouts"], sorted(counted.items(), key=lambda row: (-row[1], row[0])))


def singles(outcomes, plain):
    rows = []
    for outcome in outcomes:
        changed = [f"{name}={value}" for name, value in outcome.traits.items() if value != plain[name]]
        tally = Tally()
        tally.add(outcome.judge.parts, outcome.judge.refused)
        if tally.right < tally.values or tally.silent or tally.alarms:
            note = "refused" if outcome.judge.refused else ""
            rows.append([", ".join(changed) or "plain", *figures(tally), tally.alarms, note])
    return table(["the one trait that is not plain", "values", "right", "told", "silent", "false alarms", ""], rows)


def as_json(results):
    def row(tally):
        return {**vars(tally), "told": tally.told}
    return json.dumps({name: {"all": row(result.all), "parts": {part: row(tally) for part, tally in result.parts.items()},
                              "traits": [{"trait": trait, "value": value, **row(tally)}
                                         for (trait, value), tally in sorted(result.traits.items())]}
                       for name, result in results.items()}, indent=1)


def write_csv(file, outcomes):
    """A line a part that is not right."""
    writer = csv.writer(file)
    writer.writerow(["layout", "seed", "part", "area", "values", "right", "silent", "false_alarm"])
    for outcome in outcomes:
        for part in outcome.judge.parts:
            if part.wrong or part.false_alarm:
                writer.writerow([outcome.name, outcome.seed, part.name, part.area or "", part.values, part.right, part.silent, int(part.false_alarm)])
