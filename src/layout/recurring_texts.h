// Short texts that stand in several parts of a report word for word: what heads the parts and columns of its
// areas, whatever they are called.
//
// A report describes its eight areas alike, so that a head comes back once an area. Immutable once made;
// thread safe.
#pragma once

#include "layout/text_line.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kompass::layout {

class RecurringTexts {
public:
    explicit RecurringTexts(const std::vector<TextLine>& lines);

    /// The text is one of them: a line, two or three lines with "\n" between them, or a part of a line that
    /// wide white space sets apart.
    [[nodiscard]] bool contains(std::string_view text) const;

private:
    std::unordered_set<std::string> texts_;
};

} // namespace kompass::layout
