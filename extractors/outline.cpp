#include "extractors/outline.h"

#include "layout/measures.h"
#include "model/instrument.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace kompass {

namespace {

constexpr std::size_t kLongestHeading = 160; ///< bytes

bool may_be_heading(const Block& block) {
    return block.kind != BlockKind::table && !block.text.empty() && block.text.size() < kLongestHeading;
}

/// A title of an edition that is not known: short, and no sentence.
bool reads_like_a_title(std::string_view title) {
    constexpr std::size_t longest_title = 80; // bytes
    return title.size() <= longest_title && title.find(". ") == std::string_view::npos;
}

/// The area that the rules' patterns see in the block, if any.
std::optional<AreaSpan> area_by_rule(const Block& block, const rules::Knowledge& knowledge) {
    AreaSpan area;
    area.places = block.places;
    if (const auto match = knowledge.rules.match("area_head", block.text)) {
        area.rule = match->rule->id;
        area.number = std::stoi(match->group("number"));
        area.title = match->group("title");
        const bool known = knowledge.editions.area_of_title(area.title) == area.number;
        if (known || (block.kind == BlockKind::heading && reads_like_a_title(area.title))) return area;
        return std::nullopt;
    }
    if (const auto match = knowledge.rules.match("area_section_head", block.text)) {
        area.rule = match->rule->id;
        area.number = std::stoi(match->group("number"));
        area.title = match->group("title");
        if (knowledge.editions.area_of_title(area.title) == area.number) return area;
    }
    return std::nullopt;
}

/// The last digit of a heading's leading number ("3", "3.", "4.3", "Huvudområde 3:"), 0 if there is none;
/// `text` goes on behind it.
int take_number(std::string_view& text) {
    auto rest = text;
    // A word may say what the number counts.
    if (!rest.empty() && (rest.front() < '0' || rest.front() > '9')) {
        const auto blank = rest.find(' ');
        if (blank == std::string_view::npos) return 0;
        rest = text::trimmed(rest.substr(blank));
    }
    const auto blank = rest.find(' ');
    if (blank == std::string_view::npos) return 0;
    auto number = rest.substr(0, blank);
    while (number.ends_with('.') || number.ends_with(':') || number.ends_with(')'))
        number.remove_suffix(1);
    const bool digits = !number.empty() && number.size() <= 3 &&
                        number.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!digits) return 0;
    rest = text::trimmed(rest.substr(blank));
    for (const std::string_view dash : {"– ", "— ", "- "})
        if (rest.starts_with(dash)) rest = text::trimmed(rest.substr(dash.size()));
    text = rest;
    const bool single = number.size() == 1 || number[number.size() - 2] == '.';
    return single ? number.back() - '0' : 0;
}

/// A heading that is an area's title, with or without its number: the title must be one that is known.
std::optional<AreaSpan> area_by_title(const Block& block, const rules::Knowledge& knowledge) {
    if (block.kind != BlockKind::heading) return std::nullopt;
    auto title = text::trimmed(block.text);
    const int number = take_number(title);
    const int known = knowledge.editions.area_of_title(title);
    if (known == 0 || (number != 0 && number != known)) return std::nullopt;
    AreaSpan area;
    area.number = known;
    area.title = title;
    area.places = block.places;
    return area;
}

/// The area that the block heads: its number and title, if it does.
std::optional<AreaSpan> headed_area(const Block& block, const rules::Knowledge& knowledge) {
    if (!may_be_heading(block) || knowledge.rules.matches("toc_line", block.text)) return std::nullopt;
    if (auto area = area_by_rule(block, knowledge)) return area;
    return area_by_title(block, knowledge);
}

bool begins_chapter(const Block& block, const rules::RuleSet& rules) {
    if (!may_be_heading(block) || block.lines.size() > 2) return false;
    if (rules.matches("area_section_head", block.text) || rules.matches("section_head", block.text))
        return false;
    return rules.matches("chapter_head", block.text) || rules.matches("key_facts_head", block.text);
}

/// Each span ends where the next in the text, or another chapter, begins.
void end_spans(std::vector<AreaSpan>& spans, const Blocks& blocks, const rules::Knowledge& knowledge) {
    if (spans.empty()) return;
    std::vector<std::size_t> beginnings = {blocks.size()};
    for (const auto& span : spans)
        beginnings.push_back(span.first);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (begins_chapter(blocks[i], knowledge.rules)) beginnings.push_back(i);
    std::sort(beginnings.begin(), beginnings.end());
    for (auto& span : spans)
        span.last = *std::upper_bound(beginnings.begin(), beginnings.end(), span.first);
    // What is said of all areas together follows the last one.
    auto& last = *std::max_element(spans.begin(), spans.end(),
                                   [](const AreaSpan& a, const AreaSpan& b) { return a.first < b.first; });
    for (auto i = last.first + 1; i < last.last; ++i)
        if (blocks[i].kind != BlockKind::table && knowledge.rules.matches("points_of_all", blocks[i].text))
            last.last = i;
}

/// An area whose heading comes again before another begins, as above its score table, goes on there.
void join_repeated(std::vector<AreaSpan>& spans) {
    std::vector<AreaSpan> joined;
    for (auto& span : spans) {
        if (!joined.empty() && joined.back().number == span.number && joined.back().title == span.title &&
            joined.back().last == span.first)
            joined.back().last = span.last;
        else
            joined.push_back(std::move(span));
    }
    spans = std::move(joined);
}

/// Set as the areas' headings are.
bool is_set_like(const Block& block, const Block& heading) {
    return block.kind == BlockKind::heading && heading.font_size > 0 && block.bold == heading.bold &&
           std::abs(block.font_size - heading.font_size) < layout::measures::same_type * heading.font_size;
}

/// Begins with the number that follows the one before the area's title: "4.3 …" behind "4.2
/// Brukarorientering".
bool is_numbered_next(const Block& block, const AreaSpan& area, const Blocks& blocks) {
    const auto heading = text::trimmed(blocks[area.first].text);
    if (!heading.ends_with(area.title)) return false;
    auto prefix = std::string(heading.substr(0, heading.size() - area.title.size()));
    const auto digit = prefix.find_last_of("0123456789");
    if (digit == std::string::npos || prefix[digit] - '0' != area.number) return false;
    prefix[digit] = static_cast<char>('0' + area.number + 1);
    const auto text = text::trimmed(block.text);
    return text.starts_with(prefix) && text.size() > prefix.size() && reads_like_a_title(text);
}

/// The one heading between the areas before and after that is set or numbered like theirs: the title of the
/// area that is missing there, though no edition knows it.
std::optional<AreaSpan> area_by_place(int number, const std::map<int, AreaSpan>& areas,
                                      const Blocks& blocks) {
    const auto after = areas.upper_bound(number);
    if (after == areas.begin()) return std::nullopt;
    const auto& before = std::prev(after)->second;
    if (before.number != number - 1) return std::nullopt;
    const auto end = after == areas.end() ? before.last : after->second.first;
    std::optional<AreaSpan> found;
    for (std::size_t i = before.first + 1; i < end; ++i) {
        const bool alike =
            is_set_like(blocks[i], blocks[before.first]) || is_numbered_next(blocks[i], before, blocks);
        if (!may_be_heading(blocks[i]) || !alike) continue;
        if (found) return std::nullopt; // which of them?
        auto title = text::trimmed(blocks[i].text);
        take_number(title);
        found = AreaSpan{number, std::string(title), blocks[i].places, i, end};
    }
    return found;
}

void add_areas_by_place(std::map<int, AreaSpan>& areas, const Blocks& blocks) {
    constexpr std::size_t enough_alike = 3;
    if (areas.size() < enough_alike) return;
    for (int number = 2; number <= area_count; ++number)
        if (!areas.contains(number))
            if (auto area = area_by_place(number, areas, blocks)) areas[number] = std::move(*area);
}

/// How a heading is set and numbered: the areas' headings of a report are all alike.
std::string look_of(const AreaSpan& span, const Blocks& blocks) {
    const auto& block = blocks[span.first];
    auto text = text::trimmed(block.text);
    const auto before = text.substr(0, text.size() - std::min(text.size(), span.title.size()));
    std::string look = std::to_string(static_cast<int>(block.kind)) + (block.bold ? "b" : "") +
                       std::to_string(std::lround(block.font_size));
    for (const char c : before)
        look += c >= '0' && c <= '9' ? '#' : c;
    return look;
}

/// The whole number before a title ("6. Slutsatser"), as reports number their chapters; 0 if there is none.
int number_of_chapter(const Block& block, const rules::RuleSet& rules) {
    constexpr std::size_t most_digits = 2;
    const bool line = block.kind == BlockKind::paragraph && block.font_size == 0 && block.lines.size() == 1;
    if (block.kind != BlockKind::heading && !line) return 0;
    if (!may_be_heading(block) || rules.matches("toc_line", block.text)) return 0;
    const auto text = text::trimmed(block.text);
    const auto digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits > most_digits) return 0; // npos too
    auto title = text.substr(digits);
    if (title.starts_with('.')) title.remove_prefix(1);
    if (!title.starts_with(' ')) return 0;
    title = text::trimmed(title);
    constexpr std::string_view ends_of_sentences = ".!?:;,";
    if (!unicode::starts_with_upper(title) || !reads_like_a_title(title)) return 0;
    if (ends_of_sentences.find(title.back()) != std::string_view::npos) return 0;
    return std::stoi(std::string(text.substr(0, digits)));
}

/// The chapter whose heading stands last before the block, if the one before it stands there too: so the
/// report numbers its chapters. Null: it does not, as far as one sees.
const Block* chapter_before(std::size_t end, const Blocks& blocks, const rules::RuleSet& rules) {
    const Block* last = nullptr;
    int number = 0;
    for (std::size_t i = end; i-- > 0;) {
        const int here = number_of_chapter(blocks[i], rules);
        if (here == 0) continue;
        if (last == nullptr) {
            last = &blocks[i];
            number = here;
        } else if (here == number - 1) {
            return last;
        }
    }
    return nullptr;
}

/// The last area ends where the report's next chapter begins, though no rule knows its title. A number that
/// goes on from others inside the area counts in a list.
void end_at_next_chapter(std::vector<AreaSpan>& spans, const Blocks& blocks, const rules::RuleSet& rules) {
    constexpr int most_unseen = 2; // headings that were not seen as such
    if (spans.empty()) return;
    auto& last = *std::max_element(spans.begin(), spans.end(),
                                   [](const AreaSpan& a, const AreaSpan& b) { return a.first < b.first; });
    const auto* chapter = chapter_before(last.first + 1, blocks, rules);
    if (chapter == nullptr) return;
    const int number = number_of_chapter(*chapter, rules);
    for (auto i = last.first + 1; i < last.last; ++i) {
        const int here = number_of_chapter(blocks[i], rules);
        if (here == 0) continue;
        const bool alike = chapter->font_size > 0 ? is_set_like(blocks[i], *chapter) : true;
        if (here > number && here <= number + most_unseen && alike) last.last = i;
        if (here <= number || alike) return;
    }
}

/// Letters of text (bytes); the figures of a score table, which stands apart in many reports, are none.
std::size_t length_of(const Block& block) {
    if (block.kind != BlockKind::table) return block.text.size();
    std::size_t length = 0;
    if (block.table.figures == 0)
        for (const auto& row : block.table.rows)
            for (const auto& cell : row)
                length += cell.text.size();
    return length;
}

std::size_t length_of(const AreaSpan& span, const Blocks& blocks) {
    std::size_t length = 0;
    for (auto i = span.first; i < span.last; ++i)
        length += length_of(blocks[i]);
    return length;
}

/// Of several headings of one area (in a table of contents, above a score table, a mention) the one that
/// looks like the other areas' true ones: those that have the most text below them, taken together. Where an
/// area has none of that look, its longest.
std::map<int, AreaSpan> true_headings(const std::vector<AreaSpan>& found, const Blocks& blocks) {
    std::map<std::string, std::map<int, std::size_t>> lengths;
    for (const auto& span : found) {
        auto& longest = lengths[look_of(span, blocks)][span.number];
        longest = std::max(longest, length_of(span, blocks));
    }
    std::map<std::string, std::size_t> weights;
    for (const auto& [look, areas] : lengths)
        for (const auto& [number, length] : areas)
            weights[look] += length;
    std::map<int, AreaSpan> areas;
    for (const auto& span : found) {
        const auto known = areas.find(span.number);
        const auto rank = [&](const AreaSpan& one) {
            return std::pair(weights[look_of(one, blocks)], length_of(one, blocks));
        };
        if (known == areas.end() || rank(known->second) < rank(span)) areas[span.number] = span;
    }
    return areas;
}

/// The number behind the word: "Poäng för område 3", 0 if there is none.
int number_of_area(const std::vector<std::string>& words) {
    for (std::size_t w = 0; w + 1 < words.size(); ++w) {
        const auto number = words[w + 1].substr(0, words[w + 1].find_first_of(".,:"));
        if (unicode::folded(words[w]).ends_with("omrade") && number.size() == 1 && number[0] >= '1' &&
            number[0] <= '0' + area_count)
            return number[0] - '0';
    }
    return 0;
}

/// "Tabell 3. Poäng för område 3, Politisk styrning och kontroll": a title that is known ends the caption, or
/// it says the area's number; where it does both they must agree.
int area_of_caption(std::string_view text, const rules::Knowledge& knowledge) {
    const auto words = text::tokens(text);
    const int number = number_of_area(words);
    for (std::size_t first = 1; first < words.size(); ++first)
        if (const int known = knowledge.editions.area_of_title(text::with_blanks(words, first, words.size())))
            return number == 0 || number == known ? known : 0;
    return number;
}

} // namespace

int area_named_in(std::string_view text, const rules::Knowledge& knowledge) {
    if (text.size() >= kLongestHeading) return 0;
    auto title = text::trimmed(text);
    const int number = take_number(title);
    const int known = title.empty() ? 0 : knowledge.editions.area_of_title(title);
    return number == 0 || number == known ? known : 0;
}

int area_named_by(const Block& block, const rules::Knowledge& knowledge) {
    if (block.kind == BlockKind::table || block.text.size() >= kLongestHeading) return 0;
    if (const auto area = area_by_rule(block, knowledge)) return area->number;
    if (const int named = area_named_in(block.text, knowledge)) return named;
    return area_of_caption(block.text, knowledge);
}

std::vector<AreaSpan> headed_spans(const Blocks& blocks, const rules::Knowledge& knowledge) {
    std::vector<AreaSpan> found;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (auto area = headed_area(blocks[i], knowledge)) {
            area->first = i;
            found.push_back(std::move(*area));
        }
    end_spans(found, blocks, knowledge);
    join_repeated(found);
    return found;
}

std::vector<std::vector<AreaSpan>> other_series(const std::vector<AreaSpan>& headed,
                                                const std::vector<AreaSpan>& spans) {
    std::vector<std::vector<AreaSpan>> series;
    std::vector<AreaSpan> run;
    for (const auto& span : headed) {
        const bool own = std::any_of(spans.begin(), spans.end(),
                                     [&](const AreaSpan& one) { return one.first == span.first; });
        if (own) continue;
        if (span.number != static_cast<int>(run.size()) + 1) run.clear();
        if (span.number != static_cast<int>(run.size()) + 1) continue;
        run.push_back(span);
        if (run.size() == area_count) series.push_back(std::exchange(run, {}));
    }
    return series;
}

std::vector<AreaSpan> outline(const Blocks& blocks, const rules::Knowledge& knowledge) {
    return outline(blocks, headed_spans(blocks, knowledge), knowledge);
}

std::vector<AreaSpan> outline(const Blocks& blocks, const std::vector<AreaSpan>& headed,
                              const rules::Knowledge& knowledge) {
    auto areas = true_headings(headed, blocks);
    add_areas_by_place(areas, blocks);
    std::vector<AreaSpan> spans;
    spans.reserve(areas.size());
    for (auto& [number, area] : areas)
        spans.push_back(std::move(area));
    // A mention inside an area does not end it.
    end_spans(spans, blocks, knowledge);
    end_at_next_chapter(spans, blocks, knowledge.rules);
    return spans;
}

} // namespace kompass
