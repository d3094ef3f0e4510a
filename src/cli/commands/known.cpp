// kompass known: totals that other publications give, into an archive, out of it, and away.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/outside/known_sheet.h"
#include "cli/help/did_you_mean.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/sheets/given_file.h"
#include "text/language.h"
#include "text/retelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct KnownOptions {
    std::string archive, csv, source;
};

/// "Köping 2017-10: 426.5 in all and 8 areas (SKL 2018)"
std::string told(const archive::KnownTotals& totals) {
    const auto month = totals.month ? fmt::format("-{:02}", *totals.month) : "";
    const auto all = totals.points.find(0);
    const auto areas = totals.points.size() - (all == totals.points.end() ? 0 : 1);
    std::string points = all == totals.points.end() ? "" : text::tr("{} in all", all->second);
    if (areas > 0) points += (points.empty() ? "" : text::tr(" and ")) + text::counted(areas, "area");
    return fmt::format("{} {}{}: {} ({})", totals.municipality, totals.year, month, points, totals.source);
}

/// All lines or none.
ExitCode import_known(const KnownOptions& options, const Context& context) {
    auto archive = archive::Archive::open_for_writing(wait_for_lock(options.archive, context));
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings, archive));
    const auto sheet =
        archive::parsed_known_sheet(content_of_file(options.csv), options.csv, knowledge.municipalities);
    for (const auto& fault : sheet.faults)
        context.talk.error(fmt::format("{}:{}: {}", options.csv, fault.line, text::retold(fault.what)));
    if (!sheet.faults.empty())
        throw std::runtime_error(text::tr("{}: {} refused, so none was taken; mend {} and import it again",
                                          options.csv, text::counted(sheet.faults.size(), "line"),
                                          sheet.faults.size() == 1 ? text::tr("it") : text::tr("them")));
    std::vector<archive::KnownTotals> all;
    for (const auto& line : sheet.lines)
        all.push_back(line.totals);
    const auto kept = archive.keep_known(all);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto& line = sheet.lines[i];
        context.out.print("{}:{}: {}, {}\n", options.csv, line.line, told(line.totals),
                          text::tr(name_of(kept[i])));
        if (!line.remark.empty())
            context.talk.remark(fmt::format("{}:{}: {}", options.csv, line.line, text::retold(line.remark)));
    }
    const auto count = [&](archive::Keeping keeping) {
        return std::count(kept.begin(), kept.end(), keeping);
    };
    const auto added = count(archive::Keeping::added);
    const auto changed = count(archive::Keeping::changed);
    const auto known = count(archive::Keeping::known);
    context.out.print("{}, {}, {}; kompass audit --kind known compares them\n",
                      text::tr_many(added, "{} added", added), text::tr_many(changed, "{} changed", changed),
                      text::tr_many(known, "{} known", known));
    return ExitCode::all_well;
}

ExitCode export_known(const KnownOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    context.out.write(archive::known_sheet(archive.consult(archive::list_known_totals)));
    return ExitCode::all_well;
}

ExitCode forget_known(const KnownOptions& options, const Context& context) {
    auto archive = archive::Archive::open_for_writing(wait_for_lock(options.archive, context));
    std::vector<std::string> sources;
    for (const auto& totals : archive.consult(archive::list_known_totals))
        sources.push_back(totals.source);
    if (std::find(sources.begin(), sources.end(), options.source) == sources.end())
        throw std::runtime_error(text::tr("no figures of '{}' are there{}", options.source,
                                          did_you_mean(options.source, sources)));
    const auto forgotten = archive.forget_known(options.source);
    context.out.print("taken out: what {} gives of {}\n", options.source,
                      text::counted(forgotten, "evaluation"));
    return ExitCode::all_well;
}

} // namespace

Command known_import_command() {
    const auto options = std::make_shared<KnownOptions>();
    return {
        .name = "known import",
        .summary = "totals that other publications give, to compare with",
        .details =
            "Takes a CSV sheet with the columns municipality, year, total and source, and where they are "
            "known month and area_1 to area_8. The municipality is named as in the register, or by its "
            "code; points may have a half (426,5). Either all lines are taken or none: each that is wrong "
            "is told, with what to do. What a source gives of an evaluation takes the place of what it gave "
            "before, so that a sheet may be mended and imported again. kompass audit --kind known compares; "
            "nothing in the archive is changed by it.",
        .example = "  kompass known import --archive arkiv.db totals.csv",
        .options = {archive_option(options->archive),
                    {.names = "CSV",
                     .value = "",
                     .help = "the sheet; - is standard input",
                     .target = &options->csv,
                     .required = true}},
        .run = [options](const Context& context) { return import_known(*options, context); }};
}

Command known_export_command() {
    const auto options = std::make_shared<KnownOptions>();
    return {.name = "known export",
            .summary = "the sheet of known totals, as it is imported",
            .details = "Prints all totals of other publications that the archive keeps, in the form that "
                       "kompass known import takes.",
            .example = "  kompass known export --archive arkiv.db > totals.csv",
            .options = {archive_option(options->archive)},
            .run = [options](const Context& context) { return export_known(*options, context); }};
}

Command known_forget_command() {
    const auto options = std::make_shared<KnownOptions>();
    return {.name = "known forget",
            .summary = "takes out what a publication gave",
            .details =
                "All that SOURCE gave goes, of whatever evaluation. SOURCE is named as in the sheet that "
                "was imported; kompass known export prints it.",
            .example = "  kompass known forget --archive arkiv.db 'Dagens Samhälle 2007'",
            .options = {archive_option(options->archive),
                        {.names = "SOURCE",
                         .value = "",
                         .help = "which publication",
                         .target = &options->source,
                         .required = true}},
            .run = [options](const Context& context) { return forget_known(*options, context); }};
}

} // namespace kompass::cli
