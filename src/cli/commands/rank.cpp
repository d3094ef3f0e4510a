// kompass rank: who has most points, edition by edition.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "model/cell.h"
#include "model/instrument.h"
#include "text/fitting.h"

#include <fmt/format.h>

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
};

/// The ranking of one edition.
struct EditionRanking {
    std::string edition;
    std::vector<enquiry::RankedReport> reports;
    std::optional<enquiry::Mean> mean;
};

enquiry::Subject subject_of(const RankOptions& options) {
    enquiry::Subject subject;
    if (options.area > 0) subject.area = options.area;
    if (options.question.empty()) return subject;
    if (!is_question_number(options.question))
        throw std::runtime_error("'" + options.question + "' is no question, such as 3.2");
    subject.area = question_cell(options.question, CellField::whole).area;
    subject.question = options.question;
    return subject;
}

std::vector<EditionRanking> rankings(const archive::Archive& archive, const RankOptions& options) {
    const auto subject = subject_of(options);
    std::vector<EditionRanking> rankings;
    archive.consult([&](const archive::Connection& connection) {
        auto editions = enquiry::editions_in_use(connection);
        if (!options.edition.empty()) editions = {options.edition};
        for (const auto& edition : editions)
            rankings.push_back(
                {edition, ranking(connection, edition, subject), mean(connection, edition, subject)});
    });
    if (options.limit > 0)
        for (auto& ranking : rankings)
            if (ranking.reports.size() > static_cast<std::size_t>(options.limit))
                ranking.reports.resize(static_cast<std::size_t>(options.limit));
    std::erase_if(rankings, [](const EditionRanking& ranking) { return ranking.reports.empty(); });
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
                       {"doubtful"},
                       {"report", text::Align::right}});
    for (const auto& ranking : rankings)
        for (const auto& line : ranking.reports)
            table.add({ranking.edition, rank_value(line), text::value_of(line.report.municipality),
                       text::value_of(line.report.year), figure_value(line.figures.points),
                       figure_value(line.figures.max), figure_value(line.figures.percent),
                       doubtful_value(line.figures), line.report.id});
    return table;
}

std::string table_for_people(const EditionRanking& ranking, bool by_percent, const Terminal& terminal) {
    constexpr std::size_t bar_width = 40;
    text::Table table({{"rank", text::Align::right},
                       {"municipality"},
                       {"year", text::Align::right},
                       {"points", text::Align::right},
                       {by_percent ? "%" : "max", text::Align::right},
                       {""}});
    for (const auto& line : ranking.reports) {
        auto shown = line.figures;
        if (by_percent) shown = {line.figures.percent, most_percent, std::nullopt, line.figures.doubtful};
        table.add({rank_value(line), text::value_of(line.report.municipality),
                   text::value_of(line.report.year), points_text(line.figures),
                   figure_value(by_percent ? line.figures.percent : line.figures.max),
                   bar_of(shown, bar_width, terminal)});
    }
    return table.text(text::Format::table);
}

std::string text_of(const std::vector<EditionRanking>& rankings, bool by_percent, const Terminal& terminal) {
    std::string text;
    for (const auto& ranking : rankings) {
        text += (text.empty() ? "" : "\n") + coloured("Edition " + ranking.edition, Colour::bold, terminal) +
                '\n' + table_for_people(ranking, by_percent, terminal);
        if (ranking.mean)
            text += fmt::format("mean {}{}, of {}\n", mean_text(*ranking.mean), by_percent ? " %" : "",
                                text::counted(static_cast<std::size_t>(ranking.mean->reports), "report"));
    }
    return text.empty() ? "no report\n" : text;
}

ExitCode rank(const RankOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive);
    const auto found = rankings(archive, options);
    const auto format = text::format_from(options.format);
    context.out.write(format == text::Format::table
                          ? text_of(found, !options.question.empty(), context.out.terminal())
                          : machine_table(found).text(format));
    return ExitCode::all_well;
}

} // namespace

Command rank_command() {
    const auto options = std::make_shared<RankOptions>();
    return {.name = "rank",
            .summary = "the reports of each edition, best first",
            .details = "By the eight areas together, by one area (--area) or by one question (--question, in "
                       "per cent since its maximum may shift). Scores of different editions do not compare: "
                       "each edition has a table and a mean of its own. Equal figures share a rank; a figure "
                       "with ? should be checked by a person.",
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
                         .target = &options->limit}},
            .run = [options](const Context& context) { return rank(*options, context); }};
}

} // namespace kompass::cli
