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

void SearchIndex::add_words(std::size_t passage) {
    for (const auto& word : words_of_text(passages_[passage].text)) {
        auto& places = words_[word];
        if (places.empty() || places.back() != passage) places.push_back(passage);
    }
}

void SearchIndex::add(std::size_t report, Passage passage) {
    if (passage.text.empty()) return;
    const Key key{passage.kind, passage.edition, passage.area, passage.number, passage.text, passage.sign};
    const auto [known, is_new] = known_.emplace(key, passages_.size());
    if (is_new) {
        passages_.push_back(std::move(passage));
        add_words(known->second);
    }
    auto& reports = passages_[known->second].reports;
    if (reports.empty() || reports.back() != report) reports.push_back(report);
}

void SearchIndex::add(std::size_t report, const std::string& edition, const Record& record,
                      const enquiry::CellStates& states) {
    for (const auto& area : record.areas) {
        const auto put = [&](const char* kind, const std::string& number, const std::string& text,
                             const Cell& cell) {
            add(report, {.kind = kind,
                         .number = number,
                         .text = unicode::nfc(text),
                         .sign = sign_of(states.of(cell)),
                         .area = area.number,
                         .edition = edition});
        };
        const auto put_all = [&](const char* kind, const std::vector<Finding>& findings, CellField field) {
            for (std::size_t i = 0; i < findings.size(); ++i)
                put(kind, "", findings[i].text, area_cell(area.number, field, static_cast<int>(i) + 1));
        };
        put_all("strength", area.strengths, CellField::strength);
        put_all("improvement", area.improvements, CellField::improvement);
        put_all("weakness", area.weaknesses, CellField::weakness);
        for (const auto& question : area.questions)
            put("question", question.number, question.text, question_cell(question.number, CellField::text));
        for (const auto& heading : area.box_headings)
            put("heading", "", heading, area_cell(area.number, CellField::box_headings));
        for (const auto& model : area.role_models)
            put("role-model", "", model.name, area_cell(area.number, CellField::role_models));
    }
}

std::string SearchIndex::script(const SiteContent& content) const {
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
    auto passages = ordered_json::array();
    for (const auto& passage : passages_) {
        const auto* edition = passage.number.empty() ? nullptr : content.edition(passage.edition);
        const bool has_page =
            edition != nullptr && std::any_of(edition->area(passage.area).questions.begin(),
                                              edition->area(passage.area).questions.end(),
                                              [&](const auto& one) { return one.number == passage.number; });
        passages.push_back({passage.kind, passage.area, passage.text, distances(passage.reports),
                            passage.sign, passage.number,
                            has_page ? question_address(passage.edition, passage.number) : std::string()});
    }
    auto words = ordered_json::object();
    for (const auto& [word, places] : words_)
        words[word] = distances(places);
    index["municipalities"] = std::move(towns);
    index["editions"] = std::move(editions);
    index["reports"] = std::move(reports);
    index["passages"] = std::move(passages);
    index["words"] = std::move(words);
    return "kompassIndex(" + index.dump() + ");\n";
}

} // namespace kompass::publish::site
