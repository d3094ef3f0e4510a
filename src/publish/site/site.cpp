#include "publish/site/site.h"

#include "archive/outside/description.h"
#include "publish/assets.h"
#include "publish/export/export_workbook.h"
#include "publish/report/pdf.h"
#include "publish/site/evaluation_rows.h"
#include "publish/site/pages.h"
#include "publish/site/report_details.h"
#include "publish/site/search_index.h"
#include "read/file_bytes.h"
#include "read/unfinished_file.h"

#include <algorithm>

namespace kompass::publish::site {
namespace {

class Writing {
public:
    Writing(const archive::Connection& connection, const SiteOptions& options)
        : connection_(connection), options_(options), folder_(options.folder),
          content_(site_content(connection)), site_{content_, options.base_url, lead_of(content_)},
          rows_(connection), notes_(connection), about_(archive::find_description(connection)),
          sources_(options.sources, folder_, options.workers) {}

    SiteResult all() {
        folder_.write("stil.css", style_);
        for (std::size_t i = 0; i < content_.reports.size(); ++i) {
            write_report(content_.reports[i]);
            if (options_.on_report) options_.on_report(i + 1, content_.reports.size());
        }
        for (const auto& [address, reports] : content_.shared_addresses)
            write(address, choice_page(site_, address, reports));
        for (std::size_t i = 0; i < content_.municipalities.size(); ++i) {
            write_municipality(content_.municipalities[i]);
            if (options_.pdf && options_.on_print) options_.on_print(i + 1, content_.municipalities.size());
        }
        for (int area = 1; area <= area_count; ++area)
            write(area_address(area), area_page(site_, area));
        for (const auto& edition : content_.editions)
            write_edition(edition);
        write_search();
        write_comparison();
        write("om/", about_page(site_));
        write("", national_page(site_));
        sources_.finish();
        return {folder_.finish(), content_.reports.size(), content_.municipalities.size()};
    }

private:
    void write(const std::string& address, const std::string& page) {
        folder_.write(address + "index.html", page);
    }

    void write_report(ReportContent& report) {
        const auto id = report.identity.id;
        auto details = report_details(connection_, rows_, report.identity,
                                      options_.with_names ? Deciders::named : Deciders::unnamed);
        report.figures = details.figures;
        keep(report, details.effective.record);
        index_.add(content_.by_id.at(id), enquiry::passages_of(connection_, report.identity.key));
        details.pages = sources_.of(connection_, report.identity, details.effective.published);
        write(report.address, report_page(site_, report, details));
        for (std::size_t i = 0; i < details.pages.size(); ++i)
            write(report.address + details.pages[i].address, source_page(site_, report, details, i));
    }

    /// What other pages show of it.
    static void keep(ReportContent& report, const Record& record) {
        if (record.account) report.whole = is_whole(*record.account);
        const auto texts = [](const std::vector<Finding>& findings) {
            std::vector<std::string> all(findings.size());
            std::transform(findings.begin(), findings.end(), all.begin(),
                           [](const Finding& one) { return one.text; });
            return all;
        };
        for (const auto& area : record.areas) {
            const auto at = static_cast<std::size_t>(area.number) - 1;
            report.strengths.at(at) = texts(area.strengths);
            report.improvements.at(at) = texts(area.improvements);
        }
    }

    void write_municipality(const MunicipalityContent& town) {
        std::vector<std::string> evaluations;
        for (const auto at : town.reports)
            evaluations.push_back(content_.reports[at].identity.key);
        const auto latest = content_.latest_of(town).identity.id;
        const auto similar = enquiry::similar_reports(connection_, latest);
        write(town.address, municipality_page(site_, town, similar, {.pdf = options_.pdf, .style = {}}));
        if (options_.pdf) print(town, similar);
        folder_.write(town.address + "omraden.csv", rows_.csv("areas", evaluations));
        folder_.write(town.address + "fragor.csv", rows_.csv("questions", evaluations));
        folder_.write(town.address + "data.json", rows_.json(evaluations));
        folder_.write(town.address + "arbetsbok.xlsx", workbook_of(town, evaluations));
    }

    /// The page alone: it leads nowhere, so that no path of this machine stands in the PDF.
    void print(const MunicipalityContent& town, const std::vector<enquiry::Likeness>& similar) {
        const auto page = municipality_page(site_, town, similar, {.pdf = false, .style = style_});
        folder_.write_made(town.address + municipality_pdf, page, [&] { return report::pdf_of(page); });
    }

    std::string workbook_of(const MunicipalityContent& town, const std::vector<std::string>& evaluations) {
        Publication publication;
        publication.about = about_;
        publication.reports = static_cast<int>(town.reports.size());
        for (const auto at : town.reports) {
            const auto& report = content_.reports[at];
            if (report.whole.value_or(false)) ++publication.whole;
            if (!report.identity.year) continue;
            if (!publication.first_year) publication.first_year = report.identity.year; // oldest first
            publication.last_year = report.identity.year;
        }
        const read::UnfinishedFile file(folder_.path() / "arbetsbok.xlsx"); // goes once it is read
        write_workbook(
            publication, notes_, [&](const auto& table) { return rows_.rows(table, evaluations); },
            file.path());
        return read::read_file(file.path()).bytes;
    }

    void write_search() {
        write("sok/", search_page(site_));
        folder_.write("sok/stammar.js", std::string(assets::snowball_licence_js) +
                                            std::string(assets::base_stemmer_js) +
                                            std::string(assets::swedish_stemmer_js));
        folder_.write("sok/sok.js", assets::search_js);
        folder_.write("sok/register.js", index_.script_of_short_texts(content_));
        folder_.write("sok/text.js", index_.script_of_running_text(content_));
    }

    void write_comparison() {
        write("jamfor/", compare_page(site_));
        folder_.write("jamfor/jamfor.js", assets::compare_js);
        folder_.write("jamfor/siffror.js", compare_figures(content_));
    }

    void write_edition(const EditionContent& edition) {
        write(edition_address(edition.id), edition_page(site_, edition));
        for (int area = 1; area <= area_count; ++area)
            for (const auto& question : edition.area(area).questions)
                write(question_address(edition.id, question.number),
                      question_page(site_, edition, area, question));
    }

    const archive::Connection& connection_;
    const SiteOptions& options_;
    SiteFolder folder_;
    SiteContent content_;
    Site site_;
    std::string style_ = std::string(assets::tokens_css) + std::string(assets::page_css) +
                         std::string(assets::charts_css) + std::string(assets::site_css);
    EvaluationRows rows_;
    FigureNotes notes_;
    archive::Description about_;
    SourcePages sources_;
    SearchIndex index_;
};

} // namespace

SiteResult write_site(const archive::Connection& connection, const SiteOptions& options) {
    return Writing(connection, options).all();
}

} // namespace kompass::publish::site
