#include "publish/report/management_report.h"

#include "publish/assets.h"
#include "publish/report/position.h"
#include "publish/site/cell_words.h"
#include "publish/site/reasons.h"
#include "publish/site/views.h"
#include "publish/site/wordings.h"
#include "publish/state_sign.h"
#include "text/fitting.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kompass::publish::report {
namespace {

using archive::State;
using site::escaped;
using site::say;
using site::with_tenth;

/// "+8,5", "−3,0"
std::string signed_tenth(double number) {
    const auto tenths = enquiry::to_a_tenth(std::abs(number));
    if (tenths == Decimal()) return "0,0";
    return (number < 0 ? "−" : "+") + with_tenth(std::abs(number));
}

std::string style() {
    return std::string(assets::tokens_css) + std::string(assets::page_css) + std::string(assets::charts_css) +
           std::string(assets::site_css) + std::string(assets::report_css);
}

class ManagementReport {
public:
    ManagementReport(const site::Site& site, const site::ReportContent& report,
                     const site::ReportDetails& details)
        : content_(site.content), report_(report), details_(details), record_(details.effective.record),
          edition_(content_.edition(report.identity.edition)),
          page_({.address = "",
                 .title = fmt::format(say("rep.title"), report.title()),
                 .description = fmt::format(say("rep.title"), report.title()),
                 .way = {},
                 .data = {},
                 .attributes = fmt::format(R"( data-evaluation="{}")", escaped(report.identity.key)),
                 .style = style()}) {
        if (edition_ != nullptr) {
            areas_ = distances_of_areas(*edition_, report.identity.id);
            questions_ = distances_of_questions(*edition_, report.identity.id);
        }
    }

    std::string html() {
        add_head();
        add_in_short();
        add_profile();
        add_position();
        add_course();
        add_questions();
        add_lessons();
        add_findings();
        add_state();
        add_decisions();
        add_sources();
        return std::move(page_).take();
    }

private:
    void begin(const char* id, std::string_view heading) {
        page_.add("<section aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>\n", id, heading);
    }
    void end() { page_.add_html("</section>\n"); }

    [[nodiscard]] std::string title_of(int area) const {
        const auto* line = report_.line(std::to_string(area));
        return fmt::format("{} {}", area,
                           line != nullptr       ? line->text
                           : edition_ != nullptr ? edition_->area(area).title
                                                 : "");
    }

    [[nodiscard]] static enquiry::Figures figures_of(const enquiry::Line* line) {
        return line == nullptr ? enquiry::Figures{} : line->figures;
    }

    // --- First page

    void add_head() {
        const auto edition = report_.identity.edition.empty()
                                 ? std::string(say("edition.none"))
                                 : fmt::format(say("edition"), report_.identity.edition);
        page_.add(
            "<header class=\"front\"><p class=\"eyebrow\">{}</p><h1>{}</h1>\n<p>{}</p></header>\n",
            say("rep.eyebrow"), escaped(report_.title()),
            fmt::format(say("rep.lead"),
                        escaped(edition) + page_.sign(details_.states.of(report_cell(CellField::edition))),
                        escaped(site::time_of(report_))));
        const auto total = figures_of(report_.line(""));
        page_.add(R"(<dl class="summary"><div><dt>{}</dt><dd data-field="points">{}</dd></div>)",
                  total.max ? fmt::format(say("report.total"), page_.figure({total.max, total.max_state}))
                            : std::string(say("report.points")),
                  page_.figure({total.points, total.points_state}));
        if (const auto position = position_in_all()) {
            page_.add("<div><dt>{}</dt><dd>{}</dd></div>",
                      escaped(fmt::format(say("report.rank"), edition_->id)),
                      fmt::format(say("points.of"), position->rank, position->of));
            if (position->better_than)
                page_.add("<div><dt>{}</dt><dd>{} %</dd></div>", say("rep.better"), *position->better_than);
            if (position->to_median)
                page_.add("<div><dt>{}</dt><dd>{}</dd></div>", say("rep.to_median"),
                          signed_tenth(*position->to_median));
        }
        page_.add_html("</dl>\n");
    }

    [[nodiscard]] std::optional<Position> position_in_all() const {
        return edition_ == nullptr ? std::nullopt : position_of(edition_->total, report_.identity.id);
    }

    /// "5 Resultat (+18,0), 3 Styrning (+4,5)": so many of the distances that `is_meant`.
    template <typename Range, typename IsMeant>
    [[nodiscard]] std::string listed(const Range& distances, const IsMeant& is_meant) const {
        constexpr std::size_t most = 3;
        std::vector<std::string> parts;
        for (const auto& one : distances)
            if (parts.size() < most && is_meant(one))
                parts.push_back(fmt::format("{} ({})", title_of(one.area), signed_tenth(one.difference())));
        return text::joined(parts, ", ");
    }

    void add_in_short() {
        begin("korthet", say("rep.short"));
        page_.add_html("<ul class=\"short\">");
        const auto strong = std::vector(areas_.rbegin(), areas_.rend());
        const auto above = listed(strong, [](const auto& one) { return one.difference() > 0; });
        const auto below = listed(areas_, [](const auto& one) { return one.difference() < 0; });
        if (!above.empty()) page_.add("<li>{}</li>", escaped(fmt::format(say("rep.strong"), above)));
        if (!below.empty()) page_.add("<li>{}</li>", escaped(fmt::format(say("rep.weak"), below)));
        if (areas_.empty()) page_.add("<li>{}</li>", say("rep.few"));
        page_.add("<li>{}</li>", escaped(words_of_change()));
        const auto unsound =
            std::count_if(details_.notable.begin(), details_.notable.end(), [](const auto& row) {
                return archive::is_unsound(archive::state_from(row.status));
            });
        if (unsound > 0)
            page_.add("<li>{}<a href=\"#skick\">{}</a>.</li>",
                      unsound == 1 ? std::string(say("warn.doubtful.1"))
                                   : fmt::format(say("warn.doubtful"), unsound),
                      say("report.state"));
        page_.add_html("</ul>");
        end();
    }

    /// Of the municipality's course; nullopt: the evaluation is not in it.
    [[nodiscard]] std::optional<std::size_t> place_in_course() const {
        const auto* town = content_.municipality_of(report_);
        if (town == nullptr) return std::nullopt;
        const auto& evaluations = town->course.evaluations;
        const auto found = std::find_if(evaluations.begin(), evaluations.end(), [&](const auto& one) {
            return one.source == enquiry::CourseEvaluation::Source::report &&
                   one.report == report_.identity.id;
        });
        if (found == evaluations.end()) return std::nullopt;
        return static_cast<std::size_t>(found - evaluations.begin());
    }

    [[nodiscard]] std::string words_of_change() const {
        const auto at = place_in_course();
        const auto* town = content_.municipality_of(report_);
        const auto before = at ? enquiry::comparable_before(town->course, *at) : std::nullopt;
        if (!before) return std::string(say("rep.no_change"));
        const auto change = enquiry::change(town->course, *at);
        const auto& earlier = town->course.evaluations[*before];
        if (!change) return fmt::format(say("rep.change_unknown"), *earlier.year);
        return fmt::format(say("rep.change"), *earlier.year, site::with_sign(*change));
    }

    void add_profile() {
        begin("profil", say("report.profile"));
        page_.add_html("<figure>");
        site::add_profile_charts(page_, content_, report_, "diagram-profil", true);
        page_.add_html("</figure>");
        end();
    }

    // --- Position

    void add_position() {
        begin("lage", say("rep.position"));
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="figures"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>
)",
            say("rep.position"), say("col.area"), say("col.points"), say("col.lower"), say("col.median"),
            say("col.upper"), say("rep.col.to_median"), say("col.rank"), say("rep.col.better"));
        for (int area = 1; area <= area_count; ++area)
            add_position_row(fmt::format(R"( data-area="{}")", area), title_of(area),
                             report_.line(std::to_string(area)),
                             edition_ == nullptr ? nullptr : &edition_->area(area).standing);
        add_position_row(R"( class="sum")", std::string(say("col.all")), report_.line(""),
                         edition_ == nullptr ? nullptr : &edition_->total);
        page_.add("</tbody></table></div><p class=\"note\">{}</p>", say("rep.position.note"));
        end();
    }

    void add_position_row(const std::string& attributes, const std::string& heading,
                          const enquiry::Line* line, const site::Standing* standing) {
        const auto position =
            standing == nullptr ? std::nullopt : position_of(*standing, report_.identity.id);
        const auto tenth = [](const std::optional<double>& number) {
            return number ? with_tenth(*number) : std::string("–");
        };
        const auto figures = figures_of(line);
        page_.add("<tr{}><th scope=\"row\">{}</th>{}", attributes, escaped(heading),
                  page_.cell("points", {figures.points, figures.points_state}));
        const Position none;
        const auto& shown = position ? *position : none;
        page_.add("<td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                  tenth(shown.lower), tenth(shown.median), tenth(shown.upper),
                  shown.to_median ? signed_tenth(*shown.to_median) : "–",
                  position ? fmt::format(say("points.of"), position->rank, position->of) : "–",
                  shown.better_than ? fmt::format("{} %", *shown.better_than) : "–");
    }

    // --- Change

    void add_course() {
        const auto* town = content_.municipality_of(report_);
        if (town == nullptr || town->course.evaluations.size() < 2) return;
        begin("andring", say("rep.course"));
        page_.add_html("<figure>");
        site::add_trend_chart(page_, *town, "diagram-ar");
        page_.add_html("</figure>");
        if (const auto at = place_in_course()) site::add_change(page_, content_, town->course, *at);
        page_.add("<p class=\"note\">{}</p>", say("warn.editions"));
        end();
    }

    // --- What to look at

    void add_questions() {
        constexpr std::size_t most_below = 8;
        constexpr std::size_t most_above = 5;
        if (questions_.empty()) return;
        begin("fragor", say("rep.questions"));
        page_.add("<p>{}</p>", say("rep.questions.note"));
        add_question_table(say("rep.questions.below"), questions_, most_below,
                           [](const Distance& one) { return one.difference() < 0; });
        add_question_table(say("rep.questions.above"), std::vector(questions_.rbegin(), questions_.rend()),
                           most_above, [](const Distance& one) { return one.difference() > 0; });
        end();
    }

    template <typename IsMeant>
    void add_question_table(std::string_view heading, const std::vector<Distance>& distances,
                            std::size_t most, const IsMeant& is_meant) {
        std::string rows;
        std::size_t count = 0;
        for (const auto& one : distances) {
            if (!is_meant(one) || count++ == most) break;
            const auto* own = one.question->standing.of(report_.identity.id);
            rows += fmt::format(
                R"(<tr data-area="{}" data-question="{}"><th scope="row"><span class="number">{}</span> {}</th>{}{}{}<td>{} %</td><td>{}</td></tr>
)",
                one.area, escaped(one.question->number), escaped(one.question->number),
                escaped(one.question->text()),
                page_.cell("points", {own->figures.points, own->figures.points_state}),
                page_.cell("max", {own->figures.max, own->figures.max_state}),
                page_.cell("measure", {one.own, own->figures.percent_state, "", " %"}),
                with_tenth(one.median), signed_tenth(one.difference()));
        }
        if (rows.empty()) return;
        page_.add(
            R"(<h3>{0}</h3><div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th><th scope="col">{5}</th><th scope="col">{6}</th></tr></thead><tbody>
{7}</tbody></table></div>)",
            heading, say("col.question"), say("col.points"), say("col.max"), say("col.percent"),
            say("col.median"), say("rep.col.to_median"), rows);
    }

    /// In the areas farthest below the median: who stands best, and whom the report itself names.
    void add_lessons() {
        constexpr std::size_t most_areas = 3;
        std::string rows;
        for (std::size_t i = 0; i < std::min(most_areas, areas_.size()); ++i) {
            if (areas_[i].difference() >= 0) break;
            const int number = areas_[i].area;
            rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
                                escaped(title_of(number)), best_in(number), named_in(number));
        }
        if (rows.empty()) return;
        begin("lara", say("rep.lessons"));
        page_.add(
            R"(<p>{}</p><div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="words"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>
{}</tbody></table></div>)",
            say("rep.lessons.note"), say("rep.lessons"), say("col.area"), say("rep.col.best"),
            say("report.inspiration"), rows);
        end();
    }

    [[nodiscard]] std::string best_in(int area) {
        constexpr std::size_t most = 3;
        const auto& standing = edition_->area(area).standing;
        std::vector<std::string> best;
        for (const auto& one : standing.ranking.reports) {
            if (best.size() == most) break;
            if (one.report.id == report_.identity.id || !one.rank) continue;
            best.push_back(fmt::format("{} {}", escaped(content_.report(one.report.id).title()),
                                       page_.figure({one.figures.points, one.figures.points_state})));
        }
        return text::joined(best, ", ");
    }

    [[nodiscard]] std::string named_in(int number) const {
        std::vector<std::string> names;
        for (const auto& area : record_.areas)
            if (area.number == number)
                for (const auto& model : area.role_models)
                    names.push_back(escaped(model.name));
        return names.empty() ? "–" : text::joined(names, ", ");
    }

    // --- Strengths and improvements

    void add_findings() {
        begin("omdomen", say("rep.findings"));
        for (const auto& area : record_.areas) {
            const auto figures = figures_of(report_.line(std::to_string(area.number)));
            const auto& standing = edition_ == nullptr ? nullptr : &edition_->area(area.number).standing;
            const auto position =
                standing == nullptr ? std::nullopt : position_of(*standing, report_.identity.id);
            page_.add(
                R"(<section class="area" aria-labelledby="omrade-{0}"><h3 id="omrade-{0}">{1}</h3><p class="note" data-area="{0}"><span data-field="points">{2}</span> {3}{4}</p>
<div class="findings">
)",
                area.number, escaped(title_of(area.number)),
                page_.figure({figures.points, figures.points_state}), say("report.points"),
                position && position->median
                    ? fmt::format(say("rep.beside_median"), with_tenth(*position->median))
                    : std::string());
            add_list(area, area.strengths, CellField::strengths, CellField::strength,
                     say("report.strengths"));
            add_list(area, area.improvements, CellField::improvements, CellField::improvement,
                     say("report.improvements"));
            if (!area.weaknesses.empty())
                add_list(area, area.weaknesses, CellField::weaknesses, CellField::weakness,
                         say("report.weaknesses"));
            page_.add_html("</div></section>\n");
        }
        end();
    }

    void add_list(const Area& area, const std::vector<Finding>& findings, CellField list, CellField one,
                  std::string_view heading) {
        page_.add("<div class=\"{}\"><h4>{}{}</h4>", name_of(list), heading,
                  page_.sign(details_.states.of(area_cell(area.number, list))));
        if (findings.empty()) page_.add("<p class=\"note\">{}</p>", say("report.none"));
        page_.add_html(findings.empty() ? "" : "<ul>");
        for (std::size_t i = 0; i < findings.size(); ++i)
            page_.add("<li>{}{}</li>", escaped(findings[i].text),
                      page_.sign(details_.states.of(area_cell(area.number, one, static_cast<int>(i) + 1))));
        page_.add("{}</div>\n", findings.empty() ? "" : "</ul>");
    }

    // --- Sources

    using Notable = std::vector<enquiry::FigureRow>::const_iterator;

    /// With those behind it of the same row that are so for the same reason; returns the next.
    Notable add_notable(Notable first) {
        const auto why = site::reason_of(*first, details_.checks);
        const auto next = std::find_if(first + 1, details_.notable.end(), [&](const auto& row) {
            return row.cell.whole() != first->cell.whole() || row.status != first->status ||
                   site::reason_of(row, details_.checks) != why;
        });
        std::string values;
        for (auto row = first; row != next; ++row)
            values += (row == first ? "" : ", ") +
                      (row->effective ? site::swedish(*row->effective) : std::string("–"));
        page_.add("<li><strong>{}:</strong> {}{}. {}</li>",
                  escaped(site::words_of(next - first > 1 ? first->cell.whole() : first->cell)), values,
                  page_.sign(archive::state_from(first->status)), escaped(why));
        return next;
    }

    void add_state() {
        begin("skick", say("report.state"));
        if (details_.notable.empty()) page_.add("<p>{}</p>", say("report.state.none"));
        page_.add_html(details_.notable.empty() ? "" : "<ul class=\"checks\">");
        for (auto row = details_.notable.begin(); row != details_.notable.end();)
            row = add_notable(row);
        page_.add_html(details_.notable.empty() ? "" : "</ul>");
        if (record_.account) {
            page_.add_html("<ul class=\"checks\">");
            for (const auto& part : record_.account->parts)
                if (is_faulty(part))
                    page_.add("<li><strong>{}</strong>: {}. {}</li>", escaped(site::words_of(part)),
                              part.state == PartState::missing ? say("report.missing")
                                                               : say("report.damaged"),
                              escaped(site::reason_of(part)));
            page_.add_html("</ul>");
        }
        end();
    }

    void add_decisions() {
        const auto& rulings = details_.effective.rulings;
        if (rulings.empty()) return;
        begin("rattelser", say("report.decisions"));
        site::add_decisions(page_, rulings);
        end();
    }

    void add_sources() {
        begin("kalla", say("rep.sources"));
        for (const auto& document : details_.documents) {
            page_.add_html("<dl class=\"facts\">");
            for (const auto& [column, words] :
                 {std::pair{"source", say("report.origin.file")}, std::pair{"url", say("report.origin.url")},
                  std::pair{"publisher", say("report.origin.publisher")},
                  std::pair{"retrieved", say("report.origin.retrieved")},
                  std::pair{"licence", say("report.origin.licence")},
                  std::pair{"document", say("report.origin.hash")}})
                if (const auto value = document.find(column);
                    value != document.end() && !value->second.empty())
                    page_.add("<div><dt>{}</dt><dd>{}</dd></div>", words, escaped(value->second));
            page_.add_html("</dl>");
        }
        page_.add("<dl class=\"facts\"><div><dt>{}</dt><dd>{}</dd></div></dl><p class=\"note\">{}</p><p "
                  "class=\"note\">{}</p>",
                  say("report.key"), escaped(report_.identity.key), say("about.what"),
                  say("about.statistics"));
        end();
    }

    const site::SiteContent& content_;
    const site::ReportContent& report_;
    const site::ReportDetails& details_;
    const Record& record_;
    const site::EditionContent* edition_;
    site::Page page_;
    std::vector<Distance> areas_, questions_; ///< farthest below the median first
};

} // namespace

std::string management_report(const site::Site& site, const site::ReportContent& report,
                              const site::ReportDetails& details) {
    return ManagementReport(site, report, details).html();
}

std::string management_report(const archive::Connection& connection, const enquiry::ReportIdentity& report,
                              site::Deciders deciders) {
    const auto content = site::site_content(connection);
    const site::EvaluationRows rows(connection);
    return management_report({content, "", ""}, content.report(report.id),
                             site::report_details(connection, rows, report, deciders));
}

} // namespace kompass::publish::report
