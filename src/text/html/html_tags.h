// The HTML tags in a text: the one place that knows where a tag begins and ends.
//
// A tag is "<", a name that begins with a letter (or "/" and such a name), and all up to the next ">", within
// a thousand bytes and without another "<" between: "a < b" has none. Names are ASCII. Pure and thread safe.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kompass::text {

struct HtmlTag {
    std::string name; ///< lower case, without its slash
    bool closes = false;
    std::size_t size = 0; ///< of the whole tag, bytes
};

/// The tag with which the text begins, if it does.
[[nodiscard]] std::optional<HtmlTag> html_tag_at(std::string_view text);

/// Calls `look` with each tag in turn.
void each_html_tag(std::string_view text, const std::function<void(const HtmlTag&)>& look);

/// The text with what `in_place_of` gives for each tag in its place; the tag itself stays where it gives
/// nothing.
[[nodiscard]] std::string
replace_html_tags(std::string_view text,
                  const std::function<std::optional<std::string_view>(const HtmlTag&)>& in_place_of);

} // namespace kompass::text
