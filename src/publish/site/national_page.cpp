// The site's first page, and what there is to know of its figures.
#include "publish/site/county_map.h"
#include "publish/site/linked_data.h"
#include "publish/site/pages.h"
#include "publish/site/views.h"
#include "publish/site/wordings.h"
#include "publish/state_sign.h"
#include "text/fitting.h"
#include "text/unicode.h"

#include <algorithm>
#include <functional>
#include <set>

namespace kompass::publish::site {
namespace {

using archive::State;

/// "2 174"
std::string grouped(int number) {
    return unicode::swedish_number(number, 0);
}

class NationalPage {
public:
    explicit NationalPage(const Site& site)
        : content_(site.content), page_({.address = "",
                                         .title = std::string(say("site.name")),
                                         .description = site.lead,
                                         .way = {},
                                         .data = dataset_of(site.content, site.lead, site.base_url),
                                         .base_url = site.base_url}),
          lead_(site.lead) {}

    std::string html() {
        page_.add("<div class=\"lead\"><h1>{}</h1><p>{}</p></div>\n", say("start.title"), escaped(lead_));
        if (!content_.reports.empty()) {
            add_quick_search();
            add_summary();
            add_editions();
            add_newest();
            add_counties();
            add_areas();
            add_state();
        }
        return std::move(page_).take();
    }

private:
    void section(const char* id, std::string_view heading) {
        page_.add("<section aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>\n", id, heading);
    }

    /// The search page takes what is typed from its address.
    void add_quick_search() {
        page_.add(
            R"(<form class="quick" action="{}" role="search"><input type="search" name="q" aria-label="{}" placeholder="{}"><button>{}</button></form>
)",
            page_.link("sok/"), say("search.title"), say("search.example"), say("site.search"));
    }

    void add_summary() {
        page_.add("<dl "
                  "class=\"summary\"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></"
                  "div><div><dt>{}</dt><dd>{}</dd></div></dl>\n",
                  content_.municipalities.size() == 1 ? say("start.municipality")
                                                      : say("start.municipalities"),
                  content_.municipalities.size(),
                  content_.reports.size() == 1 ? say("start.report") : say("start.reports"),
                  content_.reports.size(), say("start.figures"), grouped(figures()));
    }

    [[nodiscard]] int figures() const {
        int count = 0;
        for (const auto& report : content_.reports)
            for (const auto& [state, number] : report.figures)
                count += number;
        return count;
    }

    void add_editions() {
        section("utgavor", say("start.editions"));
        add_warning_of_editions(page_);
        std::vector<StripView> strips;
        for (const auto& edition : content_.editions)
            strips.push_back({fmt::format(say("Edition"), edition.id), &edition.total, edition.id});
        add_spread(page_, content_, std::string(say("start.spread")), strips, points_of_all_areas,
                   std::nullopt, "diagram-utgavor");
        page_.add("<h3>{}</h3>\n", say("start.years"));
        add_years();
        page_.add_html("</section>\n");
    }

    /// A row a year, the newest first: there are many years and few editions.
    void add_years() {
        std::set<int, std::greater<>> years;
        for (const auto& report : content_.reports)
            if (report.identity.year) years.insert(*report.identity.year);
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures years"><thead><tr><th scope="col">{1}</th>)",
            say("start.years"), say("col.year"));
        for (const auto& edition : content_.editions)
            page_.add("<th scope=\"col\">{}</th>", page_.anchor(edition_address(edition.id), edition.id));
        page_.add("<th scope=\"col\">{}</th></tr></thead><tbody>\n", say("col.reports"));
        for (const int year : years)
            add_year(year);
        page_.add_html("</tbody></table></div>\n");
    }

    void add_year(int year) {
        const auto count = [&](auto is_meant) {
            const auto number =
                std::count_if(content_.reports.begin(), content_.reports.end(), [&](const auto& report) {
                    return report.identity.year == year && is_meant(report);
                });
            return number == 0 ? std::string() : std::to_string(number);
        };
        page_.add("<tr><th scope=\"row\">{}</th>", year);
        for (const auto& edition : content_.editions)
            page_.add("<td>{}</td>",
                      count([&](const auto& report) { return report.identity.edition == edition.id; }));
        page_.add("<td>{}</td></tr>\n", count([](const auto&) { return true; }));
    }

    void add_newest() {
        constexpr std::size_t most = 8;
        std::vector<const ReportContent*> reports;
        for (const auto& report : content_.reports)
            reports.push_back(&report);
        std::stable_sort(reports.begin(), reports.end(), [](const auto* a, const auto* b) {
            return std::pair(a->identity.year, a->month) > std::pair(b->identity.year, b->month);
        });
        reports.resize(std::min(reports.size(), most));
        section("senaste", say("start.newest"));
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><thead><tr><th scope="col">{1}</th><th scope="col" class="words">{2}</th><th scope="col" class="words">{3}</th><th scope="col">{4}</th></tr></thead><tbody>
)",
            say("start.newest"), say("col.municipality"), say("col.when"), say("col.edition"),
            say("col.total"));
        for (const auto* report : reports) {
            const auto* total = report->line("");
            const enquiry::Figures figures = total == nullptr ? enquiry::Figures{} : total->figures;
            page_.add("<tr data-evaluation=\"{}\"><th scope=\"row\">{}</th><td class=\"words\">{}</td><td "
                      "class=\"words\">{}</td>{}</tr>\n",
                      escaped(report->identity.key), page_.anchor(report->address, report->title()),
                      time_of(*report),
                      report->identity.edition.empty()
                          ? "–"
                          : page_.anchor(edition_address(report->identity.edition), report->identity.edition),
                      page_.cell("points", {figures.points, figures.points_state}));
        }
        page_.add_html("</tbody></table></div></section>\n");
    }

    void add_counties() {
        const auto by_name = [](const std::string& a, const std::string& b) {
            return unicode::compare_swedish(a, b) < 0;
        };
        std::map<std::string, std::vector<const MunicipalityContent*>, decltype(by_name)> counties(by_name);
        for (const auto& town : content_.municipalities)
            counties[town.county.empty() ? std::string(say("unknown.county")) : town.county].push_back(&town);
        section("kommuner", say("start.counties"));
        const auto map = county_map(municipalities_by_county());
        page_.add("<div class=\"{}\">\n{}<div class=\"counties\">\n", map.empty() ? "" : "by-county", map);
        for (const auto& [county, towns] : counties) {
            const auto code = county_of_code(towns.front()->code);
            page_.add("<div{}><h3>{}</h3><ul>",
                      code.empty() ? std::string() : fmt::format(R"( id="{}")", id_of_county(code)),
                      escaped(county));
            for (const auto* town : towns) {
                std::string years;
                for (const auto at : town->reports) {
                    const auto& report = content_.reports[at];
                    years += (years.empty() ? "" : ", ") + page_.anchor(report.address, report.year());
                }
                page_.add("<li>{} <span class=\"note\">{}</span></li>",
                          page_.anchor(town->address, town->name), years);
            }
            page_.add_html("</ul></div>\n");
        }
        add_nameless();
        page_.add_html("</div></div></section>\n");
    }

    [[nodiscard]] std::map<std::string, std::size_t> municipalities_by_county() const {
        std::map<std::string, std::size_t> counts;
        for (const auto& town : content_.municipalities)
            if (const auto county = county_of_code(town.code); !county.empty()) ++counts[county];
        return counts;
    }

    void add_nameless() {
        if (content_.nameless.empty()) return;
        page_.add("<div><h3>{}</h3><ul>", say("unknown.municipality"));
        for (const auto at : content_.nameless) {
            const auto& report = content_.reports[at];
            page_.add("<li>{} <span class=\"note\">{}</span></li>",
                      page_.anchor(report.address, time_of(report)), escaped(report.identity.key));
        }
        page_.add_html("</ul></div>\n");
    }

    void add_areas() {
        section("omraden", say("start.areas"));
        page_.add_html("<ol class=\"areas\">");
        for (int area = 1; area <= area_count; ++area)
            page_.add(
                "<li>{}</li>",
                page_.anchor(area_address(area),
                             fmt::format("{} {}", area, text::joined(content_.titles_of(area), " / "))));
        page_.add_html("</ol></section>\n");
    }

    void add_state() {
        section("skick", say("start.state"));
        page_.add("<p>{}</p>\n<dl class=\"states\">",
                  fmt::format(say("start.state.lead"), grouped(figures())));
        for (const auto state :
             {State::sound, State::repaired, State::decided, State::inconsistent, State::doubtful}) {
            int count = 0;
            for (const auto& report : content_.reports)
                if (const auto found = report.figures.find(state); found != report.figures.end())
                    count += found->second;
            page_.add("<div><dt>{} {}</dt><dd>{}</dd></div>", word_of(state), sign_of(state), grouped(count));
        }
        const auto whole = std::count_if(content_.reports.begin(), content_.reports.end(),
                                         [](const auto& report) { return report.whole.value_or(false); });
        page_.add("</dl>\n<p>{}</p></section>\n",
                  fmt::format(say("start.whole"), whole,
                              counted_reports(static_cast<int>(content_.reports.size()))));
    }

    const SiteContent& content_;
    Page page_;
    std::string lead_;
};

} // namespace

std::string lead_of(const SiteContent& content) {
    std::set<int> years;
    for (const auto& report : content.reports)
        if (report.identity.year) years.insert(*report.identity.year);
    if (years.empty()) return std::string(say("start.empty"));
    return fmt::format(say("start.lead"), counted_reports(static_cast<int>(content.reports.size())),
                       counted_municipalities(content.municipalities.size()),
                       years.size() == 1 ? std::to_string(*years.begin())
                                         : fmt::format("{}–{}", *years.begin(), *years.rbegin()));
}

std::string national_page(const Site& site) {
    return NationalPage(site).html();
}

std::string about_page(const Site& site) {
    Page page({.address = "om/",
               .title = std::string(say("about.title")),
               .description = std::string(say("about.what")),
               .way = {{"om/", std::string(say("about.title"))}},
               .data = {},
               .base_url = site.base_url});
    page.add("<div class=\"lead\"><h1>{}</h1></div>\n<div class=\"prose\">", say("about.title"));
    for (const auto words : {say("about.what"), say("about.editions"), say("about.statistics"),
                             say("about.parts"), say("about.rights"), say("about.files")})
        page.add("<p>{}</p>\n", words);
    page.add("<h2 id=\"tecken\">{}</h2>\n<ul>", say("signs.head"));
    for (const auto& [state, words] :
         {std::pair{State::doubtful, say("sign.doubtful")},
          std::pair{State::inconsistent, say("sign.inconsistent")},
          std::pair{State::repaired, say("sign.repaired")}, std::pair{State::decided, say("sign.decided")},
          std::pair{State::from_another_file, say("sign.other")}})
        page.add("<li><span class=\"sign\">{}</span> {}</li>", sign_of(state), words);
    page.add_html("</ul></div>\n");
    return std::move(page).take();
}

} // namespace kompass::publish::site
