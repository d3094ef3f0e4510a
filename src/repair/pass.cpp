#include "repair/pass.h"

#include "repair/spelling.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace kompass::repair {
namespace {

constexpr double sure_of_spelling = 0.5;  ///< what is no word as it stands is changed from here on
constexpr double sure_of_good_text = 0.9; ///< the same, where hardly anything is damaged
constexpr double sure_of_context = 0.7;   ///< a word is changed into another from here on
constexpr double worth_a_mark = 0.15;     ///< an alternative this likely marks what is left as it stands
constexpr double little_damage = 0.02;    ///< below it, words that are known are never in question
constexpr double name_bonus = 3;          ///< a capital inside a sentence: names are often unknown
constexpr std::size_t most_options = 8;
constexpr std::size_t usual_chain = 1000; ///< places weighed together, to the end of the sentence

/// "synpunkts- och", "invånar- eller": the hyphen stays.
bool is_conjunction(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 5> words = {U"och", U"eller", U"samt", U"respektive",
                                                                 U"till"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

double seen_cost(const Candidate& candidate, double damage) {
    constexpr double least_odd = 0.05;
    return candidate.noise - candidate.lost * std::log(damage) - candidate.kept * std::log1p(-damage) -
           candidate.odd * std::log(std::max(damage, least_odd));
}

Option as_it_stands(const SeenWord& word, bool begins_sentence, double damage) {
    if (word.itself) {
        const auto& itself = word.candidates[*word.itself];
        return {seen_cost(itself, damage), itself.language, itself.key};
    }
    const auto kept = std::count_if(word.small.begin(), word.small.end(), text::is_swedish_letter);
    const bool is_name = word.is_name_like && !begins_sentence;
    return {-static_cast<double>(kept) * std::log1p(-damage), word.unknown - (is_name ? name_bonus : 0), 0};
}

} // namespace

Pass::Pass(SeenWords& words, std::vector<std::string>& lines, const std::vector<Freedom>& freedom)
    : words_(words), lines_(lines), freedom_(freedom), tokens_(tokens_of(lines)) {
    join_halves();
    find_places();
}

void Pass::find_places() {
    places_.reserve(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (rests_.contains(i)) continue;
        const auto& token = tokens_[i];
        Place place{.first = &token};
        if (const auto half = halves_.find(i); half != halves_.end()) {
            place.second = &tokens_[half->second];
            place.word = joined(token, *place.second);
        } else if (token.kind == Token::Kind::word && !is_loose_fragment(i)) {
            place.word = &words_.at({token.seen, 0, token.hyphen_after});
        }
        places_.push_back(place);
    }
}

/// Finds for each word that breaks off its rest: in the next line, or further below where columns are woven.
void Pass::join_halves() {
    constexpr std::size_t far = 3; // lines
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const auto& token = tokens_[i];
        if (token.kind != Token::Kind::word) continue;
        std::erase_if(open, [&](std::size_t head) { return tokens_[head].line + far < token.line; });
        const auto head = std::find_if(open.rbegin(), open.rend(), [&](std::size_t candidate) {
            return token.may_continue && tokens_[candidate].line < token.line &&
                   joined(tokens_[candidate], token) != nullptr;
        });
        if (head != open.rend()) {
            halves_[*head] = i;
            rests_.insert(i);
            open.erase(std::next(head).base());
            continue;
        }
        if (token.may_continue && !open.empty()) fragments_.insert(i);
        if (token.breaks_off) open.push_back(i);
    }
}

/// The word that the two make, if they make one.
const SeenWord* Pass::joined(const Token& head, const Token& rest) {
    if (is_conjunction(lowered(rest.seen))) return nullptr;
    const auto& word = words_.at({head.seen + rest.seen, head.seen.size(), false});
    return word.candidates.empty() ? nullptr : &word;
}

/// Half a word whose other half was not found: too little to tell what it is.
bool Pass::is_loose_fragment(std::size_t token) const {
    constexpr std::size_t little = 4;
    return tokens_[token].seen.size() <= little && (tokens_[token].breaks_off || fragments_.contains(token));
}

DamageEvidence Pass::evidence() const {
    DamageEvidence evidence;
    for (const auto& place : places_) {
        if (place.word == nullptr) continue;
        evidence.kept += has_swedish_letter(place.word->small) ? 1 : 0;
        evidence.lost += place.word->has_lost ? 1 : 0;
    }
    return evidence;
}

bool Pass::may_change(const Place& place) const {
    const auto is_free = [&](const Token* token) {
        const auto freedom = token == nullptr || freedom_.empty() ? Freedom::free : freedom_[token->line];
        return freedom == Freedom::free || (freedom == Freedom::unless_known && !place.word->is_known);
    };
    return is_free(place.first) && is_free(place.second);
}

Options Pass::options_at(const Place& place, double damage, std::vector<const Candidate*>& meant) const {
    static const auto stop = Lexicon::key_of(".");
    static const auto number = Lexicon::key_of("#");
    meant = {nullptr};
    if (place.word == nullptr) {
        const auto kind = place.first->kind;
        return {{0, 0, kind == Token::Kind::stop ? stop : kind == Token::Kind::number ? number : 0}};
    }
    const auto& word = *place.word;
    Options options = {as_it_stands(word, place.first->begins_sentence, damage)};
    if (!may_change(place) || (word.is_known && damage < little_damage)) return options;
    for (std::size_t i = 0; i < word.candidates.size() && options.size() < most_options; ++i) {
        if (i == word.itself) continue;
        const auto& candidate = word.candidates[i];
        if (damage < little_damage && candidate.lost == 0) continue; // an author's slip, not a scanner's
        options.push_back({seen_cost(candidate, damage), candidate.language, candidate.key});
        meant.push_back(&candidate);
    }
    return options;
}

/// Weighs the places from `first` to before `last` together.
void Pass::decide(std::size_t first, std::size_t last, double damage,
                  std::vector<Decision>& decisions) const {
    std::vector<Options> options(last - first);
    std::vector<std::vector<const Candidate*>> meant(last - first);
    for (std::size_t i = first; i < last; ++i)
        options[i - first] = options_at(places_[i], damage, meant[i - first]);
    const auto likely = probabilities(options, words_.lexicon());
    for (std::size_t i = first; i < last; ++i) {
        const auto& here = likely[i - first];
        if (here.size() < 2) continue;
        const auto best = std::max_element(here.begin() + 1, here.end()) - here.begin();
        const auto chosen = static_cast<std::size_t>(best);
        if (here[chosen] >= worth_a_mark)
            decisions.push_back({&places_[i], meant[i - first][chosen], here[chosen]});
    }
}

std::vector<Change> Pass::run(double damage) {
    std::vector<Decision> decisions;
    // A chain may be cut at the end of a sentence, which is known: its place is the last of one and the first
    // of the next.
    for (std::size_t first = 0; first < places_.size();) {
        auto last = std::min(first + usual_chain, places_.size());
        while (last < places_.size() && places_[last - 1].first->kind != Token::Kind::stop)
            ++last;
        decide(first, last, damage, decisions);
        first = last < places_.size() ? last - 1 : last;
    }
    // From the end, so that the bytes of what stands before stay where they are.
    std::vector<Change> changes;
    std::for_each(decisions.rbegin(), decisions.rend(),
                  [&](const Decision& decision) { settle(decision, damage, changes); });
    std::reverse(changes.begin(), changes.end());
    return changes;
}

std::vector<std::size_t> Pass::lines_of_unknown_words() const {
    std::vector<std::size_t> lines;
    const auto add = [&](const Token* token) {
        if (token != nullptr) lines.push_back(token->line);
    };
    for (const auto& place : places_) {
        if (place.word == nullptr || !may_change(place) || place.word->is_known) continue;
        const auto seen =
            place.second == nullptr ? place.first->seen : place.first->seen + place.second->seen;
        if (words_.is_in_dictionary(seen)) continue;
        add(place.first);
        add(place.second);
    }
    return lines;
}

void Pass::settle(const Decision& decision, double damage, std::vector<Change>& changes) {
    const auto& place = *decision.place;
    const auto seen = place.second == nullptr ? place.first->seen : place.first->seen + place.second->seen;
    const auto written = with_capitals(*decision.candidate, seen, place.first->begins_sentence);
    if (written == seen) return;
    constexpr double thousand = 1000;
    const bool is_known = place.word->is_known;
    Change change;
    change.line = place.first->line;
    change.before = unicode::utf8(seen);
    change.after = unicode::utf8(written);
    change.rule = is_known ? "context" : "spelling";
    change.probability = std::round(decision.probability * thousand) / thousand;
    const double sure_of_non_word = damage < little_damage ? sure_of_good_text : sure_of_spelling;
    change.applied = decision.probability >= (is_known ? sure_of_context : sure_of_non_word);
    if (change.applied) write(place, *decision.candidate, written);
    changes.push_back(std::move(change));
}

void Pass::write(const Place& place, const Candidate& candidate, const std::u32string& written) {
    std::size_t split = written.size();
    if (place.second != nullptr) {
        const auto second =
            std::lower_bound(candidate.from.begin(), candidate.from.end(), place.first->seen.size());
        split = static_cast<std::size_t>(second - candidate.from.begin());
        replace(*place.second, unicode::utf8(written.substr(split)));
    }
    replace(*place.first, unicode::utf8(written.substr(0, split)));
}

void Pass::replace(const Token& token, const std::string& text) {
    lines_[token.line].replace(token.begin, token.end - token.begin, text);
}

} // namespace kompass::repair
