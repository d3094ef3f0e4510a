#include "layout/transcript/lost_lines.h"

#include "model/printed_tokens.h"
#include "text/line_shape.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace kompass::layout {

namespace {

using Tokens = std::vector<std::string>;

bool ends_a_phrase(std::string_view token) {
    constexpr std::string_view closing = ")\"'”’»";
    while (!token.empty() && closing.find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    return token.empty() || token.ends_with('.') || token.ends_with('!') || token.ends_with('?') ||
           token.ends_with(':') || token.ends_with("”");
}

/// The text's tokens, with percent signs and halves joined to their figures.
Tokens joined_tokens(std::string_view line) {
    Tokens tokens;
    for (auto& token : text::tokens(line)) {
        const bool sign = token == "%" || token == "½";
        if (sign && !tokens.empty() && printed::figure(tokens.back()))
            tokens.back() += token;
        else
            tokens.push_back(std::move(token));
    }
    return tokens;
}

/// "4.1.4": nothing else is numbered so.
bool is_section_number(std::string_view token) {
    return std::count(token.begin(), token.end(), '.') >= 2 &&
           token.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// What stands in one line without lines.
class Text {
public:
    explicit Text(Tokens tokens, const Hints& hints) : tokens_(std::move(tokens)), hints_(hints) {}

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] const std::string& operator[](std::size_t i) const { return tokens_[i]; }
    [[nodiscard]] std::string part(std::size_t first, std::size_t last) const {
        return text::with_blanks(tokens_, first, last);
    }

    [[nodiscard]] bool is_capital(std::size_t i) const {
        return i < size() && unicode::starts_with_upper(tokens_[i]);
    }
    [[nodiscard]] bool is_figure(std::size_t i) const {
        return i < size() && printed::figure(tokens_[i]).has_value();
    }
    /// One past the figures that stand at `i`; "2" before a capital is the next table's number.
    [[nodiscard]] std::size_t figures_end(std::size_t i) const {
        auto end = i;
        while (is_figure(end) && !(end > i + 1 && is_table_title(end)))
            ++end;
        return end;
    }

    /// "4.2" before a capital: a question begins.
    [[nodiscard]] std::string label(std::size_t i) const {
        return is_capital(i + 1) ? printed::question_number(tokens_[i]) : "";
    }

    /// The figures of the question at `i`: first and one past the last, before the next question begins.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> figures_of_row(std::size_t i) const {
        constexpr std::size_t longest = 60; // words of a question
        for (auto at = i + 2; at < size() && at < i + longest && label(at).empty(); ++at)
            if (const auto end = figures_end(at); end >= at + 2) return std::pair(at, end);
        return std::nullopt;
    }

    /// "2. Tillgänglighet och brukarorientering Max" before "2.1 Finns …": a table begins.
    [[nodiscard]] bool is_table_title(std::size_t i) const {
        constexpr std::size_t longest = 20; // words of a title and its table's heads
        if (!is_capital(i + 1)) return false;
        std::string_view number = tokens_[i];
        if (number.ends_with('.')) number.remove_suffix(1);
        if (number.size() != 1 || number < "1" || number > "9") return false;
        const auto first = std::string(number) + ".1";
        for (auto at = i + 2; at < size() && at < i + longest; ++at) {
            if (const auto next = label(at); !next.empty()) return next == first;
            if (ends_a_phrase(tokens_[at])) return false;
        }
        return false;
    }

    /// Nothing before the token, which is not the first, that it could go on.
    [[nodiscard]] bool may_begin_sentence(std::size_t i) const {
        return ends_a_phrase(tokens_[i - 1]) || is_figure(i - 1);
    }

    /// One past a phrase that begins there: up to the next capital that follows no unfinished word.
    [[nodiscard]] std::size_t phrase_end(std::size_t i) const {
        constexpr std::size_t longest = 16; // words of a heading
        auto end = i + 1;
        for (; end < size() && end < i + longest && !ends_a_phrase(tokens_[end - 1]); ++end)
            if (begins_phrase(i, end)) break;
        return end;
    }

    /// A capital or a number at `i`, where the phrase from `first` is over.
    [[nodiscard]] bool begins_phrase(std::size_t first, std::size_t i) const {
        const auto& above = tokens_[i - 1];
        if (above.ends_with(',') || above == "–" || above == "-" || above == "&" || above.ends_with('-'))
            return false;
        if (is_section_number(tokens_[i]) || !label(i).empty() || is_table_title(i)) return true;
        return (is_capital(i) || is_figure(i)) && !hints_.is_unfinished(part(first, i));
    }

    [[nodiscard]] const Hints& hints() const { return hints_; }

private:
    Tokens tokens_;
    const Hints& hints_;
};

/// How many figures a row has: what most rows have that the next question follows at once.
std::size_t figures_a_row(const Text& text) {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!text.label(i).empty())
            if (const auto row = text.figures_of_row(i); row && !text.label(row->second).empty())
                ++counts[row->second - row->first];
    const auto commonest = std::max_element(counts.begin(), counts.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    constexpr std::size_t points_maximum_percent = 3;
    return commonest == counts.end() ? points_maximum_percent : commonest->first;
}

/// What goes on from one page's text to the next.
struct Part {
    bool in_list = false; ///< of findings
    bool in_table = false;
    bool in_box = false;          ///< of points, below its heads
    std::string label;            ///< of the last row
    std::set<std::string> topics; ///< the headings of points boxes, which head the prose too
};

/// Walks over the text and parts it.
class Parting {
public:
    Parting(Text text, const SourceLine& whole, Part& part)
        : text_(std::move(text)), whole_(whole), part_(part), row_figures_(figures_a_row(text_)) {}

    std::vector<SourceLine> lines() {
        if (part_.in_box) take_rest_of_box();
        while (at_ < text_.size()) {
            if (take_row() || take_box() || take_column_heads() || take_head() || take_topic()) continue;
            take_word();
        }
        end_line();
        return std::move(lines_);
    }

private:
    void end_line() {
        if (at_ > begin_) add(text_.part(begin_, at_), part_.in_list);
        begin_ = at_;
    }

    void add(std::string line, bool item = false) {
        const bool first = lines_.empty();
        lines_.push_back({item ? "• " + std::move(line) : std::move(line), whole_.place,
                          first ? whole_.gap_before : true, item});
    }

    /// A line of its own up to `end`.
    void take_line(std::size_t end) {
        end_line();
        part_.in_list = false;
        at_ = end;
        end_line();
    }

    /// A line begins here, or nothing stands before that the word could go on.
    [[nodiscard]] bool may_begin() const { return at_ == begin_ || text_.may_begin_sentence(at_); }

    /// A row of a score table, its sums, or the title of one.
    bool take_row() {
        if (text_.is_table_title(at_)) {
            end_line();
            part_.in_list = false;
            ++at_;
            part_.in_table = true;
            return true;
        }
        const auto label = text_.label(at_);
        const bool begins = !label.empty() && (text_.figures_of_row(at_) || follows(label));
        if (begins) {
            end_line();
            part_.in_list = false;
            part_.in_table = true;
            part_.label = label;
            at_ += 2; // the number and the capital
            return true;
        }
        const auto end = part_.in_table ? text_.figures_end(at_) : at_;
        if (end < at_ + 2) return false;
        while (at_ < end) {
            at_ = std::min(end, at_ + row_figures_);
            end_line();
        }
        return true;
    }

    /// "3.4" after "3.3".
    [[nodiscard]] bool follows(const std::string& label) const {
        if (part_.label.empty() || label.front() != part_.label.front()) return false;
        return std::stoi(label.substr(2)) == std::stoi(part_.label.substr(2)) + 1;
    }

    /// "Rubriker Strategi för … Information till … Poäng 37", in whichever order: as the box's lines.
    bool take_box() {
        const auto& hints = text_.hints();
        if (!text_.is_capital(at_) || !hints.is_box_head(text_[at_])) return false;
        auto points_head = at_ + 1;
        while (points_head < text_.size() && points_head < at_ + longest_box &&
               !(text_.is_capital(points_head) && hints.is_box_head(text_[points_head])))
            ++points_head;
        auto figure = std::min(points_head, text_.size());
        while (figure < text_.size() && figure < at_ + longest_box && !text_.is_figure(figure))
            ++figure;
        const bool whole = figure < text_.size() && text_.is_figure(figure);
        part_.in_box = !whole && points_head == at_ + 1 &&
                       points_head + 1 == text_.size(); // cut by the page's end below its heads
        if (!whole && !part_.in_box) return false;
        end_line();
        part_.in_list = part_.in_table = false;
        add(text_[at_]);
        add(text_[points_head]);
        add_headings(at_ + 1, points_head);
        begin_ = at_ = points_head + 1;
        if (whole) take_box_body(figure);
        return true;
    }

    /// The rest of a box whose heads stand on the page before.
    void take_rest_of_box() {
        part_.in_box = false;
        std::size_t figure = 0;
        while (figure < text_.size() && figure < longest_box && !text_.is_figure(figure))
            ++figure;
        if (text_.is_figure(figure)) take_box_body(figure);
    }

    void take_box_body(std::size_t figure) {
        add_headings(at_, figure);
        add(text_[figure]);
        begin_ = at_ = figure + 1;
    }

    void add_headings(std::size_t first, std::size_t last) {
        while (first < last) {
            const auto end = std::min(last, text_.phrase_end(first));
            auto heading = text_.part(first, end);
            part_.topics.insert(heading);
            add(std::move(heading));
            lines_.back().guessed = true;
            first = end;
        }
    }

    /// "Styrkor Förbättringsområden", or one of them where a sentence is over and another begins.
    bool take_column_heads() {
        auto end = at_;
        while (text_.is_capital(end) && text_.hints().is_column_head(text_[end]))
            ++end;
        const bool alone = end == at_ + 1 && !(may_begin() && text_.is_capital(end));
        if (end == at_ || alone) return false;
        // Columns whose heads stand on two lines stand one after the other, as these do; of three columns
        // nothing tells where one ends.
        if (end == at_ + 2) take_line(at_ + 1);
        take_line(end);
        part_.in_list = true;
        part_.in_table = false;
        return true;
    }

    /// A head that the rules know: of an area, a section, or of prose.
    bool take_head() {
        const auto end = area_head_end().value_or(prose_head_end().value_or(at_));
        if (end == at_) return false;
        take_line(end);
        part_.in_table = false;
        return true;
    }

    [[nodiscard]] std::optional<std::size_t> area_head_end() const {
        const bool worded = text_.is_capital(at_) && text_.is_figure(at_ + 1) && text_.is_capital(at_ + 2);
        const bool numbered = text_[at_].front() >= '1' && text_[at_].front() <= '9' &&
                              text_.is_capital(at_ + 1) && (may_begin() || is_section_number(text_[at_]));
        if (!worded && !numbered) return std::nullopt;
        const auto end = text_.phrase_end(at_ + (worded ? 2 : 1));
        if (!text_.hints().is_section_head(text_.part(at_, end))) return std::nullopt;
        return end;
    }

    [[nodiscard]] std::optional<std::size_t> prose_head_end() const {
        constexpr std::size_t longest = 4; // words
        if (!text_.is_capital(at_) || !may_begin()) return std::nullopt;
        for (auto end = std::min(at_ + longest, text_.size()); end > at_; --end)
            if ((end == text_.size() || text_.is_capital(end)) &&
                text_.hints().is_prose_head(text_.part(at_, end)))
                return end;
        return std::nullopt;
    }

    /// A heading of the points box where a sentence is over: the prose under it begins.
    bool take_topic() {
        if (!text_.is_capital(at_) || !may_begin()) return false;
        const auto end = text_.phrase_end(at_);
        if (!part_.topics.contains(text_.part(at_, end))) return false;
        take_line(end);
        return true;
    }

    void take_word() {
        if (part_.in_list && at_ > begin_ && text_.begins_phrase(begin_, at_)) end_line();
        ++at_;
    }

    static constexpr std::size_t longest_box = 80; ///< words

    const Text text_;
    const SourceLine& whole_;
    Part& part_;
    std::size_t row_figures_;
    std::size_t begin_ = 0; ///< of the line that is being taken
    std::size_t at_ = 0;
    std::vector<SourceLine> lines_;
};

} // namespace

namespace {

/// How many tokens of a page's head, or of its foot where the tokens are turned round, most lines begin with:
/// for each line, digits being alike.
std::vector<std::size_t> common_beginnings(const std::vector<Tokens>& lines) {
    constexpr std::size_t longest = 14; // words
    constexpr std::size_t fewest = 3;   // lines
    std::vector<std::size_t> lengths(lines.size(), 0);
    if (lines.size() < fewest) return lengths;
    std::vector<std::size_t> alike(lines.size());
    std::iota(alike.begin(), alike.end(), std::size_t{0});
    for (std::size_t word = 0; word < longest; ++word) {
        std::map<std::string, std::vector<std::size_t>> next;
        for (const auto line : alike)
            if (lines[line].size() > word) next[text::line_shape(lines[line][word])].push_back(line);
        const auto most = std::max_element(next.begin(), next.end(), [](const auto& a, const auto& b) {
            return a.second.size() < b.second.size();
        });
        if (most == next.end() || most->second.size() * 2 <= lines.size()) break;
        alike = most->second;
        for (const auto line : alike)
            lengths[line] = word + 1;
    }
    return lengths;
}

/// Takes the heads of pages, or their feet, off.
void take_page_heads(std::vector<Tokens>& pages, bool feet) {
    const auto turn = [&] {
        if (feet)
            for (auto& page : pages)
                std::reverse(page.begin(), page.end());
    };
    turn();
    const auto lengths = common_beginnings(pages);
    const auto longest = *std::max_element(lengths.begin(), lengths.end());
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (lengths[i] == longest)
            pages[i].erase(pages[i].begin(), pages[i].begin() + static_cast<std::ptrdiff_t>(longest));
    turn();
}

/// Takes off what the rules know as the head or foot of a page.
void take_known_heads(Tokens& page, const Hints& hints) {
    constexpr std::size_t longest = 8; // words
    for (auto words = std::min(longest, page.size()); words > 0; --words)
        if (hints.is_running_head(text::with_blanks(page, 0, words))) {
            page.erase(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(words));
            break;
        }
    for (auto words = std::min(longest, page.size()); words > 0; --words)
        if (hints.is_running_head(text::with_blanks(page, page.size() - words, page.size()))) {
            page.resize(page.size() - words);
            break;
        }
}

} // namespace

std::vector<SourceLine> with_lines_given_back(const std::vector<SourceLine>& lines, const Hints& hints) {
    std::vector<Tokens> tokens;
    tokens.reserve(lines.size());
    for (const auto& line : lines)
        tokens.push_back(joined_tokens(line.text));
    if (tokens.empty()) return {};
    take_page_heads(tokens, false);
    take_page_heads(tokens, true);
    for (auto& page : tokens)
        take_known_heads(page, hints);
    std::vector<SourceLine> given;
    Part open;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (auto& part : Parting(Text(std::move(tokens[i]), hints), lines[i], open).lines())
            given.push_back(std::move(part));
    return given;
}

} // namespace kompass::layout
