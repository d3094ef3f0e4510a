#include "account/area_faults.h"

#include "account/span_faults.h"
#include "account/text_faults.h"
#include "model/instrument.h"
#include "model/record_facts.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace kompass::account {

namespace {

/// Titles stand in capitals here and there.
std::string compared(std::string_view title) {
    return unicode::lower(squeezed(title));
}

/// The points are not those of the area's score table but of another's, whose box does not have them.
bool is_of_another(const Survey& survey, const Area& area) {
    if (!area.total.points || *area.total.points == *area.box_points) return false;
    return std::any_of(survey.areas.begin(), survey.areas.end(), [&](const AreaView& other) {
        return other.area != nullptr && other.area->total.points == area.box_points &&
               other.area->box_points != area.box_points;
    });
}

/// One figure may be lacking if it is told doubtful. `with_percents`: the report has them.
std::string fault_of_row(const std::string& row, const Score& score, bool with_percents) {
    const bool without_percent = with_percents && !score.percent;
    const int lacking = int{!score.points} + int{!score.max} + int{without_percent};
    const bool told = (score.points || is_doubtful(score.doubtful, "points")) &&
                      (score.max || is_doubtful(score.doubtful, "max")) &&
                      (!without_percent || is_doubtful(score.doubtful, "percent"));
    if (lacking == 0 || (lacking == 1 && told)) return {};
    return row + (lacking == 1 && without_percent ? " lacks its percent" : " lacks a figure");
}

/// A column that other areas have.
std::string fault_of_percents(const Area& area) {
    const bool any = std::any_of(area.questions.begin(), area.questions.end(),
                                 [](const Question& question) { return question.score.percent.has_value(); });
    return any ? "" : "its rows lack their percents";
}

/// How many questions the report's edition asks in the area; 0 if that is not known.
std::size_t usual_rows(const Survey& survey, int number) {
    for (const auto& edition : survey.sight.knowledge.editions.all())
        if (edition.id == survey.sight.record.edition)
            for (const auto& area : edition.areas)
                if (area.number == number) return area.questions.size();
    return 0;
}

/// Rows at the table's end are seen to be missing by the maxima and by the edition.
std::string fault_of_rows(const Survey& survey, const Area& area) {
    Decimal maxima;
    for (const auto& question : area.questions) {
        if (!question.score.max) return {};
        maxima += *question.score.max;
    }
    const Decimal all = area.total.max.value_or(points_an_area);
    if (maxima == all || area.questions.size() == usual_rows(survey, area.number)) return {};
    return fmt::format("the rows' maxima sum to {}, not to {}", maxima, all);
}

} // namespace

std::string fault_of_title(const Survey& survey, const Area& area) {
    const auto bare = compared(area.title);
    for (const auto& edition : survey.sight.knowledge.editions.all())
        for (const auto& known : edition.areas) {
            if (known.number != area.number) continue;
            if (compared(known.title) == bare) return {};
            for (const auto& alias : known.aliases)
                if (compared(alias) == bare) return {};
        }
    // A title of an unknown edition stands elsewhere in the report as well: in its contents, its tables.
    if (area.table_title && compared(*area.table_title) == bare) return {};
    std::size_t seen = 0;
    for (const auto& block : survey.sight.blocks)
        if (block.kind != BlockKind::table && block.text.size() < area.title.size() + 40 &&
            compared(block.text).find(bare) != std::string::npos)
            ++seen;
    if (seen >= 2) return {};
    return fmt::format("\"{}\" is no title that is known, and it stands nowhere else in the report",
                       area.title);
}

std::string fault_of_box(const Survey& survey, const AreaView& view) {
    const auto& area = *view.area;
    if (area.box_headings.empty()) return "it has no headings";
    if (!area.box_points) return "it has no points";
    if (auto fault = fault_of_headings(area.box_headings, survey.sight.knowledge.rules); !fault.empty())
        return fault;
    if (cut_short(survey.sight, view, PartKind::box)) return "a heading holds another one";
    if (!view.behind_box.empty())
        return fmt::format("text stands below it without a heading: \"{}\"",
                           text_of(survey.sight, view.behind_box));
    if (is_of_another(survey, area)) return "its points are another area's";
    return fault_of_span(survey, view);
}

std::string fault_of_table(const Survey& survey, const AreaView& view) {
    const auto& area = *view.area;
    const bool with_percents = survey.siblings.percents > 0;
    const bool summed = area.total.points || area.total.max;
    if (!summed && survey.siblings.summed > 0) return "it has no row of sums";
    for (std::size_t i = 0; i < area.questions.size(); ++i) {
        const auto& question = area.questions[i];
        const auto expected = fmt::format("{}.{}", area.number, i + 1);
        if (question.number != expected) return fmt::format("row {} is missing", expected);
        if (auto fault = fault_of_row("row " + expected, question.score, with_percents); !fault.empty())
            return fault;
    }
    if (summed)
        if (auto fault = fault_of_row("the row of sums", area.total, with_percents); !fault.empty())
            return fault;
    if (auto fault = fault_of_rows(survey, area); !fault.empty()) return fault;
    const bool most_are_marked = survey.siblings.marked * 4 >= survey.siblings.questions * 3;
    for (const auto& question : area.questions)
        if (auto fault = fault_of_question(question, survey.sight.knowledge.editions, most_are_marked);
            !fault.empty())
            return fault;
    if (cut_short(survey.sight, view, PartKind::score_table)) return "a question holds another text";
    return with_percents ? fault_of_percents(area) : "";
}

} // namespace kompass::account
