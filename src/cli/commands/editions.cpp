// kompass editions: what the archived reports of an edition print of it.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "enquiry/edition_drift.h"
#include "enquiry/edition_lessons.h"
#include "publish/edition_file.h"
#include "rules/knowledge.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct EditionsOptions {
    std::string archive, argument; ///< by option or by its place
    std::string edition;
    std::string format = "table";
    int least = 2;
};

std::string archive_of(const EditionsOptions& options) {
    if (options.archive.empty() && options.argument.empty())
        throw std::runtime_error(text::tr("which archive? name it, or set $KOMPASS_ARCHIVE"));
    return options.argument.empty() ? options.archive : options.argument;
}

bool has_questions(const rules::Edition* edition) {
    return edition != nullptr && std::any_of(edition->areas.begin(), edition->areas.end(),
                                             [](const auto& area) { return !area.questions.empty(); });
}

/// As asked; else the one edition of the archive whose questions the rules do not know.
std::string edition_to_learn(const EditionsOptions& options, const std::vector<std::string>& printed,
                             const rules::Editions& editions) {
    const auto listed = text::joined(printed, ", ");
    if (!options.edition.empty()) {
        if (std::find(printed.begin(), printed.end(), options.edition) != printed.end())
            return options.edition;
        throw std::runtime_error(text::tr("no archived report is scored by edition \"{}\", only by {}",
                                          options.edition, listed.empty() ? text::tr("none") : listed));
    }
    std::vector<std::string> unknown;
    std::copy_if(printed.begin(), printed.end(), std::back_inserter(unknown),
                 [&](const std::string& id) { return !has_questions(editions.with_id(id)); });
    if (unknown.size() == 1) return unknown.front();
    throw std::runtime_error(
        text::tr("which edition? --edition names one of {}",
                 listed.empty() ? text::tr("those of an archive with reports") : listed));
}

ExitCode learn(const EditionsOptions& options, const Context& context) {
    const auto knowledge = rules::Knowledge::load(rules::find_rules(context.settings.rules));
    const auto archive = open_to_read(archive_of(options), context);
    const auto [lessons, edition] = archive.consult([&](const archive::Connection& connection) {
        const auto id = edition_to_learn(options, enquiry::editions_printed(connection), knowledge.editions);
        return std::pair{enquiry::edition_lessons(connection, id), id};
    });
    context.out.write(publish::edition_file(lessons, knowledge.editions.with_id(edition), options.least));
    return ExitCode::all_well;
}

text::Table table_of(bool for_people) {
    if (for_people)
        return text::Table({{"edition"},
                            {"number"},
                            {"what"},
                            {"reports"},
                            {"first_in"},
                            {"", text::Align::left, text::Layout::below}});
    return text::Table({{"edition"},
                        {"number"},
                        {"what"},
                        {"defined"},
                        {"printed"},
                        {"reports", text::Align::right},
                        {"of", text::Align::right},
                        {"evaluation"}});
}

void add_rows(const std::string& edition, const std::vector<enquiry::Drift>& found, bool for_people,
              text::Table& table) {
    for (const auto& drift : found) {
        if (for_people)
            table.add({edition, drift.number, text::told(name_of(drift.kind)),
                       text::tr("{} of {}", drift.reports, drift.of), drift.first,
                       text::tr("{} (the edition: {})", drift.printed,
                                drift.defined.empty() ? text::tr("none") : drift.defined)});
        else
            table.add({edition, drift.number, text::told(name_of(drift.kind)), text::value_of(drift.defined),
                       drift.printed, drift.reports, drift.of, drift.first});
    }
}

ExitCode drift(const EditionsOptions& options, const Context& context) {
    const auto knowledge = rules::Knowledge::load(rules::find_rules(context.settings.rules));
    knowledge.editions.require(options.edition);
    const auto archive = open_to_read(archive_of(options), context);
    const auto format = text::format_from(options.format);
    const bool for_people = format == text::Format::table;
    auto table = table_of(for_people);
    bool any = false;
    archive.consult([&](const archive::Connection& connection) {
        for (const auto& id : enquiry::editions_printed(connection)) {
            const auto* edition = knowledge.editions.with_id(id);
            if (edition == nullptr || (!options.edition.empty() && id != options.edition)) continue;
            const auto found = enquiry::drifts(enquiry::edition_lessons(connection, id), *edition);
            any = any || !found.empty();
            add_rows(id, found, for_people, table);
        }
    });
    if (for_people && !any)
        context.out.write(text::tr("No report prints anything else than its edition has.\n"));
    else
        context.out.write(table.text(format, context.out.terminal().table_width()));
    return ExitCode::all_well;
}

std::vector<Option> common_options(EditionsOptions& options, std::string about_edition) {
    return {
        archive_option(options.archive, false),
        {.names = "--edition", .value = "ID", .help = std::move(about_edition), .target = &options.edition},
        {.names = "ARCHIVE",
         .value = "",
         .help = "the archive, instead of --archive",
         .target = &options.argument}};
}

} // namespace

Command editions_learn_command() {
    const auto options = std::make_shared<EditionsOptions>();
    auto declared =
        common_options(*options, "which edition; default: the one whose questions no rules file has");
    declared.push_back({.names = "--least",
                        .value = "N",
                        .help = "reports that must ask a question before it is proposed; default: 2",
                        .target = &options->least});
    return {.name = "editions learn",
            .summary = "propose an edition's rules file from the archived reports",
            .details =
                "Prints a file for rules/editions: titles of areas, numbers, wordings and maxima of "
                "questions as most reports of the edition print them, with the number of reports that "
                "do. Scores by that edition beside a report's own count as well; what is doubtful does "
                "not. It is a proposal: read it, then put it into a copy of the rules and run kompass "
                "rules check.",
            .example = "  kompass editions learn arkiv.db --edition 2020 > mina/editions/2020.toml",
            .options = std::move(declared),
            .run = [options](const Context& context) { return learn(*options, context); }};
}

Command editions_drift_command() {
    const auto options = std::make_shared<EditionsOptions>();
    auto declared = common_options(*options, "only this edition; default: all");
    declared.push_back(format_option(options->format));
    return {.name = "editions drift",
            .summary = "where reports print other wordings and maxima than their edition",
            .details =
                "One row for each title, wording or maximum that archived reports print and the edition's "
                "rules file does not have, with the number of reports that do, of those that print the "
                "area or question. What a report prints counts: the edition is a hint. Where an edition's "
                "questions are not known, what most of its reports print stands for it.",
            .example = "  kompass editions drift arkiv.db --edition 2016 --format csv",
            .options = std::move(declared),
            .run = [options](const Context& context) { return drift(*options, context); }};
}

} // namespace kompass::cli
