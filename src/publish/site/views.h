// What several pages show alike: charts with the table behind each, rankings, links to reports. Each function
// writes into the page that it is given. No errors.
#pragma once

#include "archive/evaluation/effective.h"
#include "publish/site/content.h"
#include "publish/site/page.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish::site {

/// One distribution of several under each other.
struct StripView {
    std::string label; ///< as the chart has it
    const Standing* standing = nullptr;
    std::string edition;
};

/// The eight areas of a report against its edition, with the table behind it; with a radar beside the bars.
void add_profile(Page& page, const SiteContent& content, const ReportContent& report, const std::string& id,
                 bool with_radar = false);
/// The same without the table.
void add_profile_charts(Page& page, const SiteContent& content, const ReportContent& report,
                        const std::string& id, bool with_radar);
/// The areas of an evaluation beside those of the one before that compares; nothing if there is none.
void add_change(Page& page, const SiteContent& content, const enquiry::Course& course, std::size_t at);
/// The totals of a municipality through the years, as a chart.
void add_trend_chart(Page& page, const MunicipalityContent& town, const std::string& id);
/// The same with a table of them and the areas.
void add_trend(Page& page, const SiteContent& content, const MunicipalityContent& town,
               const std::string& id);
/// How what reports state is spread; `own` is shown among the others. Nothing where no report states it.
void add_spread(Page& page, const SiteContent& content, const std::string& title,
                const std::vector<StripView>& strips, double most, std::optional<std::int64_t> own,
                const std::string& id);
/// Reports in their order, each a link; of a question with the per cent that rank it.
void add_ranking(Page& page, const SiteContent& content, const Standing& standing);

/// What people decided of a report: what stood, what holds, who, why and when. Nothing where nobody did.
void add_decisions(Page& page, const std::vector<archive::Ruling>& rulings);

/// A sentence about editions, where several stand on the page.
void add_warning_of_editions(Page& page);

/// Of a row that is of an area or question: the attributes that name it.
[[nodiscard]] std::string names_of(const enquiry::Subject& subject);

} // namespace kompass::publish::site
