// kompass review: the figures that want a person's eye, as a page to look at and a sheet to fill in.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/shared_options.h"
#include "publish/new_folder.h"
#include "publish/review_sheet.h"
#include "text/fitting.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

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

/// The text that a figure's line begins with: "4.4", or nothing that could be looked for.
std::string line_start(const publish::ReviewItem& item) {
    return question_number_of(item.cell);
}

/// Where a picture goes when it is drawn.
struct PictureWish {
    std::size_t wish = 0, report = 0, item = 0;
};

publish::ReviewedReport reviewed(const enquiry::ReportIdentity& report, const Record& record,
                                 publish::SourcePictures& pictures, std::size_t number,
                                 std::vector<PictureWish>& wishes) {
    publish::ReviewedReport result;
    result.title = report.municipality + (report.year ? fmt::format(" {}", *report.year) : "");
    result.file = report.file;
    result.sha256 = report.sha256;
    result.parts = summary(record.account);
    if (record.account)
        for (const auto& part : record.account->parts)
            if (is_faulty(part)) result.faults.push_back(describe(part));
    const auto items = publish::review_items(record);
    if (items.empty()) return result;
    result.at_hand = pictures.open(report.file, report.sha256);
    for (const auto& item : items) {
        auto& shown = result.items.emplace_back(publish::ShownItem{item, std::nullopt, {}});
        if (!result.at_hand || item.places.empty()) continue;
        const auto& place = item.places.back();
        const auto name = fmt::format("{}-{}.png", report.id, result.items.size());
        if (const auto wish = pictures.wish(place, name))
            wishes.push_back({*wish, number, result.items.size() - 1});
        if (const auto start = line_start(item); !start.empty())
            shown.lines = pictures.lines(place.page, start);
    }
    return result;
}

ExitCode review(const ReviewOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive);
    publish::NewFolder folder(options.out);
    const auto pictures_folder = folder.path() / "pictures";
    fs::create_directory(pictures_folder);
    publish::SourcePictures pictures({options.sources.begin(), options.sources.end()}, pictures_folder);
    std::vector<publish::ReviewedReport> reports;
    std::vector<PictureWish> wishes;
    std::size_t figures = 0;
    for (const auto& report : chosen_reports(options, archive)) {
        const auto effective = archive.effective(report.id);
        auto record = effective.published;
        record.findings_of_audit = effective.record.findings_of_audit; // what is settled needs no look
        auto one = reviewed(report, record, pictures, reports.size(), wishes);
        figures += one.items.size();
        if (!one.items.empty() || !one.faults.empty()) reports.push_back(std::move(one));
    }
    const auto drawn = pictures.drawn(pipeline::runner_options(pipeline_options(context.settings)));
    for (const auto& [wish, report, item] : wishes)
        reports[report].items[item].picture = drawn[wish];
    folder.write("index.html", publish::review_html(reports, options.archive));
    folder.write("review.csv", publish::review_csv(reports));
    folder.commit();
    context.out.print("{} in {}: {}\n", text::counted(figures, "figure"),
                      text::counted(reports.size(), "report"),
                      (fs::path(options.out) / "index.html").string());
    return ExitCode::all_well;
}

} // namespace

Command review_command() {
    const auto options = std::make_shared<ReviewOptions>();
    return {.name = "review",
            .summary = "a page that shows each doubtful figure in its place",
            .details = "Writes DIR/index.html, which shows every doubtful or inconsistent figure: its row "
                       "cut from the page, what was read, what the other figures allow, the check that "
                       "fails, and the command that settles it; of each report also which parts are damaged "
                       "or missing. It needs no server. DIR/review.csv has the figures as a sheet: fill in "
                       "value, by and why and give it to kompass corrections import. Pictures need the "
                       "sources: name the folders they are in.",
            .example = "  kompass review --archive arkiv.db --sources reports --out review",
            .options = {archive_option(options->archive),
                        {.names = "--out",
                         .value = "DIR",
                         .help = "folder to make; one that is there is not written to",
                         .target = &options->out,
                         .required = true},
                        {.names = "--sources",
                         .value = "PATH",
                         .help = "file or folder of sources, for the pictures; may be repeated",
                         .target = &options->sources},
                        {.names = "REPORT",
                         .value = "...",
                         .help = "only this report, named as for kompass show",
                         .target = &options->report}},
            .run = [options](const Context& context) { return review(*options, context); }};
}

} // namespace kompass::cli
