// The page of a municipality: its evaluations, the latest profile, what changed, role models, similar ones.
#include "publish/site/linked_data.h"
#include "publish/site/pages.h"
#include "publish/site/views.h"
#include "publish/site/wordings.h"
#include "text/unicode.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace kompass::publish::site {
namespace {

std::vector<SiteFile> files_of(const MunicipalityForm& form) {
    std::vector<SiteFile> files{{"omraden.csv", "text/csv", std::string(say("town.download.areas"))},
                                {"fragor.csv", "text/csv", std::string(say("town.download.questions"))},
                                {"arbetsbok.xlsx",
                                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                 std::string(say("town.download.workbook"))},
                                {"data.json", "application/json", std::string(say("town.download.all"))}};
    if (form.pdf)
        files.push_back({municipality_pdf, "application/pdf", std::string(say("town.download.pdf"))});
    return files;
}

class MunicipalityPage {
public:
    MunicipalityPage(const Site& site, const MunicipalityContent& town,
                     const std::vector<enquiry::Likeness>& similar, const MunicipalityForm& form)
        : content_(site.content), town_(town), similar_(similar), form_(form),
          latest_(content_.latest_of(town)),
          page_({.address = town.address,
                 .title = town.name,
                 .description = fmt::format(say("town.lead"), town.name),
                 .way = {{town.address, town.name}},
                 .data = dataset_of(town, fmt::format(say("town.lead"), town.name), files_of(form),
                                    site.base_url),
                 .base_url = site.base_url,
                 .style = form.style}) {}

    std::string html() {
        page_.add("<div class=\"lead\"><h1>{}</h1>\n<p>{}</p></div>\n", escaped(town_.name),
                  escaped(town_.county));
        add_evaluations();
        section("profil", fmt::format(say("town.profile"), time_of(latest_)));
        add_profile(page_, content_, latest_, "diagram-profil", true);
        page_.add_html("</section>\n");
        add_findings();
        add_models();
        add_similar();
        if (!is_alone()) add_downloads();
        return std::move(page_).take();
    }

private:
    /// To be printed: it leads nowhere.
    [[nodiscard]] bool is_alone() const { return !form_.style.empty(); }

    void section(const char* id, const std::string& heading) {
        page_.add("<section aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>\n", id, escaped(heading));
    }

    void add_evaluations() {
        section("utvarderingar", std::string(say("town.evaluations")));
        std::set<std::string> editions;
        for (const auto& one : town_.course.evaluations)
            editions.insert(one.edition);
        if (editions.size() > 1) add_warning_of_editions(page_);
        add_trend(page_, content_, town_, "diagram-ar");
        add_last_change();
        std::vector<std::string> keys; // the newest, as many as the page takes
        for (const auto at : town_.reports)
            keys.push_back(content_.reports[at].identity.key);
        if (keys.size() > most_compared)
            keys.erase(keys.begin(), keys.end() - static_cast<std::ptrdiff_t>(most_compared));
        if (!is_alone())
            page_.add("<p>{}</p>\n",
                      page_.comparison_of(keys, keys.size() > 1 ? say("compare.own") : say("compare.with")));
        page_.add_html("</section>\n");
    }

    void add_last_change() {
        using Source = enquiry::CourseEvaluation::Source;
        const auto& evaluations = town_.course.evaluations;
        const auto latest = std::find_if(evaluations.begin(), evaluations.end(), [&](const auto& one) {
            return one.source == Source::report && one.report == latest_.identity.id;
        });
        if (latest != evaluations.end())
            add_change(page_, content_, town_.course, static_cast<std::size_t>(latest - evaluations.begin()));
    }

    void add_findings() {
        section("omdomen", fmt::format(say("town.findings"), time_of(latest_)));
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th></tr></thead><tbody>
)",
            fmt::format(say("town.findings"), time_of(latest_)), say("col.area"), say("report.strengths"),
            say("report.improvements"));
        for (std::size_t i = 0; i < latest_.strengths.size(); ++i) {
            const auto* line = latest_.line(std::to_string(i + 1));
            const auto title = fmt::format("{} {}", i + 1, line == nullptr ? "" : escaped(line->text));
            page_.add("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
                      is_alone() ? title
                                 : fmt::format(R"(<a href="{}#omrade-{}">{}</a>)",
                                               page_.link(latest_.address), i + 1, title),
                      latest_.strengths[i].size(), latest_.improvements[i].size());
        }
        page_.add_html("</tbody></table></div>");
        if (!is_alone()) page_.add("<p>{}.</p>", page_.anchor(latest_.address, say("town.findings.link")));
        page_.add_html("</section>\n");
    }

    [[nodiscard]] bool is_named(const enquiry::RoleModelNaming& naming) const {
        return town_.code.empty() ? unicode::lower(naming.role_model) == unicode::lower(town_.name)
                                  : naming.code_now == town_.code;
    }

    [[nodiscard]] bool names(const enquiry::RoleModelNaming& naming) const {
        return std::any_of(town_.reports.begin(), town_.reports.end(), [&](std::size_t at) {
            return content_.reports[at].identity.id == naming.named_by.id;
        });
    }

    using Namings = std::vector<const enquiry::RoleModelNaming*>;

    /// "enligt rapporten 2019: 2 Tillgänglighet, 5 Resultat; enligt rapporten 2021: …"
    [[nodiscard]] std::string told_by_reports(Namings namings) const {
        std::stable_sort(namings.begin(), namings.end(), [&](const auto* a, const auto* b) {
            return content_.by_id.at(a->named_by.id) < content_.by_id.at(b->named_by.id);
        });
        std::string html;
        const ReportContent* told = nullptr;
        for (const auto* naming : namings) {
            const auto& by = content_.report(naming->named_by.id);
            if (told != &by) {
                html += (html.empty() ? "" : "; ") +
                        fmt::format(say("town.told"), page_.anchor(by.address, time_of(by))) + ": ";
            } else {
                html += ", ";
            }
            told = &by;
            html +=
                page_.anchor(area_address(naming->area), fmt::format("{} {}", naming->area, naming->title));
        }
        return html;
    }

    /// A row for each municipality.
    template <typename Belongs, typename Name>
    bool add_namings(std::string_view heading, const Belongs& belongs, const Name& words_of) {
        std::vector<std::pair<std::string, Namings>> rows;
        for (const auto& naming : content_.role_models) {
            if (!belongs(naming)) continue;
            const auto name = words_of(naming);
            auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& known) { return known.first == name; });
            if (row == rows.end()) row = rows.insert(row, {name, {}});
            row->second.push_back(&naming);
        }
        if (rows.empty()) return false;
        page_.add("<h3>{}</h3><ul>", heading);
        for (const auto& [name, namings] : rows)
            page_.add("<li>{} <span class=\"note\">{}</span></li>\n", name, told_by_reports(namings));
        page_.add_html("</ul>\n");
        return true;
    }

    void add_models() {
        section("forebilder", std::string(say("town.models")));
        const bool any_named = add_namings(
            fmt::format(say("town.models.names"), escaped(town_.name)),
            [&](const auto& one) { return names(one); },
            [](const auto& one) { return escaped(one.role_model); });
        const bool any_naming = add_namings(
            fmt::format(say("town.models.named"), escaped(town_.name)),
            [&](const auto& one) { return is_named(one); },
            [&](const auto& one) { return linked_town(content_.report(one.named_by.id)); });
        if (!any_named && !any_naming) page_.add("<p>{}</p>\n", say("town.no_models"));
        page_.add_html("</section>\n");
    }

    [[nodiscard]] std::string linked_town(const ReportContent& report) const {
        const auto* town = content_.municipality_of(report);
        return town == nullptr ? std::string(say("unknown.municipality"))
                               : page_.anchor(town->address, town->name);
    }

    void add_similar() {
        if (similar_.empty()) return;
        constexpr std::size_t most = 6;
        section("liknande", std::string(say("town.similar")));
        page_.add("<p class=\"note\">{}</p>\n",
                  fmt::format(say("town.similar.note"), escaped(latest_.identity.edition)));
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th>)",
            say("town.similar"), say("col.municipality"), say("col.distance"));
        for (int area = 1; area <= area_count; ++area)
            page_.add(R"(<th scope="col"><abbr title="{}">{}</abbr></th>)", fmt::format(say("area"), area),
                      area);
        page_.add_html("</tr></thead><tbody>\n");
        std::vector<std::string> keys{latest_.identity.key};
        for (const auto& one : std::span(similar_).first(std::min(similar_.size(), most))) {
            const auto& report = content_.report(one.report.id);
            if (keys.size() < most_compared) keys.push_back(report.identity.key);
            page_.add("<tr><th scope=\"row\">{}</th><td>{}</td>",
                      page_.anchor(report.address, report.title()),
                      page_.figure({enquiry::to_a_tenth(one.distance), one.state()}));
            for (std::size_t area = 0; area < one.differences.size(); ++area) {
                const int difference = one.differences.at(area);
                page_.add("<td>{}{}</td>",
                          difference > 0   ? "+"
                          : difference < 0 ? "−"
                                           : "",
                          std::abs(difference));
            }
            page_.add_html("</tr>\n");
        }
        page_.add_html("</tbody></table></div>");
        if (!is_alone()) page_.add("<p>{}</p>", page_.comparison_of(keys, say("compare.similar")));
        page_.add_html("</section>\n");
    }

    void add_downloads() {
        section("ladda-ned", std::string(say("town.download")));
        page_.add_html("<ul class=\"downloads\">");
        for (const auto& file : files_of(form_))
            page_.add(R"(<li><a href="{}" download>{}</a></li>)", file.name, file.title);
        page_.add_html("</ul>\n");
        if (!form_.pdf) page_.add("<p class=\"note\">{}</p>\n", say("town.download.print"));
        page_.add_html("</section>\n");
    }

    const SiteContent& content_;
    const MunicipalityContent& town_;
    const std::vector<enquiry::Likeness>& similar_;
    const MunicipalityForm& form_;
    const ReportContent& latest_;
    Page page_;
};

} // namespace

std::string municipality_page(const Site& site, const MunicipalityContent& town,
                              const std::vector<enquiry::Likeness>& similar, const MunicipalityForm& form) {
    return MunicipalityPage(site, town, similar, form).html();
}

std::string choice_page(const Site& site, const std::string& address,
                        const std::vector<std::int64_t>& reports) {
    const auto& first = site.content.report(reports.front());
    const auto& town = *site.content.municipality_of(first); // of one that is not known no year is shared
    const auto title = fmt::format("{} {}", town.name, *first.identity.year);
    Page page({.address = address,
               .title = title,
               .description = std::string(say("town.choose")),
               .way = {{town.address, town.name}},
               .data = {},
               .base_url = site.base_url});
    page.add("<div class=\"lead\"><h1>{}</h1><p>{}</p></div><ul>", escaped(title), say("town.choose"));
    for (const auto id : reports) {
        const auto& report = site.content.report(id);
        page.add("<li>{} <span class=\"note\">{}</span></li>", page.anchor(report.address, report.year()),
                 escaped(report.identity.key));
    }
    page.add_html("</ul>\n");
    return std::move(page).take();
}

} // namespace kompass::publish::site
