// kompass load: records, as `kompass extract` prints them, into the archive.
#include "cli/commands.h"

#include "cli/intake.h"
#include "cli/shared_options.h"
#include "cli/terminal/interruption.h"
#include "cli/writing_run.h"
#include "enquiry/reports.h"
#include "model/record_json.h"
#include "pipeline/understand.h"
#include "read/source_kind.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct LoadOptions {
    std::string archive;
    std::string format = "table";
    std::string log;
    std::string records;
};

/// All that the report words.
std::string text_of(const Record& record) {
    std::string text;
    const auto add = [&](const std::string& part) { text += part + '\n'; };
    for (const auto& area : record.areas) {
        add(area.title);
        for (const auto& question : area.questions)
            add(question.text);
        for (const auto* findings : {&area.strengths, &area.improvements, &area.weaknesses})
            for (const auto& finding : *findings)
                add(finding.text);
        for (const auto& paragraph : area.prose)
            add(paragraph.text);
    }
    return text;
}

/// A record may have been made of a report of a sister instrument, before such were told apart.
void require_instrument(const Record& record, const rules::Knowledge& knowledge) {
    const auto language = knowledge.instruments.language_of(text_of(record));
    if (language.empty()) return;
    const auto candidates = knowledge.instruments.of_language(language);
    const bool known = std::any_of(candidates.begin(), candidates.end(), [&](const auto* instrument) {
        return knowledge.editions.any_of_instrument(instrument->id);
    });
    if (!known) throw std::runtime_error(knowledge.editions.refusal_of(*candidates.front()));
    const auto* edition = knowledge.editions.with_id(record.edition);
    if (edition != nullptr && edition->instrument.language != language)
        throw std::runtime_error(
            text::tr("edition {} is of {}, in {}, and the record's texts are {}; extract the report anew",
                     edition->id, edition->instrument.name, edition->instrument.language, language));
}

/// Records may come from another machine or version, so their arithmetic is done again.
Record record_from_line(const std::string& line, const rules::Knowledge& knowledge) {
    auto record = record_from_json(line);
    knowledge.editions.require(record.edition);
    require_instrument(record, knowledge);
    pipeline::audit_anew(record);
    return record;
}

void take_line(const std::string& line, const std::string& place, const rules::Knowledge& knowledge,
               Intake& intake, Talk& talk) {
    std::optional<Record> record;
    std::optional<Document> reading;
    try {
        record = record_from_line(line, knowledge);
        reading = reading_in(line);
    } catch (const std::exception& error) {
        talk.error(place + ": " + text::retold(error.what()));
        intake.refused(place, {error.what(), text::retold(error.what())});
        return;
    }
    talk.remark(describe(
        intake.take(record->file, *record, {.document = reading ? &*reading : nullptr, .path = {}})));
}

void take_lines(std::istream& lines, const std::string& name, const rules::Knowledge& knowledge,
                Intake& intake, Talk& talk) {
    const Interruption interruption;
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        interruption.check();
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            take_line(line, fmt::format("{}:{}", name, number), knowledge, intake, talk);
    }
    if (lines.bad()) throw std::runtime_error(text::tr("cannot read {}", name));
}

/// A report itself would be refused line by line.
void require_records(std::istream& file, const LoadOptions& options) {
    std::string start(1024, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    file.clear();
    file.seekg(0);
    if (read::is_text(read::content_of(start))) return;
    throw std::runtime_error(
        text::tr("{} holds no records, one a line, as kompass extract prints them; if it "
                 "is a report: kompass ingest --archive {} {}",
                 options.records, options.archive, options.records));
}

/// Records name no county: it is of a register.
void tell_of_counties(const archive::Archive& archive, Talk& talk) {
    std::set<std::string> lacking;
    for (const auto& report : archive.consult(enquiry::list_reports))
        if (!report.municipality_code.empty() && report.county.empty()) lacking.insert(report.municipality);
    if (lacking.empty()) return;
    talk.remark(text::tr("of no register, so without a county: {}; give their register with --municipalities "
                         "(kompass export --format jsonl writes it as municipalities.csv)",
                         text::joined({lacking.begin(), lacking.end()}, ", ")));
}

ExitCode load(const LoadOptions& options, const Context& context) {
    const bool from_stdin = options.records == "-";
    std::ifstream file;
    if (!from_stdin) file.open(options.records);
    if (!from_stdin && !file) throw std::runtime_error(text::tr("cannot open {}", options.records));
    if (!from_stdin) require_records(file, options);

    auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    WritingRun run(options.archive, options.log, context);
    run.archive().learn(knowledge);
    knowledge.municipalities.add_missing(run.archive().own_municipalities());
    Intake intake(run.archive(), knowledge, run.log());
    take_lines(from_stdin ? std::cin : file, from_stdin ? text::tr("standard input") : options.records,
               knowledge, intake, context.talk);
    tell_of_counties(run.archive(), context.talk);
    run.end();
    intake.print(context.out, text::format_from(options.format));
    return intake.exit_code();
}

} // namespace

Command load_command() {
    const auto options = std::make_shared<LoadOptions>();
    return {
        .name = "load",
        .summary = "take records that `kompass extract` printed into the archive",
        .details =
            "Takes one record a line (JSON). Each is audited anew and stored; a line that is no record is "
            "named with its number and the rest is taken. A report that the archive knows is passed over. "
            "What "
            "the records tell of the version and rules that made them is kept, and what was read, if they "
            "have "
            "it (kompass extract --readings).",
        .example = "  kompass extract avesta-2014.pdf | kompass load --archive arkiv.db -",
        .options = {archive_option(options->archive),
                    format_option(options->format),
                    log_option(options->log),
                    {.names = "RECORDS",
                     .value = "",
                     .help = "file of records; - is standard input",
                     .target = &options->records,
                     .required = true}},
        .run = [options](const Context& context) { return load(*options, context); }};
}

} // namespace kompass::cli
