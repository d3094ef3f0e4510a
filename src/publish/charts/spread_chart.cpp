#include "publish/charts/charts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace kompass::publish::charts {
namespace {

// Pixels.
constexpr double legend_line = 20;
constexpr double radius = 5;
constexpr double dot_step = 9; // dots of a stack overlap a little
constexpr double label_height = 22;
constexpr double beside_dots = 8; // of the band, above and below
constexpr double below_strip = 14;
constexpr double below_axis = 26;

constexpr double bin = 2.2;         // per cent of the width: a dot, on a telephone
constexpr double from_edge = 2.5;   // per cent of the width: half a dot, on a telephone
constexpr std::size_t highest = 14; // dots; more are laid closer together

Scale scale_of(const Spread& spread) {
    double least = spread.most;
    double most = 0;
    for (const auto& strip : spread.strips)
        for (const auto& dot : strip.dots) {
            least = std::min(least, dot.amount.number);
            most = std::max(most, dot.amount.number);
        }
    if (least > most) return {0, spread.most, from_edge, 100 - from_edge};
    const double step = step_of(std::max(most - least, spread.most / 10), 4);
    return {std::max(0.0, std::floor(least / step) * step),
            std::min(spread.most, std::ceil(most / step) * step), from_edge, 100 - from_edge};
}

/// In which stack each dot stands.
std::map<int, std::vector<const Dot*>> stacks_of(const Strip& strip, const Scale& scale) {
    std::map<int, std::vector<const Dot*>> stacks;
    for (const auto& dot : strip.dots)
        stacks[static_cast<int>(scale.at(dot.amount.number) / bin)].push_back(&dot);
    for (auto& [at, stack] : stacks) // what the page is about stands at the foot, to be seen
        std::stable_partition(stack.begin(), stack.end(), [](const Dot* dot) { return dot->own; });
    return stacks;
}

bool has_unsure(const Spread& spread) {
    return std::any_of(spread.strips.begin(), spread.strips.end(), [](const Strip& strip) {
        return std::any_of(strip.dots.begin(), strip.dots.end(),
                           [](const Dot& dot) { return dot.amount.unsure; });
    });
}

class Drawing {
public:
    explicit Drawing(const Spread& spread) : spread_(spread), scale_(scale_of(spread)) {}

    std::string svg() {
        for (const auto& [classes, words] :
             {std::pair{"dot", spread_.dot},
              std::pair{"unsure dot", has_unsure(spread_) ? spread_.unsure : std::string()},
              std::pair{"own dot", spread_.own}, std::pair{"band", spread_.band},
              std::pair{"median", spread_.median}})
            if (!words.empty()) svg_.legend((y_ += legend_line) - 4, classes, words);
        y_ += beside_dots;
        double bottom = y_;
        for (const auto& strip : spread_.strips)
            strips_.push_back(height_of(strip));
        for (const double height : strips_)
            bottom += height;
        draw_axis(svg_, scale_, step_, bottom, spread_.frame.point);
        for (std::size_t i = 0; i < spread_.strips.size(); ++i)
            draw(spread_.strips[i], strips_[i]);
        return std::move(svg_).take(spread_.frame, bottom + below_axis);
    }

private:
    [[nodiscard]] double step_in(std::size_t dots) const {
        return dots <= highest ? dot_step : dot_step * highest / static_cast<double>(dots);
    }

    [[nodiscard]] double height_of(const Strip& strip) const {
        std::size_t most = 1;
        for (const auto& [at, stack] : stacks_of(strip, scale_))
            most = std::max(most, std::min(stack.size(), highest));
        return (strip.label.empty() ? 0 : label_height) + dot_step * static_cast<double>(most) +
               2 * beside_dots + below_strip;
    }

    void draw(const Strip& strip, double height) {
        const double foot = y_ + height - below_strip - beside_dots;
        const double top = y_ + (strip.label.empty() ? 0 : label_height);
        if (!strip.label.empty()) svg_.text(0, y_ + 14, "label", strip.label);
        draw_grid(svg_, scale_, step_, top, foot + beside_dots);
        if (strip.band)
            svg_.rect(scale_.at(strip.band->from), top,
                      scale_.at(strip.band->to) - scale_.at(strip.band->from), foot + beside_dots - top,
                      "band");
        if (strip.median) svg_.tick(scale_.at(*strip.median), top - 2, foot + beside_dots + 2);
        for (const auto& [at, stack] : stacks_of(strip, scale_))
            for (std::size_t i = 0; i < stack.size(); ++i)
                draw(*stack[i], foot - radius - step_in(stack.size()) * static_cast<double>(i));
        y_ += height;
    }

    void draw(const Dot& dot, double y) {
        const auto* classes = dot.own ? "own dot" : dot.amount.unsure ? "unsure dot" : "dot";
        svg_.circle(scale_.at(dot.amount.number), y, dot.own ? radius + 1.5 : radius, classes,
                    dot.name + ": " + dot.amount.words);
    }

    const Spread& spread_;
    Scale scale_;
    double step_ = step_of(scale_.most - scale_.least, 5);
    Svg svg_;
    std::vector<double> strips_; ///< heights
    double y_ = 0;
};

} // namespace

std::string spread_chart(const Spread& spread) {
    return Drawing(spread).svg();
}

} // namespace kompass::publish::charts
