#include "account/text_faults.h"

#include "account/claims.h"
#include "model/printed_tokens.h"
#include "text/likeness.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace kompass::account {

namespace {

/// The first words, for a message.
std::string cited(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string start;
    for (const auto& token : text::tokens(text)) {
        if (start.size() + token.size() > longest) return "\"" + start + " …\"";
        start += (start.empty() ? "" : " ") + token;
    }
    return "\"" + start + "\"";
}

/// Bullets, arrows, boxes and ticks, which stand before an item and never within one.
bool is_mark(char32_t point) {
    return point == U'•' || point == U'·' || point == U'‣' || point == U'⁃' ||
           (point >= 0x2190 && point <= 0x21FF) || (point >= 0x25A0 && point <= 0x27BF) ||
           (point >= 0x2B00 && point <= 0x2BFF) || (point >= 0xE000 && point <= 0xF8FF);
}

bool has_mark(std::string_view text) {
    // Every such mark is of three bytes that begin with E2 or EE/EF, but for the middle dot.
    const bool may = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xE2 || byte == 0xEE || byte == 0xEF || byte == 0xC2;
    });
    if (!may) return false;
    const auto points = unicode::code_points(text);
    return std::any_of(points.begin(), points.end(), is_mark);
}

/// "3." or "3)": the number of an item.
bool is_item_number(std::string_view token) {
    if (token.size() < 2 || token.size() > 3 || (token.back() != '.' && token.back() != ')')) return false;
    token.remove_suffix(1);
    return std::all_of(token.begin(), token.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool ends_sentence(std::string_view token) {
    const bool abbreviation = std::count(token.begin(), token.end(), '.') > 1;
    return !abbreviation && token.size() > 2 &&
           (token.back() == '.' || token.back() == '?' || token.back() == '!');
}

/// However the last one ends.
std::size_t sentences_in(const std::vector<std::string>& tokens) {
    std::size_t sentences = 1;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (ends_sentence(tokens[i]) && unicode::starts_with_upper(tokens[i + 1])) ++sentences;
    return sentences;
}

bool begins_with_dash(std::string_view text) {
    return text.starts_with("- ") || text.starts_with("– ") || text.starts_with("— ");
}

/// A capitalised head of another list in the midst of a text, where no sentence begins.
bool holds_head(const std::vector<std::string>& tokens, const rules::RuleSet& rules) {
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (unicode::starts_with_upper(tokens[i]) && !ends_sentence(tokens[i - 1]) && tokens[i].size() > 7 &&
            list_headed(tokens[i], rules))
            return true;
    return false;
}

std::string fault_of_item(const std::string& item, const rules::RuleSet& rules) {
    constexpr std::size_t most_sentences = 2; // of 3,000 known items none has three
    const auto tokens = text::tokens(item);
    if (tokens.empty()) return "an item is empty";
    const auto said = [&](const char* what) { return fmt::format("{} {}", cited(item), what); };
    if (unicode::starts_with_lower(item)) return said("begins in lower case");
    if (has_mark(item)) return said("holds the bullet of an item");
    if (is_item_number(tokens.front()) || begins_with_dash(item))
        return said("begins with the mark of an item");
    if (list_headed(item, rules) || holds_head(tokens, rules)) return said("holds the head of a list");
    if (tokens.size() > kLongestItem) return said("is too long for one item");
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (is_item_number(tokens[i]) && unicode::starts_with_upper(tokens[i + 1]))
            return said("holds the number of another item");
        const auto& next = tokens[i + 1];
        if (tokens[i].back() == '?' && unicode::starts_with_upper(next) && tokens.size() > kLongestItem / 2)
            return said("runs on behind its end");
    }
    if (sentences_in(tokens) > most_sentences) return said("is too long for one item");
    if (tokens.back().back() == '-' && tokens.back().size() > 1) return said("ends in the midst of a word");
    return {};
}

bool goes_on(std::string_view text) {
    const auto tokens = text::tokens(text);
    if (tokens.empty()) return false;
    const auto last = unicode::folded(tokens.back());
    // Of the words that a phrase does not end with, those that never do.
    static constexpr std::array never_last = {"och",   "eller",  "samt",     "att",     "som", "en",
                                              "ett",   "av",     "via",      "inom",    "hos", "mellan",
                                              "genom", "enligt", "avseende", "gallande"};
    return std::find(never_last.begin(), never_last.end(), last) != never_last.end() ||
           tokens.back().back() == ',' || tokens.back().back() == '/' ||
           (tokens.back().back() == '-' && tokens.back().size() > 1);
}

/// The text is the beginning of the wording, or begins with it.
bool cut_or_run_on(const std::string& text, const std::string& wording) {
    const auto bare = squeezed(text);
    const auto known = squeezed(wording);
    return !bare.empty() && bare != known && (known.starts_with(bare) || bare.starts_with(known));
}

/// Whole sentences, more than one.
bool is_running_text(std::string_view text) {
    const auto tokens = text::tokens(text);
    return !tokens.empty() && ends_sentence(tokens.back()) && sentences_in(tokens) > 1;
}

/// Of a list whose other items end without a stop: none of 2,300 known items is so set.
std::string running_text_in(const std::vector<Finding>& list) {
    constexpr std::ptrdiff_t fewest = 2;      // other items
    constexpr std::ptrdiff_t one_in_many = 5; // of which may end with one
    const auto stopped = std::count_if(list.begin(), list.end(),
                                       [](const Finding& finding) { return finding.text.ends_with('.'); });
    for (const auto& finding : list)
        if (is_running_text(finding.text) && std::ssize(list) > fewest &&
            (stopped - 1) * one_in_many <= std::ssize(list) - 1)
            return fmt::format("{} is set as running text, the others are not", cited(finding.text));
    return {};
}

} // namespace

std::string fault_of_list(const std::vector<Finding>& list, const rules::RuleSet& rules) {
    for (const auto& finding : list) {
        if (auto fault = fault_of_item(finding.text, rules); !fault.empty()) return fault;
        if (goes_on(finding.text)) return fmt::format("{} goes on", cited(finding.text));
    }
    return running_text_in(list);
}

std::string fault_of_headings(const std::vector<std::string>& headings, const rules::RuleSet& rules) {
    constexpr std::size_t longest = 14; // words
    for (const auto& heading : headings) {
        const auto tokens = text::tokens(heading);
        const auto said = [&](const char* what) { return fmt::format("{} {}", cited(heading), what); };
        if (tokens.empty()) return "a heading is empty";
        if (unicode::starts_with_lower(heading)) return said("begins in lower case");
        if (has_mark(heading) || is_item_number(tokens.front()) || begins_with_dash(heading))
            return said("holds the mark of an item");
        if (tokens.size() > longest || ends_sentence(tokens.back())) return said("is no heading");
        if (printed::figure(tokens.back()) || printed::figure(tokens.front())) return said("holds a figure");
        if (std::any_of(tokens.begin(), tokens.end(),
                        [](const auto& token) { return unicode::lower(squeezed(token)) == "poäng"; }))
            return said("is the head of a figure");
        if (rules.matches("box_points_head", heading) || rules.matches("box_topics_head", heading) ||
            list_headed(heading, rules))
            return said("heads something else");
        if (goes_on(heading)) return said("goes on");
    }
    return {};
}

std::string fault_of_question(const Question& question, const rules::Editions& editions,
                              bool most_are_marked) {
    const auto& text = question.text;
    const auto said = [&](const char* what) {
        return fmt::format("{} {} {}", question.number, cited(text), what);
    };
    if (text.empty()) return question.number + " has no text";
    constexpr double reads_alike = 0.9;
    bool cut = false;
    bool known_nearly = false; // words vary a little between reports
    for (const auto& edition : editions.all())
        for (const auto& area : edition.areas)
            for (const auto& known : area.questions) {
                if (known.number != question.number) continue;
                for (const auto& wording : known.wordings) {
                    if (squeezed(wording) == squeezed(text)) return {};
                    if (cut_or_run_on(text, wording))
                        cut = true;
                    else
                        known_nearly = known_nearly || text::likeness(text, wording) >= reads_alike;
                }
            }
    if (cut) return said("is not all of the question or holds more");
    if (unicode::starts_with_lower(text)) return said("begins in lower case");
    if (has_mark(text)) return said("holds a mark");
    if (goes_on(text)) return said("goes on");
    if (known_nearly) return {};
    const auto mark = text.find('?');
    if (mark != std::string::npos && mark + 1 < text.size() && text.size() - mark > 3)
        return said("runs on behind its question mark");
    if (mark == std::string::npos && most_are_marked) return said("does not end with a question mark");
    return {};
}

} // namespace kompass::account
