#include "audit/area_settlement.h"

#include "audit/area_checks.h"
#include "audit/solver.h"
#include "audit/story.h"
#include "model/cell_value.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace kompass::audit {
namespace {

constexpr std::size_t figures_a_row = 3;

/// Which figures may be other than they were read.
enum class Suspects { unsure, all };

bool is_unread(const Figure& figure) {
    return !figure.value->has_value() && figure.is_doubtful();
}

/// Number of the question within its area: 2 of "4.2".
void append(std::vector<std::optional<Decimal>>& values, const RowFigures& row) {
    values.insert(values.end(), {row.points, row.max, row.percent});
}

/// The values of an explanation in the order in which its problem's figures were given.
std::vector<std::optional<Decimal>> values_of(const Explanation& explanation, bool with_total) {
    std::vector<std::optional<Decimal>> values;
    for (const auto& row : explanation.rows)
        append(values, row);
    if (!with_total) return values;
    append(values, explanation.total);
    values.insert(values.end(), explanation.copies.begin(), explanation.copies.end());
    return values;
}

class AreaSettlement {
public:
    AreaSettlement(Area& area, const std::optional<Figure>& in_history, const Judgement& judgement)
        : area_(area), judgement_(judgement), figures_(figures(area)) {
        if (in_history) figures_.push_back(*in_history);
        note_unread_box();
        for (const auto& figure : figures_)
            read_.push_back(*figure.value);
    }

    AreaOutcome settle() {
        const bool scanned = std::any_of(figures_.begin(), figures_.end(), [&](const Figure& figure) {
            return was_read_by_ocr(figure, judgement_.evidence);
        });
        if (!scanned || area_.questions.empty()) return {};
        witnessed_ = is_witnessed();
        if (witnessed_)
            settle_whole();
        else
            settle_parts();
        tell_repairs();
        outcome_.remark = open_story(open_);
        return outcome_;
    }

private:
    [[nodiscard]] std::size_t row_count() const { return area_.questions.size(); }
    [[nodiscard]] std::size_t total_at() const { return figures_a_row * row_count(); }
    [[nodiscard]] bool is_of_row(std::size_t index) const { return index < total_at(); }

    /// A box that has headings has a figure too, be it unread; and so does one that was missed altogether.
    void note_unread_box() {
        const auto& box = figures_.at(total_at() + figures_a_row);
        const bool printed = judgement_.boxes || !area_.box_headings.empty();
        if (!area_.box_points && printed && was_read_by_ocr(box, judgement_.evidence)) box.doubt();
    }

    /// Everything that the sum needs is printed: no question is missing, none lacks points or maximum.
    [[nodiscard]] bool is_witnessed() const {
        const auto* definition = judgement_.definition;
        if (definition != nullptr && row_count() < definition->questions.size()) return false;
        if (!numbered_without_gap(area_) || !area_.total.points) return false;
        for (std::size_t row = 0; row < row_count(); ++row) {
            const auto choices = row_choices(row * figures_a_row, Suspects::unsure);
            if (choices.points.empty() || choices.max.empty()) return false;
        }
        return true;
    }

    [[nodiscard]] Choices choices(const Figure& figure, Suspects suspects) const {
        const auto& evidence = judgement_.evidence;
        const bool vouched = judgement_.history_sums && figure.cell.kind == CellKind::history;
        if (vouched || !was_read_by_ocr(figure, evidence)) return as_printed(*figure.value);
        const auto grain = grain_of(figure);
        if (!figure.value->has_value()) return is_unread(figure) ? not_read(grain) : Choices{};
        const auto unsure = evidence.unsure.find(figure.cell);
        if (unsure != evidence.unsure.end())
            return as_read(**figure.value, &unsure->second, judgement_.misreadings, grain);
        if (suspects == Suspects::unsure) return as_printed(*figure.value);
        return as_read(**figure.value, nullptr, judgement_.misreadings, grain);
    }

    [[nodiscard]] Grain grain_of(const Figure& figure) const {
        if (!may_have_decimal(figure.cell)) return Grain::whole;
        return figure.cell.kind == CellKind::question ? judgement_.grains.questions : judgement_.grains.areas;
    }

    /// Of two figures or more that were not read, nothing can be told.
    [[nodiscard]] RowChoices row_choices(std::size_t first, Suspects suspects) const {
        RowChoices row{choices(figures_[first], suspects), choices(figures_[first + 1], suspects),
                       choices(figures_[first + 2], suspects)};
        const auto unread = std::count_if(&figures_[first], &figures_[first] + figures_a_row, is_unread);
        if (unread >= 2)
            for (auto [figure, of_row] : {std::pair{first, &row.points}, std::pair{first + 1, &row.max},
                                          std::pair{first + 2, &row.percent}})
                if (is_unread(figures_[figure])) of_row->clear();
        return row;
    }

    /// Maxima are multiples of five, and as the edition has them; most of the time.
    void weigh_maxima(std::size_t row, Choices& maxima) const {
        constexpr double odd_maximum = 3;
        const auto* definition = judgement_.definition;
        std::optional<int> usual;
        if (definition != nullptr && row < definition->questions.size())
            usual = definition->questions[row].max;
        for (auto& max : maxima) {
            if (max.value.whole() % 5 != 0) max.cost += odd_maximum;
            if (usual && max.value != *usual) max.cost += odd_maximum;
        }
    }

    [[nodiscard]] AreaProblem whole(Suspects suspects) const {
        AreaProblem problem = total_alone(suspects);
        for (std::size_t row = 0; row < row_count(); ++row) {
            problem.rows.push_back(row_choices(row * figures_a_row, suspects));
            weigh_maxima(row, problem.rows.back().max);
        }
        return problem;
    }

    [[nodiscard]] AreaProblem total_alone(Suspects suspects) const {
        AreaProblem problem;
        problem.grains = judgement_.grains;
        problem.total = row_choices(total_at(), suspects);
        for (auto copy = total_at() + figures_a_row; copy < figures_.size(); ++copy)
            if (auto of_copy = choices(figures_[copy], suspects); !of_copy.empty())
                problem.copies.push_back(std::move(of_copy));
        return problem;
    }

    /// The figures that the copies of a problem are, beside those of the total.
    [[nodiscard]] std::vector<std::size_t> total_figures() const {
        std::vector<std::size_t> indices{total_at(), total_at() + 1, total_at() + 2};
        for (auto copy = total_at() + figures_a_row; copy < figures_.size(); ++copy)
            if (!choices(figures_[copy], Suspects::unsure).empty()) indices.push_back(copy);
        return indices;
    }

    [[nodiscard]] SolverLimits limits() const {
        SolverLimits limits;
        limits.log_odds = std::log(judgement_.misreadings.odds());
        return limits;
    }

    /// An area that holds needs no misreading, but for figures of which OCR itself was not sure.
    [[nodiscard]] std::vector<Explanation> without_misreading(const AreaProblem& problem) const {
        auto mild = limits();
        mild.most_strain = 0;
        return solve(problem, mild);
    }

    void settle_whole() {
        std::vector<std::size_t> indices(total_at());
        for (std::size_t i = 0; i < indices.size(); ++i)
            indices[i] = i;
        for (const auto index : total_figures())
            indices.push_back(index);
        auto explanations = without_misreading(whole(Suspects::unsure));
        if (explanations.empty()) {
            outcome_.state = AreaState::explained;
            explanations = solve(whole(Suspects::all), limits());
        }
        if (explanations.empty()) {
            settle_parts();
            outcome_.state = AreaState::unexplained;
            return;
        }
        take(explanations, indices, true);
    }

    /// Row by row, where the sum bears no witness: a misreading is never repaired so, only pointed out.
    void settle_parts() {
        for (std::size_t row = 0; row < row_count(); ++row) {
            const auto first = row * figures_a_row;
            const auto problem = [&](Suspects suspects) {
                AreaProblem alone;
                alone.grains = judgement_.grains;
                alone.rows.push_back(row_choices(first, suspects));
                weigh_maxima(row, alone.rows.back().max);
                return alone;
            };
            settle_part(problem, {first, first + 1, first + 2});
        }
        settle_part([&](Suspects suspects) { return total_alone(suspects); }, total_figures());
    }

    template <typename Problem>
    void settle_part(const Problem& problem, const std::vector<std::size_t>& indices) {
        const auto mild = without_misreading(problem(Suspects::unsure));
        if (!mild.empty()) {
            take(mild, indices, true);
            return;
        }
        const auto explanations = solve(problem(Suspects::all), limits());
        outcome_.state = explanations.empty() ? AreaState::unexplained : AreaState::explained;
        for (const auto index : indices)
            figures_[index].doubt();
        take(explanations, indices, false);
    }

    /// Takes over what the explanations say of their figures; repairs only if they may be.
    void take(const std::vector<Explanation>& explanations, const std::vector<std::size_t>& indices,
              bool may_repair) {
        if (explanations.empty()) return;
        const bool with_total = indices.back() >= total_at();
        std::vector<std::vector<std::optional<Decimal>>> all;
        all.reserve(explanations.size());
        for (const auto& explanation : explanations)
            all.push_back(values_of(explanation, with_total));
        for (std::size_t i = 0; i < indices.size(); ++i)
            take_figure(indices[i], distinct(all, i), may_repair);
        for (const auto& values : all)
            open_.push_back(changes(values, indices));
    }

    static std::vector<Decimal> distinct(const std::vector<std::vector<std::optional<Decimal>>>& all,
                                         std::size_t index) {
        std::vector<Decimal> values;
        for (const auto& one : all)
            if (one[index] && std::find(values.begin(), values.end(), *one[index]) == values.end())
                values.push_back(*one[index]);
        return values;
    }

    void take_figure(std::size_t index, std::vector<Decimal> values, bool may_repair) {
        const auto& figure = figures_[index];
        if (values.empty()) return;
        const bool repairable = may_repair && is_likely_misreading(figure, values.front());
        if (!repairable && values.size() == 1) {
            if (values.front() == read_[index]) return;
            if (read_[index]) values.push_back(*read_[index]);
        }
        if (take_values(figure, values)) repaired_.push_back(index);
    }

    /// Likelier than that the report contradicts itself as published.
    [[nodiscard]] bool is_likely_misreading(const Figure& figure, Decimal value) const {
        const double dearest = -std::log(judgement_.misreadings.published_error());
        for (const auto& choice : choices(figure, Suspects::all))
            if (choice.value == value) return choice.strain == 0 || choice.cost <= dearest;
        return false;
    }

    [[nodiscard]] std::vector<Change> changes(const std::vector<std::optional<Decimal>>& values,
                                              const std::vector<std::size_t>& indices) const {
        std::vector<Change> found;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const auto& figure = figures_[indices[i]];
            if (values[i] && values[i] != read_[indices[i]] && figure.is_doubtful())
                found.push_back({figure.cell, read_[indices[i]], *values[i]});
        }
        return found;
    }

    /// The figures of the table of evaluations are checked with those of the area's year.
    [[nodiscard]] std::vector<CheckKind> checks_of(const Figure& figure, std::optional<Decimal> read) const {
        if (figure.cell.kind == CellKind::history) return {CheckKind::history_year};
        const auto checks = telling_checks(area_, judgement_.grains, figure, read);
        return {checks.begin(), checks.end()};
    }

    /// The reasons are told with all repairs made.
    void tell_repairs() {
        for (const auto index : repaired_) {
            const auto& figure = figures_[index];
            const auto read = read_[index] ? read_[index]->text() : std::string();
            figure.repairs->push_back({figure.field, read, **figure.value,
                                       repair_story(area_, figure, read, witnessed_),
                                       checks_of(figure, read_[index])});
        }
    }

    Area& area_;
    const Judgement& judgement_;
    std::vector<Figure> figures_;              ///< rows, total, box, history
    std::vector<std::optional<Decimal>> read_; ///< parallel
    std::vector<std::size_t> repaired_;
    std::vector<std::vector<Change>> open_;
    bool witnessed_ = false;
    AreaOutcome outcome_;
};

} // namespace

bool was_read_by_ocr(const Figure& figure, const Evidence& evidence) {
    if (figure.places->empty()) return !evidence.ocr_pages.empty();
    return std::any_of(figure.places->begin(), figure.places->end(),
                       [&](const Place& place) { return evidence.ocr_pages.contains(place.page); });
}

bool take_values(const Figure& figure, const std::vector<Decimal>& values) {
    if (values.size() > 1) {
        figure.doubt();
        auto& candidates = (*figure.candidates)[figure.field];
        candidates.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(
                                                               std::min(values.size(), most_candidates)));
        return false;
    }
    figure.trust();
    const bool changed = *figure.value != values.front();
    *figure.value = values.front();
    return changed;
}

AreaOutcome settle_area(Area& area, const std::optional<Figure>& in_history, const Judgement& judgement) {
    return AreaSettlement(area, in_history, judgement).settle();
}

} // namespace kompass::audit
