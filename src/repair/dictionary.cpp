#include "repair/dictionary.h"

#include <hunspell/hunspell.hxx>

#include <filesystem>
#include <optional>
#include <unordered_map>

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

bool Dictionary::knows(const std::string& word) {
    if (!loaded_) {
        loaded_ = std::make_unique<Loaded>();
        const std::filesystem::path words = file();
        auto affixes = words;
        affixes.replace_extension(".aff");
        if (!words.empty()) loaded_->hunspell.emplace(affixes.c_str(), words.c_str());
    }
    if (!loaded_->hunspell) return false;
    const auto [answer, is_new] = loaded_->answers.try_emplace(word, false);
    if (is_new) answer->second = loaded_->hunspell->spell(word);
    return answer->second;
}

} // namespace kompass::repair
