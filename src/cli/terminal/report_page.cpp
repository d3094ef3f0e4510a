#include "cli/terminal/report_page.h"

#include "audit/after_decisions.h"
#include "cli/corrections_text.h"
#include "cli/telling.h"
#include "cli/terminal/bar.h"
#include "cli/terminal/figures.h"
#include "cli/terminal/findings_text.h"
#include "cli/terminal/origin_text.h"
#include "model/figures.h"
#include "model/instrument.h"
#include "model/overlay.h"
#include "model/record_facts.h"
#include "rules/instrument.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kompass::cli {
namespace {

std::string head_of(const Chapter& chapter) {
    return chapter.heading.empty() ? text::tr("(without a heading)") : chapter.heading;
}

class Page {
public:
    Page(const archive::Effective& effective, const enquiry::CellStates& states,
         const enquiry::ReportIdentity& report, const Terminal& terminal)
        : as_read_(effective.published), record_(effective.record), states_(states), report_(report),
          terminal_(terminal) {}

    std::string text() {
        add_identity();
        add_chart();
        for (const auto& area : record_.areas)
            add_area(area);
        add_history();
        for (std::size_t i = 0; i < record_.scorings.size(); ++i)
            add_scoring(record_.scorings[i], number_of_scoring(i));
        add_key_facts();
        add_chapters();
        add_note();
        add_inconsistencies();
        add_repairs(false, text::tr("Misread and repaired"));
        add_corrections();
        add_repairs(true, text::tr("Settled by these decisions"));
        add_troubles();
        return std::move(text_);
    }

private:
    void line(const std::string& text) { text_ += text + '\n'; }

    void head(const std::string& title) {
        text_ += '\n';
        line(coloured(title, Colour::bold, terminal_));
    }

    /// A paragraph behind a mark; lines after the first are indented to stand under its text.
    void paragraph(const std::string& mark, const std::string& text) {
        const auto indent = text::width(mark);
        auto margin = mark;
        for (const auto& part : text::wrapped(text, static_cast<std::size_t>(terminal_.width) - indent)) {
            line(margin + part);
            margin.assign(indent, ' ');
        }
    }

    std::string mark(const Cell& cell) { return marks_.of(states_.of(cell)); }

    std::string mark_of_text(const Cell& cell) { return marks_.of_text(states_.of(cell)); }

    std::string figure(const std::optional<Decimal>& value, const Cell& cell) {
        return figure_text(value, states_.of(cell), marks_);
    }

    void fact(std::string_view label, const std::string& value) {
        constexpr std::size_t label_width = 14; // leaves a sha256 its 64 of 80
        if (!value.empty()) paragraph("  " + text::padded_right(text::tr(label), label_width), value);
    }

    void add_identity() {
        const auto name =
            record_.municipality.empty() ? text::tr("Unknown municipality") : record_.municipality;
        const auto code = record_.municipality_code.empty() ? "" : " (" + record_.municipality_code + ")";
        const auto year = record_.year ? fmt::format(" {}", *record_.year) : "";
        const auto marked = [&](const std::string& text, CellField field) {
            return text.empty() ? text : text + mark(report_cell(field));
        };
        line(
            coloured(name + mark(report_cell(CellField::municipality)) + code + marked(year, CellField::year),
                     Colour::bold, terminal_));
        fact("key", report_.key);
        if (report_.instrument != rules::Instrument{}.name) fact("instrument", report_.instrument);
        fact("edition", marked(record_.edition, CellField::edition));
        fact("evaluated", evaluated());
        if (record_.ordinal)
            fact("evaluation", marked(text::tr("no. {}", *record_.ordinal), CellField::ordinal));
        if (record_.interviewees)
            fact("interviewed", marked(text::tr("about {}", *record_.interviewees), CellField::interviewees));
        fact("evaluators", marked(text::joined(evaluators(), "; "), CellField::evaluators));
        fact("document date", marked(record_.document_date.value_or(""), CellField::document_date));
        fact("source", fmt::format("{} ({}, {})", record_.file, text::tr(name_of(record_.kind)),
                                   text::counted(record_.pages.size(), "page")));
        fact("sha256", record_.sha256);
        if (record_.origin) fact("from", origin_text(*record_.origin));
        fact("parts", text::retold(summary(record_.account)));
        fact("doubtful", text::joined(record_.doubtful, ", "));
    }

    /// Each with role and employer, as far as they were taken apart.
    std::vector<std::string> evaluators() {
        std::vector<std::string> persons;
        for (std::size_t i = 0; i < record_.evaluators.size(); ++i) {
            if (record_.evaluators[i].empty()) continue; // decided not to be one
            const bool apart = i < record_.evaluator_details.size();
            persons.push_back((apart ? described(record_.evaluator_details[i]) : record_.evaluators[i]) +
                              mark(report_cell(CellField::evaluator, static_cast<int>(i) + 1)));
        }
        return persons;
    }

    std::string described(const Evaluator& person) {
        using archive::State;
        std::vector<std::string> parts;
        for (const auto& [field, value] : {std::pair{"name", &person.name}, std::pair{"role", &person.role},
                                           std::pair{"employer", &person.employer}})
            if (!value->empty())
                parts.push_back(
                    *value + marks_.of(is_doubtful(person.doubtful, field) ? State::doubtful : State::sound));
        return text::joined(parts, ", ");
    }

    std::string evaluated() {
        if (!record_.year) return {};
        auto year = fmt::format("{}{}", *record_.year, mark(report_cell(CellField::year)));
        if (!record_.month) return year;
        return fmt::format("{}-{:02}{}", year, *record_.month, mark(report_cell(CellField::month)));
    }

    void add_chart() {
        const auto sum = points_in_all(record_.areas);
        head(text::tr("Areas") + (sum ? text::tr(": {} points in all", *sum) : ""));
        for (const auto& area : record_.areas)
            add_bar(area, 0);
    }

    [[nodiscard]] std::size_t longest_title() const {
        std::size_t longest = 0;
        for (const auto& area : record_.areas)
            longest = std::max(longest, text::width(area.title));
        return longest;
    }

    /// The area's line of the chart. The title takes what the figures and the shortest bar leave, the bar
    /// what is left after that.
    void add_bar(const Area& area, int scoring) {
        constexpr std::size_t figures = 15;
        constexpr std::size_t shortest_bar = 10;
        constexpr std::size_t longest_bar = 50;
        constexpr std::size_t usual_title = 36;
        const auto width = static_cast<std::size_t>(terminal_.width);
        const auto page = static_cast<std::size_t>(terminal_.table_width());
        const auto left = page - std::min(page, figures + longest_bar);
        const auto title_width =
            std::min(std::max(usual_title, std::min(longest_title(), left)), width - figures - shortest_bar);
        const auto bar_width = std::min(longest_bar, width - figures - title_width);
        const auto& total = area.total;
        const auto cell = [&](CellField field) {
            return of_scoring(scoring, total_cell(area.number, field));
        };
        const auto chart =
            total.points ? bar(*total.points, total.max.value_or(points_an_area), bar_width) : "";
        line(fmt::format("  {} {} {:>4}/{:<4} {}", area.number,
                         text::padded_right(text::shortened(area.title, title_width), title_width),
                         figure(total.points, cell(CellField::points)),
                         figure(total.max, cell(CellField::max)), coloured(chart, Colour::green, terminal_)));
    }

    void add_area(const Area& area) {
        const auto cell = [&](CellField field) { return area_cell(area.number, field); };
        head(fmt::format("{} {}{}", area.number, area.title, mark(cell(CellField::title))));
        for (const auto& question : area.questions)
            add_question(question, 0);
        if (area.box_points || !area.box_headings.empty())
            paragraph(text::tr("  box: "),
                      text::tr("{} points; {}", figure(area.box_points, cell(CellField::box_points)),
                               text::joined(area.box_headings, "; ")));
        add_findings(text::tr("Strengths") + mark(cell(CellField::strengths)), "    + ", area.strengths,
                     area_cell(area.number, CellField::strength, 1));
        add_findings(text::tr("Improvements") + mark(cell(CellField::improvements)), "    > ",
                     area.improvements, area_cell(area.number, CellField::improvement, 1));
        add_findings(text::tr("Weaknesses") + mark(cell(CellField::weaknesses)), "    - ", area.weaknesses,
                     area_cell(area.number, CellField::weakness, 1));
        std::vector<std::string> models;
        for (std::size_t i = 0; i < area.role_models.size(); ++i)
            if (const auto& name = area.role_models[i].name; !name.empty()) // else decided not to be one
                models.push_back(
                    name + mark(area_cell(area.number, CellField::role_model, static_cast<int>(i) + 1)));
        if (!models.empty())
            paragraph(text::tr("  Role models: "),
                      text::joined(models, ", ") + mark(cell(CellField::role_models)));
        if (!area.doubtful.empty())
            paragraph(text::tr("  To be checked: "), text::joined(area.doubtful, ", "));
    }

    void add_question(const Question& question, int scoring) {
        const auto& score = question.score;
        const auto cell = [&](CellField field) {
            return of_scoring(scoring, question_cell(question.number, field));
        };
        const auto figures = fmt::format("{:>4}/{:<4} {:>4} %", figure(score.points, cell(CellField::points)),
                                         figure(score.max, cell(CellField::max)),
                                         figure(score.percent, cell(CellField::percent)));
        paragraph(fmt::format("  {:<5}{}  ", question.number, figures),
                  question.text + mark_of_text(cell(CellField::text)));
    }

    /// `cell` is the first one's.
    void add_findings(const std::string& title, const std::string& sign, const std::vector<Finding>& findings,
                      Cell cell) {
        if (findings.empty()) return;
        line("  " + title);
        for (const auto& finding : findings) {
            paragraph(sign,
                      (finding.text.empty() ? text::tr("not stated") : finding.text) + mark_of_text(cell));
            ++cell.position;
        }
    }

    void add_scoring(const Scoring& scoring, int number) {
        const auto cell = [&](const Cell& own) { return of_scoring(number, own); };
        const auto edition = scoring.edition.empty() ? text::tr("an edition not to be told")
                                                     : text::tr("edition ") + scoring.edition;
        const auto sum = points_in_all(scoring.areas);
        head(text::tr("Other scoring, by {}{}{}", edition, mark(cell(report_cell(CellField::edition))),
                      sum ? text::tr(": {} points in all", *sum) : ""));
        fact("called", scoring.label);
        if (scoring.total.points)
            fact("total",
                 fmt::format("{}/{}", figure(scoring.total.points, cell(grand_total_cell(CellField::points))),
                             figure(scoring.total.max, cell(grand_total_cell(CellField::max)))));
        for (const auto& area : scoring.areas) {
            add_bar(area, number);
            for (const auto& question : area.questions)
                add_question(question, number);
        }
        if (!scoring.history.empty())
            add_columns(text::tr("Earlier evaluations by it"), scoring.history, number);
    }

    void add_history() {
        if (!record_.history.empty()) add_columns(text::tr("Earlier evaluations"), record_.history, 0);
    }

    void add_columns(const std::string& title, const std::vector<HistoryColumn>& history, int scoring) {
        head(title);
        constexpr std::size_t areas = area_count;
        std::vector<text::Column> columns{{"year", text::Align::right}};
        for (std::size_t area = 1; area <= areas; ++area)
            columns.push_back({std::to_string(area), text::Align::right});
        columns.push_back({"total", text::Align::right});
        text::Table table(std::move(columns));
        for (const auto& column : history) {
            std::vector<text::Value> row{column.year};
            const auto add = [&](const std::optional<Decimal>& value, std::size_t area) {
                const auto state =
                    states_.of(of_scoring(scoring, history_cell(column.year, static_cast<int>(area))));
                row.push_back(value || state ? text::Value{figure_text(value, state, marks_)}
                                             : text::Value{});
            };
            for (std::size_t i = 0; i < areas; ++i)
                add(i < column.areas.size() ? column.areas[i] : std::nullopt, i + 1);
            add(column.total, 0);
            table.add(std::move(row));
        }
        text_ += table.text(text::Format::table, terminal_.table_width());
    }

    void add_key_facts() {
        if (record_.key_facts.empty()) return;
        head(text::tr("Key facts"));
        for (const auto& [label, value] : record_.key_facts)
            paragraph("  ", fmt::format("{}: {}", label, value));
    }

    /// Their heads alone: `show --chapter` prints what they say.
    void add_chapters() {
        if (record_.chapters.empty()) return;
        head(text::tr("Chapters beside the areas"));
        int number = 0;
        for (const auto& chapter : record_.chapters)
            paragraph(fmt::format("  {:>3}  ", ++number),
                      text::tr("{} (page {})", head_of(chapter), chapter.page));
    }

    void add_note() {
        if (const auto note = marks_.note(); !note.empty()) {
            text_ += '\n';
            paragraph("", note);
        }
    }

    void add_inconsistencies() {
        const auto found = inconsistencies(record_);
        if (found.empty()) return;
        head(text::tr("Does not add up"));
        for (const auto& finding : found)
            text_ += finding_text(finding, terminal_);
    }

    void add_repairs(bool by_decisions, const std::string& heading) {
        auto record = record_;
        bool any = false;
        for (const auto& figure : figures(record))
            for (const auto& repair : *figure.repairs) {
                if (repair.field != figure.field || audit::is_settled_by_decision(repair.why) != by_decisions)
                    continue;
                if (!any) head(heading);
                any = true;
                paragraph("  ", text::tr("{}: read {}, is {}: {}", name_of(figure.cell),
                                         repair.read.empty() ? text::tr("nothing") : repair.read,
                                         repair.value, text::retold(repair.why)));
            }
    }

    void add_corrections() {
        if (record_.corrections.empty()) return;
        head(text::tr("Decided by a person"));
        for (const auto& correction : in_force(record_.corrections))
            paragraph("  ", describe(correction, as_read_));
        for (const auto& remark : remarks_on_corrections(as_read_))
            paragraph(text::tr("  note: "), remark);
    }

    void add_troubles() {
        if (record_.troubles.empty()) return;
        head(text::tr("Troubles in reading"));
        for (const auto& trouble : record_.troubles)
            paragraph(fmt::format("  {}: ", text::tr(name_of(trouble.severity))), told_of(trouble));
    }

    const Record& as_read_;
    const Record& record_; ///< as it is in effect
    const enquiry::CellStates& states_;
    const enquiry::ReportIdentity& report_;
    const Terminal& terminal_;
    StateMarks marks_;
    std::string text_;
};

} // namespace

std::string chapters_page(const Record& record, const std::vector<std::size_t>& which,
                          const Terminal& terminal) {
    std::string text;
    const auto add = [&](std::size_t indent, const std::string& what) {
        for (const auto& line : text::wrapped(what, static_cast<std::size_t>(terminal.width) - indent))
            text += std::string(indent, ' ') + line + '\n';
    };
    for (const auto index : which) {
        const auto& chapter = record.chapters.at(index);
        if (!text.empty()) text += '\n';
        add(0, text::tr("{}  {} (page {})", index + 1, head_of(chapter), chapter.page));
        for (const auto& paragraph : chapter.paragraphs)
            add(2, paragraph.text);
    }
    return text;
}

std::string report_page(const archive::Effective& effective, const enquiry::CellStates& states,
                        const enquiry::ReportIdentity& report, const Terminal& terminal) {
    return Page(effective, states, report, terminal).text();
}

} // namespace kompass::cli
