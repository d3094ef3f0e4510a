// Pages of words from monospaced text: what stands at column c of line n gets its box there.
//
// A column is 6 points wide, a line 14 points high. A blank between words is 4 points, so two or more blanks
// part figures and segments. The first line's top is at 126 points, below where running heads stand.
#pragma once

#include "model/document.h"

#include <string_view>
#include <vector>

namespace kompass::testing {

inline constexpr double kColumnWidth = 6;
inline constexpr double kLineHeight = 14;

struct Type {
    double size = 10;
    bool bold = false;
};

inline constexpr Type kBold{10, true};

class TypesetPage {
public:
    explicit TypesetPage(int number = 1);

    /// Sets the lines below what stands on the page; a line end at the very beginning is left out, blank
    /// lines are white space.
    TypesetPage& text(std::string_view lines, Type type = {});
    /// A single word with its left edge at `x` points, on the line that comes next.
    TypesetPage& word(std::string_view word, double x, Type type = {});
    TypesetPage& space(double points);
    /// The next line's top stands at `y` points.
    TypesetPage& at(double y);

    [[nodiscard]] const Page& page() const { return page_; }

private:
    void set_line(std::string_view line, Type type);

    Page page_;
    double y_ = 126;
};

/// A born-digital report of these pages.
[[nodiscard]] Document typeset(const std::vector<TypesetPage>& pages);

/// A born-digital report of one page that holds `lines`.
[[nodiscard]] Document typeset(std::string_view lines);

} // namespace kompass::testing
