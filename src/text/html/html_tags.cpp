#include "text/html/html_tags.h"

#include "text/unicode.h"

namespace kompass::text {

std::optional<HtmlTag> html_tag_at(std::string_view text) {
    constexpr std::size_t longest = 1000;
    if (!text.starts_with('<')) return std::nullopt;
    const auto end = text.substr(0, longest).find_first_of("<>", 1);
    if (end == std::string_view::npos || text[end] == '<') return std::nullopt;
    HtmlTag tag;
    tag.size = end + 1;
    tag.closes = text[1] == '/';
    const std::size_t begin = tag.closes ? 2 : 1;
    const auto first = static_cast<unsigned char>(text[begin]);
    if (!unicode::is_ascii_lower(first) && !unicode::is_ascii_upper(first)) return std::nullopt;
    tag.name = unicode::lower(text.substr(begin, text.find_first_of(" /\t>", begin) - begin));
    return tag;
}

void each_html_tag(std::string_view text, const std::function<void(const HtmlTag&)>& look) {
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (const auto tag = html_tag_at(text.substr(at))) look(*tag);
}

std::string
replace_html_tags(std::string_view text,
                  const std::function<std::optional<std::string_view>(const HtmlTag&)>& in_place_of) {
    std::string replaced;
    while (!text.empty()) {
        const auto open = text.find('<');
        replaced += text.substr(0, open);
        if (open == std::string_view::npos) break;
        text.remove_prefix(open);
        const auto tag = html_tag_at(text);
        const auto size = tag ? tag->size : 1;
        const auto instead = tag ? in_place_of(*tag) : std::nullopt;
        replaced += instead ? *instead : text.substr(0, size);
        text.remove_prefix(size);
    }
    return replaced;
}

} // namespace kompass::text
