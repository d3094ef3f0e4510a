#include "enquiry/search/related_words.h"

#include "text/likeness.h"
#include "text/unicode.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kompass::enquiry {
namespace {

using Stems = std::vector<std::string>; ///< of the parts of a word, in their order

/// The word as a whole, or the end or middle of a compound.
bool holds(const Stems& word, const Stems& part) {
    return std::search(word.begin(), word.end(), part.begin(), part.end()) != word.end();
}

/// What stands before or after a word in a compound is a word, but for its joint: medborgar(e), arbet(e)s.
bool is_part(std::string rest, repair::Dictionary& dictionary) {
    if (dictionary.knows(rest) || dictionary.knows(rest + "e") || dictionary.knows(rest + "a")) return true;
    if (!rest.ends_with('s')) return false;
    rest.pop_back();
    return dictionary.knows(rest) || dictionary.knows(rest + "e");
}

/// Compounds that stand in the dictionary as words of their own, so that it tells no parts: "felanmälan".
bool is_compound_of(const std::string& word, const std::string& part, repair::Dictionary& dictionary) {
    constexpr std::size_t shortest_part = 3;
    constexpr std::size_t shortest = 8; // in shorter words letters stand side by side by chance: "ändamål"
    const auto letters = unicode::code_points(word).size();
    const auto of_part = unicode::code_points(part).size();
    if (letters < shortest || of_part < shortest_part || letters < of_part + shortest_part) return false;
    const auto rest = word.size() - part.size();
    return (word.ends_with(part) && is_part(word.substr(0, rest), dictionary)) ||
           (word.starts_with(part) && is_part(word.substr(part.size()), dictionary));
}

/// A word that is asked for, in each way in which it can be read.
struct Asked {
    std::string word;
    std::vector<Stems> readings;
};

bool is_related(const std::string& candidate, const Asked& asked, repair::Dictionary& dictionary) {
    const auto readings = dictionary.stems(candidate);
    const auto is_one_word = [](const Stems& stems) { return stems.size() == 1; };
    for (const auto& reading : readings) {
        if (is_one_word(reading) && is_compound_of(reading.front(), asked.word, dictionary)) return true;
        for (const auto& stems : asked.readings)
            if (holds(reading, stems) || (is_one_word(stems) && is_one_word(reading) &&
                                          is_compound_of(reading.front(), stems.front(), dictionary)))
                return true;
    }
    return false;
}

/// What all forms of a word begin with: "uppföljning" of "uppföljningen".
std::string common_beginning(std::string_view word, const std::vector<Stems>& readings) {
    auto common = unicode::code_points(word);
    for (const auto& stems : readings) {
        const auto first = unicode::code_points(stems.front());
        const auto differing = std::mismatch(common.begin(), common.end(), first.begin(), first.end()).first;
        common.erase(differing, common.end());
    }
    return unicode::utf8(common);
}

bool is_ascii(const std::string& term) {
    return std::all_of(term.begin(), term.end(),
                       [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
}

} // namespace

std::vector<std::string> RelatedWords::of(const std::string& word) {
    const Asked asked{word, dictionary_.stems(word)};
    if (asked.readings.empty()) return {};
    const auto candidates =
        connection_.texts("SELECT term FROM passage_word WHERE instr(term, ?) AND term <> ?",
                          {common_beginning(word, asked.readings), word});
    std::vector<std::string> related;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(related),
                 [&](const std::string& candidate) { return is_related(candidate, asked, dictionary_); });
    return related;
}

std::vector<std::string> RelatedWords::beginning_alike(const std::string& word) const {
    const auto first_marked = "\u0080";
    auto terms = connection_.texts("SELECT term FROM passage_word WHERE term >= ?", {first_marked});
    if (word < first_marked) {
        const char letter = word.empty() ? '\0' : word.front();
        const auto same =
            connection_.texts("SELECT term FROM passage_word WHERE term >= ? AND term < ?",
                              {std::string(1, letter), std::string(1, static_cast<char>(letter + 1))});
        terms.insert(terms.end(), same.begin(), same.end());
    }
    std::erase_if(terms, [](const std::string& term) { return is_ascii(term); });
    return terms;
}

std::set<std::string> RelatedWords::spelt_with_diacritics(const std::string& word) const {
    std::set<std::string> alike;
    for (auto& term : beginning_alike(word))
        if (unicode::folded(term) == word) alike.insert(std::move(term));
    return alike;
}

/// A beginning is tried letter by letter, since some fold to two.
std::set<std::string> RelatedWords::beginnings_with_diacritics(const std::string& word) const {
    std::set<std::string> alike;
    for (const auto& term : beginning_alike(word)) {
        std::string beginning;
        std::string_view rest = term;
        while (!rest.empty() && unicode::folded(beginning).size() < word.size()) {
            const auto size = unicode::first_sign(rest).size;
            beginning += rest.substr(0, size);
            rest.remove_prefix(size);
        }
        if (unicode::folded(beginning) == word) alike.insert(std::move(beginning));
    }
    return alike;
}

std::vector<std::string> RelatedWords::meant_by(const std::string& word) const {
    constexpr double like = 0.75; // of five letters, one may be another
    constexpr std::size_t few = 3;
    std::vector<std::pair<double, std::string>> alike;
    for (auto& term : connection_.texts(
             "SELECT term FROM passage_word WHERE abs(length(term) - length(?)) <= 2 ORDER BY doc DESC, term",
             {word}))
        if (const auto likeness = text::likeness(word, term); likeness >= like)
            alike.emplace_back(-likeness, std::move(term));
    std::stable_sort(alike.begin(), alike.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> meant;
    for (std::size_t i = 0; i < std::min(few, alike.size()); ++i)
        meant.push_back(std::move(alike[i].second));
    return meant;
}

} // namespace kompass::enquiry
