#include "layout/transcript/woven_columns.h"

#include "layout/bullets.h"
#include "layout/hyphenation.h"
#include "layout/items.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace kompass::layout {

using namespace std::string_literals;

namespace {

/// What a way to part the lines costs: the dearer, the less a typesetter, a writer of findings or an OCR
/// would do it. What cannot be costs ten, what should not be three to five, and what is a matter of taste
/// less than one, so that no single taste outweighs a fault.
struct Costs {
    // What ends an item.
    static constexpr double ends_hyphenated = 10; ///< within a word
    static constexpr double ends_unfinished = 5;  ///< within a phrase ("bland annat via")
    static constexpr double ends_open = 0.5;      ///< without a full stop: as many items do

    // How a line follows the one above it in its column.
    static constexpr double too_wide = 3;      ///< a character beyond the column's width
    static constexpr double not_the_rest = 10; ///< of a hyphenated word: a capital
    static constexpr double pair = 2; ///< "kultur-" + "och …": right, but seldom just at a line's end
    static constexpr double room_left = 0.08;  ///< a character of white space, which any line may have
    static constexpr double word_fitted = 0.7; ///< a character of the room that the next word would have had
    static constexpr double small_after_stop = 8;
    static constexpr double capital_within = 3; ///< a phrase: a name, or another column's item

    // Columns that end or pause.
    static constexpr double stopping = 1;
    static constexpr double stopping_at_gap = 0.5; ///< white space stands there
    static constexpr double staying_away = 0.2;    ///< a line
    static constexpr double resuming = 4;          ///< an ended column as a rule stays so

    // What a cut makes of one line.
    static constexpr double mixed = 4;         ///< a sentence ends and goes on small: words of both columns
    static constexpr double barless_right = 3; ///< a right piece alone would have a bar at its head

    /// A character more of the left column: a wider one always fits more, and must pay for itself.
    static constexpr double wider = 0.5;

    // Columns that stand one after the other.
    static constexpr double wasted_room = 0.5; ///< a character of the room that the next word would have had
    static constexpr double leaning = 2;       ///< an item among those that read otherwise, by how clearly
    static constexpr int clearest = 2;         ///< more cues than so many say no more
    static constexpr double unclear_right =
        0.5; ///< improvements say what to do: without that, rather a strength
};

/// Average characters: what two columns' worth of measuring letters by their class errs.
constexpr double kTolerance = 1.5;

/// A line's tokens and where its right piece may begin: at `at` (the left piece is the tokens before).
struct Woven {
    std::vector<std::string> tokens;
    std::vector<std::size_t> cuts; ///< allowed; tokens.size() means no right piece
    bool forced = false;           ///< a bar or an inner bullet shows the cut
    bool barless = false;          ///< bars part the columns, but there is none on this line
    const SourceLine* source = nullptr;
};

bool is_bar(std::string_view token) {
    return token == "|" || token == "||" || token == "¦";
}

/// The first bar or inner bullet. A bar at the line's head parts an empty left piece, but only where the
/// columns are `barred`: elsewhere it is a misread I.
std::optional<std::size_t> seen_cut(const std::vector<std::string>& tokens, bool barred) {
    for (std::size_t i = barred ? 0 : 1; i + 1 < tokens.size(); ++i) {
        if (is_bar(tokens[i])) return i;
        const bool behind_own_bullet = i <= 1 && is_inner_bullet(tokens[0], tokens[1]);
        if (!behind_own_bullet && i > 0 && is_inner_bullet(tokens[i], tokens[i + 1])) return i;
    }
    return std::nullopt;
}

Woven woven(const SourceLine& line, bool barred) {
    Woven result;
    result.source = &line;
    result.tokens = text::tokens(line.text);
    if (const auto cut = seen_cut(result.tokens, barred)) {
        if (is_bar(result.tokens[*cut]))
            result.tokens.erase(result.tokens.begin() + static_cast<std::ptrdiff_t>(*cut));
        result.cuts = {*cut};
        result.forced = true;
        return result;
    }
    if (barred) {
        result.cuts = {0, result.tokens.size()};
        result.barless = true;
        return result;
    }
    // Two columns of a page hold some twenty words a line. A line of many more is one piece: to try every cut
    // against every cut of the next would take their number squared.
    constexpr std::size_t most_words = 200;
    if (result.tokens.size() > most_words) {
        result.cuts = {result.tokens.size()};
        return result;
    }
    for (std::size_t cut = 0; cut <= result.tokens.size(); ++cut)
        result.cuts.push_back(cut);
    return result;
}

/// Most lines show a bar between the columns; those without one have a piece in one column only.
bool is_barred(const std::vector<SourceLine>& lines) {
    const auto bars = std::count_if(lines.begin(), lines.end(), [](const SourceLine& line) {
        const auto words = text::tokens(line.text);
        return std::any_of(words.begin(), words.end(), is_bar);
    });
    constexpr double most = 0.6;
    return static_cast<double>(bars) >= most * static_cast<double>(lines.size());
}

/// The width of a piece in average characters.
double width(std::string_view text) {
    // Of the common text faces: i, l, points and blanks, small letters, capitals, m and w.
    constexpr double narrow = 0.6;
    constexpr double usual = 1;
    constexpr double capital = 1.25;
    constexpr double wide = 1.5;
    double sum = 0;
    for (const char32_t c : unicode::code_points(text)) {
        if (U"iljtfrI.,:;'|-![]() "s.find(c) != std::u32string::npos)
            sum += narrow;
        else if (U"mwMW@%"s.find(c) != std::u32string::npos)
            sum += wide;
        else
            sum += unicode::starts_with_upper(unicode::utf8(std::u32string(1, c))) ? capital : usual;
    }
    return sum;
}

struct Piece {
    std::string text;
    bool bullet = false;
    double width = 0, first_word = 0;
};

Piece piece(const Woven& line, std::size_t first, std::size_t last) {
    Piece result;
    result.text = text::with_blanks(line.tokens, first, last);
    result.bullet = after_bullet(result.text, BulletGlyphs::scanned).has_value();
    result.width = width(result.text);
    if (first < last) result.first_word = width(line.tokens[first]);
    return result;
}

bool finished(std::string_view text) {
    return text.ends_with('.') || text.ends_with('?') || text.ends_with("”");
}

/// A sentence that ends inside the piece and goes on with a small letter: words of two columns.
bool is_mixed(const Woven& line, std::size_t first, std::size_t last) {
    constexpr std::size_t longest_abbreviation = 4; // bytes: "bl.", "ex.", "kap."
    for (std::size_t i = first; i + 1 < last; ++i) {
        const auto& word = line.tokens[i];
        const bool ends =
            word.size() > longest_abbreviation && word.ends_with('.') && word.find('.') == word.size() - 1;
        if (ends && unicode::starts_with_lower(line.tokens[i + 1])) return true;
    }
    return false;
}

/// What it costs that an item ends with `last`.
double cost_of_ending(const Piece& last, const Hints& hints) {
    if (ends_hyphenated(last.text)) return Costs::ends_hyphenated;
    if (hints.is_unfinished(last.text)) return Costs::ends_unfinished;
    return finished(last.text) ? 0 : Costs::ends_open;
}

/// What it costs that `next` follows `last` in a column `wide` characters wide. 0 is a perfect fit.
double cost_of_following(const Piece& last, const Piece& next, double wide, const Hints& hints) {
    double cost = 0;
    if (next.width > wide + kTolerance) cost += Costs::too_wide * (next.width - wide - kTolerance);
    if (last.text.empty()) return cost;
    if (next.bullet) return cost + cost_of_ending(last, hints);
    const bool lower = unicode::starts_with_lower(next.text);
    if (ends_hyphenated(last.text)) {
        // "kultur- och" breaks rarely just there; "ar-" + "och" is another column's word.
        const bool pair = next.text.starts_with("och ") || next.text.starts_with("eller ");
        return cost + (pair ? Costs::pair : lower ? 0 : Costs::not_the_rest);
    }
    const bool new_item = finished(last.text) && !lower;
    if (new_item) return cost;
    // A column breaks a line only where the next word does not fit; what it leaves free is little.
    const double room = wide - last.width - width(" ");
    cost += Costs::room_left * std::max(0.0, room);
    if (next.first_word < room - kTolerance)
        cost += Costs::word_fitted * (room - kTolerance - next.first_word);
    if (lower && finished(last.text)) cost += Costs::small_after_stop;
    if (!lower && !hints.is_unfinished(last.text)) cost += Costs::capital_within;
    return cost;
}

/// Finds the cheapest cut of every line by dynamic programming over (line, cut); what stands last in each
/// column is carried along.
class Parting {
public:
    Parting(std::vector<Woven> lines, double left, double right, const Hints& hints)
        : lines_(std::move(lines)), left_(left), right_(right), hints_(&hints) {}

    double solve() {
        states_.clear();
        std::vector<State> before = {State{}};
        for (const auto& line : lines_) {
            states_.push_back(step(line, before));
            before = states_.back();
        }
        const auto best =
            std::min_element(before.begin(), before.end(), [](auto& a, auto& b) { return a.cost < b.cost; });
        cost_ = best->cost;
        trace(*best);
        return cost_;
    }

    [[nodiscard]] const std::vector<std::size_t>& cuts() const { return cuts_; }
    [[nodiscard]] const std::vector<Woven>& lines() const { return lines_; }

private:
    struct State {
        double cost = 0;
        std::size_t cut = 0, parent = 0;
        Piece left, right;                              ///< what stands last in each column
        bool left_paused = false, right_paused = false; ///< had no piece on this line
    };

    std::vector<State> step(const Woven& line, const std::vector<State>& before) const {
        std::vector<State> after;
        for (const auto cut : line.cuts) {
            const auto left = piece(line, 0, cut);
            const auto right = piece(line, cut, line.tokens.size());
            const double mixed = (is_mixed(line, 0, cut) ? Costs::mixed : 0) +
                                 (is_mixed(line, cut, line.tokens.size()) ? Costs::mixed : 0);
            const double barless = line.barless && cut == 0 ? Costs::barless_right : 0;
            State best;
            best.cost = std::numeric_limits<double>::max();
            for (std::size_t p = 0; p < before.size(); ++p) {
                const double cost = before[p].cost + mixed + barless +
                                    cost_of(before[p], left, right, line.source->gap_before);
                if (cost < best.cost)
                    best = {cost,
                            cut,
                            p,
                            left.text.empty() ? before[p].left : left,
                            right.text.empty() ? before[p].right : right,
                            left.text.empty(),
                            right.text.empty()};
            }
            after.push_back(std::move(best));
        }
        return after;
    }

    [[nodiscard]] double cost_of(const State& before, const Piece& left, const Piece& right, bool gap) const {
        return cost_in_column(before.left, left, before.left_paused, left_, gap) +
               cost_in_column(before.right, right, before.right_paused, right_, gap);
    }

    /// A column that has no piece on a line has ended, as a rule for good; a pause at white space is cheap.
    [[nodiscard]] double cost_in_column(const Piece& last, const Piece& next, bool paused, double wide,
                                        bool gap) const {
        if (!next.text.empty())
            return cost_of_following(last, next, wide, *hints_) +
                   (paused && !last.text.empty() ? Costs::resuming : 0);
        if (paused) return Costs::staying_away;
        return (gap ? Costs::stopping_at_gap : Costs::stopping) +
               (last.text.empty() ? 0 : cost_of_ending(last, *hints_));
    }

    void trace(State last) {
        cuts_.assign(lines_.size(), 0);
        for (std::size_t i = lines_.size(); i-- > 0;) {
            cuts_[i] = last.cut;
            if (i > 0) last = states_[i - 1][last.parent];
        }
    }

    std::vector<Woven> lines_;
    double left_, right_;
    const Hints* hints_;
    std::vector<std::vector<State>> states_;
    std::vector<std::size_t> cuts_;
    double cost_ = 0;
};

/// The widest pieces seen at each side of the cuts that show themselves; what has no bar is rather a left
/// piece.
std::pair<double, double> seen_widths(const std::vector<Woven>& lines) {
    double left = 0;
    double right = 0;
    for (const auto& line : lines) {
        if (!line.forced && !line.barless) continue;
        const auto cut = line.cuts.back();
        left = std::max(left, piece(line, 0, cut).width);
        right = std::max(right, piece(line, cut, line.tokens.size()).width);
    }
    return {left, right};
}

SourceLine source_of(const Woven& line, std::size_t first, std::size_t last) {
    return {text::with_blanks(line.tokens, first, last), line.source->place, line.source->gap_before};
}

/// The columns' widths: at least what is seen; the rest is tried out.
Parting best_parting(const std::vector<Woven>& lines, const Hints& hints) {
    const auto [seen_left, seen_right] = seen_widths(lines);
    double widest = 0;
    for (const auto& line : lines)
        widest = std::max(widest, piece(line, 0, line.tokens.size()).width);
    std::optional<Parting> best;
    double best_cost = std::numeric_limits<double>::max();
    // Where no cut shows itself: a little less than half, which the widths tried out go beyond.
    constexpr double rather_less_than_half = 0.4;
    constexpr std::array extras = {0, 2, 4, 6, 8}; // characters: what the widest piece seen may lack
    const double base = seen_left > 0 ? seen_left : widest * rather_less_than_half;
    for (const double extra : extras) {
        const double left = base + extra;
        Parting parting(lines, left, std::max(seen_right, widest - left), hints);
        const double cost = parting.solve() + Costs::wider * extra;
        if (cost < best_cost) {
            best_cost = cost;
            best = std::move(parting);
        }
    }
    return std::move(*best);
}

std::size_t widest_of(const std::vector<ListItem>& items, std::size_t first, std::size_t last) {
    std::size_t widest = 0;
    for (std::size_t i = first; i < last; ++i)
        for (const auto& line : items[i].lines)
            widest = std::max(widest, unicode::code_points(line.text).size());
    return widest;
}

/// How badly the lines of these items break for a column as wide as their widest line: white space left where
/// the next word would have fitted.
double wasted_room(const std::vector<ListItem>& items, std::size_t first, std::size_t last) {
    const auto widest = static_cast<double>(widest_of(items, first, last));
    double wasted = 0;
    for (std::size_t i = first; i < last; ++i)
        for (std::size_t l = 0; l + 1 < items[i].lines.size(); ++l) {
            const auto& next = items[i].lines[l + 1].text;
            const auto word = next.substr(0, next.find(' '));
            const auto filled =
                unicode::code_points(items[i].lines[l].text).size() + 1 + unicode::code_points(word).size();
            wasted += std::max(0.0, widest - static_cast<double>(filled));
        }
    return wasted;
}

bool begins_with_gap(const ListItem& item) {
    return item.lines.front().gap_before;
}

/// What it costs that an item of this leaning stands in the left or right column.
double cost_in_place(int lean, bool right) {
    const double clear = Costs::leaning * std::clamp(lean, -Costs::clearest, Costs::clearest);
    if (!right) return clear;
    return lean == 0 ? Costs::unclear_right : -clear;
}

/// Where the right column begins among items that look alike.
std::size_t likeliest_turn(const std::vector<ListItem>& items, const Hints& hints) {
    // Each turn is weighed with all items; more of them than any section has are not weighed at all.
    constexpr std::size_t most_items = 300;
    if (items.size() > most_items) return items.size();
    std::size_t best = items.size();
    double best_cost = std::numeric_limits<double>::max();
    // An OCR puts white space where it turns from one column to the other.
    const bool gaps = std::any_of(items.begin() + 1, items.end(), begins_with_gap);
    for (std::size_t turn = 1; turn < items.size(); ++turn) {
        if (gaps && !begins_with_gap(items[turn])) continue;
        double cost =
            Costs::wasted_room * (wasted_room(items, 0, turn) + wasted_room(items, turn, items.size()));
        for (std::size_t i = 0; i < items.size(); ++i)
            cost += cost_in_place(hints.lean(items[i].text), i >= turn);
        if (cost < best_cost) {
            best_cost = cost;
            best = turn;
        }
    }
    return best;
}

void take(std::vector<SourceLine>& column, const ListItem& item) {
    // A bullet tells the items apart again when the column is read as a list.
    for (std::size_t i = 0; i < item.lines.size(); ++i) {
        auto line = item.lines[i];
        if (i == 0) line.text = "• " + line.text;
        column.push_back(std::move(line));
    }
}

} // namespace

TwoColumns unwoven(const std::vector<SourceLine>& lines, const Hints& hints) {
    std::vector<Woven> pieces;
    const bool barred = is_barred(lines);
    for (const auto& line : lines)
        if (!text::trimmed(line.text).empty()) pieces.push_back(woven(line, barred));
    TwoColumns columns;
    if (pieces.empty()) return columns;
    const auto parting = best_parting(pieces, hints);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& line = parting.lines()[i];
        const auto cut = parting.cuts()[i];
        if (cut > 0) columns.left.push_back(source_of(line, 0, cut));
        if (cut < line.tokens.size()) columns.right.push_back(source_of(line, cut, line.tokens.size()));
        if (!line.forced && cut < line.tokens.size()) columns.certain = false;
    }
    return columns;
}

TwoColumns parted_in_turn(const std::vector<SourceLine>& lines, const Hints& hints) {
    auto items = list_items(lines, BulletGlyphs::scanned, hints);
    TwoColumns columns;
    const auto bulleted = static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [](const ListItem& item) { return item.bulleted; }));
    const bool told_by_bullets = bulleted > 0 && bulleted < items.size();
    const auto turn = told_by_bullets || items.size() < 2 ? items.size() : likeliest_turn(items, hints);
    columns.certain = told_by_bullets || items.size() < 2;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool left = told_by_bullets ? items[i].bulleted == items.front().bulleted : i < turn;
        take(left ? columns.left : columns.right, items[i]);
    }
    return columns;
}

} // namespace kompass::layout
