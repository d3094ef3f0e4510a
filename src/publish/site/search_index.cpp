#include "publish/site/search_index.h"

#include "publish/state_sign.h"
#include "text/unicode.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace kompass::publish::site {
namespace {

using nlohmann::ordered_json;

/// Of a word: a letter, a digit, or a mark upon one.
bool is_of_word(std::string_view sign, char32_t point) {
    constexpr auto first_mark = U'\u0300';
    constexpr auto last_mark = U'\u036F';
    return unicode::has_letter_or_digit(sign) || (point >= first_mark && point <= last_mark);
}

/// Where texts stand, each as its distance from the one before: small numbers take little room.
ordered_json distances(const std::vector<std::size_t>& places) {
    auto list = ordered_json::array();
    std::size_t before = 0;
    for (const auto place : places)
        list.push_back(place - std::exchange(before, place));
    return list;
}

/// The number of a name in a list that it is added to.
std::size_t number_in(std::vector<std::string>& list, const std::string& name) {
    const auto found = std::find(list.begin(), list.end(), name);
    if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
    list.push_back(name);
    return list.size() - 1;
}

} // namespace

std::vector<std::string> words_of_text(const std::string& text) {
    const auto whole = unicode::lower(unicode::nfc(text));
    std::vector<std::string> words;
    bool inside = false;
    for (std::string_view rest = whole; !rest.empty();) {
        const auto [point, size, well_formed] = unicode::first_sign(rest);
        const bool before = std::exchange(inside, well_formed && is_of_word(rest.substr(0, size), point));
        if (inside && !before) words.emplace_back();
        if (inside) words.back() += rest.substr(0, size);
        rest.remove_prefix(size);
    }
    return words;
}

void SearchIndex::Part::add(std::size_t report, const enquiry::PassageText& passage) {
    auto text = unicode::nfc(passage.text);
    if (text.empty()) return;
    const auto area = passage.area.value_or(0);
    const auto [found, is_new] =
        known.emplace(Key{passage.kind, area, passage.number, text}, passages.size());
    const auto at = found->second;
    if (is_new) {
        for (const auto& word : words_of_text(text)) {
            auto& places = words[word];
            if (places.empty() || places.back() != at) places.push_back(at);
        }
        passages.push_back(
            {.kind = passage.kind, .number = passage.number, .text = std::move(text), .area = area});
    }
    auto& known_passage = passages[at];
    if (!known_passage.reports.empty() && known_passage.reports.back() == report) return;
    known_passage.reports.push_back(report);
    known_passage.signs.push_back(sign_of(passage.state));
    known_passage.chapters.push_back(passage.chapter.value_or(0));
}

void SearchIndex::add(std::size_t report, const std::vector<enquiry::PassageText>& passages) {
    for (const auto& passage : passages) {
        if (passage.kind == "chapter-heading")
            chapters_[report].emplace(passage.chapter.value_or(0), unicode::nfc(passage.text));
        const bool is_running_text = passage.kind == "text" || passage.kind == "chapter";
        (is_running_text ? running_text_ : short_texts_).add(report, passage);
    }
}

namespace {

/// Empty where no element says anything.
template <typename Element>
ordered_json unless_all_empty(const std::vector<Element>& list) {
    const bool says_nothing =
        std::all_of(list.begin(), list.end(), [](const Element& one) { return one == Element(); });
    return says_nothing ? ordered_json::array() : ordered_json(list);
}

template <typename Part>
ordered_json passages_of_part(const Part& part) {
    auto passages = ordered_json::array();
    for (const auto& passage : part.passages)
        passages.push_back({passage.kind, passage.area, passage.text, distances(passage.reports),
                            passage.number, unless_all_empty(passage.signs),
                            unless_all_empty(passage.chapters)});
    return passages;
}

/// `before`: how many passages the scripts before it hold.
ordered_json words_of_part(const std::map<std::string, std::vector<std::size_t>>& words, std::size_t before) {
    auto all = ordered_json::object();
    for (const auto& [word, places] : words) {
        all[word] = distances(places);
        all[word].front() = places.front() + before;
    }
    return all;
}

/// The addresses of the questions' pages, by edition and number.
ordered_json question_pages(const SiteContent& content) {
    auto pages = ordered_json::object();
    for (const auto& edition : content.editions) {
        auto& of_edition = pages[edition.id] = ordered_json::object();
        for (const auto& area : edition.areas)
            for (const auto& question : area.questions)
                of_edition[question.number] = question_address(edition.id, question.number);
    }
    return pages;
}

std::string call_of(const ordered_json& value) {
    return "kompassIndex(" + value.dump() + ");\n";
}

} // namespace

std::string SearchIndex::script_of_short_texts(const SiteContent& content) const {
    ordered_json index;
    std::vector<std::string> towns;
    std::vector<std::string> editions;
    auto reports = ordered_json::array();
    for (const auto& report : content.reports)
        reports.push_back({report.address, report.title(),
                           report.identity.name_now.empty()
                               ? -1
                               : static_cast<int>(number_in(towns, report.identity.name_now)),
                           report.identity.edition.empty()
                               ? -1
                               : static_cast<int>(number_in(editions, report.identity.edition))});
    index["municipalities"] = std::move(towns);
    index["editions"] = std::move(editions);
    index["reports"] = std::move(reports);
    index["questions"] = question_pages(content);
    index["passages"] = passages_of_part(short_texts_);
    index["words"] = words_of_part(short_texts_.words, 0);
    return call_of(index);
}

std::string SearchIndex::script_of_running_text(const SiteContent& content) const {
    ordered_json index;
    auto chapters = ordered_json::array();
    for (std::size_t i = 0; i < content.reports.size(); ++i) {
        auto& of_report = chapters.emplace_back(ordered_json::object());
        const auto found = chapters_.find(i);
        if (found == chapters_.end()) continue;
        for (const auto& [number, heading] : found->second)
            of_report[std::to_string(number)] = heading;
    }
    index["chapters"] = std::move(chapters);
    index["passages"] = passages_of_part(running_text_);
    index["words"] = words_of_part(running_text_.words, short_texts_.passages.size());
    return call_of(index);
}

} // namespace kompass::publish::site
