// kompass review: what wants a person's eye, as a page to look at and a sheet to fill in.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "enquiry/figures.h"
#include "enquiry/former_reports.h"
#include "enquiry/sources.h"
#include "publish/new_folder.h"
#include "publish/review/csv_sheet.h"
#include "publish/review/sheet.h"
#include "text/file_name.h"
#include "text/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct ReviewOptions {
    std::string archive, out;
    std::vector<std::string> sources;
    std::vector<std::string> report;
};

std::vector<enquiry::ReportIdentity> chosen_reports(const ReviewOptions& options,
                                                    const archive::Archive& archive) {
    if (!options.report.empty()) return {find_report(archive, options.report)};
    return archive.consult(enquiry::list_reports);
}

/// The files to cut pictures from: those that are named, else where they lay when they were taken.
std::vector<fs::path> sources_of(const ReviewOptions& options, const archive::Archive& archive) {
    std::vector<fs::path> paths;
    std::error_code ignored;
    for (const auto& named : options.sources) {
        if (!fs::exists(named, ignored))
            throw std::runtime_error(text::tr("--sources: there is no {}", named));
        paths.emplace_back(named);
    }
    if (!paths.empty()) return paths;
    for (const auto& known : archive.consult(enquiry::source_paths))
        if (const fs::path path = text::file_name_bytes(known); fs::exists(path, ignored))
            paths.push_back(path);
    return paths;
}

bool written(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.close();
    return !out.fail();
}

/// Gathers reports with what can be shown of them.
class Review {
public:
    Review(const ReviewOptions& options, const archive::Archive& archive, const fs::path& pictures)
        : options_(options), archive_(archive),
          pictures_(sources_of(options, archive),
                    [pictures](const std::string& name, const std::string& png) {
                        return written(pictures / name, png);
                    }) {
        for (const auto& report : archive.consult(enquiry::list_reports))
            files_.emplace(report.sha256, report.file);
        for (const auto& report : archive.consult(enquiry::former_identities))
            files_.emplace(report.sha256, report.file);
    }

    void take(const enquiry::ReportIdentity& report) {
        readings_.clear();
        const auto effective = archive_.effective(report.id);
        auto record = effective.published;
        record.findings_of_audit = effective.record.findings_of_audit; // what is settled needs no look
        publish::ReviewedReport reviewed{.title = report.municipality +
                                                  (report.year ? fmt::format(" {}", *report.year) : ""),
                                         .file = report.file,
                                         .sha256 = report.sha256,
                                         .parts = summary(record.account),
                                         .topics = publish::review_topics(record, evidence_of(report)),
                                         .lacking = {}};
        if (reviewed.topics.empty()) return;
        wish_for_pictures(reviewed);
        reports_.push_back(std::move(reviewed));
    }

    /// With their pictures.
    std::vector<publish::ReviewedReport> all(const read::RunnerOptions& workers) {
        const auto drawn = pictures_.drawn(workers);
        for (const auto& [place, wish] : wishes_)
            reports_[place.report].topics[place.topic].sights[place.sight].picture = drawn[wish];
        return std::move(reports_);
    }

    /// What to do about the files that are lacking.
    [[nodiscard]] std::string advice() const {
        if (options_.sources.empty())
            return text::tr(
                "They no longer lie where they were taken from: name them or their folder with --sources.");
        const auto looked = text::tr("--sources {}: {}", fmt::join(options_.sources, " --sources "),
                                     text::counted(pictures_.files(), "file"));
        return looked + (found_ == 0 ? text::tr(", and none of them is a source of these reports") : "") +
               text::tr(". Name the files themselves, or the folder they lie in.");
    }

private:
    struct Placed {
        std::size_t report = 0, topic = 0, sight = 0;
    };

    publish::Evidence evidence_of(const enquiry::ReportIdentity& report) {
        publish::Evidence evidence;
        const auto figures = archive_.consult(
            [&](const archive::Connection& connection) { return enquiry::all_figures(connection, report); });
        for (const auto& figure : figures)
            if (!figure.document.empty()) evidence.documents.emplace(figure.cell, figure.document);
        evidence.reading = [this](const std::string& sha256) { return reading(sha256); };
        return evidence;
    }

    const Document* reading(const std::string& sha256) {
        const auto known = readings_.find(sha256);
        const auto& kept =
            known != readings_.end() ? known->second : (readings_[sha256] = archive_.reading(sha256));
        return kept ? &*kept : nullptr;
    }

    std::vector<Box> read_by_ocr(const publish::Sight& sight) {
        const auto* document = reading(sight.document);
        if (document == nullptr) return {};
        for (const auto& page : document->pages)
            if (page.number == sight.page) return publish::boxes_read_by_ocr(page);
        return {};
    }

    void wish_for_pictures(publish::ReviewedReport& reviewed) {
        std::map<std::string, publish::Whereabouts> documents;
        for (std::size_t t = 0; t < reviewed.topics.size(); ++t)
            for (std::size_t s = 0; s < reviewed.topics[t].sights.size(); ++s) {
                const auto& sight = reviewed.topics[t].sights[s];
                if (!sight.lines.empty()) continue; // of a text
                if (!documents.contains(sight.document))
                    documents[sight.document] = pictures_.find(files_[sight.document], sight.document);
                if (const auto wish =
                        pictures_.wish(sight.document, sight.page, sight.band, read_by_ocr(sight)))
                    wishes_.emplace_back(Placed{reports_.size(), t, s}, *wish);
            }
        for (const auto& [document, whereabouts] : documents) {
            found_ += whereabouts == publish::Whereabouts::at_hand ? 1 : 0;
            if (whereabouts == publish::Whereabouts::at_hand) continue;
            const auto why =
                whereabouts == publish::Whereabouts::not_there
                    ? text::tr("not found")
                    : text::tr("the file of that name holds something else than the one that was read");
            reviewed.lacking.push_back({files_[document], why});
        }
    }

    const ReviewOptions& options_;
    const archive::Archive& archive_;
    publish::SourcePictures pictures_;
    std::map<std::string, std::string> files_;                ///< names, by hash
    std::map<std::string, std::optional<Document>> readings_; ///< of the report being taken, by hash
    std::vector<publish::ReviewedReport> reports_;
    std::vector<std::pair<Placed, std::size_t>> wishes_;
    std::size_t found_ = 0; ///< sources at hand
};

publish::ReviewContext context_of(const ReviewOptions& options, const archive::Archive& archive,
                                  const Context& context, std::string advice) {
    publish::ReviewContext page{options.archive, std::move(advice), {}, {}};
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings, archive));
    page.municipalities = knowledge.municipalities.names();
    for (const auto& edition : knowledge.editions.all())
        page.editions.push_back(edition.id);
    return page;
}

void tell_lacking(const std::vector<publish::ReviewedReport>& reports, const std::string& advice,
                  Talk& talk) {
    bool any = false;
    for (const auto& report : reports)
        for (const auto& [file, why] : report.lacking) {
            talk.remark(text::tr("no pictures of {}: {}", file, why));
            any = true;
        }
    if (any) talk.remark(advice);
}

std::string told(const publish::ReviewCounts& counts, std::size_t reports) {
    auto text = text::counted(counts.figures(), "figure");
    if (counts.parts > 0) text += fmt::format(", {}", text::counted(counts.parts, "faulty part"));
    if (counts.unclaimed > 0)
        text += text::tr(", {} with unclaimed text", text::counted(counts.unclaimed, "page"));
    return text::tr("{} in {}", text, text::counted(reports, "report"));
}

ExitCode review(const ReviewOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    publish::NewFolder folder(options.out);
    const auto pictures = folder.path() / "pictures";
    fs::create_directory(pictures);
    Review review(options, archive, pictures);
    for (const auto& report : chosen_reports(options, archive))
        review.take(report);
    const auto reports = review.all(pipeline::runner_options(pipeline_options(context.settings)));
    folder.write("index.html",
                 publish::review_html(reports, context_of(options, archive, context, review.advice())));
    folder.write("review.csv", publish::review_csv(reports));
    folder.commit();
    tell_lacking(reports, review.advice(), context.talk);
    publish::ReviewCounts counts;
    for (const auto& report : reports)
        counts += publish::count(report);
    context.out.print("{}: {}\n", told(counts, reports.size()),
                      (fs::path(options.out) / "index.html").string());
    return ExitCode::all_well;
}

} // namespace

Command review_command() {
    const auto options = std::make_shared<ReviewOptions>();
    return {.name = "review",
            .summary = "a page that shows each doubtful figure in its place",
            .details =
                "Writes DIR/index.html, which shows what wants a person's eye: every doubtful or "
                "contradicted figure, marked in a picture of its whole table, beside what the archive holds, "
                "what the other figures allow and the check that fails; every part that is damaged or "
                "missing, and text that no part holds, on its page. It needs no server, prints, and keeps in "
                "the browser what is chosen; it saves a file for kompass corrections import. DIR/review.csv "
                "is the same as a sheet: fill in by, why, and value (or 'no' in stated: the report does not "
                "state it). Pictures are cut from the sources, which are looked for where they were taken "
                "from.",
            .example = "  kompass review --archive arkiv.db --sources reports --out review",
            .options = {archive_option(options->archive),
                        {.names = "--out",
                         .value = "DIR",
                         .help = "folder to make; one that is there is not written to",
                         .target = &options->out,
                         .required = true},
                        sources_option(options->sources),
                        {.names = "REPORT",
                         .value = "...",
                         .help = "only this report, named as for kompass show",
                         .target = &options->report}},
            .run = [options](const Context& context) { return review(*options, context); }};
}

} // namespace kompass::cli
