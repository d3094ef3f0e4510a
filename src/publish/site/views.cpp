#include "publish/site/views.h"

#include "publish/charts/charts.h"
#include "publish/charts/course_chart.h"
#include "publish/site/cell_words.h"
#include "publish/site/wordings.h"
#include "publish/state_sign.h"

#include <algorithm>

namespace kompass::publish::site {
namespace {

using enquiry::Distribution;

std::string statistic(std::string_view name, double number) {
    return fmt::format(R"(<td data-statistic="{}">{}</td>)", name, with_tenth(number));
}

/// Mean, median and quartiles as cells; dashes where there are none.
std::string statistics(const std::optional<Distribution>& distribution) {
    if (!distribution) return "<td>0</td><td>–</td><td>–</td><td>–</td><td>–</td>";
    const auto quartile = [&](std::string_view name, double number) {
        return distribution->has_quartiles() ? statistic(name, number) : std::string("<td>–</td>");
    };
    return fmt::format(R"(<td data-statistic="reports">{}</td>)", distribution->mean.reports) +
           statistic("mean", distribution->mean.points) + quartile("lower", distribution->lower_quartile) +
           statistic("median", distribution->median) + quartile("upper", distribution->upper_quartile);
}

std::string heads_of_statistics() {
    std::string html;
    for (const auto words :
         {say("col.reports"), say("col.mean"), say("col.lower"), say("col.median"), say("col.upper")})
        html += fmt::format(R"(<th scope="col">{}</th>)", words);
    return html;
}

bool is_question(const Standing& standing) {
    return !standing.subject.question.empty();
}

charts::Amount amount_of(const Decimal& number, const std::optional<archive::State>& state, bool percent) {
    return {number.real(), swedish(number) + sign_of(state) + (percent ? " %" : ""),
            archive::is_unsound(state)};
}

std::optional<charts::Band> band_of(const std::optional<Distribution>& distribution) {
    if (!distribution || !distribution->has_quartiles()) return std::nullopt;
    return charts::Band{distribution->lower_quartile, distribution->upper_quartile};
}

std::optional<double> median_of(const std::optional<Distribution>& distribution) {
    return distribution ? std::optional(distribution->median) : std::nullopt;
}

void begin_details(Page& page) {
    page.add("<details class=\"behind\"><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" "
             "role=\"region\" aria-label=\"{}\">",
             say("table.behind"), say("table.behind"));
}

void end_details(Page& page) {
    page.add("</table></div></details>\n");
}

charts::Strip strip_of(const SiteContent& content, const StripView& view, std::optional<std::int64_t> own) {
    charts::Strip strip{.label = view.label};
    const auto& standing = *view.standing;
    for (const auto& report : standing.ranking.reports) {
        const auto value = enquiry::measure(report.figures, standing.subject);
        if (!value) continue;
        const auto state = is_question(standing) ? report.figures.state() : report.figures.points_state;
        strip.dots.push_back({amount_of(*value, state, is_question(standing)),
                              content.report(report.report.id).title(), own == report.report.id});
    }
    strip.band = band_of(standing.distribution);
    strip.median = median_of(standing.distribution);
    return strip;
}

/// A row of the table of a course. Of the report's own scores the test asks by evaluation and area; others
/// are told to be other.
void add_evaluation(Page& page, const SiteContent& content, const enquiry::Course& course, std::size_t at) {
    using Source = enquiry::CourseEvaluation::Source;
    const auto& one = course.evaluations[at];
    const auto& by = content.report(one.report);
    const bool own = one.source == Source::report;
    auto told = std::string();
    if (one.source == Source::other_scoring) told = say("town.other_scoring");
    if (one.source == Source::history)
        told = fmt::format(say("town.told"), page.anchor(by.address, time_of(by)));
    page.add(R"(<tr data-evaluation="{}"{}><th scope="row">{}{}</th><td class="words">{}</td>)",
             escaped(one.told_by), own ? "" : R"( data-source="other")",
             own        ? page.anchor(by.address, time_of(by))
             : one.year ? std::to_string(*one.year)
                        : std::string(say("unknown.year")),
             told.empty() ? told : fmt::format(R"( <span class="note">{}</span>)", told),
             one.edition.empty() ? "–" : page.anchor(edition_address(one.edition), one.edition));
    const auto change = enquiry::change(course, at);
    page.add("{}<td>{}</td>", page.cell("points", {one.total.points, one.total.points_state}),
             change ? with_sign(*change) : "");
    for (std::size_t area = 0; area < one.areas.size(); ++area)
        page.add(R"(<td data-area="{}" data-field="points">{}</td>)", area + 1,
                 page.figure({one.areas[area].points, one.areas[area].points_state}));
    page.add_html("</tr>\n");
}

charts::Profile profile_of(const SiteContent& content, const ReportContent& report, const std::string& id) {
    const auto* edition = content.edition(report.identity.edition);
    charts::Profile profile{
        .frame = {.id = id, .title = fmt::format(say("chart.profile"), report.title()), .point = ','},
        .own = report.title(),
        .unsure = std::string(say("chart.unsure")),
        .full = points_an_area};
    for (int number = 1; number <= area_count; ++number) {
        const auto* line = report.line(std::to_string(number));
        const auto* standing = edition == nullptr ? nullptr : &edition->area(number).standing;
        auto& row = profile.rows.emplace_back();
        row.label = fmt::format("{} {}", number,
                                line != nullptr      ? line->text
                                : edition != nullptr ? edition->area(number).title
                                                     : "");
        if (line != nullptr && line->figures.points)
            row.own = amount_of(*line->figures.points,
                                archive::foremost({line->figures.points_state, line->figures.max_state,
                                                   line->figures.percent_state}),
                                false);
        if (standing != nullptr) {
            row.band = band_of(standing->distribution);
            row.median = median_of(standing->distribution);
        }
        if (row.band) profile.band = fmt::format(say("chart.band"), edition->id);
        if (row.median) profile.median = fmt::format(say("chart.median"), edition->id);
        profile.frame.description +=
            fmt::format(say("chart.desc.row"), row.label, row.own ? row.own->words : "–",
                        row.median ? swedish(enquiry::to_a_tenth(*row.median)) : "–");
    }
    return profile;
}

} // namespace

std::string names_of(const enquiry::Subject& subject) {
    auto names = subject.area ? fmt::format(R"( data-area="{}")", *subject.area) : std::string();
    if (!subject.question.empty()) names += fmt::format(R"( data-question="{}")", escaped(subject.question));
    return names;
}

void add_decisions(Page& page, const std::vector<archive::Ruling>& rulings) {
    if (rulings.empty()) return;
    page.add(
        R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="words"><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th><th scope="col">{5}</th><th scope="col">{6}</th></tr></thead><tbody>
)",
        say("report.decisions"), say("col.where"), say("col.read"), say("col.holds"), say("col.by"),
        say("col.why"), say("col.when"));
    for (const auto& [decision, cell] : rulings)
        page.add(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            escaped(cell ? words_of(*cell) : decision.cell), escaped(decision.was.value_or("–")),
            decision.value ? escaped(*decision.value) : std::string(say("report.decision.unstated")),
            escaped(decision.author), escaped(decision.why),
            escaped(decision.made_at.substr(0, decision.made_at.find('T'))));
    page.add_html("</tbody></table></div>\n");
}

void add_warning_of_editions(Page& page) {
    page.add("<p class=\"notice\">{}</p>\n", say("warn.editions"));
}

void add_profile_charts(Page& page, const SiteContent& content, const ReportContent& report,
                        const std::string& id, bool with_radar) {
    auto profile = profile_of(content, report, id);
    if (with_radar) page.add_html("<div class=\"beside\">");
    page.add_html(charts::profile_chart(profile));
    if (!with_radar) return;
    profile.frame.id = id + "-radar";
    page.add("{}</div>", charts::radar_chart(profile));
}

void add_profile(Page& page, const SiteContent& content, const ReportContent& report, const std::string& id,
                 bool with_radar) {
    const auto* edition = content.edition(report.identity.edition);
    const auto profile = profile_of(content, report, id);
    page.add_html("<figure>");
    add_profile_charts(page, content, report, id, with_radar);
    begin_details(page);
    page.add(
        R"(<table class="figures" data-evaluation="{}"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th>{}</tr></thead><tbody>)",
        escaped(report.identity.key), say("col.area"), say("col.points"), say("col.max"),
        heads_of_statistics());
    for (int number = 1; number <= area_count; ++number) {
        const auto* line = report.line(std::to_string(number));
        const enquiry::Figures figures = line == nullptr ? enquiry::Figures{} : line->figures;
        page.add(R"(<tr data-area="{}" data-edition="{}"><th scope="row">{}</th>{}{}{}</tr>)", number,
                 escaped(report.identity.edition),
                 escaped(profile.rows.at(static_cast<std::size_t>(number) - 1).label),
                 page.cell("points", {figures.points, figures.points_state}),
                 page.cell("max", {figures.max, figures.max_state}),
                 statistics(edition == nullptr ? std::nullopt : edition->area(number).standing.distribution));
    }
    page.add("</tbody>");
    end_details(page);
    page.add("</figure>\n");
}

void add_trend_chart(Page& page, const MunicipalityContent& town, const std::string& id) {
    charts::Frame frame{.id = id, .title = fmt::format(say("chart.trend"), town.name)};
    for (const auto& one : town.course.evaluations)
        if (one.year && one.total.points)
            frame.description += fmt::format(say("chart.desc.point"), *one.year,
                                             one.edition.empty() ? std::string(say("edition.none"))
                                                                 : fmt::format(say("edition"), one.edition),
                                             swedish(*one.total.points) + sign_of(one.total.points_state));
    const auto trend = charts::trend_of(town.course, std::move(frame),
                                        {.edition = std::string(say("edition")),
                                         .no_edition = std::string(say("edition.none")),
                                         .own = std::string(say("chart.own")),
                                         .told = std::string(say("chart.told")),
                                         .unsure = std::string(say("chart.unsure")),
                                         .most = points_of_all_areas,
                                         .point = ','});
    page.add("<figure>{}</figure>\n", charts::trend_chart(trend));
}

void add_trend(Page& page, const SiteContent& content, const MunicipalityContent& town,
               const std::string& id) {
    add_trend_chart(page, town, id);
    page.add(
        R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><caption class="unseen">{0}</caption><thead><tr><th scope="col">{1}</th><th scope="col" class="words">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th>)",
        say("town.evaluations"), say("col.year"), say("col.edition"), say("col.total"), say("col.change"));
    for (int number = 1; number <= area_count; ++number)
        page.add(R"(<th scope="col"><abbr title="{}">{}</abbr></th>)", fmt::format(say("area"), number),
                 number);
    page.add_html("</tr></thead><tbody>\n");
    for (std::size_t i = 0; i < town.course.evaluations.size(); ++i)
        add_evaluation(page, content, town.course, i);
    page.add_html("</tbody></table></div>\n");
}

void add_change(Page& page, const SiteContent& content, const enquiry::Course& course, std::size_t at) {
    using Source = enquiry::CourseEvaluation::Source;
    const auto before = enquiry::comparable_before(course, at);
    if (!before) return;
    const std::array evaluations{&course.evaluations[*before], &course.evaluations[at]};
    const auto time = [&](const enquiry::CourseEvaluation& one) {
        return one.source == Source::report ? content.report(one.report).year() : std::to_string(*one.year);
    };
    const auto heading =
        fmt::format(say("town.change"), time(*evaluations.front()), time(*evaluations.back()));
    page.add(
        R"(<h3>{0}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th></tr></thead><tbody>
)",
        escaped(heading), say("col.area"), escaped(time(*evaluations.front())),
        escaped(time(*evaluations.back())), say("col.change"));
    const auto* edition = content.edition(course.evaluations[at].edition);
    for (int area = 1; area <= area_count + 1; ++area) {
        const bool sum = area > area_count;
        page.add(
            R"(<tr{}><th scope="row">{}</th>)",
            sum ? R"( class="sum")" : fmt::format(R"( data-area="{}")", area),
            sum ? std::string(say("col.all"))
                : escaped(fmt::format("{} {}", area, edition == nullptr ? "" : edition->area(area).title)));
        std::array<enquiry::Figures, 2> figures;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto& one = *evaluations.at(i);
            figures.at(i) = sum ? one.total : one.areas[static_cast<std::size_t>(area) - 1];
            page.add(R"(<td data-evaluation="{}"{} data-field="points">{}</td>)", escaped(one.told_by),
                     one.source == Source::report ? "" : R"( data-source="other")",
                     page.figure({figures.at(i).points, figures.at(i).points_state}));
        }
        const auto view = [](const enquiry::Figures& one) {
            return FigureView{one.points, one.points_state};
        };
        page.add("<td>{}</td></tr>\n", page.difference(view(figures.front()), view(figures.back())));
    }
    page.add_html("</tbody></table></div>\n");
}

void add_spread(Page& page, const SiteContent& content, const std::string& title,
                const std::vector<StripView>& strips, double most, std::optional<std::int64_t> own,
                const std::string& id) {
    charts::Spread spread{.frame = {.id = id, .title = fmt::format(say("chart.spread"), title), .point = ','},
                          .dot = std::string(say("chart.dot")),
                          .unsure = std::string(say("chart.unsure")),
                          .most = most};
    std::vector<const StripView*> shown;
    for (const auto& view : strips) {
        if (!view.standing->distribution) continue;
        shown.push_back(&view);
        const auto& distribution = *view.standing->distribution;
        const auto& strip = spread.strips.emplace_back(strip_of(content, view, own));
        if (strip.band) spread.band = say("chart.bands");
        spread.median = say("chart.medians");
        if (std::any_of(strip.dots.begin(), strip.dots.end(), [](const auto& dot) { return dot.own; }))
            spread.own = content.report(*own).title();
        spread.frame.description += fmt::format(
            say("chart.desc.spread"), view.label.empty() ? title : view.label,
            counted_reports(distribution.mean.reports), swedish(distribution.values.front()),
            swedish(enquiry::to_a_tenth(distribution.median)), swedish(distribution.values.back()));
    }
    if (shown.empty()) return;
    page.add("<figure>{}", charts::spread_chart(spread));
    begin_details(page);
    page.add(R"(<table class="figures"><thead><tr><th scope="col"></th>{}</tr></thead><tbody>)",
             heads_of_statistics());
    for (const auto* view : shown)
        page.add(R"(<tr data-edition="{}"{}><th scope="row">{}</th>{}</tr>)", escaped(view->edition),
                 names_of(view->standing->subject), escaped(view->label.empty() ? title : view->label),
                 statistics(view->standing->distribution));
    page.add("</tbody>");
    end_details(page);
    page.add("</figure>\n");
}

void add_ranking(Page& page, const SiteContent& content, const Standing& standing) {
    if (standing.ranking.reports.empty()) {
        page.add("<p>{}</p>\n", say("question.none"));
        return;
    }
    page.add(
        R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures ranking"{1}><caption class="unseen">{0}</caption><thead><tr><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th><th scope="col">{5}</th>{6}</tr></thead><tbody>
)",
        say("area.ranking"), names_of(standing.subject), say("col.rank"), say("col.municipality"),
        say("col.points"), say("col.max"),
        is_question(standing) ? fmt::format(R"(<th scope="col">{}</th>)", say("col.percent")) : "");
    for (const auto& one : standing.ranking.reports) {
        const auto& report = content.report(one.report.id);
        const auto& figures = one.figures;
        page.add(R"(<tr data-evaluation="{}"><td>{}</td><th scope="row">{}</th>{}{}{}</tr>
)",
                 escaped(report.identity.key), one.rank ? std::to_string(*one.rank) : "–",
                 page.anchor(report.address, report.title()),
                 page.cell("points", {figures.points, figures.points_state}),
                 page.cell("max", {figures.max, figures.max_state}),
                 is_question(standing)
                     ? page.cell("measure", {figures.percent, figures.percent_state, "", " %"})
                     : "");
    }
    page.add("</tbody></table></div>\n");
}

} // namespace kompass::publish::site
