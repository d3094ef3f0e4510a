// The pages of the site, one function a kind: each gives the whole page as HTML.
//
// What a page shows it takes from the content, so that the same figure reads the same on every page. Pure,
// but for what a report's page asks of its evaluation.
#pragma once

#include "archive/evaluation/effective.h"
#include "enquiry/cell_states.h"
#include "enquiry/checks.h"
#include "enquiry/figures.h"
#include "enquiry/other_scorings.h"
#include "enquiry/similarity.h"
#include "publish/site/content.h"
#include "publish/site/page.h"
#include "publish/site/source_pages.h"

#include <map>
#include <string>
#include <vector>

namespace kompass::publish::site {

/// What is asked for the page of a report alone.
struct ReportDetails {
    archive::Effective effective;
    enquiry::CellStates states;
    std::map<archive::State, int> figures{};                     ///< how many are in which state
    std::vector<enquiry::FigureRow> notable;                     ///< figures that are not simply sound
    std::vector<enquiry::LayeredCheck> checks;                   ///< that do not hold
    std::vector<std::map<std::string, std::string>> documents{}; ///< rows of the export table
    std::vector<SourcePage> pages{};
};

/// What all pages are made from.
struct Site {
    const SiteContent& content;
    std::string base_url; ///< of the site's top, with its slash; empty: not known
    std::string lead;     ///< what it is, in a sentence
};

/// What the site says of itself.
[[nodiscard]] std::string lead_of(const SiteContent& content);

[[nodiscard]] std::string national_page(const Site& site);
[[nodiscard]] std::string about_page(const Site& site);
[[nodiscard]] std::string search_page(const Site& site);
[[nodiscard]] std::string compare_page(const Site& site);
/// The script that gives the page its figures.
[[nodiscard]] std::string compare_figures(const SiteContent& content);

/// What a municipality's page is made for.
struct MunicipalityForm {
    bool pdf = false; ///< there is a PDF of it beside it
    std::string style =
        {}; ///< to be printed: it holds its style and leads nowhere; empty: a page of the site
};
/// `similar`: of the municipality's latest report.
[[nodiscard]] std::string municipality_page(const Site& site, const MunicipalityContent& town,
                                            const std::vector<enquiry::Likeness>& similar,
                                            const MunicipalityForm& form = {});
/// The name of the PDF beside it.
inline constexpr auto municipality_pdf = "kommunen.pdf";
/// Where a year leads to several evaluations.
[[nodiscard]] std::string choice_page(const Site& site, const std::string& address,
                                      const std::vector<std::int64_t>& reports);
[[nodiscard]] std::string report_page(const Site& site, const ReportContent& report,
                                      const ReportDetails& details);
[[nodiscard]] std::string source_page(const Site& site, const ReportContent& report,
                                      const ReportDetails& details, std::size_t page);
[[nodiscard]] std::string area_page(const Site& site, int area);
[[nodiscard]] std::string edition_page(const Site& site, const EditionContent& edition);
[[nodiscard]] std::string question_page(const Site& site, const EditionContent& edition, int area,
                                        const QuestionContent& question);

/// The element of a figure on its report's page.
[[nodiscard]] std::string id_of(const Cell& cell);

} // namespace kompass::publish::site
