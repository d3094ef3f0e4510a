// kompass corrections: all of them out of an archive, or into one, as CSV.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/decisions.h"
#include "cli/corrections_text.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/sheets/given_file.h"
#include "enquiry/former_reports.h"
#include "enquiry/reports.h"
#include "model/cell_value.h"
#include "text/csv.h"
#include "text/language.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <tuple>

namespace kompass::cli {
namespace {

struct CorrectionsOptions {
    std::string archive, csv;
};

/// What the evaluations that corrections are about say by their documents, read once each.
class Records {
public:
    struct Known {
        Record record;
        std::string key; ///< of the evaluation
    };

    explicit Records(const archive::Archive& archive) : archive_(archive) {
        for (const auto& report : archive.consult(enquiry::list_reports))
            ids_.emplace(report.sha256, report);
        for (const auto& report : archive.consult(enquiry::former_identities))
            ids_.emplace(report.sha256, report);
    }

    /// Null if the archive has no report of that source.
    const Known* find(const std::string& sha256) {
        const auto report = ids_.find(sha256);
        if (report == ids_.end()) return nullptr;
        const auto known = records_.find(sha256);
        if (known != records_.end()) return &known->second;
        const auto& [id, key] = std::tie(report->second.id, report->second.key);
        return &records_.emplace(sha256, Known{archive_.effective(id).published, key}).first->second;
    }

private:
    const archive::Archive& archive_;
    std::map<std::string, enquiry::ReportIdentity> ids_;
    std::map<std::string, Known> records_;
};

/// What a row without a value means.
const char* stated(const Correction& correction) {
    if (correction.withdrawn) return "withdrawn";
    return correction.value ? "yes" : "no";
}

ExitCode export_corrections(const CorrectionsOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
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
                       {"stated"},
                       {"evaluation"}});
    const auto corrections = archive.consult([](const archive::Connection& connection) {
        return archive::list_decisions(connection, std::nullopt);
    });
    for (const auto& correction : corrections) {
        const auto* known = records.find(correction.sha256);
        const auto* record = known == nullptr ? nullptr : &known->record;
        table.add({correction.sha256, record == nullptr ? text::Value{} : text::Value{record->file},
                   record == nullptr ? text::Value{} : text::value_of(record->municipality),
                   record == nullptr ? text::Value{} : text::value_of(record->year), correction.cell,
                   correction.was ? text::Value{*correction.was} : text::Value{},
                   text::value_of(correction.value.value_or("")), correction.author, correction.why,
                   correction.made_at,
                   text::told(record == nullptr ? text::message("without report")
                                                : name_of(state_of(correction, *record))),
                   std::string(stated(correction)),
                   known == nullptr ? text::Value{} : text::value_of(known->key)});
    }
    context.out.write(table.text(text::Format::csv));
    return ExitCode::all_well;
}

/// A row without a value may also be one that nobody filled in.
bool is_blank(const text::CsvRow& row) {
    return row["value"].empty() && row["stated"] != "no" && row["stated"] != "withdrawn";
}

/// Throws std::runtime_error, if the row says nothing that the report can take.
Correction correction_of(const text::CsvRow& row, bool has_was, Records& records,
                         const rules::Knowledge& knowledge) {
    const bool withdrawn = row["stated"] == "withdrawn";
    const auto value = row["value"].empty() ? std::nullopt : std::optional(row["value"]);
    Correction correction{row["sha256"], row["cell"], std::nullopt, value,
                          row["by"],     row["why"],  row["at"],    withdrawn};
    if (correction.author.empty() || correction.why.empty())
        throw std::runtime_error(text::tr("say who decided (by) and on what grounds (why)"));
    if (const auto fault = archive::fault_of_decision(correction); !fault.empty())
        throw std::runtime_error(fault);
    if (value) correction.value = plain_value(cell_from(correction.cell).value(), *value);
    const auto* known = records.find(correction.sha256);
    if (known != nullptr)
        correction.was =
            require_correctable(known->record, correction.cell, correction.value, knowledge).text;
    if (has_was) correction.was = row["was"].empty() ? std::nullopt : std::optional(row["was"]);
    return correction;
}

/// A row that says something, and what it says.
struct Line {
    int number = 0;
    Correction correction;
};

struct Sheet {
    std::vector<Line> lines;
    std::size_t blank = 0, wrong = 0;
};

/// What is wrong is told, line by line.
Sheet sheet_of(const CorrectionsOptions& options, Records& records, const rules::Knowledge& knowledge,
               Talk& talk) {
    const auto csv = text::parsed_csv(content_of_file(options.csv), options.csv);
    for (const char* column : {"sha256", "cell", "value", "by", "why"})
        if (!csv.has(column))
            throw std::runtime_error(text::tr("{}: the column \"{}\" is missing", options.csv, column));
    Sheet sheet;
    for (const auto& row : csv.rows) {
        if (is_blank(row)) {
            ++sheet.blank;
            continue;
        }
        try {
            sheet.lines.push_back(
                {static_cast<int>(row.line), correction_of(row, csv.has("was"), records, knowledge)});
        } catch (const std::runtime_error& error) {
            talk.error(fmt::format("{}:{}: {}", options.csv, row.line, error.what()));
            ++sheet.wrong;
        }
    }
    return sheet;
}

/// "4.4 percent of Köping 2017: 68"
std::string told(const Correction& correction, Records& records) {
    const auto* known = records.find(correction.sha256);
    const auto report = known == nullptr
                            ? text::tr("a report that may come")
                            : fmt::format("{}{}", known->record.municipality,
                                          known->record.year ? fmt::format(" {}", *known->record.year) : "");
    const auto value =
        correction.withdrawn ? text::tr("taken back") : correction.value.value_or(text::tr("not stated"));
    return text::tr("{} of {}: {}", correction.cell, report, value);
}

/// All lines or none.
ExitCode import_corrections(const CorrectionsOptions& options, const Context& context) {
    auto archive = archive::Archive::open_for_writing(wait_for_lock(options.archive, context));
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings, archive));
    Records records(archive);
    const auto sheet = sheet_of(options, records, knowledge, context.talk);
    if (sheet.wrong > 0)
        throw std::runtime_error(text::tr("{}: {} refused, so none was taken; mend {} and import it again",
                                          options.csv, text::counted(sheet.wrong, "line"),
                                          sheet.wrong == 1 ? text::tr("it") : text::tr("them")));
    std::vector<Correction> corrections;
    for (const auto& line : sheet.lines)
        corrections.push_back(line.correction);
    const auto added = archive.correct(corrections);
    for (std::size_t i = 0; i < added.size(); ++i)
        context.out.print("{}:{}: {}, {}\n", options.csv, sheet.lines[i].number,
                          told(corrections[i], records), added[i] ? text::tr("added") : text::tr("known"));
    const auto count = static_cast<std::size_t>(std::count(added.begin(), added.end(), true));
    const auto known = added.size() - count;
    context.out.print("{}, {}, {} without a value\n",
                      text::tr_many(count, "{} added", text::counted(count, "correction")),
                      text::tr_many(known, "{} known", known), sheet.blank);
    return ExitCode::all_well;
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
            "so by now), contradicted (something else is read since), superseded (a later one counts, or it "
            "was taken "
            "back), withdrawal (it takes one back), without cell, without report. Of each cell the one row "
            "that "
            "counts is none of the last four. Its column stated says of a row without a value what it means: "
            "no "
            "(the report does not state it) or withdrawn.",
        .example = "  kompass corrections export --archive arkiv.db > corrections.csv",
        .options = {archive_option(options->archive)},
        .run = [options](const Context& context) { return export_corrections(*options, context); }};
}

Command corrections_import_command() {
    const auto options = std::make_shared<CorrectionsOptions>();
    return {.name = "corrections import",
            .summary = "takes corrections from a CSV file",
            .details =
                "Takes what kompass corrections export wrote, or the sheet that kompass review wrote "
                "and a person filled in. Needed are the columns sha256, cell, value, by and why; a "
                "row without a value is passed over, unless its column stated is no or withdrawn. Either "
                "all lines are taken or none: each that is wrong is told, with what is possible. What "
                "is there already is known, so that a file may be imported again. A correction may "
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
