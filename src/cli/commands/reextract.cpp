// kompass reextract: the rules of today over what was read before.
#include "cli/commands.h"

#include "archive/existing_file.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/telling.h"
#include "cli/terminal/progress.h"
#include "cli/version_order.h"
#include "cli/writing_run.h"
#include "enquiry/sources.h"
#include "model/record_diff.h"
#include "model/record_facts.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace kompass::cli {
namespace {

using archive::Archive;
using archive::KeptSource;
using archive::Outcome;

struct ReextractOptions {
    std::string archive;
    std::string format = "table";
    std::string since;
    std::string log;
    bool dry_run = false;
};

std::vector<KeptSource> chosen_sources(const Archive& archive, const std::string& since) {
    auto sources = archive.kept_sources();
    if (!since.empty())
        std::erase_if(sources, [&](const KeptSource& source) { return !is_before(source.version, since); });
    return sources;
}

/// Understands each source's reading anew; records come in the order of the sources.
void reextract_kept(const Archive& archive, const std::vector<KeptSource>& sources, const Settings& settings,
                    const std::function<void(const KeptSource&, const Record&)>& on_record) {
    auto next = sources.begin();
    auto done = sources.begin();
    auto options = pipeline_options(settings);
    options.knowledge = knowledge_sources(settings, archive);
    pipeline::understand_again(
        [&]() -> std::optional<Document> {
            if (next == sources.end()) return std::nullopt;
            return archive.reading((next++)->sha256).value();
        },
        options, [&](const Record& record) { on_record(*done++, record); });
}

/// Doubtful values, and parts that are damaged or missing.
int to_look_at(const Record& record) {
    const auto faulty = [&] {
        return std::count_if(record.account->parts.begin(), record.account->parts.end(), is_faulty);
    };
    return doubtful_fields(record) + (record.account ? static_cast<int>(faulty()) : 0);
}

/// What comes of the sources, one after the other.
class Reextraction {
public:
    Reextraction(const rules::Knowledge& knowledge, Output& out, text::Format format)
        : knowledge_(knowledge), out_(out), format_(format) {}

    /// Shows how the record differs from what is stored and, given a run, stores it after that.
    void take(const Archive& archive, WritingRun* run, const KeptSource& source, const Record& record) {
        const bool was_taken = source.outcome == Outcome::taken;
        if (failed(record)) {
            if (was_taken)
                add_row(source, text::tr("report"), text::tr("kept as it was"),
                        told_of(record.troubles.back()));
            ++(was_taken ? lost_ : still_failed_);
            return;
        }
        const auto before = was_taken ? archive.report_of(source.sha256) : record;
        auto after = record;
        after.corrections = before.corrections; // they stay, whatever is read
        const auto changes = differences(before, after);
        if (to_look_at(record) > to_look_at(before)) ++worse_;
        for (const auto& change : changes)
            add_row(source, change.cell, change.before.value_or(""), change.after.value_or(""));
        if (!was_taken) add_row(source, text::tr("report"), text::tr("failed"), text::tr("taken"));
        flush();
        ++(!was_taken ? newly_taken_ : changes.empty() ? unchanged_ : changed_);
        if (run != nullptr) store(*run, source, record, changes.size());
    }

    void finish(bool written) {
        if (format_ != text::Format::table) {
            out_.write(table_.text(format_, out_.terminal().table_width()));
            return;
        }
        if (changed_ + newly_taken_ + lost_ > 0) out_.write("\n");
        out_.write_paragraph(text::joined(
            {text::tr_many(changed_, "{} changed ({} with more to look at than before)", changed_, worse_),
             text::tr_many(newly_taken_, "{} newly taken", newly_taken_),
             text::tr_many(unchanged_, "{} unchanged", unchanged_),
             text::tr("{} failed as before", still_failed_),
             text::tr_many(lost_, "{} kept as they were", lost_) +
                 (written ? "" : text::tr("; nothing was written"))},
            ", "));
    }

    [[nodiscard]] ExitCode exit_code() const {
        return lost_ + worse_ > 0 ? ExitCode::needs_a_look : ExitCode::all_well;
    }

private:
    void store(WritingRun& run, const KeptSource& source, const Record& record, std::size_t changes) {
        const auto outcome = run.archive().revise(record, knowledge_);
        if (outcome == Outcome::known) return;
        const bool refused = outcome == Outcome::failed;
        run.log().write({.file = source.file,
                         .stage = "archive",
                         .severity = refused ? Severity::error : Severity::note,
                         .code = refused       ? "record-refused"
                                 : changes > 0 ? "revised"
                                               : "taken",
                         .message = text::in_english([&] { return text::counted(changes, "change"); })});
        if (refused) ++lost_;
    }

    void add_row(const KeptSource& source, const std::string& cell, const std::string& before,
                 const std::string& after) {
        constexpr std::size_t widest = 48;
        const auto cut = [&](const std::string& text) {
            return text::value_of(format_ == text::Format::table ? text::shortened(text, widest) : text);
        };
        table_.add({source.file, cell, cut(before), cut(after)});
    }

    /// People see what changes before it is written, a report at a time.
    void flush() {
        if (format_ != text::Format::table || table_.empty()) return;
        out_.write(table_.text(format_, out_.terminal().table_width()));
        table_ = empty_table();
    }

    static text::Table empty_table() { return text::Table({{"file"}, {"cell"}, {"before"}, {"after"}}); }

    const rules::Knowledge& knowledge_;
    Output& out_;
    text::Format format_;
    text::Table table_ = empty_table();
    int changed_ = 0, worse_ = 0, newly_taken_ = 0, unchanged_ = 0, still_failed_ = 0, lost_ = 0;
};

/// Reports whose reading is not kept stay as they are: that is said, not passed over.
void tell_of_unread(const Archive& archive, Talk& talk) {
    const auto unread = archive.consult(enquiry::reports_without_reading);
    if (unread > 0)
        talk.remark(text::tr("{} cannot be extracted anew: what was read is not kept (records that were "
                             "loaded, or an older archive); read the files with: kompass ingest --again",
                             text::counted(unread, "report")));
}

ExitCode reextract(const ReextractOptions& options, const Context& context) {
    auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    archive::require_there(options.archive);
    std::unique_ptr<WritingRun> run;
    if (!options.dry_run) run = std::make_unique<WritingRun>(options.archive, options.log, context);
    if (run) run->archive().learn(knowledge);
    const auto archive = open_to_read(options.archive, context);
    knowledge.municipalities.add_missing(archive.own_municipalities());
    const auto sources = chosen_sources(archive, options.since);

    Reextraction reextraction(knowledge, context.out, text::format_from(options.format));
    std::vector<Work> work;
    work.reserve(sources.size());
    for (const auto& source : sources)
        work.push_back({source.file});
    Progress progress(context.talk, work);
    reextract_kept(archive, sources, context.settings, [&](const KeptSource& source, const Record& record) {
        progress.finished(source.file);
        reextraction.take(archive, run.get(), source, record);
    });
    if (run) run->end();
    context.talk.status({});
    tell_of_unread(archive, context.talk);
    reextraction.finish(run != nullptr);
    return reextraction.exit_code();
}

} // namespace

Command reextract_command() {
    const auto options = std::make_shared<ReextractOptions>();
    return {.name = "reextract",
            .summary = "apply the rules of today to what was read before",
            .details = "Needs neither the files nor OCR: what was read is kept in the archive. Every report "
                       "of which a value changes is shown, cell by cell, before it is written; the table "
                       "`revision` keeps the changes. A source that failed and is understood now is taken. A "
                       "report that the rules of today would refuse is kept as it was (exit code 3).",
            .example = "  kompass reextract --archive arkiv.db --dry-run\n"
                       "  kompass reextract --archive arkiv.db --since 0.2 --format csv > changes.csv",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        log_option(options->log),
                        {.names = "--since",
                         .value = "VERSION",
                         .help = "only reports that a kompass before VERSION extracted",
                         .target = &options->since},
                        {.names = "--dry-run",
                         .value = "",
                         .help = "show what would change, write nothing",
                         .target = &options->dry_run}},
            .run = [options](const Context& context) { return reextract(*options, context); }};
}

} // namespace kompass::cli
