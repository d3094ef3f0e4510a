#include "repair/seen_words.h"

#include "repair/words.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>
#include <utility>

namespace kompass::repair {
namespace {

constexpr std::size_t most_remembered = 100'000;
constexpr double dictionary_word = 19;    ///< known to Hunspell alone
constexpr double not_in_dictionary = 1.5; ///< on top, for a compound of which Hunspell knows nothing
constexpr double damage_sign = 6;         ///< on top, for an unknown word with a digit or sign inside

/// A letter alone that may be a word which lost another: å, så, är.
bool is_lone_letter(std::u32string_view seen) {
    return seen == U"a" || seen == U"s" || seen == U"r";
}

/// A few capitals: what differs from a word by more than its diacritics is no word.
bool is_abbreviation(std::u32string_view seen) {
    constexpr std::size_t longest = 5;
    return seen.size() <= longest && std::all_of(seen.begin(), seen.end(), unicode::is_upper);
}

/// The longer a word that nobody knows, the less likely that it is one.
double cost_of_unknown(std::size_t letters) {
    constexpr double short_word = 13;
    constexpr double each_letter = 1.2;
    return std::max(unknown_word, short_word + each_letter * static_cast<double>(letters));
}

} // namespace

bool has_swedish_letter(std::u32string_view word) {
    return std::any_of(word.begin(), word.end(), text::is_swedish_letter);
}

std::u32string lowered(std::u32string_view word) {
    std::u32string result(word);
    std::transform(result.begin(), result.end(), result.begin(), unicode::to_lower);
    return result;
}

SeenWords::SeenWords(Lexicon lexicon, Confusions confusions)
    : lexicon_(std::move(lexicon)), confusions_(std::move(confusions)) {}

const SeenWord& SeenWords::at(const CandidateQuery& query) {
    std::u32string name(query.seen);
    name += static_cast<char32_t>(query.break_at);
    name += query.first_part ? U'-' : U' ';
    auto& slot = words_[name];
    if (!slot) slot = std::make_unique<const SeenWord>(made(query));
    return *slot;
}

void SeenWords::forget_if_many() {
    if (words_.size() > most_remembered) words_.clear();
}

SeenWord SeenWords::made(const CandidateQuery& query) {
    SeenWord word;
    word.small = lowered(query.seen);
    word.is_name_like = unicode::is_upper(query.seen.front());
    if (query.seen.size() > 1 || is_lone_letter(query.seen))
        word.candidates = CandidateSearch(lexicon_, confusions_).candidates(query);
    if (is_abbreviation(query.seen))
        std::erase_if(word.candidates, [](const Candidate& candidate) { return candidate.odd > 0; });
    for (auto& candidate : word.candidates)
        if (candidate.parts > 1 && !dictionary_.knows(unicode::utf8(candidate.word)))
            candidate.language += not_in_dictionary;
    const auto itself =
        std::find_if(word.candidates.begin(), word.candidates.end(),
                     [&](const Candidate& candidate) { return candidate.word == word.small; });
    if (itself != word.candidates.end())
        word.itself = static_cast<std::size_t>(itself - word.candidates.begin());
    weigh_as_it_stands(query, word);
    const bool is_plain_word = word.is_known && (!word.itself || itself->parts == 1);
    word.has_lost = !is_plain_word && !word.candidates.empty() && word.candidates.front().lost > 0 &&
                    word.candidates.front().key != 0;
    return word;
}

bool SeenWords::is_in_dictionary(std::u32string_view word) {
    return dictionary_.knows(unicode::utf8(word));
}

void SeenWords::weigh_as_it_stands(const CandidateQuery& query, SeenWord& word) {
    if (word.itself) {
        word.is_known = true;
    } else if (query.seen.size() == 1) {
        word.is_known = true; // a label, a unit: in question only where much is lost
        word.unknown = dictionary_word;
    } else if (!word.candidates.empty()) { // else nothing is in question, and Hunspell need not be asked
        word.is_known = dictionary_.knows(unicode::utf8(query.seen));
        const bool is_odd = !std::all_of(query.seen.begin(), query.seen.end(), unicode::is_letter);
        word.unknown =
            word.is_known ? dictionary_word : cost_of_unknown(query.seen.size()) + (is_odd ? damage_sign : 0);
    }
}

} // namespace kompass::repair
