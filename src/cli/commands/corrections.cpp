// kompass corrections: all of them out of an archive, or into one, as CSV.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/decisions.h"
#include "cli/corrections_text.h"
#include "cli/shared_options.h"
#include "cli/writer_lock.h"
#include "enquiry/former_reports.h"
#include "enquiry/reports.h"
#include "model/cell_value.h"
#include "text/csv.h"
#include "text/fitting.h"
#include "text/table.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct CorrectionsOptions {
    std::string archive, csv;
};

/// What the evaluations that corrections are about say by their documents, read once each.
class Records {
public:
    explicit Records(const archive::Archive& archive) : archive_(archive) {
        for (const auto& report : archive.consult(enquiry::list_reports))
            ids_.emplace(report.sha256, report.id);
        for (const auto& report : archive.consult(enquiry::former_identities))
            ids_.emplace(report.sha256, report.id);
    }

    /// Null if the archive has no report of that source.
    const Record* find(const std::string& sha256) {
        const auto id = ids_.find(sha256);
        if (id == ids_.end()) return nullptr;
        const auto known = records_.find(sha256);
        if (known != records_.end()) return &known->second;
        return &records_.emplace(sha256, archive_.effective(id->second).published).first->second;
    }

private:
    const archive::Archive& archive_;
    std::map<std::string, std::int64_t> ids_;
    std::map<std::string, Record> records_;
};

ExitCode export_corrections(const CorrectionsOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive);
    Records records(archive);
    text::Table table({{"sha256"},
                       {"file"},
                       {"municipality"},
                       {"year"},
                       {"cell"},
                       {"was"},
                       {"value"},
                       {"by"},
                       {"why"},
                       {"at"},
                       {"state"},
                       {"stated"}});
    const auto corrections = archive.consult([](const archive::Connection& connection) {
        return archive::list_decisions(connection, std::nullopt);
    });
    for (const auto& correction : corrections) {
        const auto* record = records.find(correction.sha256);
        table.add({correction.sha256, record == nullptr ? text::Value{} : text::Value{record->file},
                   record == nullptr ? text::Value{} : text::value_of(record->municipality),
                   record == nullptr ? text::Value{} : text::value_of(record->year), correction.cell,
                   correction.was ? text::Value{*correction.was} : text::Value{},
                   text::value_of(correction.value.value_or("")), correction.author, correction.why,
                   correction.made_at,
                   std::string(record == nullptr ? "without report" : name_of(state_of(correction, *record))),
                   std::string(correction.value ? "yes" : "no")});
    }
    context.out.write(table.text(text::Format::csv));
    return ExitCode::all_well;
}

std::string content_of_file(const std::string& name) {
    if (name == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::ifstream file(name, std::ios::binary);
    if (!file) throw std::runtime_error("cannot open " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A row without a value may also be one that nobody filled in.
bool says_nothing_is_stated(const text::CsvRow& row) {
    return row["value"].empty() && row["stated"] == "no";
}

/// Throws std::runtime_error, if the row says nothing that the report can take.
Correction correction_of(const text::CsvRow& row, bool has_was, Records& records,
                         const rules::Editions& editions) {
    const auto value = says_nothing_is_stated(row) ? std::nullopt : std::optional(row["value"]);
    Correction correction{row["sha256"], row["cell"], std::nullopt, value, row["by"], row["why"], row["at"]};
    if (correction.author.empty() || correction.why.empty())
        throw std::runtime_error("say who decided (by) and on what grounds (why)");
    if (const auto fault = archive::fault_of_decision(correction); !fault.empty())
        throw std::runtime_error(fault);
    if (value) correction.value = plain_value(cell_from(correction.cell).value(), *value);
    const auto* record = records.find(correction.sha256);
    if (record != nullptr)
        correction.was = require_correctable(*record, correction.cell, correction.value, editions).text;
    if (has_was) correction.was = row["was"].empty() ? std::nullopt : std::optional(row["was"]);
    return correction;
}

ExitCode import_corrections(const CorrectionsOptions& options, const Context& context) {
    auto archive = archive::Archive::open_for_writing(wait_for_lock(options.archive, context));
    const auto csv = text::parsed_csv(content_of_file(options.csv), options.csv);
    for (const char* column : {"sha256", "cell", "value", "by", "why"})
        if (!csv.has(column))
            throw std::runtime_error(fmt::format("{}: the column \"{}\" is missing", options.csv, column));
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    Records records(archive);
    std::vector<Correction> corrections;
    std::size_t blank = 0;
    std::size_t wrong = 0;
    for (const auto& row : csv.rows) {
        if (row["value"].empty() && !says_nothing_is_stated(row)) {
            ++blank;
            continue;
        }
        try {
            corrections.push_back(correction_of(row, csv.has("was"), records, knowledge.editions));
        } catch (const std::runtime_error& error) {
            context.talk.error(fmt::format("{}:{}: {}", options.csv, row.line, error.what()));
            ++wrong;
        }
    }
    const auto added = archive.correct(corrections);
    context.out.print("{} added, {} known, {} without a value, {} refused\n",
                      text::counted(added, "correction"), corrections.size() - added, blank, wrong);
    if (wrong == 0) return ExitCode::all_well;
    return corrections.empty() ? ExitCode::nothing_done : ExitCode::needs_a_look;
}

} // namespace

Command corrections_export_command() {
    const auto options = std::make_shared<CorrectionsOptions>();
    return {
        .name = "corrections export",
        .summary = "corrections out of an archive, or into one, as CSV",
        .details =
            "Prints every correction with the source's hash, what the archive held (was), who made it and "
            "why, and how it stands to what is read now (state): in force, confirmed, needless (it is read "
            "so by now), contradicted (something else is read since), without cell, without report.",
        .example = "  kompass corrections export --archive arkiv.db > corrections.csv",
        .options = {archive_option(options->archive)},
        .run = [options](const Context& context) { return export_corrections(*options, context); }};
}

Command corrections_import_command() {
    const auto options = std::make_shared<CorrectionsOptions>();
    return {.name = "corrections import",
            .summary = "takes corrections from a CSV file",
            .details = "Takes what kompass corrections export wrote, or the sheet that kompass review wrote "
                       "and a person filled in. Needed are the columns sha256, cell, value, by and why; a "
                       "row without a value is passed over, unless its column stated is no. A correction may "
                       "come before its report.",
            .example = "  kompass corrections import --archive arkiv.db review/review.csv",
            .options = {archive_option(options->archive),
                        {.names = "CSV",
                         .value = "",
                         .help = "file of corrections; - is standard input",
                         .target = &options->csv,
                         .required = true}},
            .run = [options](const Context& context) { return import_corrections(*options, context); }};
}

} // namespace kompass::cli
