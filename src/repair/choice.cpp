#include "repair/choice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kompass::repair {
namespace {

/// How much a word counts by itself where its pair with the one before is known, or is not.
constexpr double share_of_word_beside_pair = 0.02;
constexpr double share_of_word_without_pair = 0.35;

using Costs = std::vector<double>;

/// -ln(e^-a + e^-b).
double sum_of(double a, double b) {
    if (a > b) std::swap(a, b);
    return std::isinf(b) ? a : a - std::log1p(std::exp(a - b));
}

double transition(const Option& before, const Option& option, const Lexicon& lexicon) {
    static const double beside = -std::log(share_of_word_beside_pair);
    static const double without = -std::log(share_of_word_without_pair);
    if (before.key != 0 && option.key != 0)
        if (const auto pair = lexicon.pair_cost(before.key, option.key))
            return sum_of(*pair, option.language + beside);
    return option.language + without;
}

/// transitions[i][b][a]: from option b of place i to option a of place i + 1.
std::vector<std::vector<Costs>> transitions_of(const std::vector<Options>& places, const Lexicon& lexicon) {
    std::vector<std::vector<Costs>> all(places.size());
    for (std::size_t i = 0; i + 1 < places.size(); ++i)
        for (const auto& before : places[i]) {
            auto& costs = all[i].emplace_back();
            for (const auto& option : places[i + 1])
                costs.push_back(transition(before, option, lexicon));
        }
    return all;
}

} // namespace

std::vector<std::vector<double>> probabilities(const std::vector<Options>& places, const Lexicon& lexicon) {
    constexpr double impossible = std::numeric_limits<double>::infinity();
    if (places.empty()) return {};
    const auto transitions = transitions_of(places, lexicon);
    std::vector<Costs> forward(places.size());
    std::vector<Costs> backward(places.size());
    for (const auto& option : places.front())
        forward.front().push_back(option.seen + option.language);
    for (std::size_t i = 1; i < places.size(); ++i)
        for (std::size_t a = 0; a < places[i].size(); ++a) {
            double cost = impossible;
            for (std::size_t b = 0; b < places[i - 1].size(); ++b)
                cost = sum_of(cost, forward[i - 1][b] + transitions[i - 1][b][a]);
            forward[i].push_back(cost + places[i][a].seen);
        }
    backward.back().assign(places.back().size(), 0);
    for (std::size_t i = places.size() - 1; i-- > 0;)
        for (std::size_t b = 0; b < places[i].size(); ++b) {
            double cost = impossible;
            for (std::size_t a = 0; a < places[i + 1].size(); ++a)
                cost = sum_of(cost, transitions[i][b][a] + places[i + 1][a].seen + backward[i + 1][a]);
            backward[i].push_back(cost);
        }
    std::vector<std::vector<double>> result(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        double whole = impossible;
        for (std::size_t a = 0; a < places[i].size(); ++a)
            whole = sum_of(whole, forward[i][a] + backward[i][a]);
        for (std::size_t a = 0; a < places[i].size(); ++a)
            result[i].push_back(std::exp(whole - forward[i][a] - backward[i][a]));
    }
    return result;
}

} // namespace kompass::repair
