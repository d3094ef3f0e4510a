// The pages of areas, editions and questions: who stands where, within one edition.
#include "publish/site/pages.h"
#include "publish/site/views.h"
#include "publish/site/wordings.h"
#include "text/fitting.h"
#include "text/slug.h"

#include <algorithm>

namespace kompass::publish::site {
namespace {

std::string edition_words(const std::string& id) {
    return fmt::format(say("edition"), id);
}

std::string Edition_words(const std::string& id) {
    return fmt::format(say("Edition"), id);
}

/// What the best are praised for in the area.
void add_praise(Page& page, const SiteContent& content, const Standing& standing, int area) {
    constexpr int best = 3;
    std::string html;
    for (const auto& one : standing.ranking.reports) {
        if (!one.rank || *one.rank > best) continue;
        const auto& report = content.report(one.report.id);
        const auto& strengths = report.strengths.at(static_cast<std::size_t>(area) - 1);
        if (strengths.empty()) continue;
        html += fmt::format("<div><h4>{}</h4><ul>", page.anchor(report.address, report.title()));
        for (const auto& strength : strengths)
            html += "<li>" + escaped(strength) + "</li>";
        html += "</ul></div>\n";
    }
    if (!html.empty()) page.add("<h3>{}</h3>\n<div class=\"findings\">{}</div>\n", say("area.best"), html);
}

void add_questions(Page& page, const EditionContent& edition, const AreaContent& area,
                   const std::string& id) {
    if (area.questions.empty()) return;
    page.add(
        R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><caption class="unseen">{0}</caption><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3} %</th><th scope="col">{4} %</th></tr></thead><tbody>
)",
        id, say("col.question"), say("col.reports"), say("col.mean"), say("col.median"));
    for (const auto& question : area.questions) {
        const auto& spread = question.standing.distribution;
        page.add(
            R"(<tr data-edition="{}"{}><th scope="row"><span class="number">{}</span> {}</th><td data-statistic="reports">{}</td><td data-statistic="mean">{}</td><td data-statistic="median">{}</td></tr>
)",
            escaped(edition.id), names_of(question.standing.subject), escaped(question.number),
            page.anchor(question_address(edition.id, question.number), question.text()),
            spread ? spread->mean.reports : 0, spread ? with_tenth(spread->mean.points) : "–",
            spread ? with_tenth(spread->median) : "–");
    }
    page.add_html("</tbody></table></div>\n");
}

/// On a page of an area the part that is of one edition: on another axis than those of the others.
void add_area_of_edition(Page& page, const SiteContent& content, const EditionContent& edition, int number) {
    const auto& area = edition.area(number);
    const auto title =
        area.title.empty() ? fmt::format(say("area"), number) : fmt::format("{} {}", number, area.title);
    page.add("<section aria-labelledby=\"utgava-{0}\" data-edition=\"{0}\"><h2 "
             "id=\"utgava-{0}\">{1}</h2>\n<p class=\"note\">{2}</p>\n",
             escaped(edition.id), page.anchor(edition_address(edition.id), Edition_words(edition.id)),
             escaped(title));
    add_spread(page, content, fmt::format("{}, {}", title, edition_words(edition.id)),
               {{"", &area.standing, edition.id}}, points_an_area, std::nullopt,
               "diagram-omrade-" + text::slug(edition.id));
    add_ranking(page, content, area.standing);
    page.add("<h3>{}</h3>\n", say("area.questions"));
    add_questions(page, edition, area,
                  fmt::format("{}, {}", say("area.questions"), edition_words(edition.id)));
    add_praise(page, content, area.standing, number);
    page.add_html("</section>\n");
}

} // namespace

std::string area_page(const Site& site, int number) {
    const auto& content = site.content;
    const auto area_words = fmt::format(say("area"), number);
    const auto titles = content.titles_of(number);
    // Where editions call it differently it is another area in each: none of them heads the page.
    const auto title = titles.size() == 1 ? fmt::format("{} {}", number, titles.front()) : area_words;
    const auto all = titles.empty() ? title : fmt::format("{} {}", number, text::joined(titles, " / "));
    Page page({.address = area_address(number),
               .title = all,
               .description = all + ". " + std::string(say("area.lead")),
               .way = {{area_address(number), title}},
               .data = {},
               .base_url = site.base_url});
    page.add("<div class=\"lead\"><h1>{}</h1>", escaped(title));
    if (titles.size() > 1) page.add("<p>{}</p>", escaped(text::joined(titles, " / ")));
    page.add("<p>{}</p></div>\n", say("area.lead"));
    if (content.editions.size() > 1) add_warning_of_editions(page);
    for (auto edition = content.editions.rbegin(); edition != content.editions.rend(); ++edition)
        add_area_of_edition(page, content, *edition, number);
    return std::move(page).take();
}

std::string edition_page(const Site& site, const EditionContent& edition) {
    const auto& content = site.content;
    const auto title = Edition_words(edition.id);
    const auto lead = fmt::format(say("edition.lead"),
                                  counted_reports(static_cast<int>(edition.total.ranking.reports.size())),
                                  edition_words(edition.id));
    Page page({.address = edition_address(edition.id),
               .title = title,
               .description = lead,
               .way = {{edition_address(edition.id), title}},
               .data = {},
               .base_url = site.base_url});
    page.add("<div class=\"lead\"><h1>{}</h1><p>{}</p></div>\n", escaped(title), escaped(lead));
    page.add("<section aria-labelledby=\"totalt\" data-edition=\"{}\"><h2 id=\"totalt\">{}</h2>\n",
             escaped(edition.id), say("edition.totals"));
    add_spread(page, content, edition_words(edition.id), {{"", &edition.total, edition.id}},
               points_of_all_areas, std::nullopt, "diagram-totalt");
    add_ranking(page, content, edition.total);
    page.add(
        "</section>\n<section aria-labelledby=\"omraden\" data-edition=\"{}\"><h2 id=\"omraden\">{}</h2>\n",
        escaped(edition.id), say("edition.areas"));
    std::vector<StripView> strips;
    for (int number = 1; number <= area_count; ++number)
        strips.push_back({fmt::format("{} {}", number, edition.area(number).title),
                          &edition.area(number).standing, edition.id});
    add_spread(page, content, std::string(say("site.areas")), strips, points_an_area, std::nullopt,
               "diagram-omraden");
    for (int number = 1; number <= area_count; ++number) {
        const auto heading = fmt::format("{} {}", number, edition.area(number).title);
        page.add("<h3>{}</h3>\n", page.anchor(area_address(number), heading));
        add_questions(page, edition, edition.area(number), escaped(heading));
    }
    page.add_html("</section>\n");
    return std::move(page).take();
}

std::string question_page(const Site& site, const EditionContent& edition, int area,
                          const QuestionContent& question) {
    const auto address = question_address(edition.id, question.number);
    const auto title = fmt::format("{} {}", question.number, question.text());
    const auto lead = fmt::format(say("question.lead"), question.number, edition_words(edition.id));
    const auto heading = fmt::format("{} {}", area, edition.area(area).title);
    Page page({.address = address,
               .title = title,
               .description = lead,
               .way = {{edition_address(edition.id), Edition_words(edition.id)},
                       {area_address(area), heading},
                       {address, question.number}},
               .data = {},
               .base_url = site.base_url});
    page.add("<div class=\"lead\"><h1>{}</h1><p>{}</p></div>\n<div data-edition=\"{}\">\n", escaped(title),
             escaped(lead), escaped(edition.id));
    add_spread(page, site.content, title, {{"", &question.standing, edition.id}}, most_percent, std::nullopt,
               "diagram-fraga");
    add_ranking(page, site.content, question.standing);
    page.add("</div>\n<h2>{}</h2><ul>", say("question.wordings"));
    for (const auto& wording : question.wordings)
        page.add("<li>{} <span class=\"note\">{}</span></li>", escaped(wording.value),
                 fmt::format(say("question.asked"), counted_reports(wording.reports)));
    page.add_html("</ul>\n");
    return std::move(page).take();
}

} // namespace kompass::publish::site
