#include "repair/repair.h"

#include "model/unicode.h"
#include "repair/choice.h"
#include "repair/damage.h"
#include "repair/normal_form.h"
#include "repair/signs.h"
#include "repair/spelling.h"
#include "repair/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace kompass::repair {
namespace {

constexpr double sure_of_spelling = 0.5; ///< what is no word as it stands is changed from here on
constexpr double sure_of_context = 0.7;  ///< a word is changed into another from here on
constexpr double worth_a_mark = 0.15;    ///< an alternative this likely marks what is left as it stands
constexpr double spelling_lost = 0.3;    ///< damage from which a text counts as damaged
constexpr double little_damage = 0.02;   ///< below it, words that are known are never in question
constexpr double unsure_ocr = 0.6;       ///< confidence below which OCR may have misread a word
constexpr double damage_of_unsure_ocr = 0.2;
constexpr double damage_sign = 6; ///< a digit or sign inside speaks against a word that nobody knows
constexpr double dictionary_word = 19;
constexpr double name_bonus = 3;          ///< a capital inside a sentence: names are often unknown
constexpr double not_in_dictionary = 1.5; ///< for compounds
constexpr std::size_t most_options = 8;
constexpr std::size_t most_remembered = 200'000;
constexpr int most_passes = 4;

bool has_swedish_letter(std::u32string_view word) {
    return std::any_of(word.begin(), word.end(), is_swedish_letter);
}

std::u32string lowered(std::u32string_view word) {
    std::u32string result(word);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

/// A letter alone that may be a word which lost another: å, så, är.
bool is_lone_letter(char32_t c) {
    return c == U'a' || c == U's' || c == U'r';
}

/// A few capitals: what differs from a word by more than its diacritics is no word.
bool is_abbreviation(std::u32string_view seen) {
    constexpr std::size_t longest = 5;
    return seen.size() <= longest && std::all_of(seen.begin(), seen.end(), is_upper);
}

/// The longer a word that nobody knows, the less likely that it is one.
double cost_of_unknown(std::size_t letters) {
    constexpr double short_word = 13, each_letter = 1.2;
    return std::max(unknown_word, short_word + each_letter * static_cast<double>(letters));
}

/// "synpunkts- och", "invånar- eller": the hyphen stays.
bool is_conjunction(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 5> words = {U"och", U"eller", U"samt", U"respektive",
                                                                 U"till"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

/// A seen word: what it may be, and what it is as it stands.
struct Repairer::Entry {
    std::vector<Candidate> candidates;
    std::u32string small;
    std::optional<std::size_t> itself; ///< among the candidates
    double unknown = unknown_word;     ///< cost as it stands where it is not among them
    bool is_name_like = false;         ///< a capital first
    bool is_known = false;             ///< a word as it stands
    bool has_lost = false;             ///< no word, but one if it had its å ä ö
};

/// One repair of all lines, with what it needs on the way.
struct Repairer::Pass {
    /// A word, or the two halves of one, and what it may be. The first option is to leave it.
    struct Place {
        const Token* first = nullptr;
        const Token* second = nullptr;
        const Entry* entry = nullptr;             ///< null: nothing to be asked
        std::vector<const Candidate*> meant = {}; ///< parallel to options; null: as it stands
    };

    Pass(Repairer& repairer, std::vector<std::string>& lines, const std::vector<bool>& is_free)
        : repairer(repairer), lines(lines), is_free(is_free), tokens(tokens_of(lines)) {
        find_places();
    }

    void find_places() {
        join_halves();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (is_second_half[i]) continue;
            const auto& token = tokens[i];
            Place place{.first = &token};
            if (const auto half = halves.find(i); half != halves.end()) {
                place.second = &tokens[half->second];
                place.entry = joined(token, *place.second);
            } else if (token.kind == Token::Kind::word && !is_loose_fragment(i)) {
                place.entry = &repairer.entry_for({token.seen, 0, token.hyphen_after});
            }
            places.push_back(std::move(place));
        }
    }

    /// Finds for each word that breaks off its rest: in the next line, or further below where columns are
    /// woven.
    void join_halves() {
        constexpr std::size_t far = 3; // lines
        is_second_half.assign(tokens.size(), false);
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto& token = tokens[i];
            if (token.kind != Token::Kind::word) continue;
            std::erase_if(open, [&](std::size_t head) { return tokens[head].line + far < token.line; });
            const auto head = std::find_if(open.rbegin(), open.rend(), [&](std::size_t candidate) {
                return token.may_continue && tokens[candidate].line < token.line &&
                       joined(tokens[candidate], token) != nullptr;
            });
            if (head != open.rend()) {
                halves[*head] = i;
                is_second_half[i] = true;
                open.erase(std::next(head).base());
            }
            if (token.may_continue && head == open.rend() && !open.empty()) fragments.insert(i);
            if (token.breaks_off && !is_second_half[i]) open.push_back(i);
        }
    }

    /// The word that the two make, if they make one.
    const Entry* joined(const Token& head, const Token& rest) {
        if (is_conjunction(lowered(rest.seen))) return nullptr;
        const auto& entry = repairer.entry_for({head.seen + rest.seen, head.seen.size(), false});
        return entry.candidates.empty() ? nullptr : &entry;
    }

    /// Half a word whose other half was not found: too little to tell what it is.
    [[nodiscard]] bool is_loose_fragment(std::size_t i) const {
        constexpr std::size_t little = 4;
        const auto& token = tokens[i];
        return token.seen.size() <= little && (token.breaks_off || fragments.contains(i));
    }

    [[nodiscard]] DamageEvidence evidence() const {
        DamageEvidence evidence;
        for (const auto& place : places) {
            if (place.entry == nullptr) continue;
            evidence.kept += has_swedish_letter(place.entry->small) ? 1 : 0;
            evidence.lost += place.entry->has_lost ? 1 : 0;
        }
        return evidence;
    }

    [[nodiscard]] bool may_change(const Place& place) const {
        if (place.entry == nullptr) return false;
        return is_free.empty() || is_free[place.first->line];
    }

    Options options_of(Place& place, double damage) const {
        static const auto stop = Lexicon::key_of("."), number = Lexicon::key_of("#");
        place.meant = {nullptr};
        if (place.entry == nullptr) {
            const auto kind = place.first->kind;
            const auto key = kind == Token::Kind::stop ? stop : kind == Token::Kind::number ? number : 0;
            return {{0, 0, key}};
        }
        const auto& entry = *place.entry;
        Options options = {as_it_stands(place, damage)};
        if (!may_change(place) || (entry.is_known && damage < little_damage)) return options;
        for (std::size_t i = 0; i < entry.candidates.size() && options.size() < most_options; ++i) {
            if (i == entry.itself) continue;
            const auto& candidate = entry.candidates[i];
            options.push_back({seen_cost(candidate, damage), candidate.language, candidate.key});
            place.meant.push_back(&candidate);
        }
        return options;
    }

    static double seen_cost(const Candidate& candidate, double damage) {
        constexpr double least_odd = 0.05;
        return candidate.noise - candidate.lost * std::log(damage) - candidate.kept * std::log1p(-damage) -
               candidate.odd * std::log(std::max(damage, least_odd));
    }

    static Option as_it_stands(const Place& place, double damage) {
        const auto& entry = *place.entry;
        if (entry.itself) {
            const auto& itself = entry.candidates[*entry.itself];
            return {seen_cost(itself, damage), itself.language, itself.key};
        }
        const auto kept =
            static_cast<double>(std::count_if(entry.small.begin(), entry.small.end(), is_swedish_letter));
        const bool is_name = entry.is_name_like && !place.first->begins_sentence;
        return {-kept * std::log1p(-damage), entry.unknown - (is_name ? name_bonus : 0), 0};
    }

    /// Chooses at every place and writes what is changed into the lines.
    void run(double damage, std::vector<Change>& changes) {
        std::vector<Options> all;
        all.reserve(places.size());
        for (auto& place : places)
            all.push_back(options_of(place, damage));
        const auto likely = probabilities(all, repairer.lexicon_);
        // From the end, so that the bytes of what stands before stay where they are.
        std::vector<Change> found;
        for (std::size_t i = places.size(); i-- > 0;)
            if (places[i].entry != nullptr) settle(places[i], likely[i], found);
        changes.insert(changes.end(), found.rbegin(), found.rend());
    }

    void settle(const Place& place, const std::vector<double>& likely, std::vector<Change>& found) {
        if (likely.size() < 2) return;
        const auto best =
            static_cast<std::size_t>(std::max_element(likely.begin() + 1, likely.end()) - likely.begin());
        const auto& entry = *place.entry;
        const double probability = likely[best];
        if (probability < worth_a_mark) return;
        const auto written = with_capitals(*place.meant[best], whole_of(place), place.first->begins_sentence);
        Change change;
        change.line = place.first->line;
        change.before = unicode::utf8(whole_of(place));
        change.after = unicode::utf8(written);
        change.rule = entry.is_known ? "context" : "spelling";
        constexpr double thousand = 1000;
        change.probability = std::round(probability * thousand) / thousand;
        change.applied = probability >= (entry.is_known ? sure_of_context : sure_of_spelling);
        if (change.before == change.after) return;
        if (change.applied) write(place, *place.meant[best], written);
        found.push_back(std::move(change));
    }

    static std::u32string whole_of(const Place& place) {
        return place.second == nullptr ? place.first->seen : place.first->seen + place.second->seen;
    }

    void write(const Place& place, const Candidate& candidate, const std::u32string& written) {
        std::size_t split = written.size();
        if (place.second != nullptr)
            split = static_cast<std::size_t>(
                std::lower_bound(candidate.from.begin(), candidate.from.end(), place.first->seen.size()) -
                candidate.from.begin());
        if (place.second != nullptr) replace(*place.second, unicode::utf8(written.substr(split)));
        replace(*place.first, unicode::utf8(written.substr(0, split)));
    }

    void replace(const Token& token, const std::string& text) {
        lines[token.line].replace(token.begin, token.end - token.begin, text);
    }

    Repairer& repairer;
    std::vector<std::string>& lines;
    const std::vector<bool>& is_free; ///< by line; empty: all are
    std::vector<Token> tokens;
    std::unordered_map<std::size_t, std::size_t> halves; ///< tokens that break off, and their rests
    std::unordered_set<std::size_t> fragments;           ///< tokens that may be the rest of an unknown one
    std::vector<bool> is_second_half;
    std::vector<Place> places;
};

Repairer::Repairer(Lexicon lexicon, Confusions confusions)
    : lexicon_(std::move(lexicon)), confusions_(std::move(confusions)) {}

Repairer::~Repairer() = default;

const Repairer::Entry& Repairer::entry_for(const CandidateQuery& query) {
    std::u32string name(query.seen);
    name += static_cast<char32_t>(query.break_at);
    name += query.first_part ? U'-' : U' ';
    auto& slot = entries_[name];
    if (slot) return *slot;
    slot = std::make_unique<Entry>();
    auto& entry = *slot;
    entry.small = lowered(query.seen);
    if (query.seen.size() > 1 || is_lone_letter(query.seen.front()))
        entry.candidates = CandidateSearch(lexicon_, confusions_).candidates(query);
    if (is_abbreviation(query.seen))
        std::erase_if(entry.candidates, [](const Candidate& candidate) { return candidate.odd > 0; });
    for (std::size_t i = 0; i < entry.candidates.size(); ++i)
        if (entry.candidates[i].word == entry.small) entry.itself = i;
    entry.is_name_like = is_upper(query.seen.front());
    const bool odd_signs =
        std::any_of(query.seen.begin(), query.seen.end(), [](char32_t c) { return !is_letter(c); });
    if (!entry.itself && !entry.candidates.empty()) {
        entry.is_known = dictionary_.knows(unicode::utf8(query.seen));
        entry.unknown = entry.is_known ? dictionary_word
                                       : cost_of_unknown(entry.small.size()) + (odd_signs ? damage_sign : 0);
    } else {
        entry.is_known = entry.itself.has_value();
    }
    if (!entry.itself && query.seen.size() == 1) {
        entry.is_known = true; // a label, a unit: in question only where much is lost
        entry.unknown = dictionary_word;
    }
    for (auto& candidate : entry.candidates)
        if (candidate.parts > 1 && !dictionary_.knows(unicode::utf8(candidate.word)))
            candidate.language += not_in_dictionary;
    const bool is_word = entry.is_known && (!entry.itself || entry.candidates[*entry.itself].parts == 1);
    entry.has_lost = !is_word && !entry.candidates.empty() && entry.candidates.front().lost > 0 &&
                     entry.candidates.front().key != 0;
    return entry;
}

Repaired Repairer::in_passes(std::vector<std::string> lines, const std::vector<bool>& is_free,
                             double damage) {
    Repaired result;
    result.damage = damage;
    for (int pass = 0; pass < most_passes; ++pass) {
        Pass one(*this, lines, is_free);
        const double share = damage > 0 ? damage : damage_of(one.evidence());
        if (pass == 0) result.damage = share;
        std::vector<Change> changes;
        one.run(share, changes);
        const bool changed =
            std::any_of(changes.begin(), changes.end(), [](const Change& c) { return c.applied; });
        if (pass == 0 || changed) result.changes.insert(result.changes.end(), changes.begin(), changes.end());
        if (!changed) break;
    }
    result.lines = std::move(lines);
    return result;
}

Repaired Repairer::repaired(const std::vector<std::string>& lines) {
    if (entries_.size() > most_remembered) entries_.clear();
    std::vector<std::string> plain;
    std::vector<Change> changes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        plain.push_back(normal_form(lines[i]));
        if (plain.back() != lines[i]) changes.push_back({i, lines[i], plain.back(), "normal-form", 1, true});
        if (const auto bar = lone_bar(plain.back())) {
            constexpr double sure = 0.95;
            changes.push_back({i, plain.back().substr(*bar, 1), "I", "sign", sure, true});
            plain.back().replace(*bar, 1, "I");
        }
    }
    auto result = in_passes(std::move(plain), {}, 0);
    result.changes.insert(result.changes.begin(), changes.begin(), changes.end());
    std::stable_sort(result.changes.begin(), result.changes.end(),
                     [](const Change& a, const Change& b) { return a.line < b.line; });
    return result;
}

void Repairer::mend_transcript(Document& document) {
    std::vector<std::string> lines;
    std::vector<std::pair<int, int>> places; // page and line of each
    for (const auto& page : document.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            lines.push_back(page.lines[i]);
            places.emplace_back(page.number, static_cast<int>(i) + 1);
        }
    if (lines.empty()) return;
    auto mended = repaired(lines);
    auto line = mended.lines.begin();
    for (auto& page : document.pages)
        for (auto& text : page.lines)
            text = std::move(*line++);
    document.spelling_was_lost = mended.damage >= spelling_lost;
    for (auto& change : mended.changes)
        if (change.applied)
            document.repairs.push_back({places[change.line].first, places[change.line].second,
                                        std::move(change.before), std::move(change.after),
                                        std::move(change.rule), change.probability});
}

void Repairer::mend_words(Page& page, Document& document) {
    std::vector<std::string> words;
    std::vector<bool> is_free;
    for (const auto& word : page.words) {
        words.push_back(normal_form(word.text));
        is_free.push_back(word.confidence < unsure_ocr && word.readings.empty());
    }
    if (std::find(is_free.begin(), is_free.end(), true) == is_free.end()) return;
    const auto mended = in_passes(std::move(words), is_free, damage_of_unsure_ocr);
    for (const auto& change : mended.changes) {
        if (!change.applied) continue;
        page.words[change.line].text = mended.lines[change.line];
        document.repairs.push_back({page.number, static_cast<int>(change.line) + 1, change.before,
                                    change.after, change.rule, change.probability});
    }
}

void Repairer::mend(Document& document) {
    mend_transcript(document);
    for (auto& page : document.pages)
        if (page.reading == Reading::ocr) mend_words(page, document);
}

} // namespace kompass::repair
