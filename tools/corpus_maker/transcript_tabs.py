"""A report of layout A as a transcript with tabs: one line a paragraph, tabs between cells, `<ul>` lists in cells.

Page breaks are lost, but for a line of one blank here and there. The lists' markup is left open, as such
transcripts have it.
"""

from __future__ import annotations

from .content import Area, Report, Score, other_total
from .swedish import breaks, figure
from .typeset import FINDING_HEADS, intro_titles, percent_text


def transcript(report: Report) -> str:
    plan, texts = report.plan, report.texts
    identity = texts["identity"]
    about = f"{plan.form} i förhållande till Kommunkompassen"
    detail = "Detaljerad genomgång i förhållande till Kommunkompassens åtta områden"
    parts = [" \n\n", "KommunKompassen", "ANALYS AV", report.title, f"{plan.year}\n\n", *plan.evaluators]
    if plan.toc:
        parts += ["Innehåll", _toc(report, about, detail)]
    parts += ["1 Vad är Kommunkompassen?", *texts["instrument"]["what"], texts["instrument"]["sources_intro"],
              _dashes(texts["instrument"]["sources"]), texts["instrument"]["areas_intro"],
              _dashes(intro_titles(report)),
              f" \n2 {about}", "Utvärderingen", f" \n{report.identity}",
              "Sammanfattning av resultat", report.filled(identity["results"]) + "\n\n"]
    parts += [identity["history"], _history(report)] if report.history else []
    parts += ["Jämförelser", identity["comparisons"], "Sammanfattande analys",
              *(report.filled(p) for p in identity["summary"]), f"3 {detail}"]
    for area in report.areas:
        parts += _area(report, area)
    parts += [f"4. {plan.scores_title}", report.filled(identity["scores_intro"])]
    parts += [_scores(report, area) for area in report.areas]
    if report.other:
        parts += [f"5. {plan.other_title}", report.filled(identity["other_scores_intro"])]
        parts += [_scores(report, area) for area in report.other]
        if total := other_total(report):
            parts += [f"\tTotalt\t{figure(total.points)}\t{total.max}\t{total.percent}%"]
    if plan.key_facts:
        parts += [f"5 Kortfakta om {plan.form}", "\n".join(f"{label}\t{fact}\t" for label, fact in plan.key_facts)]
    return "\n\n".join(parts) + "\n"


def _toc(report: Report, about: str, detail: str) -> str:
    lines = ["1\tVad är Kommunkompassen?\t3", f"2\t{about}\t4", f"3\t{detail}.....\t6"]
    lines += [f"\tOmråde {a.number} {a.title}\t{4 + 2 * a.number}" for a in report.areas]
    return "\n".join([*lines, f"4.\t{report.plan.scores_title}.....\t23"])


def _dashes(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _list(items: list[str], mark: str, tight: bool) -> str:
    start = '<ul style="list-style-type: none">' + ("" if tight else " ")
    return start + (" ".join(f"{mark} {item}" for item in items) or mark) + ("" if tight else " ")


def _area(report: Report, area: Area) -> list[str]:
    mark = "●" if area.number == 2 else report.plan.transcript.bullet
    tight = area.number in (7, 8)
    points = f'<p style="text-align: center;">{figure(area.box_points)}</p>' if area.number == 5 else figure(area.box_points)
    parts = [f"Område {area.number} {area.title}", f"Rubriker\tPoäng\n{_list(area.headings, mark, tight)}\t{points}",
             "Allmänt", area.general]
    for i, (title, body) in enumerate(area.sections):
        parts += [title, _cut_by_a_page(body) if (area.number + i) % 5 == 0 else body]
    lists = [area.strengths, area.improvements] + ([area.weaknesses] if report.plan.weaknesses else [])
    head = "\t".join(FINDING_HEADS[:len(lists)])
    rule = "\n" + "\t".join("---" for _ in lists) if area.number == 6 else ""
    return [*parts, head + rule + "\n" + "\t".join(_list(items, mark, tight) for items in lists)]


def _cut_by_a_page(body: str) -> str:
    """A paragraph that a page break has cut inside a word: its hyphen stays, a blank line stands between."""
    words = body.split(" ")
    for i in range(len(words) // 2, len(words)):
        if words[i].isalpha() and (places := breaks(words[i])):
            at = places[len(places) // 2]
            return " ".join(words[:i] + [words[i][:at] + "-"]) + "\n\n" + " ".join([words[i][at:], *words[i + 1:]])
    return body


def _scores(report: Report, area: Area) -> str:
    def figures(score: Score) -> str:
        return f"{figure(score.points)}\t{score.max}\t{percent_text(report, area, score)}"
    lines = [f"{area.number}.\t{area.title}\tUppnått\tMax\tProcent"]
    lines += ["---\t---\t---\t---\t---"] if area.number == 3 else []
    lines += [f"{q.number}\t{q.text}\t{figures(q.score)}" for q in area.questions]
    return "\n".join([*lines, f"\t\t{figures(area.total)}"])


def _history(report: Report) -> str:
    columns = report.history
    rows = [["Poäng i Kommunkompassen", *(str(c.year) for c in columns)]]
    rows += [[f"{a.number}. {a.title}", *(figure(c.areas[a.number - 1]) for c in columns)] for a in report.areas]
    rows.append(["Totalt", *(figure(c.total) for c in columns)])
    return "\n".join("\t".join(row) for row in rows)
