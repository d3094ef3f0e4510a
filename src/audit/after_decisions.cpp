#include "audit/after_decisions.h"

#include "audit/area_checks.h"
#include "audit/area_settlement.h"
#include "audit/history_settlement.h"
#include "audit/solver.h"
#include "model/figures.h"
#include "model/instrument.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

namespace kompass::audit {
namespace {

constexpr std::size_t figures_a_row = 3;

/// None, or as many as a list holds: then the true one may have been left off.
bool tell_all(const std::vector<Decimal>& candidates) {
    return !candidates.empty() && candidates.size() < most_candidates;
}

std::string check_in_words(CheckKind kind) {
    switch (kind) {
    case CheckKind::row:
        return "of its row";
    case CheckKind::sum:
        return "of the sum";
    case CheckKind::maxima:
        return "of the maxima";
    case CheckKind::hundred:
        return "of the hundred points";
    case CheckKind::box:
        return "of the box";
    case CheckKind::history_sum:
    case CheckKind::history_year:
        break;
    }
    return "of the history";
}

/// What a doubtful figure may be, if its list tells all; else none.
std::vector<Decimal> open_candidates(const Figure& figure) {
    const auto found = figure.candidates->find(figure.field);
    if (!figure.is_doubtful() || found == figure.candidates->end() || !tell_all(found->second)) return {};
    auto candidates = found->second;
    if (*figure.value && std::find(candidates.begin(), candidates.end(), **figure.value) == candidates.end())
        candidates.push_back(**figure.value);
    return candidates;
}

std::string told(const std::vector<Decimal>& candidates, const std::vector<std::string>& checks,
                 Decimal value) {
    std::vector<std::string> texts;
    for (const auto candidate : candidates)
        texts.push_back(candidate.text());
    return fmt::format("settled by a decision: of {} the check {} leaves {} alone", fmt::join(texts, ", "),
                       fmt::join(checks, " and "), value.text());
}

class Resettlement {
public:
    Resettlement(Area& area, const Grains& grains) : area_(area), grains_(grains), figures_(figures(area)) {}

    /// What would be settled; the area is left in that state.
    std::vector<SettledByDecision> settle() {
        for (std::size_t i = 0; i < figures_.size(); ++i)
            if (!open_candidates(figures_[i]).empty()) open_.push_back(i);
        if (open_.empty() || area_.questions.empty()) return {};
        if (is_witnessed()) leave_what_agrees(solve(whole(), without_misreading()));
        return taken();
    }

private:
    [[nodiscard]] std::size_t total_at() const { return figures_a_row * area_.questions.size(); }
    [[nodiscard]] std::size_t box_at() const { return total_at() + figures_a_row; }

    [[nodiscard]] static Choices choices(const Figure& figure) {
        if (!figure.is_doubtful()) return as_printed(*figure.value);
        Choices choices;
        for (const auto value : open_candidates(figure))
            choices.push_back({value, 0, 0});
        return choices;
    }

    [[nodiscard]] RowChoices row_choices(std::size_t row) const {
        const auto first = row * figures_a_row;
        return {choices(figures_[first]), choices(figures_[first + 1]), choices(figures_[first + 2])};
    }

    /// All that the sums need is there, and the maxima tell whether a question is missing.
    [[nodiscard]] bool is_witnessed() const {
        if (!numbered_without_gap(area_)) return false;
        for (std::size_t row = 0; row <= area_.questions.size(); ++row)
            if (const auto of_row = row_choices(row); of_row.points.empty() || of_row.max.empty())
                return false;
        return true;
    }

    [[nodiscard]] AreaProblem whole() const {
        AreaProblem problem{
            .rows = {}, .total = row_choices(area_.questions.size()), .copies = {}, .grains = grains_};
        for (std::size_t row = 0; row < area_.questions.size(); ++row)
            problem.rows.push_back(row_choices(row));
        if (auto box = choices(figures_[box_at()]); !box.empty()) problem.copies.push_back(std::move(box));
        return problem;
    }

    static SolverLimits without_misreading() {
        SolverLimits limits;
        limits.most_strain = 0;
        return limits;
    }

    /// Notes the open figures in which all explanations agree.
    void leave_what_agrees(const std::vector<Explanation>& explanations) {
        for (const auto index : open_) {
            std::set<Decimal> values;
            for (const auto& explanation : explanations)
                if (const auto value = value_in(explanation, index)) values.insert(*value);
            if (values.size() == 1) settled_.emplace(index, *values.begin());
        }
    }

    [[nodiscard]] std::optional<Decimal> value_in(const Explanation& explanation, std::size_t index) const {
        if (index >= box_at()) return explanation.copies.empty() ? std::nullopt : explanation.copies.front();
        const auto row = index / figures_a_row;
        const auto& figures = row == area_.questions.size() ? explanation.total : explanation.rows.at(row);
        switch (index % figures_a_row) {
        case 0:
            return figures.points;
        case 1:
            return figures.max;
        default:
            return figures.percent;
        }
    }

    std::vector<SettledByDecision> taken() {
        std::vector<SettledByDecision> taken;
        std::map<std::size_t, std::vector<Decimal>> candidates;
        for (const auto& [index, value] : settled_) {
            candidates[index] = open_candidates(figures_[index]);
            figures_[index].trust();
            *figures_[index].value = value;
        }
        for (const auto& [index, value] : settled_) {
            const auto& figure = figures_[index];
            const auto checks = checks_against_others(index, value, candidates.at(index));
            taken.push_back({figure.cell,
                             value,
                             {checks.begin(), checks.end()},
                             story(value, candidates.at(index), checks)});
        }
        return taken;
    }

    [[nodiscard]] std::set<CheckKind> broken() const {
        std::vector<AuditFinding> findings;
        check_area(area_, grains_, findings);
        std::set<CheckKind> kinds;
        for (const auto& finding : findings)
            if (finding.verdict == Verdict::inconsistent) kinds.insert(finding.kind);
        return kinds;
    }

    /// Which checks speak against the candidates that are not taken.
    [[nodiscard]] std::set<CheckKind> checks_against_others(std::size_t index, Decimal value,
                                                            const std::vector<Decimal>& candidates) {
        std::set<CheckKind> kinds;
        for (const auto other : candidates) {
            *figures_[index].value = other;
            if (other != value) kinds.merge(broken());
        }
        *figures_[index].value = value;
        return kinds;
    }

    [[nodiscard]] static std::string story(Decimal value, const std::vector<Decimal>& candidates,
                                           const std::set<CheckKind>& kinds) {
        std::vector<std::string> checks;
        for (const auto kind : kinds)
            checks.push_back(check_in_words(kind));
        if (checks.empty()) checks.emplace_back("of all figures together");
        return told(candidates, checks, value);
    }

    Area& area_;
    const Grains& grains_;
    std::vector<Figure> figures_; ///< rows, total, box
    std::vector<std::size_t> open_;
    std::map<std::size_t, Decimal> settled_;
};

bool is_figure_of(const Cell& cell, int scoring, int area) {
    return cell.scoring == scoring && cell.area == area &&
           (cell.kind == CellKind::question || cell.kind == CellKind::total || cell.kind == CellKind::area);
}

/// What the arithmetic told already without the decisions, and was not taken for good reason, stays doubtful.
bool was_told_before(const std::vector<Area>& published, const Grains& grains, const Cell& cell,
                     Decimal value) {
    auto area = std::find_if(published.begin(), published.end(),
                             [&](const Area& one) { return one.number == cell.area; });
    if (area == published.end()) return false;
    auto copy = *area;
    const auto told = Resettlement(copy, grains).settle();
    return std::any_of(told.begin(), told.end(),
                       [&](const SettledByDecision& one) { return one.cell == cell && one.value == value; });
}

/// The open figures of a column of earlier evaluations in which all choices agree that make its sum hold.
std::vector<SettledByDecision> settled_in(HistoryColumn column) {
    constexpr std::size_t most_choices = 100'000;
    const auto all = figures(column);
    if (all.size() != area_count + 1) return {};
    std::vector<std::vector<Decimal>> options;
    std::size_t choices = 1;
    for (const auto& figure : all) {
        options.push_back(figure.is_doubtful() || !*figure.value ? open_candidates(figure)
                                                                 : std::vector{**figure.value});
        choices *= options.back().size();
        if (choices == 0 || choices > most_choices) return {};
    }
    const auto values = options_that_sum(options);
    std::vector<SettledByDecision> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].is_doubtful() && values[i].size() == 1)
            found.push_back({all[i].cell,
                             values[i].front(),
                             {CheckKind::history_sum},
                             told(options[i], {check_in_words(CheckKind::history_sum)}, values[i].front())});
    return found;
}

void take(const SettledByDecision& one, const std::vector<Figure>& figures) {
    for (const auto& figure : figures) {
        if (figure.cell != one.cell) continue;
        const auto read = *figure.value ? (*figure.value)->text() : std::string();
        figure.trust();
        *figure.value = one.value;
        figure.repairs->push_back({figure.field, read, one.value, one.why, one.checks});
    }
}

void settle_history(const std::vector<HistoryColumn>& published, std::vector<HistoryColumn>& columns,
                    int scoring, const std::set<Cell>& decided, std::vector<SettledByDecision>& settled) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto& column = columns[i];
        if (std::none_of(decided.begin(), decided.end(), [&](const Cell& cell) {
                return cell.kind == CellKind::history && cell.scoring == scoring && cell.year == column.year;
            }))
            continue;
        const auto before =
            i < published.size() ? settled_in(published[i]) : std::vector<SettledByDecision>{};
        for (auto& one : settled_in(column)) {
            if (std::any_of(before.begin(), before.end(), [&](const SettledByDecision& other) {
                    return other.cell == one.cell && other.value == one.value;
                }))
                continue;
            take(one, figures(column));
            one.cell = of_scoring(scoring, one.cell);
            settled.push_back(std::move(one));
        }
    }
}

void settle_areas(const std::vector<Area>& published, std::vector<Area>& areas, int scoring,
                  const Grains& grains, const std::set<Cell>& decided,
                  std::vector<SettledByDecision>& settled) {
    for (auto& area : areas) {
        if (std::none_of(decided.begin(), decided.end(),
                         [&](const Cell& cell) { return is_figure_of(cell, scoring, area.number); }))
            continue;
        auto tried = area;
        auto told = Resettlement(tried, grains).settle();
        std::erase_if(told, [&](const SettledByDecision& one) {
            return was_told_before(published, grains, one.cell, one.value);
        });
        for (auto& one : told) {
            take(one, figures(area));
            one.cell = of_scoring(scoring, one.cell);
            settled.push_back(std::move(one));
        }
    }
}

} // namespace

std::vector<SettledByDecision> settle_after_decisions(const Record& published, Record& record,
                                                      const std::set<Cell>& decided) {
    std::vector<SettledByDecision> settled;
    if (decided.empty()) return settled;
    const auto grains = grains_of(record);
    settle_areas(published.areas, record.areas, 0, grains, decided, settled);
    settle_history(published.history, record.history, 0, decided, settled);
    for (std::size_t i = 0; i < record.scorings.size(); ++i) {
        const auto& before = published.scorings.at(i);
        auto& scoring = record.scorings[i];
        settle_areas(before.areas, scoring.areas, number_of_scoring(i), grains, decided, settled);
        settle_history(before.history, scoring.history, number_of_scoring(i), decided, settled);
    }
    return settled;
}

bool is_settled_by_decision(std::string_view why) {
    return why.starts_with("settled by a decision: "); // as told() begins
}

} // namespace kompass::audit
