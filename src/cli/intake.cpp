#include "cli/intake.h"

#include "cli/corrections_text.h"
#include "cli/telling.h"
#include "cli/terminal/figures.h"
#include "cli/terminal/findings_text.h"
#include "enquiry/former_reports.h"
#include "model/record_facts.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::cli {
namespace {

using archive::Outcome;

std::string name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::taken:
        return text::message("taken");
    case Outcome::known:
        return text::message("known");
    case Outcome::failed:
        break;
    }
    return text::message("failed");
}

/// That the report is not whole is told by its account.
const Trouble* first_of(const Record& record, Severity severity) {
    const auto found =
        std::find_if(record.troubles.begin(), record.troubles.end(), [&](const Trouble& trouble) {
            return trouble.severity == severity && trouble.code != not_whole;
        });
    return found == record.troubles.end() ? nullptr : &*found;
}

/// The file stands beside it in every table and log, so the trouble is told without it.
std::string reason(Trouble trouble) {
    trouble.file.clear();
    return told_of(trouble);
}

std::vector<std::string> remarks_on(const Record& record) {
    if (const auto* error = first_of(record, Severity::error)) return {reason(*error)};
    if (const auto* warning = first_of(record, Severity::warning)) return {reason(*warning)};
    return {};
}

template <typename Make>
text::Told both(const Make& make) {
    return {text::in_english(make), make()};
}

const std::string& in_words(const text::Told& told) {
    return text::spoken() == text::Language::english ? told.english : told.spoken;
}

/// Codes of events have hyphens: "inconsistent-history-sum".
std::string inconsistency_code(CheckKind kind) {
    auto code = std::string("inconsistent-") + kompass::name_of(kind);
    std::replace(code.begin(), code.end(), '_', '-');
    return code;
}

std::string in_words(const enquiry::Succession& succession) {
    return succession.current
               ? text::tr("current in place of {}: {}", succession.other_file, text::retold(succession.why))
               : text::tr("former, {} stays current: {}", succession.other_file,
                          text::retold(succession.why));
}

} // namespace

std::string describe(const Entry& entry) {
    auto text = fmt::format("{:6}  {}", text::tr(name_of(entry.outcome)), entry.file);
    if (!entry.municipality.empty()) text += ": " + entry.municipality;
    if (entry.year) text += fmt::format(" {}", *entry.year);
    if (entry.points) text += text::tr(", {} points", *entry.points);
    if (!entry.whole) text += ": " + in_words(entry.parts);
    if (const auto& remark = in_words(entry.remark); !remark.empty()) text += ": " + remark;
    return text;
}

const Entry& Intake::take(const std::string& file, const Record& record, const archive::Origin& origin) {
    log_findings(file, record, origin);
    Entry entry{.file = file, .remark = both([&] { return text::joined(remarks_on(record), "; "); })};
    if (failed(record)) {
        archive_.store_failure({record.file, record.sha256, record.troubles}, origin);
        entry.outcome = Outcome::failed;
        return add(std::move(entry));
    }
    entry.outcome = known_ == Known::revised ? archive_.revise(record, knowledge_, origin)
                                             : archive_.store(record, knowledge_, origin);
    if (entry.outcome == Outcome::known) return known(file);
    if (entry.outcome == Outcome::failed)
        return refused(file, both([] { return text::tr("the archive refuses it: kompass list --failed"); }));
    entry.municipality = record.municipality;
    entry.edition = record.edition;
    entry.year = record.year;
    entry.points = points_in_all(record.areas);
    entry.inconsistencies = inconsistencies(record);
    entry.doubtful = doubtful_fields(record);
    entry.parts = both([&] { return text::retold(summary(record.account)); });
    entry.whole = !record.account || is_whole(*record.account);
    const auto stored = archive_.consult([&](const archive::Connection& connection) {
        return enquiry::report_of_source(connection, record.sha256);
    });
    const auto published = archive_.effective(stored).published;
    entry.needs_a_look = entry.doubtful > 0 || !entry.whole || first_of(record, Severity::warning) != nullptr;
    const auto successions = archive_.consult([&](const archive::Connection& connection) {
        return enquiry::list_successions(connection, record.sha256);
    });
    entry.remark = both([&] {
        auto remarks = remarks_on(record);
        const auto on_corrections = remarks_on_corrections(published);
        remarks.insert(remarks.end(), on_corrections.begin(), on_corrections.end());
        for (const auto& succession : successions)
            remarks.push_back(in_words(succession));
        return text::joined(remarks, "; ");
    });
    return add(std::move(entry));
}

const Entry& Intake::known(const std::string& file) {
    return add(Entry{.file = file, .outcome = Outcome::known});
}

const Entry& Intake::refused(const std::string& file, const text::Told& reason) {
    return add(Entry{.file = file, .outcome = Outcome::failed, .remark = reason});
}

const Entry& Intake::add(Entry entry) {
    log_.write({.file = entry.file,
                .stage = "archive",
                .severity = entry.outcome == Outcome::failed ? Severity::error : Severity::note,
                .code = name_of(entry.outcome),
                .message = text::in_english([&] { return describe(entry); })});
    return entries_.emplace_back(std::move(entry));
}

void Intake::log_findings(const std::string& file, const Record& record, const archive::Origin& origin) {
    for (const auto& page : record.pages)
        if (page.reading != Reading::text_layer && page.reading != Reading::transcript)
            log_.write({.file = file,
                        .page = page.number,
                        .stage = "read",
                        .code = std::string("page-") + kompass::name_of(page.reading),
                        .message = page.why});
    const auto read = origin.document == nullptr ? 0 : origin.document->troubles.size();
    for (std::size_t i = 0; i < record.troubles.size(); ++i)
        log_.write(event_of(record.troubles[i], file, i < read ? "read" : "extract"));
    for (const auto& finding : inconsistencies(record))
        log_.write({.file = file,
                    .page = finding.places.empty() ? std::nullopt : std::optional(finding.places[0].page),
                    .stage = "audit",
                    .severity = Severity::note,
                    .code = inconsistency_code(finding.kind),
                    .message = name_of(finding.cell) + ": " + finding.explanation});
}

std::size_t Intake::count(Outcome outcome) const {
    return static_cast<std::size_t>(std::count_if(
        entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.outcome == outcome; }));
}

ExitCode Intake::exit_code() const {
    const auto failures = count(Outcome::failed);
    if (failures == entries_.size()) return ExitCode::nothing_done;
    const bool look =
        std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.needs_a_look; });
    return failures > 0 || look ? ExitCode::needs_a_look : ExitCode::all_well;
}

void Intake::print(Output& out, text::Format format) const {
    using text::Align;
    using text::Layout;
    text::Table table({{"file", Align::left, Layout::first},
                       {"outcome"},
                       {"municipality"},
                       {"year", Align::right},
                       {"edition"},
                       {"points", Align::right},
                       {"inconsistent", Align::right, Layout::beside, "incons."},
                       {"doubtful", Align::right, Layout::beside, "doubts"},
                       {"parts", Align::left, Layout::below},
                       {"remark", Align::left, Layout::below}});
    for (const auto& entry : entries_) {
        const bool taken = entry.outcome == Outcome::taken;
        table.add(
            {entry.file, text::told(name_of(entry.outcome)), text::value_of(entry.municipality),
             text::value_of(entry.year), text::value_of(entry.edition), figure_value(entry.points),
             taken ? text::Value{static_cast<std::int64_t>(entry.inconsistencies.size())} : text::Value{},
             taken ? text::Value{entry.doubtful} : text::Value{}, text::value_of(entry.parts),
             text::value_of(entry.remark)});
    }
    out.write(table.text(format, out.terminal().table_width()));
    if (format != text::Format::table) return;

    const auto looks = std::count_if(entries_.begin(), entries_.end(),
                                     [](const Entry& entry) { return entry.needs_a_look; });
    const auto taken = count(Outcome::taken);
    const auto known = count(Outcome::known);
    out.print("\n{}, {}, {} failed\n", text::tr_many(taken, "{} taken ({} to look at)", taken, looks),
              text::tr_many(known, "{} known", known), count(Outcome::failed));
    for (const auto& entry : entries_) {
        if (entry.inconsistencies.empty()) continue;
        const auto year = entry.year ? fmt::format(" {}", *entry.year) : "";
        out.write("\n");
        out.write_paragraph(fmt::format("{}{} ({}): {}", entry.municipality, year, entry.file,
                                        text::counted(entry.inconsistencies.size(), "inconsistency")));
        for (const auto& finding : entry.inconsistencies)
            out.write(finding_text(finding, out.terminal()));
    }
}

} // namespace kompass::cli
