#include "repair/dictionary.h"

#include <hunspell/hunspell.hxx>

#include <filesystem>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace kompass::repair {

struct Dictionary::Loaded {
    std::optional<Hunspell> hunspell;
    std::unordered_map<std::string, bool> answers;
};

Dictionary::Dictionary() = default;
Dictionary::~Dictionary() = default;

std::string Dictionary::file() {
    for (const char* place : {"/usr/share/hunspell/sv_SE.dic", "/usr/share/hunspell/sv.dic"}) {
        std::error_code error;
        if (std::filesystem::exists(place, error)) return place;
    }
    return {};
}

Dictionary::Loaded& Dictionary::loaded() {
    if (!loaded_) {
        loaded_ = std::make_unique<Loaded>();
        const std::filesystem::path words = file();
        auto affixes = words;
        affixes.replace_extension(".aff");
        if (!words.empty()) loaded_->hunspell.emplace(affixes.c_str(), words.c_str());
    }
    return *loaded_;
}

bool Dictionary::knows(const std::string& word) {
    auto& [hunspell, answers] = loaded();
    if (!hunspell) return false;
    const auto [answer, is_new] = answers.try_emplace(word, false);
    if (is_new) answer->second = hunspell->spell(word);
    return answer->second;
}

namespace {

/// Of " pa:medborgar st:medborgar pa:dialoger st:dialog fl:H" medborgar, dialog: a part (pa) without a stem
/// (st) is its own; a word that is no compound has a stem alone.
std::vector<std::string> stems_in(const std::string& analysis) {
    std::vector<std::string> stems;
    bool part_is_last = false;
    std::istringstream fields(analysis);
    for (std::string field; fields >> field;) {
        const bool part = field.starts_with("pa:");
        if (!part && !field.starts_with("st:")) continue;
        auto value = field.substr(3);
        if (!part && part_is_last)
            stems.back() = std::move(value);
        else
            stems.push_back(std::move(value));
        part_is_last = part;
    }
    return stems;
}

} // namespace

std::vector<std::vector<std::string>> Dictionary::stems(const std::string& word) {
    auto& hunspell = loaded().hunspell;
    if (!hunspell) return {};
    std::vector<std::vector<std::string>> readings;
    for (const auto& analysis : hunspell->analyze(word))
        if (auto stems = stems_in(analysis); !stems.empty()) readings.push_back(std::move(stems));
    return readings;
}

} // namespace kompass::repair
