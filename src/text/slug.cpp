#include "text/slug.h"

#include "text/unicode.h"

#include <array>
#include <string_view>
#include <utility>

namespace kompass::text {
namespace {

/// Håbo is not Habo.
std::string without_rings(std::string name) {
    constexpr auto letters =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"å", "aa"}, {"ä", "ae"}, {"ö", "oe"}});
    for (const auto& [letter, plain] : letters)
        for (auto at = name.find(letter); at != std::string::npos; at = name.find(letter, at))
            name.replace(at, letter.size(), plain);
    return name;
}

} // namespace

std::string slug(const std::string& name) {
    std::string text;
    for (const char letter : unicode::folded(without_rings(unicode::lower(name)))) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) text += letter;
        if (!plain && !text.empty() && text.back() != '-') text += '-';
    }
    while (text.ends_with('-'))
        text.pop_back();
    return text;
}

} // namespace kompass::text
