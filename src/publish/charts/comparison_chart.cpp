#include "publish/charts/charts.h"

#include "text/fitting.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::publish::charts {
namespace {

// Pixels.
constexpr double legend_line = 20;
constexpr double note_line = 18;
constexpr double label_height = 22;
constexpr double bar_step = 17;
constexpr double bar_height = 11;
constexpr double below_row = 14;
constexpr double beside_bars = 3; // of the grid's lines, above
constexpr double below_axis = 30;

// Per cent of the width: before the bars the report's letter, behind them its figure.
constexpr double bars_begin = 5;
constexpr double bars_end = 88;

constexpr std::size_t longest_label = 90; // signs
constexpr std::size_t letters = 26;
constexpr std::size_t colours = 6; // of charts.css; letters tell reports apart beyond that

std::string letter_of(std::size_t report) {
    const auto turn = report / letters;
    return std::string(1, static_cast<char>('A' + static_cast<char>(report % letters))) +
           (turn == 0 ? "" : std::to_string(turn + 1));
}

std::string colour_of(std::size_t report) {
    return fmt::format("series series-{}", report % colours + 1);
}

bool has_unsure(const Comparison& comparison) {
    return std::any_of(comparison.rows.begin(), comparison.rows.end(), [](const ComparedRow& row) {
        return std::any_of(row.bars.begin(), row.bars.end(),
                           [](const ComparedBar& bar) { return bar.amount && bar.amount->unsure; });
    });
}

class Drawing {
public:
    explicit Drawing(const Comparison& comparison) : comparison_(comparison) {}

    std::string svg() {
        for (std::size_t i = 0; i < comparison_.reports.size(); ++i)
            svg_.legend((y_ += legend_line) - 4, colour_of(i), letter_of(i) + "  " + comparison_.reports[i]);
        if (!comparison_.unsure.empty() && has_unsure(comparison_))
            svg_.legend((y_ += legend_line) - 4, colour_of(0) + " unsure", comparison_.unsure);
        if (!comparison_.mean.empty()) svg_.legend((y_ += legend_line) - 4, "median", comparison_.mean);
        y_ += 12;
        double bottom = y_;
        for (const auto& row : comparison_.rows)
            bottom += height_of(row);
        draw_axis(svg_, scale_, step_, bottom, comparison_.frame.point);
        for (const auto& row : comparison_.rows)
            draw(row);
        y_ = bottom + below_axis;
        for (const auto& line : text::wrapped(comparison_.note, longest_label))
            svg_.text(0, y_ += note_line, "small", line);
        return std::move(svg_).take(comparison_.frame, y_ + 6);
    }

private:
    static double height_of(const ComparedRow& row) {
        return label_height + bar_step * static_cast<double>(row.bars.size()) + below_row;
    }

    void draw(const ComparedRow& row) {
        svg_.text(0, y_ + 14, "label", text::shortened(row.label, longest_label));
        double top = y_ + label_height;
        draw_grid(svg_, scale_, step_, top - beside_bars, y_ + height_of(row) - below_row);
        for (std::size_t i = 0; i < row.bars.size(); ++i, top += bar_step)
            draw(row.bars[i], i, top);
        y_ += height_of(row);
    }

    void draw(const ComparedBar& bar, std::size_t report, double top) {
        const double foot = top + bar_height - 1;
        svg_.text(0, foot, "small", letter_of(report));
        if (bar.amount)
            svg_.rect(bars_begin, top, scale_.at(bar.amount->number) - bars_begin, bar_height,
                      colour_of(report) + (bar.amount->unsure ? " unsure" : ""));
        svg_.text(100, foot, "strong end", bar.amount ? bar.amount->words : "–");
        if (bar.mean) svg_.tick(scale_.at(*bar.mean), top - 2, top + bar_height + 2);
    }

    const Comparison& comparison_;
    Svg svg_;
    Scale scale_{0, comparison_.full, bars_begin, bars_end};
    double step_ = step_of(comparison_.full, 4);
    double y_ = 0;
};

} // namespace

std::string comparison_chart(const Comparison& comparison) {
    return Drawing(comparison).svg();
}

} // namespace kompass::publish::charts
