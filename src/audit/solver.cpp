#include "audit/solver.h"

#include "audit/area_checks.h"
#include "model/instrument.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <tuple>

namespace kompass::audit {
namespace {

constexpr std::size_t maxima_bound = points_an_area + 1;
using Maxima = std::bitset<maxima_bound>;

/// The number of a maximum, or of a sum of them, in such a set; beyond it if it has none.
std::size_t index_of(Decimal maxima) {
    return maxima < 0 || !maxima.is_whole() ? maxima_bound : static_cast<std::size_t>(maxima.whole());
}

/// A choice for the total's row and its copies.
struct TotalVariant {
    RowFigures figures;
    int strain = 0;
    double cost = 0;
};

/// The copies must be `points`; nullopt if one of them cannot.
std::optional<Choice> copies_as(const std::vector<Choices>& copies, Decimal points) {
    Choice all{points, 0, 0};
    for (const auto& choices : copies) {
        const auto found = std::find_if(choices.begin(), choices.end(),
                                        [&](const Choice& choice) { return choice.value == points; });
        if (found == choices.end()) return std::nullopt;
        all.strain += found->strain;
        all.cost += found->cost;
    }
    return all;
}

bool total_holds(const RowFigures& total, Grain grain) {
    if (total.max && *total.max != points_an_area) return false;
    if (!total.points || !total.max || !total.percent) return true;
    return verdict_on_total(*total.points, *total.max, *total.percent, grain) != Verdict::inconsistent;
}

Choices or_nothing(const Choices& choices) {
    return choices.empty() ? Choices{Choice{-1, 0, 0}} : choices;
}

std::optional<Decimal> figure_of(const Choice& choice) {
    return choice.value < 0 ? std::nullopt : std::optional(choice.value);
}

std::vector<TotalVariant> total_variants(const AreaProblem& problem, int most_strain) {
    std::vector<TotalVariant> variants;
    for (const auto& points : or_nothing(problem.total.points)) {
        const auto copies = points.value < 0 ? Choice{} : copies_as(problem.copies, points.value);
        if (!copies || points.strain + copies->strain > most_strain) continue;
        for (const auto& max : or_nothing(problem.total.max))
            for (const auto& percent : or_nothing(problem.total.percent)) {
                const TotalVariant variant{{figure_of(points), figure_of(max), figure_of(percent)},
                                           points.strain + copies->strain + max.strain + percent.strain,
                                           points.cost + copies->cost + max.cost + percent.cost};
                if (variant.strain <= most_strain && total_holds(variant.figures, problem.grains.areas))
                    variants.push_back(variant);
            }
    }
    return variants;
}

/// What rows from one on can still give within a strain.
struct Reach {
    bool any = false;
    std::int64_t lower = std::numeric_limits<std::int64_t>::max(); ///< least lower end of their scores' sum
    std::int64_t upper = std::numeric_limits<std::int64_t>::min(); ///< greatest upper end
    Decimal least_points = std::numeric_limits<int>::max();
    Decimal most_points = std::numeric_limits<int>::min();
    double cost = std::numeric_limits<double>::max(); ///< least
    Maxima maxima;                                    ///< sums of their maxima

    static Reach nothing_left() { return {true, 0, 0, 0, 0, 0, Maxima(1)}; }

    /// Takes in `variant` and then `rest`.
    void take(const RowVariant& variant, const Reach& rest) {
        any = true;
        lower = std::min(lower, variant.range.lower + rest.lower);
        upper = std::max(upper, variant.range.upper + rest.upper);
        least_points = std::min(least_points, variant.figures.points.value_or(0) + rest.least_points);
        most_points = std::max(most_points, variant.figures.points.value_or(0) + rest.most_points);
        cost = std::min(cost, variant.cost + rest.cost);
        const auto max = index_of(variant.figures.max.value_or(0));
        if (max < maxima_bound) maxima |= rest.maxima << max;
    }
};

/// The rows chosen so far.
struct Partial {
    ScoreRange range;
    Decimal points, maxima;
    double cost = 0;
};

Partial extended(const Partial& partial, const RowVariant& variant) {
    auto range = partial.range;
    range += variant.range;
    return {range, partial.points + variant.figures.points.value_or(0),
            partial.maxima + variant.figures.max.value_or(0), partial.cost + variant.cost};
}

/// Scores that are spread evenly over their ranges: how likely they sum to what rounds to `total`. A total
/// that they cannot give is the sum of printed points, which a publisher rarely prints in its stead.
double cost_of_sum(const std::vector<const RowVariant*>& rows, const ScoreRange& sum,
                   const ScoreRange& wanted) {
    constexpr double summed_as_printed = 6;
    constexpr double dearest = 8;
    if (!sum.meets(wanted)) return summed_as_printed;
    double variance = 1;
    for (const auto* row : rows) {
        const auto width = static_cast<double>(row->range.upper - row->range.lower);
        variance += width * width / 12;
    }
    const double scale = std::sqrt(2 * variance);
    const double middle = static_cast<double>(sum.lower + sum.upper) / 2;
    const double likely = (std::erf((static_cast<double>(wanted.upper) - middle) / scale) -
                           std::erf((static_cast<double>(wanted.lower) - middle) / scale)) /
                          2;
    return std::min(dearest, -std::log(std::max(likely, 1e-9)));
}

class Search {
public:
    Search(const AreaProblem& problem, const SolverLimits& limits, int most_strain)
        : limits_(limits), grain_(problem.grains.areas), totals_(total_variants(problem, most_strain)),
          copies_(problem.copies.size()) {
        for (const auto& row : problem.rows)
            rows_.push_back(row_variants(row, most_strain, problem.grains.questions));
        sum_known_ = !problem.rows.empty() && !problem.total.points.empty();
        maxima_known_ = !problem.rows.empty() && !problem.total.max.empty();
        for (const auto& row : problem.rows) {
            sum_known_ = sum_known_ && !row.points.empty();
            maxima_known_ = maxima_known_ && !row.max.empty();
        }
        measure_reach(most_strain);
    }

    /// All explanations of exactly `strain` that cost at most `dearest`; not all, if the search is exhausted.
    std::vector<Explanation> run(int strain, double dearest) {
        found_.clear();
        steps_ = 0;
        dearest_ = dearest;
        for (const auto& total : totals_) {
            if (total.strain > strain) continue;
            total_ = &total;
            chosen_.clear();
            descend({{}, 0, 0, total.cost}, strain - total.strain);
        }
        return found_;
    }

    [[nodiscard]] bool exhausted() const {
        return steps_ > limits_.most_steps || found_.size() > limits_.most_explanations;
    }

private:
    void measure_reach(int most_strain) {
        const auto strains = static_cast<std::size_t>(most_strain) + 1;
        reach_.assign(rows_.size() + 1, std::vector<Reach>(strains));
        for (auto& reach : reach_.back())
            reach = Reach::nothing_left();
        for (std::size_t row = rows_.size(); row-- > 0;)
            for (std::size_t strain = 0; strain < strains; ++strain)
                for (const auto& variant : rows_[row]) {
                    const auto used = static_cast<std::size_t>(variant.strain);
                    if (used > strain) break;
                    const auto& rest = reach_[row + 1][strain - used];
                    if (rest.any) reach_[row][strain].take(variant, rest);
                }
    }

    [[nodiscard]] bool can_still_fit(const Partial& partial, int strain) const {
        const auto& rest = reach_[chosen_.size()][static_cast<std::size_t>(strain)];
        if (!rest.any || partial.cost + rest.cost > dearest_) return false;
        if (maxima_known_) {
            const auto left = index_of(*total_->figures.max - partial.maxima);
            if (left >= maxima_bound || !rest.maxima.test(left)) return false;
        }
        if (!sum_known_) return true;
        const auto total = *total_->figures.points;
        const ScoreRange reachable{partial.range.lower + rest.lower, partial.range.upper + rest.upper};
        const bool as_printed =
            partial.points + rest.least_points <= total && total <= partial.points + rest.most_points;
        return as_printed || reachable.meets(around_points(total, grain_));
    }

    void descend(const Partial& partial, int strain) {
        if (exhausted() || !can_still_fit(partial, strain)) return;
        ++steps_;
        if (chosen_.size() == rows_.size()) {
            if (strain == 0) finish(partial);
            return;
        }
        for (const auto& variant : rows_[chosen_.size()]) {
            if (variant.strain > strain) break;
            chosen_.push_back(&variant);
            descend(extended(partial, variant), strain - variant.strain);
            chosen_.pop_back();
        }
    }

    void finish(const Partial& partial) {
        double cost = partial.cost;
        if (sum_known_)
            cost += cost_of_sum(chosen_, partial.range, around_points(*total_->figures.points, grain_));
        if (cost > dearest_) return;
        Explanation explanation;
        for (const auto* row : chosen_) {
            explanation.rows.push_back(row->figures);
            explanation.strain += row->strain;
        }
        explanation.total = total_->figures;
        explanation.copies.assign(copies_, total_->figures.points);
        explanation.strain += total_->strain;
        explanation.cost = cost;
        found_.push_back(std::move(explanation));
    }

    const SolverLimits& limits_;
    Grain grain_; ///< of the total
    std::vector<TotalVariant> totals_;
    std::vector<std::vector<RowVariant>> rows_;
    std::vector<std::vector<Reach>> reach_; ///< by row and by strain left
    std::size_t copies_;
    bool sum_known_ = false, maxima_known_ = false;

    const TotalVariant* total_ = nullptr;
    std::vector<const RowVariant*> chosen_;
    std::vector<Explanation> found_;
    double dearest_ = 0;
    std::size_t steps_ = 0;
};

void sort_by_cost(std::vector<Explanation>& explanations) {
    std::stable_sort(explanations.begin(), explanations.end(),
                     [](const Explanation& a, const Explanation& b) { return a.cost < b.cost; });
}

using Figures = std::vector<std::optional<Decimal>>;

Figures figures_of(const Explanation& explanation) {
    Figures figures = explanation.copies;
    for (const auto& row : explanation.rows)
        figures.insert(figures.end(), {row.points, row.max, row.percent});
    figures.insert(figures.end(),
                   {explanation.total.points, explanation.total.max, explanation.total.percent});
    return figures;
}

/// What was read comes first among the choices.
Figures figures_read(const AreaProblem& problem) {
    Explanation read;
    const auto first = [](const Choices& choices) {
        return choices.empty() ? std::nullopt : std::optional(choices.front().value);
    };
    const auto row = [&](const RowChoices& choices) {
        return RowFigures{first(choices.points), first(choices.max), first(choices.percent)};
    };
    for (const auto& choices : problem.rows)
        read.rows.push_back(row(choices));
    read.total = row(problem.total);
    for (const auto& choices : problem.copies)
        read.copies.push_back(first(choices));
    return figures_of(read);
}

/// True if `further` has all the changes of `simple`, and so others that nothing calls for.
bool adds_needlessly(const Figures& further, const Figures& simple, const Figures& read) {
    for (std::size_t i = 0; i < read.size(); ++i)
        if (simple[i] != read[i] && further[i] != simple[i]) return false;
    return true;
}

void drop_needless(const AreaProblem& problem, const std::vector<Explanation>& simple,
                   std::vector<Explanation>& further) {
    const auto read = figures_read(problem);
    std::vector<Figures> simple_figures;
    simple_figures.reserve(simple.size());
    for (const auto& explanation : simple)
        simple_figures.push_back(figures_of(explanation));
    std::erase_if(further, [&](const Explanation& explanation) {
        const auto figures = figures_of(explanation);
        return std::any_of(simple_figures.begin(), simple_figures.end(),
                           [&](const Figures& one) { return adds_needlessly(figures, one, read); });
    });
}

} // namespace

std::vector<Explanation> solve(const AreaProblem& problem, const SolverLimits& limits) {
    constexpr double any_cost = std::numeric_limits<double>::max();
    for (int strain = 0; strain <= limits.most_strain; ++strain) {
        Search search(problem, limits, strain + 1);
        auto found = search.run(strain, any_cost);
        if (search.exhausted()) return {};
        if (found.empty()) continue;
        sort_by_cost(found);
        auto further = search.run(strain + 1, found.front().cost + limits.log_odds);
        if (search.exhausted()) return {};
        if (strain > 0) drop_needless(problem, found, further);
        found.insert(found.end(), std::make_move_iterator(further.begin()),
                     std::make_move_iterator(further.end()));
        sort_by_cost(found);
        return found;
    }
    return {};
}

} // namespace kompass::audit
