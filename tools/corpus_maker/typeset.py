"""A report as flat OpenDocument text, in the layout its plan names."""

from __future__ import annotations

from . import odf
from .content import Area, Report, Score, other_total
from .swedish import SOFT_HYPHEN, figure

FINDING_HEADS = ("Styrkor", "Förbättringsmöjligheter", "Svagheter")
UPRIGHT, LYING = 16.0, 24.7   # cm of text width


class Typesetter:
    """Builds the body and collects the styles that it needs on the way."""

    def __init__(self, report: Report) -> None:
        self.report, self.plan, self.look = report, report.plan, report.plan.look
        self.styles: dict[str, str] = {}
        self.tables = 0
        self.master = "Cover"   # of the page that is being set

    def document(self) -> str:
        chapters = {"A": self._chapters_a, "B": self._chapters_b, "C": self._chapters_c, "sheet": self._sheet}
        body = chapters[self.plan.layout]()
        date = self.plan.document_date or ""
        running = tuple(line.replace("{date}", date) for line in (self.look.head, self.look.foot))
        return odf.document(self.look, body, "".join(self.styles.values()), running)

    # ----- styles

    def _style(self, name: str, made: str) -> str:
        self.styles.setdefault(name, made)
        return name

    def _break_before(self, level: int, master: str = "Pages") -> str:
        """A heading style that begins a new page."""
        name = f"New{master}{level}"
        return self._style(name, odf.paragraph_style(name, {}, {}, f"Head{level}", master))

    def _columns(self, widths: list[float]) -> list[str]:
        def column(width: float) -> str:
            name = f"C{width:.2f}".replace(".", "_")
            return self._style(name, odf.element(
                "style:style", odf.element("style:table-column-properties", style_column_width=f"{width:.2f}cm"),
                style_name=name, style_family="table-column"))
        return [column(w) for w in widths]

    def _cell_style(self, vertical: str) -> str:
        line = "0.5pt solid #000000"
        borders = {"all": {"fo_border": line}, "none": {"fo_border": "none"},
                   "rows": {"fo_border_top": line, "fo_border_bottom": line, "fo_border_left": "none",
                            "fo_border_right": "none"}}[self.look.borders]
        name = f"Cell{vertical.capitalize()}"
        properties = odf.element("style:table-cell-properties", fo_padding="0.08cm", style_vertical_align=vertical,
                                 **borders)
        return self._style(name, odf.element("style:style", properties, style_name=name, style_family="table-cell"))

    def _table(self, widths: list[float], rows: list[list[str]], heads: int = 0, keep_rows: bool | None = None) -> str:
        self.tables += 1
        style = self._style(f"T{sum(widths):.0f}", odf.element(
            "style:style", odf.element("style:table-properties", style_width=f"{sum(widths):.2f}cm", table_align="left",
                                       fo_margin_bottom="0.3cm", table_border_model="collapsing"),
            style_name=f"T{sum(widths):.0f}", style_family="table"))
        keep = self.look.keep_rows if keep_rows is None else keep_rows
        row_name = "RowKept" if keep else "RowSplit"
        row = self._style(row_name, odf.element(
            "style:style", odf.element("style:table-row-properties", fo_keep_together="always" if keep else "auto"),
            style_name=row_name, style_family="table-row"))
        return odf.table(f"Table{self.tables}", self._columns(widths), rows, style, row,
                         heads if self.look.repeat_heads else 0)

    def _space(self, block: str) -> str:
        """Room above a block where the plan wants a page to end inside it."""
        height = self.look.space.get(block)
        if not height:
            return ""
        name = f"Space{block}".replace(".", "_").replace(" ", "_")
        return odf.paragraph("", self._style(name, odf.paragraph_style(
            name, {"fo_margin_top": f"{height}cm", "fo_margin_bottom": "0cm"}, {"fo_font_size": "2pt"})))

    # ----- parts that the layouts share

    def _cover(self) -> str:
        plan = self.plan
        first = self._style("CoverTitle", odf.paragraph_style("CoverTitle", {}, {}, "Title", "Cover"))
        lines = odf.paragraph("KommunKompassen", first)
        lines += "".join(odf.paragraph(t, "Title") for t in ("ANALYS AV", self.report.title, str(plan.year)))
        return lines + "".join(odf.paragraph(person) for person in plan.evaluators)

    def _toc(self) -> str:
        if not self.plan.toc:
            return ""
        lines = ["1\tVad är Kommunkompassen?", f"2\t{self._summary_title()}", f"3\t{self._detail_title()}"]
        lines += [f"\tOmråde {a.number} {a.title}" for a in self.report.areas] + [f"4\t{self.plan.scores_title}"]
        lines += [f"5\tKortfakta om {self.plan.form}"] if self.plan.key_facts else []
        pages = [2, 3, *range(4, 4 + len(lines))]
        set_lines = "".join(odf.paragraph(f"{line} {'.' * (70 - len(line))} {page}", "TocLine")
                            for line, page in zip(lines, pages))
        return odf.paragraph("Innehåll", self._break_before(2)) + set_lines

    def _summary_title(self) -> str:
        return f"{self.plan.form} i förhållande till Kommunkompassen"

    def _detail_title(self) -> str:
        return "Detaljerad genomgång i förhållande till Kommunkompassens åtta områden"

    def _new_page(self, title: str, level: int = 1, master: str = "Pages") -> str:
        if self.look.run_on and self.master == master:
            return odf.heading(title, level)
        self.master = master
        return odf.element("text:h", odf.text(title), text_style_name=self._break_before(level, master),
                           text_outline_level=str(level))

    def _instrument(self, title: str) -> str:
        texts = self.report.texts["instrument"]
        body = self._new_page(title) + "".join(odf.paragraph(p) for p in texts["what"])
        body += odf.paragraph(texts["sources_intro"]) + odf.bullets(texts["sources"], hyphenate=False)
        return body + odf.paragraph(texts["areas_intro"]) + odf.bullets(intro_titles(self.report), hyphenate=False)

    def _results(self) -> str:
        """Points in all, the chart and the history."""
        texts = self.report.texts["identity"]
        body = odf.paragraph(self.report.filled(texts["results"]))
        if self.look.chart:
            body += self._chart()
        return body + (odf.paragraph(texts["history"]) + self._history() if self.report.history else "")

    def _summary(self) -> str:
        body = "".join(odf.paragraph(self.report.filled(p), hyphenate=self.look.two_columns)
                       for p in self.report.texts["identity"]["summary"])
        return odf.section(body, "TwoColumns", "Summary") if self.look.two_columns else body

    def _history(self) -> str:
        style = self._cell_style("middle")
        columns = self.report.history
        head = ["Poäng i Kommunkompassen", *(str(c.year) for c in columns)]
        rows = [[odf.cell(odf.paragraph(t, "FigureHead" if i else "CellHead"), style) for i, t in enumerate(head)]]
        lines = [[f"{number}. {title}", *(figure(c.areas[number - 1]) for c in columns)]
                 for number, title in enumerate(self.report.titles, 1)]
        for line in [*lines, ["Totalt", *(figure(c.total) for c in columns)]]:
            rows.append([odf.cell(odf.paragraph(t, "Figure" if i else "Cell"), style) for i, t in enumerate(line)])
        return self._table([9.5, *([2.0] * len(columns))], rows)

    def _chart(self) -> str:
        """Bars with the areas' names beside them, drawn as a word processor draws them."""
        self._style("Bar", odf.element("style:style", odf.element(
            "style:graphic-properties", draw_fill="solid", draw_fill_color="#7a99ac", draw_stroke="none",
            style_wrap="run-through", style_run_through="background"), style_name="Bar", style_family="graphic"))
        self._style("AxisName", odf.element("style:style", odf.element(
            "style:text-properties", style_font_name=self.look.font, fo_font_size="8pt"), style_name="AxisName",
            style_family="text"))
        self._style("Name", odf.element("style:style", odf.element(
            "style:graphic-properties", draw_fill="none", draw_stroke="none", fo_padding="0cm",
            style_wrap="run-through"), style_name="Name", style_family="graphic"))
        shapes = ""
        for i, area in enumerate(self.report.areas):
            top = f"{0.3 + 0.7 * i:.2f}cm"
            place = {"text_anchor_type": "paragraph", "svg_y": top, "svg_height": "0.5cm"}
            shapes += odf.element("draw:rect", draw_style_name="Bar", svg_x="7cm",
                                  svg_width=f"{area.total.points * 0.08:.2f}cm", **place)
            label = odf.element("text:p", odf.element("text:span", odf.text(f"{area.number}. {area.title}"),
                                                      text_style_name="AxisName"))
            shapes += odf.element("draw:frame", odf.element("draw:text-box", label), draw_style_name="Name",
                                  svg_x="0cm", svg_width="6.8cm", **place)
        room = self._style("ChartRoom", odf.paragraph_style("ChartRoom", {"fo_margin_bottom": "6.2cm"}, {}))
        return odf.element("text:p", shapes, text_style_name=room)

    def _box(self, area: Area) -> str:
        style = self._cell_style("top")
        head = [odf.cell(odf.paragraph(t, "CellHead"), style) for t in ("Rubriker", "Poäng")]
        row = [odf.cell(odf.bullets(area.headings, "Cell", hyphenate=False), style),
               odf.cell(odf.paragraph(figure(area.box_points), "BoxPoints"), style)]
        return self._table([12.5, 3.5], [head, row], keep_rows=True)

    def _findings_table(self, area: Area) -> str:
        style = self._cell_style("top")
        lists = [area.strengths, area.improvements] + ([area.weaknesses] if self.plan.weaknesses else [])
        heads = [odf.cell(odf.paragraph(t, "CellHead"), style) for t in FINDING_HEADS[:len(lists)]]
        cells = [odf.cell(odf.bullets(items) if items else odf.paragraph("", "Cell"), style) for items in lists]
        widths = [UPRIGHT / len(lists)] * len(lists)
        return self._space(f"findings {area.number}") + self._table(widths, [heads, cells], heads=1, keep_rows=False)

    def _score_table(self, area: Area) -> str:
        look = self.look
        middle, at_figures = self._cell_style("top"), self._cell_style(look.figure_valign)
        heads = ["Uppnått", "Max", "Procent"]
        if look.split_percent_head:
            heads = [f"Upp{SOFT_HYPHEN}nått", "Max", f"Pro{SOFT_HYPHEN}cent"]
        rows = [[odf.cell(odf.paragraph(f"{area.number}.", "CellHead"), middle),
                 odf.cell(odf.paragraph(area.title, "CellHead", True), middle),
                 *(odf.cell(odf.paragraph(h, "FigureHead"), at_figures) for h in heads)]]
        for question in area.questions:
            rows.append([odf.cell(odf.paragraph(question.number, "Cell"), middle),
                         odf.cell(odf.paragraph(question.text, "Cell", True), middle),
                         *self._figures(area, question.score, at_figures)])
        blank = odf.cell(odf.paragraph("", "Cell"), middle)
        rows.append([blank, blank, *self._figures(area, area.total, at_figures)])
        narrow = [1.15, 1.15, 1.15] if look.split_percent_head else [1.9, 1.4, 1.9]
        whole = LYING if look.landscape_scores else UPRIGHT
        widths = [1.1, whole - 1.1 - sum(narrow) - 1.5, *narrow]
        return self._space(f"scores {area.number}") + self._table(widths, rows, heads=1)

    def _figures(self, area: Area, score: Score, style: str) -> list[str]:
        percent = percent_text(self.report, area, score)
        return [odf.cell(odf.paragraph(t, "Figure"), style) for t in (figure(score.points), str(score.max), percent)]

    def _prose(self, area: Area, level: int = 3) -> str:
        return "".join(odf.heading(title, level) + odf.paragraph(body) for title, body in area.sections)

    def _scores_chapter(self, title: str) -> str:
        master = "Lying" if self.look.landscape_scores else "Pages"
        intro = self.report.filled(self.report.texts["identity"]["scores_intro"])
        return (self._new_page(title, 1, master) + odf.paragraph(intro)
                + "".join(self._score_table(a) for a in self.report.areas) + self._other_scores_chapter())

    def _other_scores_chapter(self) -> str:
        if not self.report.other:
            return ""
        intro = self.report.filled(self.report.texts["identity"]["other_scores_intro"])
        body = self._new_page(f"5. {self.plan.other_title}", 1, self.master) + odf.paragraph(intro)
        body += "".join(self._score_table(a) for a in self.report.other)
        total = other_total(self.report)
        if not total:
            return body
        style = self._cell_style("middle")
        row = [odf.cell(odf.paragraph("Totalt", "Cell"), style),
               *(odf.cell(odf.paragraph(t, "Figure"), style)
                 for t in (figure(total.points), str(total.max), f"{total.percent}%"))]
        return body + self._table([9.3, 1.9, 1.4, 1.9], [row])

    def _key_facts(self) -> str:
        if not self.plan.key_facts:
            return ""
        style = self._cell_style("middle")
        rows = [[odf.cell(odf.paragraph(t, "Cell"), style) for t in fact] for fact in self.plan.key_facts]
        return self._new_page(f"5 Kortfakta om {self.plan.form}") + self._table([8.0, 8.0], rows)

    # ----- the layouts

    def _opening(self) -> str:
        texts = self.report.texts["identity"]
        return (self._cover() + self._toc() + self._instrument("1 Vad är Kommunkompassen?")
                + self._new_page(f"2 {self._summary_title()}")
                + odf.heading("Utvärderingen", 3) + odf.paragraph(self.report.identity)
                + odf.heading("Sammanfattning av resultat", 3) + self._results()
                + odf.heading("Jämförelser", 3) + odf.paragraph(texts["comparisons"])
                + odf.heading("Sammanfattande analys", 3) + self._summary()
                + self._new_page(f"3 {self._detail_title()}"))

    def _chapters_a(self) -> str:
        areas = "".join(self._space(f"area {a.number}") + odf.heading(f"Område {a.number} {a.title}", 2) + self._box(a)
                        + odf.heading("Allmänt", 3) + odf.paragraph(a.general) + self._prose(a)
                        + self._findings_table(a) for a in self.report.areas)
        return self._opening() + areas + self._scores_chapter(f"4. {self.plan.scores_title}") + self._key_facts()

    def _chapters_b(self) -> str:
        areas = ""
        for a in self.report.areas:
            areas += odf.heading(f"Område {a.number} {a.title}", 2) + self._box(a)
            areas += odf.heading("ALLMÄNT", 3) + odf.paragraph(a.general)
            areas += odf.heading("SAMMANFATTNING AV INTRYCK", 3) + "".join(odf.paragraph(p) for _, p in a.sections)
            areas += odf.heading("STYRKOR", 3) + odf.bullets(a.strengths)
            areas += odf.heading("FÖRBÄTTRINGSOMRÅDEN", 3) + odf.bullets(a.improvements)
        return self._opening() + areas + self._scores_chapter(f"4. {self.plan.scores_title}") + self._key_facts()

    def _chapters_c(self) -> str:
        plan, texts = self.plan, self.report.texts["identity"]
        body = self._cover() + self._instrument("1. Kommunkompassen")
        body += odf.heading(f"2. {plan.form}", 1) + odf.paragraph(self.report.filled(texts["place"]))
        body += odf.heading(f"3. Sammanfattning av {plan.form}s resultat", 1)
        body += odf.heading(f"3.1 Utvärderingen {plan.year}", 2) + odf.paragraph(self.report.identity) + self._results()
        body += self._summary() + odf.heading("3.2 Jämförelser", 2) + odf.paragraph(texts["comparisons"])
        body += self._new_page("4. Detaljerad genomgång")
        for a in self.report.areas:
            section = f"4.{a.number}"
            body += self._space(f"area {a.number}") + odf.heading(f"{section} {a.title}", 2)
            body += odf.heading(f"{section}.1 Allmänt", 3) + odf.paragraph(a.general)
            body += odf.heading(f"{section}.2 Delpoäng", 3) + self._score_table(a)
            body += odf.heading(f"{section}.3 Styrkor och förbättringsmöjligheter", 3) + self._findings_table(a)
            body += odf.heading(f"{section}.4 Kommentar", 3) + self._prose(a)
            if a.inspiration:
                body += odf.heading(f"{section}.5 Inspiration", 3) + odf.paragraph(a.inspiration)
        return body + self._key_facts()

    def _sheet(self) -> str:
        """No cover and no chapters: as much as goes on one page."""
        body = self._new_page(f"Kommunkompassen: analys av {self.plan.form} {self.plan.year}")
        body += "".join(odf.paragraph(person) for person in self.plan.evaluators) + odf.paragraph(self.report.identity)
        for area in self.report.areas:
            body += odf.heading(f"Område {area.number} {area.title}", 2) + self._box(area) + self._findings_table(area)
        body += odf.heading(f"4. {self.plan.scores_title}", 2)
        return body + "".join(self._score_table(area) for area in self.report.areas)


def intro_titles(report: Report) -> list[str]:
    """The areas as chapter 1 lists them: some reports of 2016 still have the old name of area 7 there."""
    titles = list(report.titles)
    if report.plan.old_name_in_intro:
        titles[6] = "Verksamhetsutveckling"
    return titles


def percent_text(report: Report, area: Area, score: Score) -> str:
    return f"{score.percent}" if area.number in report.plan.no_percent_areas else f"{score.percent}%"
