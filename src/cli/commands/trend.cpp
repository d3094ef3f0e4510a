// kompass trend: a municipality's evaluations through the years.
#include "cli/commands.h"

#include "cli/editions_note.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/other_scorings.h"
#include "model/instrument.h"
#include "text/fitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct TrendOptions {
    std::string archive;
    std::string format = "table";
    std::vector<std::string> municipality;
    bool sound_only = false;
};

/// One evaluation, as its own report tells it or as a later one prints it.
struct Evaluation {
    std::optional<int> year;
    std::string edition; ///< empty: not stated
    enquiry::Figures total;
    std::vector<enquiry::Figures> areas{std::size_t{area_count}};
    enum class Source {
        report,        ///< its own scores
        other_scoring, ///< scores by another edition that it prints beside its own
        history,       ///< in a report of another year, or otherwise than in its own
    };
    Source source = Source::report;
    std::string told_by; ///< the key of the evaluation whose report says so
    std::int64_t report = 0;
};

struct Course {
    std::string municipality;
    std::vector<Evaluation> evaluations;                      ///< oldest first
    std::vector<std::pair<std::string, enquiry::Mean>> means; ///< totals, by edition
};

Evaluation evaluation_of(const archive::Connection& connection, const enquiry::ReportName& report) {
    Evaluation evaluation{.year = report.year,
                          .edition = report.edition,
                          .total = {},
                          .told_by = report.key,
                          .report = report.id};
    for (const auto& line : enquiry::area_lines(connection, report.id)) {
        if (line.number.empty())
            evaluation.total = line.figures;
        else
            evaluation.areas.at(std::stoul(line.number) - 1) = line.figures;
    }
    return evaluation;
}

Evaluation evaluation_of(const enquiry::PrintedYear& printed) {
    Evaluation evaluation{.year = printed.year,
                          .edition = {},
                          .total = printed.total,
                          .areas = printed.areas,
                          .source = Evaluation::Source::history,
                          .told_by = printed.printed_in.key,
                          .report = printed.printed_in.id};
    return evaluation;
}

Evaluation evaluation_of(const enquiry::ReportName& report, const enquiry::OtherScoring& scoring) {
    return {.year = report.year,
            .edition = scoring.edition,
            .total = scoring.total,
            .areas = scoring.areas,
            .source = Evaluation::Source::other_scoring,
            .told_by = report.key,
            .report = report.id};
}

const char* name_of(Evaluation::Source source) {
    if (source == Evaluation::Source::other_scoring) return "other scoring";
    return source == Evaluation::Source::history ? "history" : "report";
}

Course course_of(const archive::Connection& connection, const std::string& municipality,
                 enquiry::Among among) {
    Course course{municipality, {}, {}};
    const auto reports = enquiry::reports_of(connection, municipality);
    for (const auto& report : reports) {
        for (const auto& scoring : enquiry::other_scorings(connection, report.id))
            course.evaluations.push_back(evaluation_of(report, scoring));
        course.evaluations.push_back(evaluation_of(connection, report));
        const auto known = [&](const auto& mean) { return mean.first == report.edition; };
        if (std::any_of(course.means.begin(), course.means.end(), known)) continue;
        if (const auto mean = enquiry::mean(connection, report.edition, {}, among))
            course.means.emplace_back(report.edition, *mean);
    }
    for (const auto& printed : enquiry::printed_history(connection, reports))
        course.evaluations.push_back(evaluation_of(printed));
    std::stable_sort(course.evaluations.begin(), course.evaluations.end(),
                     [](const Evaluation& a, const Evaluation& b) { return a.year < b.year; });
    return course;
}

/// The difference to the evaluation before, where both are known to be of one edition: of one that was scored
/// by two, each is compared with its like.
std::optional<Decimal> change(const Course& course, std::size_t index) {
    const auto& now = course.evaluations[index];
    std::optional<int> year_before;
    for (std::size_t before = index; before-- > 0;) {
        const auto& earlier = course.evaluations[before];
        // Another report's word for a year, or another report of the same evaluation.
        if (earlier.edition.empty() || earlier.year == now.year) continue;
        if (year_before && earlier.year != year_before) return std::nullopt;
        year_before = earlier.year;
        if (now.edition != earlier.edition) continue;
        if (!now.total.points || !earlier.total.points) return std::nullopt;
        return *now.total.points - *earlier.total.points;
    }
    return std::nullopt;
}

std::string signed_text(Decimal difference) {
    return (difference < 0 ? "" : "+") + difference.text();
}

text::Table machine_table(const Course& course) {
    text::Table table({{"municipality"},
                       {"year", text::Align::right},
                       {"edition"},
                       {"area"},
                       {"points", text::Align::right},
                       {"state"},
                       {"told_by"},
                       {"report", text::Align::right},
                       {"evaluation"}});
    for (const auto& evaluation : course.evaluations) {
        const auto add = [&](const std::string& area, const enquiry::Figures& figures) {
            table.add({course.municipality, text::value_of(evaluation.year),
                       text::value_of(evaluation.edition), area, figure_value(figures.points),
                       state_value(figures.points_state), name_of(evaluation.source), evaluation.report,
                       evaluation.told_by});
        };
        add("all", evaluation.total);
        for (std::size_t i = 0; i < evaluation.areas.size(); ++i)
            add(std::to_string(i + 1), evaluation.areas[i]);
    }
    return table;
}

const char* where(const Evaluation& evaluation) {
    switch (evaluation.source) {
    case Evaluation::Source::history:
        return " printed in ";
    case Evaluation::Source::other_scoring:
        return " other scoring in ";
    case Evaluation::Source::report:
        break;
    }
    return " ";
}

std::string table_for_people(const Course& course, const Terminal& terminal, StateMarks& marks) {
    constexpr std::size_t bar_width = 24;
    std::vector<text::Column> columns{{"year", text::Align::right}, {"edition"}};
    for (int i = 1; i <= area_count; ++i)
        columns.push_back({std::to_string(i), text::Align::right});
    columns.insert(columns.end(), {{"all", text::Align::right},
                                   {"change", text::Align::right},
                                   {"", text::Align::left, text::Layout::below}});
    text::Table table(std::move(columns));
    for (std::size_t i = 0; i < course.evaluations.size(); ++i) {
        const auto& evaluation = course.evaluations[i];
        std::vector<text::Value> row{text::value_of(evaluation.year),
                                     evaluation.edition.empty() ? "–" : evaluation.edition};
        for (const auto& area : evaluation.areas)
            row.emplace_back(points_text(area, marks));
        const auto difference = change(course, i);
        row.emplace_back(points_text(evaluation.total, marks));
        row.push_back(difference ? text::Value{signed_text(*difference)} : text::Value{});
        row.emplace_back(bar_of(evaluation.total, bar_width, terminal) + where(evaluation) +
                         evaluation.told_by);
        table.add(std::move(row));
    }
    return table.text(text::Format::table);
}

std::string note_on(const Course& course) {
    std::vector<std::string> editions;
    for (const auto& evaluation : course.evaluations)
        editions.push_back(evaluation.edition);
    return editions_note(editions);
}

constexpr auto about_other_scorings =
    "other scoring: what a report is scored by another edition, beside its own scores. It compares with "
    "reports of that edition, and counts in no mean or ranking.";

bool has_other_scoring(const Course& course) {
    return std::any_of(course.evaluations.begin(), course.evaluations.end(),
                       [](const Evaluation& one) { return one.source == Evaluation::Source::other_scoring; });
}

ExitCode trend(const TrendOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto municipality = find_latest_report(archive, options.municipality).municipality;
    if (municipality.empty()) throw std::runtime_error("no municipality was found in that report");
    const auto among = options.sound_only ? enquiry::Among::sound_only : enquiry::Among::all;
    Course course;
    archive.consult(
        [&](const archive::Connection& connection) { course = course_of(connection, municipality, among); });
    const auto note = note_on(course);
    const auto format = text::format_from(options.format);
    if (format != text::Format::table) {
        if (!note.empty()) context.talk.remark(note);
        context.out.write(machine_table(course).text(format));
        return ExitCode::all_well;
    }
    const auto& terminal = context.out.terminal();
    StateMarks marks;
    context.out.write(coloured(course.municipality, Colour::bold, terminal) + '\n' +
                      table_for_people(course, terminal, marks) + '\n');
    for (const auto& [edition, mean] : course.means) {
        const auto unsound = unsound_text(mean);
        context.out.print("mean of edition {}: {} points, of {}{}{}\n", edition, mean_text(mean, marks),
                          text::counted(static_cast<std::size_t>(mean.reports), "report"),
                          unsound.empty() ? "" : ", ", unsound);
    }
    if (!note.empty()) context.out.write_paragraph(note);
    if (has_other_scoring(course)) context.out.write_paragraph(about_other_scorings);
    write_note(marks, context.out);
    return ExitCode::all_well;
}

} // namespace

Command trend_command() {
    const auto options = std::make_shared<TrendOptions>();
    return {.name = "trend",
            .summary = "a municipality's evaluations through the years",
            .details = "One row an evaluation: the points of the areas and in all. A year without a report "
                       "of its own, or one that a report prints otherwise, stands as printed; the edition is "
                       "then not stated. A report that is scored by two editions has a row for each; what is "
                       "not its own is "
                       "called an other scoring. Under each row is the key of the evaluation whose report "
                       "says so. `change` is "
                       "to the report before, within one edition only. A sign behind a figure says that it "
                       "is not simply sound; a note at the end explains those used.",
            .example = "  kompass trend --archive arkiv.db Östersund",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        sound_only_option(options->sound_only, "the means"),
                        {.names = "MUNICIPALITY",
                         .value = "...",
                         .help = "its name, or one of its reports",
                         .target = &options->municipality,
                         .required = true}},
            .run = [options](const Context& context) { return trend(*options, context); }};
}

} // namespace kompass::cli
