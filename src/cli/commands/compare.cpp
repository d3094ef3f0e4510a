// kompass compare: reports side by side.
#include "cli/commands.h"

#include "cli/editions_note.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/cell_states.h"
#include "model/instrument.h"
#include "publish/charts/charts.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct CompareOptions {
    std::string archive;
    std::string format = "table";
    std::vector<std::string> reports;
    int area = 0; ///< 0: the areas; else the questions of this one
    bool sound_only = false;
};

struct Compared {
    enquiry::ReportName report;
    std::vector<enquiry::Line> lines;
    std::map<std::string, enquiry::Mean> means; ///< of the report's edition, by line
    std::optional<archive::State> edition_state = {};
};

Compared compared(const archive::Connection& connection, const enquiry::ReportIdentity& summary,
                  const CompareOptions& options) {
    const int area = options.area;
    const auto among = options.sound_only ? enquiry::Among::sound_only : enquiry::Among::all;
    Compared result{name_of(summary), {}, {}, enquiry::edition_state(connection, summary.id)};
    result.lines = area == 0 ? enquiry::area_lines(connection, summary.id)
                             : enquiry::question_lines(connection, summary.id, area);
    for (const auto& line : result.lines) {
        enquiry::Subject subject;
        if (!line.number.empty()) subject.area = line.number.front() - '0';
        if (area != 0) subject.question = line.number;
        if (const auto mean = enquiry::mean(connection, summary.edition, subject, among))
            result.means.emplace(line.number, *mean);
    }
    return result;
}

std::vector<Compared> compared_reports(const CompareOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto reports = find_reports(archive, options.reports);
    std::vector<Compared> result;
    archive.consult([&](const archive::Connection& connection) {
        for (const auto& report : reports)
            result.push_back(compared(connection, report, options));
    });
    return result;
}

text::Table machine_table(const std::vector<Compared>& reports, bool questions) {
    text::Table table({{questions ? "question" : "area"},
                       {"municipality"},
                       {"year", text::Align::right},
                       {"edition"},
                       {"points", text::Align::right},
                       {"max", text::Align::right},
                       {"percent", text::Align::right},
                       {"state"},
                       {questions ? "edition_mean_percent" : "edition_mean_points", text::Align::right},
                       {"edition_reports", text::Align::right},
                       {"edition_unsound", text::Align::right},
                       {"edition_left_out", text::Align::right},
                       {"text"},
                       {"report", text::Align::right},
                       {"evaluation"},
                       {"edition_state"},
                       {"compared_as"}});
    for (const auto& [report, lines, means, edition_state] : reports)
        for (const auto& [number, text, figures, compared_as] : lines) {
            const auto mean = means.find(number);
            const bool known = mean != means.end();
            table.add({number.empty() ? "all" : number, text::value_of(report.municipality),
                       text::value_of(report.year), text::value_of(report.edition),
                       figure_value(figures.points), figure_value(figures.max), figure_value(figures.percent),
                       state_value(figures.state()), known ? mean_value(mean->second) : text::Value{},
                       known ? text::Value{mean->second.reports} : text::Value{},
                       known ? text::Value{mean->second.unsound()} : text::Value{},
                       known ? text::Value{mean->second.left_out} : text::Value{}, text::value_of(text),
                       report.id, report.key, state_value(edition_state),
                       number.empty() ? "all" : compared_as});
        }
    return table;
}

/// What any of the reports has a line for (Line::compared_as), "" (all areas) first, then by area and
/// question as the first report numbers it.
std::vector<std::string> subjects_of(const std::vector<Compared>& reports) {
    std::vector<std::pair<std::string, std::string>> subjects; // with their numbers
    for (const auto& report : reports)
        for (const auto& line : report.lines)
            if (std::none_of(subjects.begin(), subjects.end(),
                             [&](const auto& known) { return known.second == line.compared_as; }))
                subjects.emplace_back(line.number, line.compared_as);
    std::stable_sort(subjects.begin(), subjects.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.size(), a.first) < std::pair(b.first.size(), b.first);
    });
    std::vector<std::string> names;
    for (const auto& subject : subjects)
        names.push_back(subject.second);
    return names;
}

const enquiry::Line* line_of(const Compared& compared, const std::string& subject) {
    const auto found = std::find_if(compared.lines.begin(), compared.lines.end(),
                                    [&](const enquiry::Line& line) { return line.compared_as == subject; });
    return found == compared.lines.end() ? nullptr : &*found;
}

const enquiry::Mean* mean_of(const Compared& compared, const std::string& subject) {
    const auto* line = line_of(compared, subject);
    if (line == nullptr) return nullptr;
    const auto mean = compared.means.find(line->number);
    return mean == compared.means.end() ? nullptr : &mean->second;
}

std::vector<std::string> editions_of(const std::vector<Compared>& reports) {
    std::vector<std::string> editions(reports.size());
    std::transform(reports.begin(), reports.end(), editions.begin(),
                   [](const Compared& compared) { return compared.report.edition; });
    return editions;
}

/// "4.2"; where the reports number it otherwise, or not all of them have it, with the editions: "2.4 (2010)
/// / 2.3 (2016)".
std::string number_of(const std::vector<Compared>& reports, const std::string& subject) {
    std::vector<std::string> numbers;
    std::vector<std::string> with_editions;
    const auto add = [](std::vector<std::string>& list, std::string text) {
        if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
    };
    bool all = true;
    for (const auto& report : reports) {
        const auto* line = line_of(report, subject);
        const auto& edition = report.report.edition;
        all = all && line != nullptr;
        if (line == nullptr) continue;
        add(numbers, line->number);
        add(with_editions, edition.empty() ? line->number : fmt::format("{} ({})", line->number, edition));
    }
    const auto editions = editions_of(reports);
    const bool of_one = std::all_of(editions.begin(), editions.end(),
                                    [&](const std::string& edition) { return edition == editions.front(); });
    if (of_one || (all && numbers.size() == 1)) return numbers.front();
    return text::joined(with_editions, " / ");
}

/// "7 Verksamhetsutveckling / Ständiga förbättringar" where reports word it differently; case and diacritics
/// that a scanner lost are no difference.
std::string heading_of(const std::vector<Compared>& reports, const std::string& subject) {
    if (subject.empty()) return text::tr("All areas");
    std::vector<std::string> texts;
    const auto is_new = [&](const std::string& text) {
        return std::none_of(texts.begin(), texts.end(), [&](const std::string& known) {
            return unicode::folded(known) == unicode::folded(text);
        });
    };
    for (const auto& report : reports)
        if (const auto* line = line_of(report, subject); line != nullptr && is_new(line->text))
            texts.push_back(line->text);
    return number_of(reports, subject) + " " + text::joined(texts, " / ");
}

/// One heading: a line a report, then a line an edition.
class Section {
public:
    Section(const std::vector<Compared>& reports, const std::string& subject, bool questions,
            const Terminal& terminal, StateMarks& marks)
        : reports_(reports), subject_(subject), questions_(questions), terminal_(terminal), marks_(marks) {}

    std::string text() {
        for (const auto& line :
             text::wrapped(heading_of(reports_, subject_), static_cast<std::size_t>(terminal_.width)))
            text_ += coloured(line, Colour::bold, terminal_) + '\n';
        for (const auto& report : reports_)
            if (const auto* line = line_of(report, subject_))
                add(title_of(report.report), figures_text(line->figures),
                    bar_of(line->figures, questions_ ? 29 : 36, terminal_));
        std::vector<std::string> told;
        for (const auto& report : reports_)
            if (std::find(told.begin(), told.end(), report.report.edition) == told.end()) {
                told.push_back(report.report.edition);
                add_mean(report);
            }
        return std::move(text_);
    }

private:
    /// A wider terminal leaves more for names.
    [[nodiscard]] std::size_t title_width() const {
        constexpr std::size_t least = 28;
        constexpr std::size_t most = 60;
        constexpr std::size_t figures_and_bar = 60;
        const auto width = static_cast<std::size_t>(terminal_.table_width());
        return width < least + figures_and_bar ? least : std::min(most, width - figures_and_bar);
    }

    void add(const std::string& title, const std::string& figures, const std::string& bar) {
        const auto title_width = this->title_width();
        auto line =
            fmt::format("  {}  {}  {}", text::padded_right(text::shortened(title, title_width), title_width),
                        text::padded_left(figures, questions_ ? 17 : 10), bar);
        line.erase(line.find_last_not_of(' ') + 1);
        text_ += line + '\n';
    }

    [[nodiscard]] std::string figures_text(const enquiry::Figures& figures) const {
        auto points =
            points_text(figures, marks_) + "/" + figure_text(figures.max, figures.max_state, marks_);
        if (!questions_) return points;
        return fmt::format("{:>7} {:>3} %", points,
                           figure_text(figures.percent, figures.percent_state, marks_));
    }

    void add_mean(const Compared& report) {
        const auto* mean = mean_of(report, subject_);
        if (mean == nullptr) return;
        add(text::tr("mean of edition {} ({})", report.report.edition, mean->reports),
            mean_text(*mean, marks_) + (questions_ ? " %" : ""), unsound_text(*mean));
    }

    const std::vector<Compared>& reports_;
    const std::string& subject_;
    bool questions_;
    const Terminal& terminal_;
    StateMarks& marks_;
    std::string text_;
};

/// What the reports are called by, in every archive.
std::string keys_of(const std::vector<Compared>& reports, const Terminal& terminal, StateMarks& marks) {
    text::Table table({{"report"}, {"edition"}, {"evaluation"}});
    for (const auto& compared : reports)
        table.add({title_of(compared.report),
                   text::value_of(compared.report.edition + marks.of(compared.edition_state)),
                   compared.report.key});
    return table.text(text::Format::table, terminal.table_width());
}

/// What a bar shows: the points of an area, the per cent of a question.
std::optional<publish::charts::Amount> amount_of(const enquiry::Figures& figures, bool question) {
    const auto& figure = question ? figures.percent : figures.points;
    if (!figure) return std::nullopt;
    const auto state = question ? figures.percent_state : figures.points_state;
    return publish::charts::Amount{figure->real(),
                                   spoken(*figure) + publish::sign_of(state) + (question ? " %" : ""),
                                   archive::is_unsound(state)};
}

std::string legend_of(const Compared& compared) {
    auto words = text::tr("{}, edition {}", title_of(compared.report),
                          compared.report.edition.empty() ? text::tr("not stated") : compared.report.edition);
    const auto* total = line_of(compared, "");
    if (total == nullptr || !total->figures.points) return words;
    const auto& figures = total->figures;
    words += fmt::format(", {}{}", spoken(*figures.points), publish::sign_of(figures.points_state));
    if (figures.max) words += text::tr(" of {}{}", *figures.max, publish::sign_of(figures.max_state));
    return words;
}

std::string chart_of(const std::vector<Compared>& reports, bool questions, const std::string& note) {
    publish::charts::Comparison chart{.frame = {.id = "compare", .is_file = true},
                                      .mean = text::tr("mean of the report's edition"),
                                      .unsure = text::tr("doubtful or inconsistent"),
                                      .note = note,
                                      .full = points_an_area};
    std::vector<std::string> names;
    for (const auto& compared : reports) {
        chart.reports.push_back(legend_of(compared));
        names.push_back(title_of(compared.report));
    }
    chart.frame.title = questions ? text::tr("{}: questions", text::joined(names, ", "))
                                  : text::tr("{}: areas", text::joined(names, ", "));
    for (const auto& subject : subjects_of(reports)) {
        if (subject.empty()) continue; // the legend has it
        auto& row = chart.rows.emplace_back();
        row.label = heading_of(reports, subject);
        chart.frame.description += row.label + ": ";
        for (std::size_t i = 0; i < reports.size(); ++i) {
            auto& bar = row.bars.emplace_back();
            if (const auto* line = line_of(reports[i], subject))
                bar.amount = amount_of(line->figures, questions);
            if (const auto* mean = mean_of(reports[i], subject); mean != nullptr && mean->reports > 0)
                bar.mean = mean->points;
            chart.frame.description +=
                fmt::format("{}{} {}", i == 0 ? "" : ", ", names[i], bar.amount ? bar.amount->words : "–");
        }
        chart.frame.description += ". ";
    }
    chart.frame.description += note;
    return comparison_chart(chart);
}

ExitCode compare(const CompareOptions& options, const Context& context) {
    const auto reports = compared_reports(options, context);
    const auto note = editions_note(editions_of(reports));
    const bool questions = options.area != 0;
    if (options.format == "svg") {
        context.out.write(chart_of(reports, questions, note));
        return ExitCode::all_well;
    }
    const auto format = text::format_from(options.format);
    if (format != text::Format::table) {
        if (!note.empty()) context.talk.remark(note);
        context.out.write(
            machine_table(reports, questions).text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    const auto& terminal = context.out.terminal();
    if (!note.empty()) {
        context.out.write_paragraph(note);
        context.out.write("\n");
    }
    StateMarks marks;
    std::vector<std::string> sections{keys_of(reports, terminal, marks)};
    for (const auto& subject : subjects_of(reports))
        sections.push_back(Section(reports, subject, questions, terminal, marks).text());
    if (sections.size() == 1) sections.emplace_back(text::tr("nothing to compare\n"));
    context.out.write(text::joined(sections, "\n"));
    write_note(marks, context.out);
    return ExitCode::all_well;
}

} // namespace

Command compare_command() {
    const auto options = std::make_shared<CompareOptions>();
    return {.name = "compare",
            .summary = "reports side by side, with the means of their editions",
            .details = "REPORT is named as for kompass show; of a municipality with several reports the "
                       "latest is taken, a year after the name chooses another. Reports of different "
                       "editions are compared only with a word of warning, and their questions only where "
                       "the rules say that they are the same (rules/concordance.csv), whatever their "
                       "numbers. A sign behind a figure says that "
                       "it is not simply sound; a note at the end explains those used. --format svg draws "
                       "a bar for each report and area.",
            .example = "  kompass compare --archive arkiv.db Köping Kumla\n"
                       "  kompass compare --archive arkiv.db Köping 2017 Kumla 2017 --area 3",
            .options = {archive_option(options->archive),
                        format_or_chart_option(options->format),
                        area_option(options->area, "the questions of this area instead of the areas"),
                        sound_only_option(options->sound_only, "the means"),
                        {.names = "REPORT",
                         .value = "...",
                         .help = "which reports",
                         .target = &options->reports,
                         .required = true}},
            .run = [options](const Context& context) { return compare(*options, context); }};
}

} // namespace kompass::cli
