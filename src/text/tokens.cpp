#include "text/tokens.h"

#include <cctype>

namespace kompass::text {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";

} // namespace

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.front())) != 0)) {
            text.remove_prefix(1);
            again = true;
        }
        while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) != 0)) {
            text.remove_suffix(1);
            again = true;
        }
        if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
            again = true;
        }
        if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
            again = true;
        }
    }
    return text;
}

std::vector<std::string> tokens(std::string_view line) {
    std::vector<std::string> found;
    std::string token;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool wide_blank = line.substr(i).starts_with(kNoBreakSpace);
        if (!wide_blank && std::isspace(static_cast<unsigned char>(line[i])) == 0) {
            token += line[i];
            continue;
        }
        if (wide_blank) i += kNoBreakSpace.size() - 1;
        if (!token.empty()) found.push_back(std::move(token));
        token.clear();
    }
    if (!token.empty()) found.push_back(std::move(token));
    return found;
}

std::string with_blanks(const std::vector<std::string>& tokens, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last && i < tokens.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += tokens[i];
    }
    return text;
}

} // namespace kompass::text
