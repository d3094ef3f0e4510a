#include "pipeline/report_hints.h"

#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace kompass::pipeline {

namespace {

using Words = std::unordered_set<std::string>;

Words folded_list(const rules::RuleSet& rules, std::string_view name) {
    Words words;
    for (const auto& word : rules.list(name))
        words.insert(unicode::folded(word));
    return words;
}

/// The words as they stand and as an OCR leaves them: "på" and "pa", but "ar" only where "är" is meant.
Words with_lost_diacritics(const rules::RuleSet& rules, std::string_view name) {
    auto words = folded_list(rules, name);
    for (const auto& word : rules.list(name))
        words.insert(unicode::lower(word));
    return words;
}

/// Takes the last word off the text; the text may be long, and is asked after each of its lines.
std::string_view cut_last_word(std::string_view& text) {
    text = text::trimmed(text);
    const auto blank = text.rfind(' ');
    const auto begin = blank == std::string_view::npos ? 0 : blank + 1;
    const auto word = text.substr(begin);
    text = text.substr(0, begin);
    return word;
}

/// Layout asks several times of each line, and many lines and words recur: answers are remembered.
layout::Hints::Test any_role(const rules::RuleSet& rules, std::vector<std::string> roles) {
    auto answers = std::make_shared<std::unordered_map<std::string, bool>>();
    return [&rules, roles = std::move(roles), answers](std::string_view text) {
        const std::string line(text::trimmed(text));
        if (const auto known = answers->find(line); known != answers->end()) return known->second;
        const bool answer = std::any_of(roles.begin(), roles.end(),
                                        [&](const std::string& role) { return rules.matches(role, line); });
        answers->emplace(line, answer);
        return answer;
    };
}

std::string bare_word(std::string_view word) {
    const auto first = word.find_first_not_of("\"'”“’.,;:()=|");
    if (first == std::string_view::npos) return {};
    const auto last = word.find_last_not_of("\"'”“’.,;:()=|");
    auto bare = std::string(word.substr(first, last - first + 1));
    // An English OCR reads ä as é.
    for (auto at = bare.find("é"); at != std::string::npos; at = bare.find("é"))
        bare.replace(at, std::string_view("é").size(), "a");
    return unicode::folded(bare);
}

} // namespace

layout::Hints hints_from(const rules::RuleSet& rules) {
    layout::Hints hints;
    hints.is_column_head = any_role(rules, {"strengths_head", "improvements_head", "weaknesses_head"});
    hints.is_box_head = any_role(rules, {"box_topics_head", "box_points_head"});
    hints.is_figure_head = any_role(rules, {"figure_head", "points_head", "max_head", "percent_head"});
    hints.is_section_head =
        any_role(rules, {"area_head", "area_number_head", "area_section_head", "section_head", "chapter_head",
                         "score_chapter_head", "findings_section_head", "scoring_head", "toc_line"});
    hints.is_prose_head = any_role(rules, {"general_head", "inspiration_head", "key_facts_head"});
    hints.tells_points_of_all = any_role(rules, {"points_of_all"});
    hints.is_running_head = any_role(rules, {"running_head"});
    hints.is_unfinished = [words = with_lost_diacritics(rules, "unfinished_words"),
                           pronouns = with_lost_diacritics(rules, "pronouns")](std::string_view text) {
        const auto goes_on = [&](std::string_view word) {
            return word.find_first_of(".,;:?!") == std::string_view::npos &&
                   words.contains(unicode::lower(word));
        };
        const auto last = cut_last_word(text);
        // "... har tid avsatt för det" is all: what a pronoun stands for is named above.
        const bool stands_for_all = pronouns.contains(unicode::lower(last)) && goes_on(cut_last_word(text));
        return goes_on(last) && !stands_for_all;
    };
    hints.lean = [improving = folded_list(rules, "improvement_cues"),
                  strong = folded_list(rules, "strength_cues")](std::string_view text) {
        int lean = 0;
        std::size_t position = 0;
        for (const auto& token : text::tokens(text)) {
            const auto word = bare_word(token);
            const int weight = position++ == 0 ? 2 : 1;
            if (improving.contains(word)) lean += weight;
            if (strong.contains(word)) lean -= weight;
        }
        return lean;
    };
    return hints;
}

} // namespace kompass::pipeline
