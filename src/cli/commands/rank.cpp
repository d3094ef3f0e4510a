// kompass rank: who has most points, edition by edition.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/editions_note.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "model/cell.h"
#include "model/instrument.h"
#include "text/language.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct RankOptions {
    std::string archive;
    std::string format = "table";
    std::string edition;
    std::string question;
    int area = 0;  ///< 0: all areas together
    int limit = 0; ///< 0: all
    bool sound_only = false;
};

/// The ranking of one edition.
struct EditionRanking {
    std::string edition;
    enquiry::Ranking ranking;
    std::optional<enquiry::Mean> mean;
};

enquiry::Subject subject_of(const RankOptions& options) {
    enquiry::Subject subject;
    if (options.area > 0) subject.area = options.area;
    if (options.question.empty()) return subject;
    if (!is_question_number(options.question))
        throw std::runtime_error(text::tr("'{}' is no question, such as 3.2", options.question));
    subject.area = question_cell(options.question, CellField::whole).area;
    subject.question = options.question;
    return subject;
}

std::vector<EditionRanking> rankings(const archive::Archive& archive, const RankOptions& options) {
    const auto subject = subject_of(options);
    const auto among = options.sound_only ? enquiry::Among::sound_only : enquiry::Among::all;
    std::vector<EditionRanking> rankings;
    archive.consult([&](const archive::Connection& connection) {
        require_edition_in_use(connection, options.edition);
        auto editions = enquiry::editions_in_use(connection);
        if (!options.edition.empty()) editions = {options.edition};
        for (const auto& edition : editions)
            rankings.push_back({edition, ranking(connection, edition, subject, among),
                                mean(connection, edition, subject, among)});
    });
    if (options.limit > 0)
        for (auto& [edition, ranking, mean] : rankings)
            if (ranking.reports.size() > static_cast<std::size_t>(options.limit))
                ranking.reports.resize(static_cast<std::size_t>(options.limit));
    std::erase_if(rankings, [](const EditionRanking& one) {
        return one.ranking.reports.empty() && one.ranking.left_out == 0;
    });
    return rankings;
}

text::Value rank_value(const enquiry::RankedReport& report) {
    return text::value_of(report.rank);
}

text::Table machine_table(const std::vector<EditionRanking>& rankings) {
    text::Table table({{"edition"},
                       {"rank", text::Align::right},
                       {"municipality"},
                       {"year", text::Align::right},
                       {"points", text::Align::right},
                       {"max", text::Align::right},
                       {"percent", text::Align::right},
                       {"state"},
                       {"report", text::Align::right},
                       {"evaluation"},
                       {"edition_state"}});
    for (const auto& [edition, ranking, mean] : rankings)
        for (const auto& line : ranking.reports)
            table.add({edition, rank_value(line), text::value_of(line.report.municipality),
                       text::value_of(line.report.year), figure_value(line.figures.points),
                       figure_value(line.figures.max), figure_value(line.figures.percent),
                       state_value(line.figures.state()), line.report.id, line.report.key,
                       state_value(line.edition_state)});
    return table;
}

/// Else the heading says it of all.
bool any_edition_marked(const enquiry::Ranking& ranking) {
    return std::any_of(ranking.reports.begin(), ranking.reports.end(),
                       [](const auto& one) { return *publish::sign_of(one.edition_state) != '\0'; });
}

std::string table_for_people(const enquiry::Ranking& ranking, bool by_percent, const Terminal& terminal,
                             StateMarks& marks) {
    constexpr std::size_t bar_width = 20;
    std::vector<text::Column> columns{
        {"rank", text::Align::right}, {"municipality"}, {"year", text::Align::right}};
    const bool has_editions = any_edition_marked(ranking);
    if (has_editions) columns.push_back({"edition"});
    columns.insert(columns.end(), {{"points", text::Align::right},
                                   {by_percent ? "%" : "max", text::Align::right},
                                   {""},
                                   {"evaluation"}});
    text::Table table(std::move(columns));
    for (const auto& [rank, report, figures, edition_state] : ranking.reports) {
        const auto beside = by_percent ? figure_text(figures.percent, figures.percent_state, marks)
                                       : figure_text(figures.max, figures.max_state, marks);
        const auto shown =
            by_percent ? enquiry::Figures{figures.percent, most_percent, std::nullopt} : figures;
        std::vector<text::Value> row{text::value_of(rank), text::value_of(report.municipality),
                                     text::value_of(report.year)};
        if (has_editions) row.emplace_back(report.edition + marks.of(edition_state));
        row.emplace_back(points_text(figures, marks));
        row.emplace_back(beside);
        row.emplace_back(bar_of(shown, bar_width, terminal));
        row.emplace_back(report.key);
        table.add(std::move(row));
    }
    return table.text(text::Format::table, terminal.table_width());
}

std::string mean_line(const enquiry::Mean& mean, bool by_percent, StateMarks& marks) {
    const auto unsound = unsound_text(mean);
    return text::tr("mean {}{}, of {}{}{}\n", mean_text(mean, marks), by_percent ? " %" : "",
                    text::counted(static_cast<std::size_t>(mean.reports), "report"),
                    unsound.empty() ? "" : ", ", unsound);
}

void write_for_people(const std::vector<EditionRanking>& rankings, bool by_percent, Output& out) {
    StateMarks marks;
    std::string text;
    for (const auto& [edition, ranking, mean] : rankings) {
        text += (text.empty() ? "" : "\n") +
                coloured(text::tr("Edition {}", edition), Colour::bold, out.terminal()) + '\n' +
                table_for_people(ranking, by_percent, out.terminal(), marks);
        if (mean) text += mean_line(*mean, by_percent, marks);
    }
    out.write(text.empty() ? text::tr("no report\n") : text);
    write_note(marks, out);
}

/// What a table for machines has no room for.
void tell_left_out(const std::vector<EditionRanking>& rankings, Talk& talk) {
    for (const auto& [edition, ranking, mean] : rankings)
        if (ranking.left_out > 0)
            talk.remark(text::tr("edition {}: {}", edition, unsound_text(mean.value())));
}

ExitCode rank(const RankOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto found = rankings(archive, options);
    const auto format = text::format_from(options.format);
    if (format == text::Format::table) {
        write_for_people(found, !options.question.empty(), context.out);
        return ExitCode::all_well;
    }
    context.out.write(machine_table(found).text(format, context.out.terminal().table_width()));
    tell_left_out(found, context.talk);
    return ExitCode::all_well;
}

} // namespace

Command rank_command() {
    const auto options = std::make_shared<RankOptions>();
    return {.name = "rank",
            .summary = "the reports of each edition, best first",
            .details = "By the eight areas together, by one area (--area) or by one question (--question, in "
                       "per cent since its maximum may shift). Scores of different editions do not compare: "
                       "each edition has a table and a mean of its own. Equal figures share a rank. A "
                       "sign behind a figure says that it is not simply sound; a note under the tables "
                       "explains those used, the column state says it of points, maximum and percent.",
            .example = "  kompass rank --archive arkiv.db --area 3 --edition 2016",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        area_option(options->area, "by this area, 1 to 8"),
                        {.names = "--question",
                         .value = "N.M",
                         .help = "by this question",
                         .target = &options->question},
                        {.names = "--edition",
                         .value = "EDITION",
                         .help = "only this edition, e.g. 2016",
                         .target = &options->edition},
                        {.names = "--limit",
                         .value = "N",
                         .help = "only the first so many of each edition",
                         .target = &options->limit},
                        sound_only_option(options->sound_only, "ranks and means")},
            .run = [options](const Context& context) { return rank(*options, context); }};
}

} // namespace kompass::cli
