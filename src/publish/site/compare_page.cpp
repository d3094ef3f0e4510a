// The page that puts evaluations side by side: its frame, what to use where there is no script, and the
// figures that its script (assets/compare.js) shows.
#include "archive/evaluation/states.h"
#include "publish/site/pages.h"
#include "publish/site/wordings.h"
#include "publish/state_sign.h"

#include <nlohmann/json.hpp>

namespace kompass::publish::site {
namespace {

using nlohmann::ordered_json;

/// Points, sign, and of how many; null what is not stated.
ordered_json line_of(const ReportContent& report, const std::string& number) {
    const auto* line = report.line(number);
    const enquiry::Figures figures = line == nullptr ? enquiry::Figures{} : line->figures;
    const auto value = [](const std::optional<Decimal>& one) {
        return one ? ordered_json(one->real()) : ordered_json(nullptr);
    };
    return {value(figures.points), sign_of(figures.points_state), value(figures.max)};
}

ordered_json median_of(const Standing& standing) {
    if (!standing.distribution) return nullptr;
    return enquiry::to_a_tenth(standing.distribution->median).real();
}

ordered_json words_of_script() {
    ordered_json words{{"all", say("col.all")},
                       {"area", say("col.area")},
                       {"edition", say("col.edition")},
                       {"caption", say("compare.caption")},
                       {"chart", say("compare.chart")},
                       {"difference", say("compare.difference")},
                       {"choose", say("compare.choose")},
                       {"another", say("compare.another")},
                       {"hint", say("compare.hint")},
                       {"compared", say("compare.compared")},
                       {"unknown", say("compare.unknown")},
                       {"median", say("compare.median")},
                       {"unsure", say("chart.unsure")}};
    for (const auto state : signed_states)
        words["states"][sign_of(state)] = {{"name", class_of(state)}, {"means", meaning_of(state)}};
    return words;
}

} // namespace

std::string compare_figures(const SiteContent& content) {
    ordered_json figures;
    auto& reports = figures["reports"] = ordered_json::array();
    for (const auto& report : content.reports) {
        auto lines = ordered_json::array({line_of(report, "")});
        for (int area = 1; area <= area_count; ++area)
            lines.push_back(line_of(report, std::to_string(area)));
        reports.push_back(
            {{"key", report.identity.key},
             {"address", report.address},
             {"name", report.title()},
             {"municipality", report.identity.municipality.empty() ? std::string(say("unknown.municipality"))
                                                                   : report.identity.municipality},
             {"edition", report.identity.edition},
             {"lines", std::move(lines)}});
    }
    auto& editions = figures["editions"] = ordered_json::object();
    for (const auto& edition : content.editions) {
        auto titles = ordered_json::array();
        auto medians = ordered_json::array({median_of(edition.total)});
        for (int area = 1; area <= area_count; ++area) {
            titles.push_back(edition.area(area).title);
            medians.push_back(median_of(edition.area(area).standing));
        }
        editions[edition.id] = {{"titles", std::move(titles)}, {"medians", std::move(medians)}};
    }
    return "kompassFigures(" + figures.dump() + ");\n";
}

std::string compare_page(const Site& site) {
    Page page({.address = "jamfor/",
               .title = std::string(say("compare.title")),
               .description = std::string(say("compare.lead")),
               .way = {{"jamfor/", std::string(say("compare.title"))}},
               .data = {},
               .base_url = site.base_url,
               .scripts = {"jamfor.js", "siffror.js"}});
    page.add("<div class=\"lead\"><h1>{}</h1><p>{}</p></div>\n", say("compare.title"), say("compare.lead"));
    page.add_without_script(say("compare.without_script"));
    page.add(R"(<form id="jamfor" class="asking" aria-label="{0}" hidden>
<div id="val" class="choices wide"></div>
<p><button type="reset">{1}</button></p>
</form>
<p id="besked" class="note" role="status"></p>
<p id="varning" class="notice" hidden>{2}</p>
<div id="resultat"></div>
<script type="application/json" id="ord">{3}</script>
)",
             say("compare.title"), say("search.clear"), say("warn.editions"),
             in_script(words_of_script().dump()));
    for (const auto state : signed_states)
        page.explain(state);
    return std::move(page).take();
}

} // namespace kompass::publish::site
