// The page of a report: every figure with its state, tables, findings, what is missing, who decided what,
// sources.
#include "publish/site/cell_words.h"
#include "publish/site/linked_data.h"
#include "publish/site/pages.h"
#include "publish/site/reasons.h"
#include "publish/site/views.h"
#include "publish/site/wordings.h"
#include "publish/state_sign.h"

#include <algorithm>
#include <utility>

namespace kompass::publish::site {
namespace {

using archive::State;
using Documents = std::vector<std::map<std::string, std::string>>;

std::string field_of(const std::map<std::string, std::string>& row, const std::string& name) {
    const auto found = row.find(name);
    return found == row.end() ? std::string() : found->second;
}

/// The pages above a report's, and its own.
std::vector<std::pair<std::string, std::string>> way_to(const Site& site, const ReportContent& report) {
    const auto* town = site.content.municipality_of(report);
    if (town == nullptr) return {{report.address, report.title()}};
    return {{town->address, town->name}, {report.address, time_of(report)}};
}

class ReportPage {
public:
    ReportPage(const Site& site, const ReportContent& report, const ReportDetails& details)
        : site_(site), report_(report), details_(details), record_(details.effective.record),
          page_({.address = report.address,
                 .title = report.title(),
                 .description = description(),
                 .way = way_to(site, report),
                 .data = report_data(report, record_.document_date.value_or(""), details.documents,
                                     site.base_url),
                 .attributes = fmt::format(R"( data-evaluation="{}")", escaped(report.identity.key)),
                 .base_url = site.base_url}) {
        for (const auto& page : details.pages)
            for (const auto& [cell, box] : page.figures)
                places_.emplace(cell, page_.link(report.address + page.address) + "#" + id_of(cell));
    }

    std::string html() {
        add_head();
        page_.add("<section aria-labelledby=\"profil\"><h2 id=\"profil\">{}</h2>\n", say("report.profile"));
        add_profile(page_, site_.content, report_, "diagram-profil");
        page_.add("</section>\n<section aria-labelledby=\"omraden\"><h2 id=\"omraden\">{}</h2>\n",
                  say("report.areas"));
        if (!places_.empty()) page_.add("<p class=\"note\">{}</p>\n", say("report.page.hint"));
        for (const auto& area : record_.areas)
            add_area(area);
        page_.add_html("</section>\n");
        add_history(record_.history, 0, std::string(say("report.history")));
        for (std::size_t i = 0; i < record_.scorings.size(); ++i)
            add_scoring(record_.scorings[i], number_of_scoring(i));
        add_chapters();
        add_state();
        add_decisions();
        add_account();
        add_facts();
        add_origin();
        return std::move(page_).take();
    }

private:
    [[nodiscard]] std::string year() const { return time_of(report_); }

    [[nodiscard]] std::string edition() const {
        const auto& id = report_.identity.edition;
        return id.empty() ? std::string(say("edition.none")) : fmt::format(say("edition"), id);
    }

    [[nodiscard]] std::string description() const {
        const auto* total = report_.line("");
        if (total == nullptr) return fmt::format("{}, {}", report_.title(), edition());
        const auto& figures = total->figures;
        const auto points = swedish(*figures.points) + sign_of(figures.points_state);
        return fmt::format("{}, {}: {}", report_.title(), edition(),
                           figures.max ? fmt::format(say("points.of"), points,
                                                     swedish(*figures.max) + sign_of(figures.max_state))
                                       : points);
    }

    // --- Head

    void add_key(const std::string& number, const std::string& what, const char* attributes = "") {
        page_.add("<div><dt>{}</dt><dd{}>{}</dd></div>", what, attributes, number);
    }

    void add_head() {
        const auto& content = site_.content;
        const auto* edition_content = content.edition(report_.identity.edition);
        const auto* total = report_.line("");
        page_.add("<div class=\"lead\"><h1>{}</h1>\n<p>{}{}.</p></div>\n<dl class=\"summary\">",
                  escaped(report_.title()),
                  edition_content == nullptr ? escaped(edition())
                                             : page_.anchor(edition_address(edition_content->id),
                                                            fmt::format(say("Edition"), edition_content->id)),
                  ", " + fmt::format(say("report.evaluated"), year()));
        const enquiry::Figures figures = total == nullptr ? enquiry::Figures{} : total->figures;
        add_key(page_.figure({figures.points, figures.points_state}),
                figures.max ? fmt::format(say("report.total"), page_.figure({figures.max, figures.max_state}))
                            : std::string(say("report.points")),
                R"( data-field="points")");
        if (edition_content != nullptr)
            if (const auto* place = edition_content->total.of(report_.identity.id))
                add_key(fmt::format(say("points.of"), *place->rank, edition_content->total.ranked()),
                        fmt::format(say("report.rank"), edition_content->id));
        if (record_.account)
            add_key(fmt::format(say("points.of"), found_parts(), expected_parts()),
                    std::string(say("report.parts")));
        add_key(std::to_string(details_.notable.size()),
                std::string(details_.notable.size() == 1 ? say("report.unsure.1") : say("report.unsure")));
        page_.add_html("</dl>\n");
        add_warnings();
    }

    void add_warnings() {
        const auto unsound =
            std::count_if(details_.notable.begin(), details_.notable.end(), [](const auto& row) {
                return archive::is_unsound(archive::state_from(row.status));
            });
        if (unsound > 0)
            page_.add("<p class=\"notice\">{}<a href=\"#skick\">{}</a>.</p>\n",
                      unsound == 1 ? std::string(say("warn.doubtful.1"))
                                   : fmt::format(say("warn.doubtful"), unsound),
                      say("report.state"));
        const auto faulty = faulty_parts();
        if (faulty.empty()) return;
        std::string list;
        for (const auto& part : faulty)
            list += (list.empty() ? "" : ", ") + words_of(part) + " " + std::string(word_of(part));
        page_.add("<p class=\"notice\">{}<a href=\"#delar\">{}</a>.</p>\n", say("warn.parts"), escaped(list));
    }

    static std::string_view word_of(const Part& part) {
        return part.state == PartState::missing ? say("report.missing") : say("report.damaged");
    }

    [[nodiscard]] std::vector<Part> faulty_parts() const {
        std::vector<Part> faulty;
        if (record_.account)
            std::copy_if(record_.account->parts.begin(), record_.account->parts.end(),
                         std::back_inserter(faulty), is_faulty);
        return faulty;
    }
    [[nodiscard]] std::size_t found_parts() const {
        const auto& parts = record_.account->parts;
        return static_cast<std::size_t>(std::count_if(
            parts.begin(), parts.end(), [](const Part& part) { return part.state == PartState::found; }));
    }
    [[nodiscard]] std::size_t expected_parts() const { return found_parts() + faulty_parts().size(); }

    // --- Areas

    /// The cell of a table that holds this figure.
    std::string figure_cell(const Cell& cell, const std::optional<Decimal>& number, std::string_view field,
                            const char* behind = "") {
        const auto place = places_.find(cell);
        return fmt::format(R"(<td id="{}" data-field="{}">{}</td>)", id_of(cell), field,
                           page_.figure(explained({number, details_.states.of(cell),
                                                   place == places_.end() ? "" : place->second, behind},
                                                  cell)));
    }

    /// With what contradicts it.
    [[nodiscard]] FigureView explained(FigureView view, const Cell& cell) const {
        if (view.state != State::inconsistent) return view;
        for (const auto at : checks_of(cell, details_.checks)) {
            if (view.why_at.empty()) view.why_at = id_of_reason(at);
            view.why += (view.why.empty() ? "" : " ") + reason_of(details_.checks[at].finding);
        }
        return view;
    }

    static std::string id_of_reason(std::size_t check) { return fmt::format("skal-{}", check + 1); }

    /// Below the figures: what contradicts which of them.
    template <typename Belongs>
    void add_reasons(const Belongs& belongs) {
        std::string html;
        for (std::size_t i = 0; i < details_.checks.size(); ++i) {
            const auto& [finding, published, effective] = details_.checks[i];
            if (effective && belongs(finding.cell))
                html += fmt::format(R"(<li id="{}"><strong>{}:</strong> {}</li>)", id_of_reason(i),
                                    escaped(words_of(finding.cell)), escaped(reason_of(finding)));
        }
        if (!html.empty()) page_.add("<ul class=\"reasons\">{}</ul>\n", html);
    }

    std::string sign_of_text(const Cell& cell) { return text_sign(details_.states.of(cell)); }
    std::string text_sign(const std::optional<State>& state) {
        const auto html = page_.sign(state);
        return html.empty() ? html : "&nbsp;" + html;
    }

    void add_score(const Cell& whole, const Score& score) {
        auto cell = whole;
        const std::pair<CellField, const std::optional<Decimal>*> fields[] = {
            {CellField::points, &score.points},
            {CellField::max, &score.max},
            {CellField::percent, &score.percent}};
        for (const auto& [field, number] : fields) {
            cell.field = field;
            page_.add_html(
                figure_cell(cell, *number, name_of(field), field == CellField::percent ? " %" : ""));
        }
    }

    void begin_scores(const std::string& caption) {
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures scores"><caption class="unseen">{0}</caption><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th></tr></thead><tbody>
)",
            escaped(caption), say("col.question"), say("col.points"), say("col.max"), say("col.percent"));
    }

    void add_rows(const Area& area, int scoring) {
        for (const auto& question : area.questions) {
            const auto whole = of_scoring(scoring, question_cell(question.number, CellField::whole));
            const bool has_page = scoring == 0 && site_.content.edition(report_.identity.edition) != nullptr;
            page_.add(
                R"(<tr data-area="{}" data-question="{}"><th scope="row"><span class="number">{}</span> {}{}</th>)",
                area.number, escaped(question.number), escaped(question.number),
                has_page && is_asked(area.number, question.number)
                    ? page_.anchor(question_address(report_.identity.edition, question.number), question.text)
                    : escaped(question.text),
                scoring == 0 ? sign_of_text(question_cell(question.number, CellField::text)) : "");
            add_score(whole, question.score);
            page_.add_html("</tr>\n");
        }
        page_.add(R"(<tr class="sum" data-area="{}"><th scope="row">{}</th>)", area.number, say("col.sum"));
        add_score(of_scoring(scoring, total_cell(area.number, CellField::whole)), area.total);
        page_.add_html("</tr>\n");
    }

    [[nodiscard]] bool is_asked(int area, const std::string& number) const {
        const auto* edition = site_.content.edition(report_.identity.edition);
        const auto& questions = edition->area(area).questions;
        return std::any_of(questions.begin(), questions.end(),
                           [&](const auto& one) { return one.number == number; });
    }

    void add_area(const Area& area) {
        const auto heading = fmt::format("{} {}", area.number, area.title);
        page_.add("<section class=\"area\" id=\"omrade-{0}\" aria-labelledby=\"omrade-{0}-rubrik\"><h3 "
                  "id=\"omrade-{0}-rubrik\">{1}{2}</h3>\n",
                  area.number, page_.anchor(area_address(area.number), heading),
                  sign_of_text(area_cell(area.number, CellField::title)));
        begin_scores(heading);
        add_rows(area, 0);
        page_.add_html("</tbody></table></div>\n");
        if (area.box_points) {
            const auto cell = area_cell(area.number, CellField::box_points);
            const auto place = places_.find(cell);
            page_.add(
                R"(<p class="note" data-area="{}">{} <span id="{}" data-field="box_points">{}</span>.</p>
)",
                area.number, say("report.box"), id_of(cell),
                page_.figure(explained(
                    {area.box_points, details_.states.of(cell), place == places_.end() ? "" : place->second},
                    cell)));
        }
        add_reasons([&](const Cell& cell) {
            return cell.scoring == 0 && cell.kind != CellKind::history && cell.area == area.number;
        });
        page_.add_html("<div class=\"findings\">\n");
        add_findings(area, area.strengths, CellField::strengths, CellField::strength,
                     say("report.strengths"));
        add_findings(area, area.improvements, CellField::improvements, CellField::improvement,
                     say("report.improvements"));
        if (!area.weaknesses.empty())
            add_findings(area, area.weaknesses, CellField::weaknesses, CellField::weakness,
                         say("report.weaknesses"));
        page_.add_html("</div>\n");
        add_role_models(area);
        add_running_text(fmt::format("text-{}", area.number), say("report.prose"), area.prose);
        page_.add_html("</section>\n");
    }

    /// Folded; what searches find leads to its id, which unfolds it.
    void add_running_text(const std::string& id, std::string_view heading,
                          const std::vector<Paragraph>& paragraphs) {
        if (paragraphs.empty()) return;
        page_.add("<details class=\"behind text\"><summary>{}</summary><div id=\"{}\">", heading, id);
        for (const auto& paragraph : paragraphs)
            page_.add("<p>{}</p>\n", escaped(paragraph.text));
        page_.add_html("</div></details>\n");
    }

    void add_findings(const Area& area, const std::vector<Finding>& findings, CellField list, CellField one,
                      std::string_view head) {
        page_.add("<div class=\"{}\"><h4>{}{}</h4>\n", name_of(list), head,
                  sign_of_text(area_cell(area.number, list)));
        if (findings.empty())
            page_.add("<p class=\"note\">{}</p>", say("report.none"));
        else
            page_.add_html("<ul>");
        for (std::size_t i = 0; i < findings.size(); ++i)
            page_.add("<li>{}{}</li>", escaped(findings[i].text),
                      sign_of_text(area_cell(area.number, one, static_cast<int>(i) + 1)));
        page_.add("{}</div>\n", findings.empty() ? "" : "</ul>");
    }

    void add_role_models(const Area& area) {
        if (area.role_models.empty()) return;
        std::string names;
        int position = 0;
        for (const auto& model : area.role_models) {
            ++position;
            if (model.name.empty()) continue; // decided not to be one
            const auto& towns = site_.content.municipalities;
            const auto town = std::find_if(towns.begin(), towns.end(), [&](const auto& one) {
                return !model.code.empty() && one.code == model.code;
            });
            names += (names.empty() ? "" : ", ") +
                     (town == towns.end() ? escaped(model.name) : page_.anchor(town->address, model.name)) +
                     sign_of_text(area_cell(area.number, CellField::role_model, position));
        }
        if (names.empty()) return;
        page_.add("<p><strong>{}</strong>{}: {}</p>\n", say("report.inspiration"),
                  sign_of_text(area_cell(area.number, CellField::role_models)), names);
    }

    // --- Beside the areas

    void add_history(const std::vector<HistoryColumn>& history, int scoring, const std::string& heading) {
        if (history.empty()) return;
        const auto id = scoring == 0 ? std::string("historik") : fmt::format("historik-{}", scoring);
        page_.add("<section aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>\n", id, escaped(heading));
        page_.add(
            R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="figures"><thead><tr><th scope="col">{1}</th>)",
            escaped(heading), say("col.area"));
        for (const auto& column : history)
            page_.add("<th scope=\"col\">{}</th>", column.year);
        page_.add_html("</tr></thead><tbody>\n");
        for (int area = 1; area <= area_count + 1; ++area) {
            const bool sum = area > area_count;
            const auto* line = sum ? nullptr : report_.line(std::to_string(area));
            page_.add(R"(<tr{}{}><th scope="row">{}</th>)",
                      sum ? " class=\"sum\"" : fmt::format(" data-area=\"{}\"", area),
                      scoring == 0 ? std::string() : fmt::format(R"( data-scoring="{}")", scoring),
                      sum ? std::string(say("col.all"))
                          : fmt::format("{} {}", area, line == nullptr ? "" : escaped(line->text)));
            for (const auto& column : history) {
                const auto at = static_cast<std::size_t>(area) - 1;
                const auto number = sum                        ? column.total
                                    : at < column.areas.size() ? column.areas[at]
                                                               : std::optional<Decimal>();
                const auto cell = figure_cell(of_scoring(scoring, history_cell(column.year, sum ? 0 : area)),
                                              number, "history");
                page_.add("{} data-year=\"{}\"{}", cell.substr(0, 3), column.year, cell.substr(3));
            }
            page_.add_html("</tr>\n");
        }
        page_.add_html("</tbody></table></div>\n");
        add_reasons(
            [&](const Cell& cell) { return cell.scoring == scoring && cell.kind == CellKind::history; });
        page_.add_html("</section>\n");
    }

    void add_scoring(const Scoring& scoring, int number) {
        const auto edition = scoring.edition.empty() ? std::string(say("edition.none"))
                                                     : fmt::format(say("edition"), scoring.edition);
        const auto heading = fmt::format(say("report.scoring"), edition);
        page_.add("<section aria-labelledby=\"scoring-{0}\" data-scoring=\"{0}\"><h2 "
                  "id=\"scoring-{0}\">{1}{2}</h2>\n",
                  number, escaped(heading),
                  sign_of_text(of_scoring(number, report_cell(CellField::edition))));
        add_warning_of_editions(page_);
        for (const auto& area : scoring.areas) {
            page_.add("<h3>{} {}</h3>\n", area.number, escaped(area.title));
            begin_scores(fmt::format("{} {}, {}", area.number, area.title, edition));
            add_rows(area, number);
            page_.add_html("</tbody></table></div>\n");
            add_reasons([&](const Cell& cell) {
                return cell.scoring == number && cell.kind != CellKind::history && cell.area == area.number;
            });
        }
        page_.add("<h3>{}</h3>\n", say("col.all"));
        begin_scores(fmt::format("{}, {}", say("col.all"), edition));
        page_.add(R"(<tr class="sum"><th scope="row">{}</th>)", say("col.sum"));
        add_score(of_scoring(number, grand_total_cell(CellField::whole)), scoring.total);
        page_.add_html("</tr></tbody></table></div>\n");
        add_reasons([&](const Cell& cell) {
            return cell.scoring == number && cell.kind == CellKind::total && cell.area == 0;
        });
        page_.add_html("</section>\n");
        add_history(scoring.history, number, fmt::format("{} ({})", say("report.history"), edition));
    }

    void add_chapters() {
        if (record_.chapters.empty()) return;
        page_.add(
            "<section aria-labelledby=\"kapitel\"><h2 id=\"kapitel\">{}{}</h2>\n<p class=\"note\">{}</p>\n",
            say("report.chapters"), sign_of_text(report_cell(CellField::chapters)),
            say("report.chapters.note"));
        int number = 0;
        for (const auto& chapter : record_.chapters) {
            const auto id = fmt::format("kapitel-{}", ++number);
            const auto heading =
                chapter.heading.empty() ? std::string(say("search.untitled")) : escaped(chapter.heading);
            if (chapter.paragraphs.empty())
                page_.add("<p class=\"chapter\" id=\"{}\">{}</p>\n", id, heading);
            else
                add_running_text(id, heading, chapter.paragraphs);
        }
        page_.add_html("</section>\n");
    }

    // --- How sure it is

    void add_state() {
        page_.add("<section aria-labelledby=\"skick\"><h2 id=\"skick\">{}</h2>\n", say("report.state"));
        if (details_.notable.empty()) page_.add("<p>{}</p>\n", say("report.state.none"));
        if (!details_.notable.empty()) {
            page_.add(
                R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table class="words"><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th><th scope="col">{5}</th></tr></thead><tbody>
)",
                say("report.state"), say("col.where"), say("col.read"), say("col.holds"), say("col.state"),
                say("col.why"));
            for (const auto& row : details_.notable)
                add_notable(row);
            page_.add_html("</tbody></table></div>\n");
        }
        add_checks();
        page_.add_html("</section>\n");
    }

    void add_notable(const enquiry::FigureRow& row) {
        const auto state = archive::state_from(row.status);
        auto holds = row.effective ? swedish(*row.effective) : std::string("–");
        if (!row.effective && !row.candidates.empty()) holds = row.candidates;
        page_.add("<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{}</td><td>{}</td><td "
                  "class=\"state\">{} <span "
                  "class=\"sign "
                  "{}\">{}</span></td><td>{}</td></tr>\n",
                  id_of(row.cell), escaped(words_of(row.cell)), escaped(row.read), escaped(holds),
                  site::word_of(state), row.status, sign_of(state), escaped(reason_of(row, details_.checks)));
    }

    void add_checks() {
        if (details_.checks.empty()) return;
        page_.add("<h3>{}</h3><ul class=\"checks\">", say("report.checks"));
        for (const auto& check : details_.checks) {
            std::string_view layer;
            if (!check.effective) layer = say("report.checks.published");
            if (!check.published) layer = say("report.checks.effective");
            page_.add("<li><strong>{}:</strong> {} {}</li>", escaped(words_of(check.finding.cell)),
                      escaped(reason_of(check.finding)), layer);
        }
        page_.add_html("</ul>\n");
    }

    void add_decisions() {
        page_.add("<section aria-labelledby=\"rattelser\"><h2 id=\"rattelser\">{}</h2>\n",
                  say("report.decisions"));
        if (details_.effective.rulings.empty()) {
            page_.add("<p>{}</p></section>\n", say("report.decisions.none"));
            return;
        }
        site::add_decisions(page_, details_.effective.rulings);
        page_.add_html("</section>\n");
    }

    void add_account() {
        page_.add("<section aria-labelledby=\"delar\"><h2 id=\"delar\">{}</h2>\n", say("report.account"));
        const auto faulty = faulty_parts();
        if (!record_.account) page_.add("<p>{}</p>", say("report.account.none"));
        if (record_.account && faulty.empty())
            page_.add("<p>{}</p>", fmt::format(say("report.account.whole"), expected_parts()));
        if (!faulty.empty()) page_.add_html("<ul class=\"checks\">");
        for (const auto& part : faulty)
            page_.add("<li><strong>{}</strong>: {}. {}</li>", escaped(words_of(part)), word_of(part),
                      escaped(reason_of(part)));
        page_.add("{}</section>\n", faulty.empty() ? "" : "</ul>");
    }

    void add_facts() {
        page_.add("<section aria-labelledby=\"fakta\"><h2 id=\"fakta\">{}</h2>\n<dl class=\"facts\">",
                  say("report.facts"));
        const auto fact = [&](std::string_view what, const std::string& value) {
            if (!value.empty()) page_.add("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(what), value);
        };
        fact(say("report.key"), escaped(report_.identity.key));
        if (record_.interviewees)
            fact(say("report.interviewees"),
                 fmt::format(say("report.interviewees.n"), *record_.interviewees) +
                     sign_of_text(report_cell(CellField::interviewees)));
        if (record_.document_date)
            fact(say("cell.date"),
                 escaped(*record_.document_date) + sign_of_text(report_cell(CellField::document_date)));
        std::string names;
        for (const auto& name : record_.evaluators)
            if (!name.empty()) names += (names.empty() ? "" : "; ") + name; // "Anna Ek, SKR" is one
        fact(say("report.evaluators"), escaped(names));
        for (const auto& [label, value] : record_.key_facts)
            fact(label, escaped(value));
        page_.add_html("</dl></section>\n");
    }

    void add_origin() {
        page_.add("<section aria-labelledby=\"kalla\"><h2 id=\"kalla\">{}</h2>\n", say("report.origin"));
        bool first = true;
        for (const auto& document : details_.documents) {
            if (!std::exchange(first, false)) page_.add("<h3>{}</h3>\n", say("report.origin.former"));
            page_.add("<dl "
                      "class=\"facts\"><div><dt>{}</dt><dd>{}</dd></div>\n<div><dt>{}</dt><dd><code>{}</"
                      "code></dd></div>\n",
                      say("report.origin.file"), escaped(field_of(document, "source")),
                      say("report.origin.hash"), escaped(field_of(document, "document")));
            const auto url = field_of(document, "url");
            const bool is_web = url.starts_with("https://") || url.starts_with("http://");
            if (!url.empty())
                page_.add("<div><dt>{}</dt><dd>{}</dd></div>\n", say("report.origin.url"),
                          is_web ? fmt::format(R"(<a href="{0}">{0}</a>)", escaped(url)) : escaped(url));
            for (const auto& [column, words] : {std::pair{"publisher", say("report.origin.publisher")},
                                                std::pair{"retrieved", say("report.origin.retrieved")},
                                                std::pair{"licence", say("report.origin.licence")},
                                                std::pair{"note", say("report.origin.note")}})
                if (const auto value = field_of(document, column); !value.empty())
                    page_.add("<div><dt>{}</dt><dd>{}</dd></div>\n", words, escaped(value));
            page_.add_html("</dl>\n");
        }
        page_.add_html("</section>\n");
    }

    const Site& site_;
    const ReportContent& report_;
    const ReportDetails& details_;
    const Record& record_;
    Page page_;
    std::map<Cell, std::string> places_; ///< links
};

} // namespace

/// "4.4-percent", "area-4-total-points"; as an id may not begin with a digit everywhere, with a letter before
/// it.
std::string id_of(const Cell& cell) {
    auto id = "c-" + kompass::name_of(cell);
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

std::string report_page(const Site& site, const ReportContent& report, const ReportDetails& details) {
    return ReportPage(site, report, details).html();
}

std::string source_page(const Site& site, const ReportContent& report, const ReportDetails& details,
                        std::size_t at) {
    const auto& shown = details.pages[at];
    const auto address = report.address + shown.address;
    const auto title = fmt::format(say("page.title"), report.title(), shown.number);
    auto way = way_to(site, report);
    way.emplace_back(address, fmt::format(say("page.before"), shown.number));
    Page page({.address = address,
               .title = title,
               .description = title,
               .way = way,
               .data = {},
               .base_url = site.base_url});
    page.add("<h1>{}</h1>\n<p class=\"note\">{}</p>\n<nav class=\"leaf\" aria-label=\"{}\">", escaped(title),
             say("page.lead"), say("site.nav"));
    if (at > 0)
        page.add("<a rel=\"prev\" href=\"{}\">← {}</a> ",
                 page.link(report.address + details.pages[at - 1].address),
                 fmt::format(say("page.before"), details.pages[at - 1].number));
    page.add_html(page.anchor(report.address, say("page.back")));
    if (at + 1 < details.pages.size())
        page.add(" <a rel=\"next\" href=\"{}\">{} →</a>",
                 page.link(report.address + details.pages[at + 1].address),
                 fmt::format(say("page.before"), details.pages[at + 1].number));
    page.add("</nav>\n<div class=\"picture\"><img src=\"{}bilder/{}\" width=\"{}\" height=\"{}\" alt=\"{}\">",
             way_up(address), escaped(shown.picture.file), shown.picture.width, shown.picture.height,
             fmt::format(say("page.alt"), shown.number));
    for (const auto& [cell, box] : shown.figures)
        page.add(R"(<a class="mark" id="{0}" href="{1}#{0}" style="{2}" aria-label="{3}"></a>)", id_of(cell),
                 page.link(report.address), placed_over(shown.picture, box), escaped(words_of(cell)));
    page.add_html("</div>\n");
    return std::move(page).take();
}

} // namespace kompass::publish::site
