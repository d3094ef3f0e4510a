#include "rules/municipality.h"

#include "rules/csv_file.h"
#include "rules/rules_error.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <limits>

namespace kompass::rules {
namespace {

bool is_dash(char32_t point) {
    return point == U'-' || (point >= 0x2010 && point <= 0x2014);
}
bool is_blank(char32_t point) {
    return point == U' ' || (point >= U'\t' && point <= U'\r') || point == 0xA0;
}

/// Any sign a name may hold, intact or damaged.
bool is_word_sign(char32_t point) {
    return unicode::is_letter(point) || (point >= U'0' && point <= U'9') ||
           text::may_stand_for_swedish_letter(point);
}

/// Lower case, every run of blanks and hyphens one blank, none at the ends.
std::u32string key_of(std::u32string_view text) {
    std::u32string key;
    bool blank_due = false;
    for (const char32_t point : text) {
        if (is_blank(point) || is_dash(point)) {
            blank_due = !key.empty();
            continue;
        }
        if (blank_due) key += U' ';
        blank_due = false;
        key += unicode::to_lower(point);
    }
    return key;
}

/// The key with every run of signs that may stand for a Swedish letter made one '*', and no blanks.
std::u32string skeleton_of(std::u32string_view key) {
    std::u32string skeleton;
    for (const char32_t point : key) {
        if (point == U' ') continue;
        const bool vague = text::may_stand_for_swedish_letter(point);
        if (vague && !skeleton.empty() && skeleton.back() == U'*') continue;
        skeleton += vague ? U'*' : point;
    }
    return skeleton;
}

constexpr int no_match = std::numeric_limits<int>::max();

int cost_of_reading(char32_t letter, char32_t sign) {
    if (sign == letter) return 0;
    return sign == (letter == U'ö' ? U'o' : U'a') ? 1 : 2;
}

/// How much damage turns `name` into `read`: 0 is none, no_match that no known damage does.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the name is long
int damage(std::u32string_view name, std::u32string_view read) {
    if (name.empty()) return read.empty() ? 0 : no_match;
    if (read.empty()) return no_match;
    const std::u32string_view readings = text::readings_of(name.front());
    if (readings.empty())
        return name.front() == read.front() ? damage(name.substr(1), read.substr(1)) : no_match;
    if (readings.find(read.front()) == std::u32string_view::npos) return no_match;
    int least = no_match;
    if (const int rest = damage(name.substr(1), read.substr(1)); rest != no_match)
        least = rest + cost_of_reading(name.front(), read.front());
    if (read.size() > 1 && readings.find(read[1]) != std::u32string_view::npos) {
        constexpr int cost_of_two = 3;
        if (const int rest = damage(name.substr(1), read.substr(2)); rest != no_match)
            least = std::min(least, rest + cost_of_two);
    }
    return least;
}

/// A capital Å Ä Ö is read as its vowel or a sign, never as the d, e, i or s of the small letters.
bool initial_fits(char32_t name, char32_t read) {
    constexpr std::u32string_view never = U"deisf";
    return !text::is_swedish_letter(name) || never.find(read) == std::u32string_view::npos;
}

/// Takes "kommun" and the like off the end and "region" off the front.
std::u32string_view bare_name(std::u32string_view key) {
    constexpr std::array<std::u32string_view, 5> endings = {U" kommun", U" kommuns", U" kommunen", U" stad",
                                                            U" stads"};
    constexpr std::u32string_view region = U"region ";
    for (const std::u32string_view ending : endings)
        if (key.ends_with(ending)) {
            key.remove_suffix(ending.size());
            break;
        }
    if (key.starts_with(region)) key.remove_prefix(region.size());
    return key;
}

std::u32string without_genitive(const std::u32string& key) {
    return key.size() > 2 && key.back() == U's' ? key.substr(0, key.size() - 1) : std::u32string();
}

/// A word of running text: a run of word signs, hyphens inside it included.
struct Word {
    std::u32string key;
    std::size_t begin = 0, end = 0;
    bool may_open_name = false;
};

bool may_open_name(std::u32string_view word) {
    constexpr std::size_t least_length = 5; // shorter ones are too often plain damage
    constexpr std::u32string_view damaged_capitals = U"&4@60";
    return unicode::is_upper(word.front()) ||
           (word.size() >= least_length && damaged_capitals.find(word.front()) != std::u32string_view::npos);
}

std::vector<Word> words_of(const std::u32string& text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_sign(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && (is_word_sign(text[at]) || (text[at] == U'-' && at + 1 < text.size() &&
                                                               unicode::is_letter(text[at + 1]))))
            ++at;
        const std::u32string_view word = std::u32string_view(text).substr(begin, at - begin);
        words.push_back(
            {.key = key_of(word), .begin = begin, .end = at, .may_open_name = may_open_name(word)});
    }
    return words;
}

bool only_blanks_between(const std::u32string& text, const Word& first, const Word& second) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first.end),
                       text.begin() + static_cast<std::ptrdiff_t>(second.begin), is_blank);
}

bool is_county_word(const std::u32string& key) {
    constexpr std::array<std::u32string_view, 3> forms = {U"län", U"läns", U"länet"};
    return std::any_of(forms.begin(), forms.end(),
                       [&](std::u32string_view form) { return damage(form, key) != no_match; });
}

/// "Ange" opens sentences more often than it is a damaged "Ånge".
bool is_ordinary_word(const std::u32string& key) {
    return key == U"ange";
}

/// The rows of a register or of changes. Throws RulesError, if it is none.
constexpr auto register_of_municipalities = "the register of municipalities";

bool is_day(const std::string& text) {
    constexpr std::string_view form = "dddd-dd-dd";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char sign, char wanted) {
        return wanted == 'd' ? sign >= '0' && sign <= '9' : sign == wanted;
    });
}

std::optional<MunicipalityChange::Kind> kind_from(const std::string& name) {
    using Kind = MunicipalityChange::Kind;
    for (const auto kind : {Kind::split, Kind::merged, Kind::moved, Kind::renamed})
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

} // namespace

const char* name_of(MunicipalityChange::Kind kind) {
    switch (kind) {
    case MunicipalityChange::Kind::split:
        return "split";
    case MunicipalityChange::Kind::merged:
        return "merged";
    case MunicipalityChange::Kind::moved:
        return "moved";
    case MunicipalityChange::Kind::renamed:
        break;
    }
    return "renamed";
}

Municipalities Municipalities::load(const std::filesystem::path& csv) {
    Municipalities register_of_all;
    register_of_all.add(csv);
    return register_of_all;
}

void Municipalities::add(const std::filesystem::path& csv, bool own) {
    const auto rows = rows_of(csv, register_of_municipalities, {"code", "name", "county_code", "county"});
    for (const auto& row : rows)
        if (const auto fault = try_add({row["code"], row["name"], row["county_code"], row["county"], own});
            !fault.empty())
            throw RulesError(fmt::format("{}:{}: {}", csv.filename().string(), row.line, fault));
    if (rows.empty()) throw RulesError(fmt::format("{}: the register is empty", csv.string()));
}

void Municipalities::add_changes(const std::filesystem::path& csv) {
    for (const auto& row : rows_of(csv, register_of_municipalities,
                                   {"date", "change", "from_code", "from_name", "from_county_code",
                                    "from_county", "to_code", "to_name"})) {
        const auto fail = [&](const std::string& why) {
            throw RulesError(fmt::format("{}:{}: {}", csv.filename().string(), row.line, why));
        };
        const auto kind = kind_from(row["change"]);
        if (!kind) fail("a change is split, merged, moved or renamed, not '" + row["change"] + "'");
        if (!is_day(row["date"])) fail("a date is such as 2007-01-01, not '" + row["date"] + "'");
        MunicipalityChange change{
            row["date"],
            *kind,
            {row["from_code"], row["from_name"], row["from_county_code"], row["from_county"]},
            row["to_code"],
            row["to_name"]};
        const auto* today = with_code(change.to_code);
        if (today == nullptr) fail("no register has the code " + change.to_code);
        // A former name names what it became, unless another has it.
        if (*kind == MunicipalityChange::Kind::renamed || *kind == MunicipalityChange::Kind::merged)
            by_key_.emplace(key_of(unicode::code_points(unicode::nfc(change.from.name))),
                            static_cast<Index>(today - municipalities_.data()));
        changes_.push_back(std::move(change));
    }
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
}

Municipality Municipalities::as_of(const Municipality& today, int year, std::optional<int> month) const {
    constexpr int last_month = 12;
    const auto then = fmt::format("{:04}-{:02}", year, month.value_or(last_month));
    auto municipality = today;
    for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
        const bool was_another = change->kind == MunicipalityChange::Kind::moved ||
                                 change->kind == MunicipalityChange::Kind::renamed;
        if (was_another && change->to_code == municipality.code && change->to_name == municipality.name &&
            then < change->date.substr(0, then.size()))
            municipality = change->from;
    }
    return municipality;
}

void Municipalities::add_missing(const std::vector<Municipality>& municipalities) {
    for (const auto& municipality : municipalities)
        static_cast<void>(try_add(municipality)); // one that is there stays as it is
}

std::string Municipalities::try_add(Municipality municipality) {
    for (const auto* field :
         {&municipality.code, &municipality.name, &municipality.county_code, &municipality.county})
        if (field->empty()) return "four fields are wanted: code, name, county code, county";
    if (with_code(municipality.code) != nullptr)
        return fmt::format("the code {} is taken", municipality.code);
    const std::u32string key = key_of(unicode::code_points(unicode::nfc(municipality.name)));
    if (!by_key_.emplace(key, municipalities_.size()).second)
        return fmt::format("the name {} is taken", municipality.name);
    if (std::any_of(key.begin(), key.end(), text::is_swedish_letter))
        by_skeleton_[skeleton_of(key)].push_back(municipalities_.size());
    keys_.push_back(key);
    municipalities_.push_back(std::move(municipality));
    return {};
}

std::optional<Municipalities::Index> Municipalities::spelt(const std::u32string& key) const {
    for (const std::u32string& form : {key, without_genitive(key)})
        if (const auto found = by_key_.find(form); found != by_key_.end()) return found->second;
    return std::nullopt;
}

std::optional<Municipalities::Index> Municipalities::damaged(const std::u32string& key) const {
    int least = no_match;
    std::optional<Index> best;
    for (const std::u32string& form : {key, without_genitive(key)}) {
        const auto bucket = by_skeleton_.find(skeleton_of(form));
        if (bucket == by_skeleton_.end()) continue;
        for (const Index index : bucket->second) {
            const bool possible = initial_fits(keys_[index].front(), form.front());
            const int cost = possible ? damage(keys_[index], form) : no_match;
            if (cost == no_match || cost > least) continue;
            if (cost < least) {
                best = index;
            } else if (best != index) {
                best = std::nullopt; // two fit equally well
            }
            least = cost;
        }
    }
    return best;
}

const Municipality* Municipalities::named(std::string_view phrase) const {
    std::u32string_view trimmed;
    const std::u32string points = unicode::code_points(unicode::nfc(phrase));
    const auto first = std::find_if(points.begin(), points.end(), is_word_sign);
    const auto last = std::find_if(points.rbegin(), points.rend(), is_word_sign).base();
    if (first < last)
        trimmed = std::u32string_view(points).substr(static_cast<std::size_t>(first - points.begin()),
                                                     static_cast<std::size_t>(last - first));
    const std::u32string key(bare_name(key_of(trimmed)));
    auto found = spelt(key);
    if (!found) found = spelt(key + U'n'); // Falun: "Falu kommun" leaves its article out
    if (!found) found = damaged(key);
    return found ? &municipalities_[*found] : nullptr;
}

const Municipality* Municipalities::twin_of(std::string_view name) const {
    const auto key = key_of(unicode::code_points(unicode::nfc(name)));
    const auto other = damaged(key);
    return other && keys_[*other] != key ? &municipalities_[*other] : nullptr;
}

std::vector<const Municipality*> Municipalities::mentioned(std::string_view text) const {
    const std::u32string points = unicode::code_points(unicode::nfc(text));
    const std::vector<Word> words = words_of(points);
    std::vector<const Municipality*> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!words[at].may_open_name) continue;
        std::optional<Index> index;
        std::size_t length = 2;
        if (at + 1 < words.size() && only_blanks_between(points, words[at], words[at + 1])) {
            const std::u32string key = words[at].key + U' ' + words[at + 1].key;
            index = spelt(key);
            if (!index) index = damaged(key);
        }
        if (!index) {
            length = 1;
            index = spelt(words[at].key);
        }
        const std::u32string next = at + length < words.size() ? words[at + length].key : std::u32string();
        if (!index && (!is_ordinary_word(words[at].key) || next.starts_with(U"kommun")))
            index = damaged(words[at].key);
        if (!index || is_county_word(next)) continue;
        const Municipality* municipality = &municipalities_[*index];
        if (std::find(found.begin(), found.end(), municipality) == found.end()) found.push_back(municipality);
        at += length - 1;
    }
    return found;
}

std::vector<std::string> Municipalities::names() const {
    std::vector<std::string> names;
    names.reserve(municipalities_.size());
    for (const auto& one : municipalities_)
        names.push_back(one.name);
    for (const auto& change : changes_)
        if (std::find(names.begin(), names.end(), change.from.name) == names.end())
            names.push_back(change.from.name);
    return names;
}

const Municipality* Municipalities::with_code(std::string_view code) const {
    const auto found = std::find_if(municipalities_.begin(), municipalities_.end(),
                                    [code](const Municipality& one) { return one.code == code; });
    return found == municipalities_.end() ? nullptr : &*found;
}

} // namespace kompass::rules
