// Likeness: an edit distance over letters in which what a scanner makes of å ä ö is cheap.
//
// Texts become rows of small symbols: a–z after folding, one for é (which scanners give for å, ä and ö alike)
// and one for the signs & @ 4 6 0 that stand inside a word. Costs are whole numbers in quarters of an edit.

#include "text/likeness.h"

#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace kompass::text {
namespace {

using Symbol = std::uint8_t;
using Symbols = std::vector<Symbol>;

constexpr Symbol acute_e = 26; ///< é: a damaged å ä ö, or a true é
constexpr Symbol sign = 27;    ///< & @ 4 6 0 inside a word: a damaged å ä ö
constexpr std::size_t symbol_count = 28;
constexpr int whole_edit = 4;

constexpr Symbol symbol_of(char letter) {
    return static_cast<Symbol>(letter - 'a');
}

constexpr bool is_vague(Symbol symbol) {
    return symbol == acute_e || symbol == sign;
}

/// A letter that å, ä or ö folds to.
constexpr bool is_folded_swedish(Symbol symbol) {
    return symbol == symbol_of('a') || symbol == symbol_of('o');
}

constexpr int exchange_cost(Symbol a, Symbol b) {
    if (a == b) return 0;
    if (a > b) std::swap(a, b);
    if (a == symbol_of('e') && b == acute_e) return 0;
    if (is_vague(b) && (is_folded_swedish(a) || is_vague(a))) return 1;
    const bool misreading_of_a = a == symbol_of('a') && (b == symbol_of('d') || b == symbol_of('i'));
    const bool misreading_of_o = a == symbol_of('d') && b == symbol_of('o');
    return misreading_of_a || misreading_of_o ? whole_edit / 2 : whole_edit;
}

constexpr auto exchange_costs = [] {
    std::array<std::array<int, symbol_count>, symbol_count> costs{};
    for (std::size_t a = 0; a < symbol_count; ++a)
        for (std::size_t b = 0; b < symbol_count; ++b)
            costs[a][b] = exchange_cost(static_cast<Symbol>(a), static_cast<Symbol>(b));
    return costs;
}();

bool is_damage_sign(char32_t point) {
    return point == U'&' || point == U'@' || point == U'4' || point == U'6' || point == U'0';
}

void append_letter(char32_t point, Symbols& symbols) {
    point = unicode::to_lower(point);
    if (point == U'é') {
        symbols.push_back(acute_e);
    } else if (point < 0x80) {
        symbols.push_back(symbol_of(static_cast<char>(point)));
    } else {
        const std::u32string alone(1, point);
        for (const char letter : unicode::folded(unicode::utf8(alone)))
            if (letter >= 'a' && letter <= 'z') symbols.push_back(symbol_of(letter));
    }
}

Symbols symbols_of(std::string_view text) {
    const std::u32string points = unicode::code_points(unicode::nfc(text));
    Symbols symbols;
    symbols.reserve(points.size());
    for (std::size_t at = 0; at < points.size(); ++at) {
        const bool follows_letter = at > 0 && unicode::is_letter(points[at - 1]);
        const bool precedes_letter = at + 1 < points.size() && unicode::is_letter(points[at + 1]);
        if (unicode::is_letter(points[at])) {
            append_letter(points[at], symbols);
        } else if (is_damage_sign(points[at]) && (follows_letter || precedes_letter)) {
            symbols.push_back(sign);
        }
    }
    return symbols;
}

/// The distance in quarters, looking no further than `band` letters aside.
int distance(const Symbols& a, const Symbols& b, std::size_t band) {
    const int out_of_reach = static_cast<int>((a.size() + b.size()) * whole_edit);
    std::vector<int> above(b.size() + 1, out_of_reach);
    std::vector<int> row(b.size() + 1, out_of_reach);
    for (std::size_t j = 0; j <= std::min(b.size(), band); ++j)
        above[j] = static_cast<int>(j) * whole_edit;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t from = i > band ? i - band : 1;
        const std::size_t to = std::min(b.size(), i + band);
        row[from - 1] = from == 1 && i <= band ? static_cast<int>(i) * whole_edit : out_of_reach;
        const auto& costs = exchange_costs[a[i - 1]];
        for (std::size_t j = from; j <= to; ++j)
            row[j] =
                std::min({above[j - 1] + costs[b[j - 1]], above[j] + whole_edit, row[j - 1] + whole_edit});
        if (to < b.size()) row[to + 1] = out_of_reach;
        std::swap(above, row);
    }
    return std::min(above[b.size()], out_of_reach);
}

/// What both begin and end with needs no table.
void drop_common_ends(Symbols& a, Symbols& b) {
    const auto [first_a, first_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    a.erase(a.begin(), first_a);
    b.erase(b.begin(), first_b);
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.pop_back();
        b.pop_back();
    }
}

} // namespace

double likeness(std::string_view a, std::string_view b) {
    Symbols left = symbols_of(a);
    Symbols right = symbols_of(b);
    const std::size_t longest = std::max(left.size(), right.size());
    if (longest == 0) return 1;
    drop_common_ends(left, right);
    const std::size_t gap = std::max(left.size(), right.size()) - std::min(left.size(), right.size());
    const std::size_t band = longest * 2 / 5 + 1; // beyond it the likeness is below 0.6 anyhow
    const auto edits =
        static_cast<double>(gap > band ? std::max(left.size(), right.size()) * whole_edit
                                       : static_cast<std::size_t>(distance(left, right, band)));
    return std::max(0.0, 1 - edits / static_cast<double>(longest * whole_edit));
}

} // namespace kompass::text
