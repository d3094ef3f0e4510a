#include "account/scoring_parts.h"

#include "account/holders.h"
#include "extractors/scoring_marks.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace kompass::account {
namespace {

const Area* area_of(const Scoring& scoring, int number) {
    const auto found = std::find_if(scoring.areas.begin(), scoring.areas.end(),
                                    [&](const Area& area) { return area.number == number; });
    return found == scoring.areas.end() ? nullptr : &*found;
}

/// What speaks against an area's table; empty: nothing does.
std::string fault_of(const Area& area) {
    int next = 1;
    for (const auto& question : area.questions) {
        const auto point = question.number.find('.') + 1;
        if (question.number.substr(point) != std::to_string(next++))
            return "a question before " + question.number + " is missing";
        if (!question.score.points) return fmt::format("the points of {} are missing", question.number);
    }
    if (!area.questions.empty() && !area.total.points) return "its sums are missing";
    return {};
}

Part part_of(const Scoring& scoring, int scoring_number, int number, std::ptrdiff_t with_questions) {
    Part part{PartKind::score_table, number, std::nullopt, PartState::found, "", scoring_number};
    const auto* area = area_of(scoring, number);
    const bool questions_expected = 2 * with_questions >= area_count;
    if (area == nullptr || (!area->total.points && area->questions.empty())) {
        part.state = PartState::missing;
        part.why = "every scoring has eight areas";
    } else if (questions_expected && area->questions.empty()) {
        part.state = PartState::damaged;
        part.why = fmt::format("{} other areas of the scoring have their questions", with_questions);
    } else if (auto fault = fault_of(*area); !fault.empty()) {
        part.state = PartState::damaged;
        part.why = std::move(fault);
    }
    return part;
}

bool names_former_model(const Table& table, const rules::RuleSet& rules) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
        return std::any_of(row.begin(), row.end(), [&](const TableCell& cell) {
            return scoring_mark(cell.text, rules) == ScoringMark::former ||
                   rules.matches("scoring_columns", text::trimmed(cell.text));
        });
    });
}

/// How many figures stand in what nothing claims below a heading, up to the next.
std::ptrdiff_t figures_below(const Sight& sight, const std::vector<bool>& claimed, std::size_t heading) {
    std::ptrdiff_t figures = 0;
    const auto count = [&](const std::string& text) {
        const auto words = text::tokens(text);
        figures += std::count_if(words.begin(), words.end(),
                                 [](const std::string& word) { return printed::figure(word).has_value(); });
    };
    for (auto b = heading + 1; b < sight.blocks.size() && sight.blocks[b].kind != BlockKind::heading; ++b) {
        if (claimed[b]) continue;
        count(sight.blocks[b].text);
        for (const auto& row : sight.blocks[b].table.rows)
            for (const auto& cell : row)
                count(cell.text);
    }
    return figures;
}

/// What tells of another scoring: a line that names a former model above figures that nothing claims, a table
/// that does, or a sentence that says that there is one.
std::string sign_of_scoring(const Sight& sight) {
    constexpr std::ptrdiff_t many_figures = area_count; ///< more than a sentence or two have
    const auto& rules = sight.knowledge.rules;
    const auto marks = scoring_marks(sight.blocks, rules);
    std::vector<bool> claimed(sight.blocks.size());
    for (std::size_t h = 0; h < sight.held.holders.size(); ++h)
        if (sight.claims[h].use == Use::claimed) claimed[sight.held.holders[h].block] = true;
    for (std::size_t b = 0; b < sight.blocks.size(); ++b) {
        const auto& block = sight.blocks[b];
        if (rules.matches("scoring_announcement", block.text))
            return fmt::format("\"{}\" says that there are scores by another model", start_of(block.text));
        if (!claimed[b] && names_former_model(block.table, rules))
            return "a table names another model, and is not understood";
        const bool names_it = marks[b] == ScoringMark::former || rules.matches("both_scorings", block.text);
        if (names_it && figures_below(sight, claimed, b) >= many_figures)
            return fmt::format("\"{}\" was seen, and no scores below it understood", start_of(block.text));
    }
    return {};
}

} // namespace

std::vector<Part> parts_of_scorings(const Sight& sight) {
    const auto& scorings = sight.record.scorings;
    std::vector<Part> parts;
    for (std::size_t i = 0; i < scorings.size(); ++i) {
        const auto with_questions = std::count_if(scorings[i].areas.begin(), scorings[i].areas.end(),
                                                  [](const Area& area) { return !area.questions.empty(); });
        for (int number = 1; number <= area_count; ++number)
            parts.push_back(part_of(scorings[i], number_of_scoring(i), number, with_questions));
    }
    if (!scorings.empty()) return parts;
    if (auto sign = sign_of_scoring(sight); !sign.empty())
        parts.push_back({PartKind::score_table, std::nullopt, std::nullopt, PartState::missing,
                         std::move(sign), number_of_scoring(0)});
    return parts;
}

} // namespace kompass::account
