// kompass trend: a municipality's evaluations through the years.
#include "cli/commands.h"

#include "cli/editions_note.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/course.h"
#include "model/instrument.h"
#include "publish/charts/course_chart.h"
#include "text/language.h"

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

using enquiry::Course;
using enquiry::CourseEvaluation;
using Source = CourseEvaluation::Source;

const char* name_of(Source source) {
    if (source == Source::other_scoring) return "other scoring";
    return source == Source::history ? "history" : "report";
}

std::string signed_text(Decimal difference) {
    return (difference < 0 ? "" : "+") + spoken(difference);
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
            table.add({evaluation.municipality, text::value_of(evaluation.year),
                       text::value_of(evaluation.edition), area, figure_value(figures.points),
                       state_value(figures.points_state), text::told(name_of(evaluation.source)),
                       evaluation.report, evaluation.told_by});
        };
        add("all", evaluation.total);
        for (std::size_t i = 0; i < evaluation.areas.size(); ++i)
            add(std::to_string(i + 1), evaluation.areas[i]);
    }
    return table;
}

std::string where(const CourseEvaluation& evaluation) {
    switch (evaluation.source) {
    case Source::history:
        return text::tr(" printed in ");
    case Source::other_scoring:
        return text::tr(" other scoring in ");
    case Source::report:
        break;
    }
    return " ";
}

/// Where it was called otherwise.
std::string name_there(const Course& course, const CourseEvaluation& evaluation) {
    return evaluation.municipality == course.municipality ? ""
                                                          : fmt::format(" ({})", evaluation.municipality);
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
                                     (evaluation.edition.empty() ? "–" : evaluation.edition) +
                                         marks.of(evaluation.edition_state)};
        for (const auto& area : evaluation.areas)
            row.emplace_back(points_text(area, marks));
        const auto difference = enquiry::change(course, i);
        row.emplace_back(points_text(evaluation.total, marks));
        row.push_back(difference ? text::Value{signed_text(*difference)} : text::Value{});
        row.emplace_back(bar_of(evaluation.total, bar_width, terminal) + where(evaluation) +
                         evaluation.told_by + name_there(course, evaluation));
        table.add(std::move(row));
    }
    return table.text(text::Format::table, terminal.table_width());
}

std::string note_on(const Course& course) {
    std::vector<std::string> editions;
    for (const auto& evaluation : course.evaluations)
        editions.push_back(evaluation.edition);
    return editions_note(editions);
}

std::string chart_of(const Course& course, const std::string& note) {
    const publish::charts::CourseWords words{.edition = text::tr("edition {}"),
                                             .no_edition = text::tr("edition not stated"),
                                             .own = text::tr("by a report of its own"),
                                             .told = text::tr("as another report prints it"),
                                             .unsure = text::tr("doubtful or inconsistent"),
                                             .most = points_of_all_areas,
                                             .point = text::number(0.5, 1)[1]};
    std::string told;
    for (const auto& evaluation : course.evaluations)
        if (evaluation.total.points && evaluation.year)
            told += fmt::format("{} ({}): {}{}. ", *evaluation.year,
                                evaluation.edition.empty() ? text::tr("edition not stated")
                                                           : text::tr("edition {}", evaluation.edition),
                                spoken(*evaluation.total.points),
                                publish::sign_of(evaluation.total.points_state));
    return trend_chart(
        publish::charts::trend_of(course,
                                  {.id = "trend",
                                   .title = text::tr("{}: points of all areas", course.municipality),
                                   .description = told + note,
                                   .is_file = true},
                                  words));
}

constexpr auto about_other_scorings = text::message(
    "other scoring: what a report is scored by another edition, beside its own scores. It compares with "
    "reports of that edition, and counts in no mean or ranking.");

bool has_other_scoring(const Course& course) {
    return std::any_of(course.evaluations.begin(), course.evaluations.end(),
                       [](const CourseEvaluation& one) { return one.source == Source::other_scoring; });
}

ExitCode trend(const TrendOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto latest = find_latest_report(archive, options.municipality);
    if (latest.municipality.empty())
        throw std::runtime_error(text::tr("no municipality was found in that report"));
    const auto among = options.sound_only ? enquiry::Among::sound_only : enquiry::Among::all;
    Course course;
    archive.consult([&](const archive::Connection& connection) {
        course = enquiry::course_of(connection, archive::LastingMunicipalities(connection),
                                    latest.code_now.empty() ? latest.municipality : latest.code_now, among);
    });
    course.municipality = latest.municipality;
    const auto note = note_on(course);
    if (options.format == "svg") {
        context.out.write(chart_of(course, note));
        return ExitCode::all_well;
    }
    const auto format = text::format_from(options.format);
    if (format != text::Format::table) {
        if (!note.empty()) context.talk.remark(note);
        context.out.write(machine_table(course).text(format, context.out.terminal().table_width()));
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
    if (has_other_scoring(course)) context.out.write_paragraph(text::tr(about_other_scorings));
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
                       "is not simply sound; a note at the end explains those used. --format svg draws the "
                       "totals, a line an edition.",
            .example = "  kompass trend --archive arkiv.db Östersund\n"
                       "  kompass trend --archive arkiv.db --format svg Östersund > ostersund.svg",
            .options = {archive_option(options->archive),
                        format_or_chart_option(options->format),
                        sound_only_option(options->sound_only, "the means"),
                        {.names = "MUNICIPALITY",
                         .value = "...",
                         .help = "its name, or one of its reports",
                         .target = &options->municipality,
                         .required = true}},
            .run = [options](const Context& context) { return trend(*options, context); }};
}

} // namespace kompass::cli
