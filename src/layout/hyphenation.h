// Joins the lines of a paragraph, undoing the hyphens that line ends brought.
//
// "om-" + "råde" joins; "synpunkts-" + "och" keeps hyphen and blank; "EU-" + "finansierade" and "e-" +
// "tjänster" keep the hyphen; "till-" + "lämpningen" loses an l; "2013 -" + "2019" is no hyphenation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kompass::layout {

/// Makes `next` the end of `text`. The time it takes is that of `next`.
void append_joined(std::string& text, std::string_view next);

/// `first` and `second` as one text.
[[nodiscard]] std::string joined(std::string_view first, std::string_view second);

[[nodiscard]] std::string joined(const std::vector<std::string>& lines);

/// True if the line ends in a hyphen that stands directly after a letter.
[[nodiscard]] bool ends_hyphenated(std::string_view line);

} // namespace kompass::layout
