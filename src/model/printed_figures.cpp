#include "model/printed_figures.h"

#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace kompass::printed {

namespace {

constexpr std::size_t kLongestCell = 40; // bytes: "100 poäng av 100 möjliga (100 %)"

bool take(std::string_view& rest, std::string_view mark) {
    if (!rest.starts_with(mark)) return false;
    rest.remove_prefix(mark.size());
    return true;
}

template <std::size_t n>
bool take_any(std::string_view& rest, const std::array<std::string_view, n>& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return take(rest, mark); });
}

void skip_blanks(std::string_view& rest) {
    while (take(rest, " ")) {
    }
}

constexpr std::array<std::string_view, 4> kDashes = {"–", "—", "−", "-"};

void take_unit(std::string_view& rest, PrintedFigure& figure) {
    constexpr std::array<std::string_view, 3> percents = {"%", "procent", "proc."};
    constexpr std::array<std::string_view, 9> points = {
        "möjliga poäng", "möjliga", "maxpoäng", "poäng", "Poäng", "p.", "p", "P", "pts"};
    constexpr std::array<std::string_view, 6> note_marks = {"*", "†", "¹", "²", "³", "⁴"};
    auto behind = rest;
    skip_blanks(behind);
    if (take_any(behind, percents)) {
        figure.percent = true;
        rest = behind;
    } else if (take_any(behind, points)) {
        rest = behind;
    }
    while (take_any(rest, note_marks)) {
    }
}

std::optional<PrintedFigure> figure_at(std::string_view& rest) {
    PrintedFigure figure;
    const bool minus = take_any(rest, kDashes);
    figure.change = minus || take(rest, "+") || take(rest, "±");
    const bool digits = !rest.empty() && std::isdigit(static_cast<unsigned char>(rest.front())) != 0;
    const auto number = take_number(rest);
    if (!number.printed) {
        figure = {.value = std::nullopt, .percent = false, .change = false, .dash = true};
        return minus && !digits ? std::optional(figure) : std::nullopt;
    }
    figure.value = number.value;
    take_unit(rest, figure);
    if (figure.percent && figure.value && !figure.value->is_whole()) figure.value.reset();
    return figure;
}

/// Reads the figures of one cell, one after the other, with what stands between them: "10/15 (65 %)".
class CellReading {
public:
    explicit CellReading(std::string_view cell) : rest_(cell) {}

    /// None unless the cell is read to its end.
    std::vector<PrintedFigure> all() {
        constexpr std::size_t most = 3; // points, maximum and percentage
        if (!take_figure()) return {};
        while (!rest_.empty()) {
            if (figures_.size() == most || !take_parting() || !take_figure()) return {};
            if (open_ && take(rest_, ")")) open_ = false;
        }
        return open_ ? std::vector<PrintedFigure>() : std::move(figures_);
    }

private:
    bool take_figure() {
        const auto figure = figure_at(rest_);
        if (!figure) return false;
        figures_.push_back(*figure);
        return true;
    }

    /// "/", "av", "(", and before a percentage what else may part it from points.
    bool take_parting() {
        constexpr std::array<std::string_view, 4> partings = {"/", "av ", "of ", ":"};
        constexpr std::array<std::string_view, 7> before_percent = {",", ";", "=", "|", "·", "–", "-"};
        skip_blanks(rest_);
        if (!open_ && take(rest_, "(")) {
            open_ = true;
            skip_blanks(rest_);
            if (take(rest_, "av")) skip_blanks(rest_);
            return true;
        }
        const bool parted =
            take_any(rest_, partings) ||
            (figures_.size() == 2 && (take_any(rest_, before_percent) || rest_.ends_with('%')));
        skip_blanks(rest_);
        return parted;
    }

    std::string_view rest_;
    std::vector<PrintedFigure> figures_;
    bool open_ = false; ///< a bracket waits for its end
};

/// Of several figures, all are points but one, which is their percentage: the third, or the first.
bool go_together(const std::vector<PrintedFigure>& figures) {
    const auto percents =
        std::count_if(figures.begin(), figures.end(), [](const PrintedFigure& f) { return f.percent; });
    const bool plain = std::none_of(figures.begin(), figures.end(),
                                    [](const PrintedFigure& f) { return f.dash || f.change; });
    if (figures.size() < 3) return plain;
    return plain && percents == 1 && !figures[1].percent;
}

} // namespace

std::vector<PrintedFigure> figures(std::string_view cell) {
    const auto words = text::tokens(cell);
    // An OCR's bars and brackets cling to a figure that stands alone.
    if (words.size() == 1)
        if (const auto plain = figure(words.front()))
            return {{.value = plain->value, .percent = plain->percent, .change = false, .dash = false}};
    const auto whole = text::with_blanks(words, 0, words.size());
    if (whole.empty() || whole.size() > kLongestCell) return {};
    auto found = CellReading(whole).all();
    if (found.size() > 1 && !go_together(found)) return {};
    return found;
}

} // namespace kompass::printed
