#include "rules/instrument.h"

#include "model/instrument.h"
#include "rules/rules_error.h"
#include "rules/toml_file.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace kompass::rules {
namespace {

/// So many telltale words tell a language; a text with fewer may be a cover, and its name tells.
constexpr std::size_t enough_words = 8;
/// Of two languages one must have so many times as many of the words that only one of them has: a report may
/// quote the other.
constexpr std::size_t clear_lead = 2;

std::string bare(std::string_view token) {
    constexpr std::string_view around = "\"'”“’»«.,;:!?()[]|–-";
    const auto first = token.find_first_not_of(around);
    if (first == std::string_view::npos) return {};
    return unicode::lower(token.substr(first, token.find_last_not_of(around) - first + 1));
}

std::vector<Pattern> signs_of(const TomlNode& node) {
    std::vector<Pattern> signs;
    for (const auto& sign : node.list()) {
        try {
            signs.emplace_back(sign.text(), Spelling::exact);
        } catch (const PatternError& error) {
            sign.fail(error.what());
        }
    }
    if (signs.empty()) node.fail("an instrument needs a sign: how its name is written");
    return signs;
}

std::set<std::string> words_of(const TomlNode& node) {
    std::set<std::string> words;
    for (const auto& word : node.texts())
        words.insert(unicode::lower(word));
    if (words.size() < enough_words)
        node.fail(fmt::format("at least {} words tell a language", enough_words));
    return words;
}

/// What every stage counts on; an instrument of another shape would be read wrongly.
void require_shape(const TomlNode& node) {
    const auto require = [&](const char* key, int only) {
        const auto* given = node.find(key);
        if (given != nullptr && given->number() != only)
            given->fail(fmt::format("kompass reads instruments of {} areas of {} points each, and no other",
                                    area_count, points_an_area));
    };
    require("areas", area_count);
    require("points_an_area", points_an_area);
}

Instrument instrument_from(const TomlNode& node) {
    node.allow_only({"id", "name", "language", "country", "municipalities", "areas", "points_an_area",
                     "signs", "words", "texts", "other_texts"});
    require_shape(node);
    Instrument instrument;
    instrument.id = node.at("id").text();
    instrument.name = node.at("name").text();
    instrument.language = node.at("language").text();
    instrument.country = node.at("country").text();
    const auto is_small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    if (instrument.country.size() != 2 ||
        !std::all_of(instrument.country.begin(), instrument.country.end(), is_small))
        node.at("country").fail("a country has two small letters, as in ISO 3166: se, no, dk");
    instrument.municipalities = node.at("municipalities").text();
    instrument.words = words_of(node.at("words"));
    instrument.signs = signs_of(node.at("signs"));
    instrument.texts = node.at("texts").texts();
    instrument.other_texts = node.at("other_texts").texts();
    if (instrument.texts.empty() || instrument.other_texts.empty())
        node.fail("an instrument needs a text that is of it and one that is not");
    instrument.file = node.file();
    instrument.line = node.at("id").line();
    return instrument;
}

/// How often each of a text's words stands in it.
using WordCounts = std::map<std::string, std::size_t, std::less<>>;

WordCounts words_in(std::string_view text) {
    WordCounts counts;
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    for (const auto& token : text::tokens(line))
        if (auto word = bare(token); !word.empty()) ++counts[std::move(word)];
    return counts;
}

/// Those that the other does not have count: near languages share words.
std::size_t words_of(const Instrument& instrument, const WordCounts& counts, const Instrument* other) {
    std::size_t all = 0;
    for (const auto& word : instrument.words)
        if (const auto found = counts.find(word);
            found != counts.end() && (other == nullptr || !other->words.contains(word)))
            all += found->second;
    return all;
}

bool is_named_in(const Instrument& instrument, std::string_view text) {
    return !instrument.signs.empty() && instrument.signs.front().matches(text);
}

/// Where the name first stands: a report's own is on its cover, before others that it speaks of.
std::size_t place_of_name(const Instrument& instrument, std::string_view text) {
    const auto found = instrument.signs.front().captures(text);
    return found ? text.find(found->at("")) : std::string_view::npos;
}

/// The one that is named first; where one name is that of two (the same in Norway and Denmark) the one of
/// which more signs are there. Null if that does not tell either.
const Instrument* foremost(const std::vector<const Instrument*>& named, std::string_view text) {
    const auto rank = [&](const Instrument* instrument) {
        const auto signs = std::count_if(instrument->signs.begin(), instrument->signs.end(),
                                         [&](const Pattern& sign) { return sign.matches(text); });
        return std::pair(place_of_name(*instrument, text), -signs);
    };
    const auto best =
        *std::min_element(named.begin(), named.end(),
                          [&](const Instrument* a, const Instrument* b) { return rank(a) < rank(b); });
    const auto equals = std::count_if(named.begin(), named.end(),
                                      [&](const Instrument* one) { return rank(one) == rank(best); });
    return equals == 1 ? best : nullptr;
}

bool has_enough_words(const std::vector<Instrument>& instruments, const WordCounts& counts) {
    return std::any_of(instruments.begin(), instruments.end(), [&](const Instrument& instrument) {
        return words_of(instrument, counts, nullptr) >= enough_words;
    });
}

/// Before every instrument of another language; those of one language are told apart by their names.
bool leads_clearly(const Instrument& instrument, const std::vector<Instrument>& instruments,
                   const WordCounts& counts) {
    return words_of(instrument, counts, nullptr) >= enough_words &&
           std::all_of(instruments.begin(), instruments.end(), [&](const Instrument& other) {
               if (other.language == instrument.language) return true;
               const auto own = words_of(instrument, counts, &other);
               return own > 0 && own >= clear_lead * words_of(other, counts, &instrument);
           });
}

/// The first in whose language the text is; null if that does not tell.
const Instrument* first_of_language(const std::vector<Instrument>& instruments, const WordCounts& counts) {
    const auto found =
        std::find_if(instruments.begin(), instruments.end(), [&](const Instrument& instrument) {
            return leads_clearly(instrument, instruments, counts);
        });
    return found == instruments.end() ? nullptr : &*found;
}

} // namespace

Instruments Instruments::load(const std::filesystem::path& directory) {
    Instruments loaded;
    std::error_code none_there;
    if (!std::filesystem::is_directory(directory, none_there)) {
        loaded.instruments_.emplace_back();
        return loaded;
    }
    for (const auto& path : toml_files_in(directory)) {
        const auto file = TomlNode::parse(path);
        auto instrument = instrument_from(file);
        if (loaded.with_id(instrument.id) != nullptr)
            file.at("id").fail(fmt::format("the instrument {} stands in another file", instrument.id));
        loaded.instruments_.push_back(std::move(instrument));
    }
    return loaded;
}

const Instrument* Instruments::with_id(std::string_view id) const {
    const auto found = std::find_if(instruments_.begin(), instruments_.end(),
                                    [id](const Instrument& instrument) { return instrument.id == id; });
    return found == instruments_.end() ? nullptr : &*found;
}

std::string Instruments::language_of(std::string_view text) const {
    const auto* first = first_of_language(instruments_, words_in(text));
    return first == nullptr ? "" : first->language;
}

std::vector<const Instrument*> Instruments::of_language(std::string_view language) const {
    std::vector<const Instrument*> found;
    for (const auto& instrument : instruments_)
        if (instrument.language == language) found.push_back(&instrument);
    return found;
}

const Instrument* Instruments::of_report(std::string_view text) const {
    std::vector<const Instrument*> named;
    for (const auto& instrument : instruments_)
        if (is_named_in(instrument, text)) named.push_back(&instrument);
    if (named.empty()) return nullptr;
    const auto counts = words_in(text);
    if (!has_enough_words(instruments_, counts)) return foremost(named, text); // hardly more than a cover
    const auto* first = first_of_language(instruments_, counts);
    if (first == nullptr) return nullptr;
    std::erase_if(named, [&](const Instrument* one) { return one->language != first->language; });
    if (!named.empty()) return foremost(named, text);
    const auto candidates = of_language(first->language);
    return candidates.size() == 1 ? candidates.front() : nullptr;
}

std::vector<RuleFailure> Instruments::check() const {
    std::vector<RuleFailure> failures;
    for (const auto& instrument : instruments_) {
        const auto examine = [&](const std::vector<std::string>& texts, bool should_match) {
            for (const auto& text : texts)
                if ((of_report(text) == &instrument) != should_match)
                    failures.push_back({.rule = instrument.id,
                                        .file = instrument.file,
                                        .line = instrument.line,
                                        .text = text,
                                        .should_match = should_match});
        };
        examine(instrument.texts, true);
        examine(instrument.other_texts, false);
    }
    return failures;
}

std::size_t Instruments::examples() const {
    std::size_t count = 0;
    for (const auto& instrument : instruments_)
        count += instrument.texts.size() + instrument.other_texts.size();
    return count;
}

} // namespace kompass::rules
