#include "model/printed_figures.h"

#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace kompass::printed {

namespace {

constexpr std::size_t kLongestCell = 24; // bytes

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
    constexpr std::array<std::string_view, 6> points = {"poäng", "Poäng", "p.", "p", "P", "pts"};
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

/// What stands between points and maximum: "/", "av", "(". Whether a bracket must close the cell.
bool take_parting(std::string_view& rest, bool& bracket) {
    constexpr std::array<std::string_view, 4> partings = {"/", "av ", "of ", ":"};
    skip_blanks(rest);
    bracket = take(rest, "(");
    if (!bracket && !take_any(rest, partings)) return false;
    skip_blanks(rest);
    if (bracket && take(rest, "av")) skip_blanks(rest);
    return true;
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
    std::string_view rest = whole;
    auto first = figure_at(rest);
    if (!first) return {};
    if (rest.empty()) return {*first};
    bool bracket = false;
    if (!take_parting(rest, bracket)) return {};
    auto second = figure_at(rest);
    if (!second || (bracket && !take(rest, ")"))) return {};
    if (!rest.empty() || first->dash || first->change || second->change) return {};
    return {*first, *second};
}

} // namespace kompass::printed
