"""A report of layout B or C as a transcript of a scan: lines of print, page by page.

Words are hyphenated at line ends, bullets come as whatever the scanner took them for, figures stand on some line
of a wrapped question, the rules of tables leave debris, two columns run into each other or follow one another.
The letters are right; transcript_damage spoils them.
"""

from __future__ import annotations

import random

from .content import Area, Report, Score, other_total
from .pages import Flow, set_pages
from .swedish import figure, wrap
from .typeset import intro_titles, percent_text

WIDTH = 95
QUESTION_WIDTH = 48
TITLE_WIDTH = 34
COLUMN_WIDTH = 42


def transcript(report: Report) -> str:
    return set_pages(LineWriter(report).flow(), report)


class LineWriter:
    def __init__(self, report: Report) -> None:
        self.report, self.plan, self.form = report, report.plan, report.plan.transcript
        self.rng = random.Random(report.plan.seed + 1)
        self.out = Flow()

    def flow(self) -> Flow:
        self._cover()
        if self.plan.layout == "B":
            self._chapters_b()
        else:
            self._chapters_c()
        self._key_facts()
        return self.out

    # ----- prose

    def _cover(self) -> None:
        self.out.add(["KommunKompassen", "", "ANALYS AV", "", self.report.title, "", str(self.plan.year), ""])
        for person in self.plan.evaluators:
            self.out.add([person])

    def _paragraph(self, text: str) -> None:
        self.out.add(wrap(text, WIDTH))

    def _heading(self, text: str, new_page: bool = False, width: int = WIDTH) -> None:
        self.out.add(wrap(text, width), keep=True, new_page=new_page)

    def _instrument(self, title: str) -> None:
        texts = self.report.texts["instrument"]
        self._heading(title, new_page=True)
        for part in texts["what"]:
            self._paragraph(part)
        self._paragraph(texts["sources_intro"])
        self.out.add([f"= {item}" for item in texts["sources"]])
        self._paragraph(texts["areas_intro"])
        self.out.add([f"=  {item}" if i % 2 else f"= {item}" for i, item in enumerate(intro_titles(self.report))])

    def _results(self) -> None:
        texts = self.report.texts["identity"]
        self._paragraph(self.report.filled(texts["results"]))
        if self.form.chart_debris:
            self.out.add(["personalpolitik", "", "5. Resultat och", "effektivitet"])
        if self.report.history:
            self._paragraph(texts["history"])
            self._history()

    def _history(self) -> None:
        columns = self.report.history
        lines = ["Poäng i Kommunkompassen " + " ".join(str(c.year) for c in columns), ""]
        lines += [f"{a.number}. {a.title} " + " ".join(figure(c.areas[a.number - 1]) for c in columns)
                  for a in self.report.areas]
        self.out.add([*lines, "Totalt " + " ".join(figure(c.total) for c in columns)], keep=True)

    def _key_facts(self) -> None:
        if self.plan.key_facts:
            self._heading(f"5 Kortfakta om {self.plan.form}", new_page=True)
            self.out.add([f"{label} | {fact}" for label, fact in self.plan.key_facts], keep=True)

    # ----- the layouts

    def _chapters_b(self) -> None:
        texts = self.report.texts["identity"]
        self._instrument("1 Vad är Kommunkompassen?")
        self._heading(f"2 {self.plan.form} i förhållande till Kommunkompassen", new_page=True)
        self._heading("Utvärderingen")
        self._paragraph(self.report.identity)
        self._heading("Sammanfattning av resultat")
        self._results()
        for part in texts["summary"]:
            self._paragraph(self.report.filled(part))
        self._paragraph(texts["comparisons"])
        self._heading("3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden", True, 62)
        for area in self.report.areas:
            self._area_b(area)
        self._heading(f"4. {self.plan.scores_title}", new_page=True)
        self._paragraph(self.report.filled(texts["scores_intro"]))
        for area in self.report.areas:
            self._scores(area)
        self._other_scores()

    def _other_scores(self) -> None:
        """The score tables of the other edition, in a chapter of their own that says so."""
        if not self.report.other:
            return
        self._heading(f"5. {self.plan.other_title}", new_page=True)
        self._paragraph(self.report.filled(self.report.texts["identity"]["other_scores_intro"]))
        for area in self.report.other:
            self._scores(area)
        if total := other_total(self.report):
            self.out.add([f"Totalt {figure(total.points)} {total.max} {total.percent}%"])

    def _area_b(self, area: Area) -> None:
        self._heading(f"Område {area.number} {area.title}")
        self._box(area)
        self._heading("ALLMÄNT")
        self._paragraph(area.general)
        self._heading("SAMMANFATTNING AV INTRYCK")
        for _, body in area.sections:
            self._paragraph(body)
        for title, items in (("STYRKOR", area.strengths), ("FÖRBÄTTRINGSOMRÅDEN", area.improvements)):
            self._heading(title)
            for item in items:
                mark = self._mark(area)
                gap = bool(mark) or item is items[-1] or self.rng.random() < 0.4
                self.out.add(self._item(item, mark, WIDTH - 7), gap=gap)

    def _box(self, area: Area) -> None:
        """The points stand at the end of any one heading's line."""
        at = self.rng.randrange(len(area.headings))
        lines = [f"{self.rng.choice(self.form.box_bullets)} {h}" for h in area.headings]
        lines[at] += f" {figure(area.box_points)}"
        self.out.add(["Rubriker Poäng", "", *lines], keep=True)

    def _chapters_c(self) -> None:
        plan, texts = self.plan, self.report.texts["identity"]
        self._instrument("1. Kommunkompassen")
        self._heading(f"2. {plan.form}")
        self._paragraph(self.report.filled(texts["place"]))
        self._heading(f"3. Sammanfattning av {plan.form}s resultat")
        self._heading(f"3.1 Utvärderingen {plan.year}")
        self._paragraph(self.report.identity)
        self._results()
        for part in texts["summary"]:
            self._paragraph(self.report.filled(part))
        self._heading("3.2 Jämförelser")
        self._paragraph(texts["comparisons"])
        self._heading("4. Detaljerad genomgång", new_page=True)
        for area in self.report.areas:
            self._area_c(area)

    def _area_c(self, area: Area) -> None:
        section = f"4.{area.number}"
        self._heading(f"{section} {area.title}")
        self._heading(f"{section}.1 Allmänt")
        self._paragraph(area.general)
        self._heading(f"{section}.2 Delpoäng")
        self._scores(area)
        self._heading(f"{section}.3 Styrkor och förbättringsmöjligheter")
        self._findings(area)
        self._heading(f"{section}.4 Kommentar")
        for title, body in area.sections:
            self._heading(title)
            self._paragraph(body)
        if area.inspiration:
            self._heading(f"{section}.5 Inspiration")
            self._paragraph(area.inspiration)

    # ----- findings

    def _mark(self, area: Area) -> str:
        """One of the area's marks; the scanner did not take a bullet for the same thing each time."""
        marks = self.form.bullets[(area.number - 1) % len(self.form.bullets)].split()
        return self.rng.choice(marks) if marks else ""

    @staticmethod
    def _item(item: str, mark: str, width: int) -> list[str]:
        if not mark:
            return wrap(item, width, keep_capitals=True)
        lines = wrap(item, width, width - len(mark) - 1)
        return [f"{mark} {lines[0]}", *lines[1:]]

    def _column(self, items: list[str], mark: str, width: int = COLUMN_WIDTH) -> list[str]:
        return [line for item in items for line in self._item(item, mark, width)]

    def _findings(self, area: Area) -> None:
        way = self.form.findings[(area.number - 1) % len(self.form.findings)]
        {"bar": self._side_by_side, "bullets": self._side_by_side, "after": self._one_after_the_other,
         "after page": self._broken_by_a_page}[way](area)

    def _side_by_side(self, area: Area) -> None:
        """Line by line, with the rule between the columns read as a bar, or with nothing but the bullets."""
        bar = self.form.findings[(area.number - 1) % len(self.form.findings)] == "bar"
        mark = self._mark(area)
        left = self._column(area.strengths, mark)
        right = self._column(area.improvements, mark, COLUMN_WIDTH if bar else WIDTH)
        if not bar and (len(right) > min(len(left), len(area.improvements))):
            raise ValueError(f"{self.plan.name} area {area.number}: without a bar the right column must be the shorter")
        lines = ["Styrkor Förbättringsmöjligheter"]
        for i in range(max(len(left), len(right))):
            pair = [left[i] if i < len(left) else "", right[i] if i < len(right) else ""]
            lines.append((" | " if bar else " ").join(pair).strip() if pair[1] else pair[0])
        self.out.add(lines, keep=True)

    def _one_after_the_other(self, area: Area) -> None:
        """The whole left column, a blank line, the whole right one; bullets lost at the right, or at both."""
        self._columns_in_turn(area.strengths, self._mark(area), area.improvements)

    def _columns_in_turn(self, left: list[str], mark: str, right: list[str]) -> None:
        heads = ["Styrkor", "", "Förbättringsmöjligheter"]
        self.out.add([*heads, "", *self._column(left, mark), "", *self._column(right, "")], whole=True)

    def _broken_by_a_page(self, area: Area) -> None:
        """The left column's beginning, the right column, and on the next page the left column's rest."""
        half = len(area.strengths) // 2
        self._columns_in_turn(area.strengths[:half], "•", area.improvements)
        self.out.add(self._column(area.strengths[half:], "•"), keep=True, new_page=True)

    # ----- scores

    def _scores(self, area: Area) -> None:
        self.out.add(self._score_head(area), keep=True, gap=False)
        for question in area.questions:
            self.out.add(self._score_row(area, question.number, question.text, question.score), gap=False, whole=True)
        self.out.add([self._figures(area, area.total)])

    def _score_head(self, area: Area) -> list[str]:
        rule = self.rng.choice(["| ", "|", ""]) if self.form.debris else ""
        title = wrap(area.title, TITLE_WIDTH)
        heads = "Uppnått |Max Procent" if self.form.debris else "Uppnått Max Procent"
        if area.number in self.form.split_head and len(title) == 1:
            return [f"{area.number}. {rule}{title[0]} Upp- |Max |Pro-", "nått cent"]
        return [f"{area.number}. {rule}{title[0]} {heads}", *title[1:]]

    def _score_row(self, area: Area, number: str, text: str, score: Score) -> list[str]:
        lines = wrap(text, QUESTION_WIDTH)
        at = {"first": 0, "middle": len(lines) // 2, "last": len(lines) - 1}[self.form.score_line]
        if self.form.debris and at and len(lines) == 2:
            lines[0] += " ."
        lines[at] += " " + self._figures(area, score)
        rule = self.rng.choice(["|", " |", " | ", " [", "|[", " "]) if self.form.debris else " "
        lines[0] = f"{number}{rule}{lines[0]}" if rule != "|" else f"{number} |{lines[0]}"
        return lines

    def _figures(self, area: Area, score: Score) -> str:
        return f"{figure(score.points)} {score.max} {percent_text(self.report, area, score)}"
