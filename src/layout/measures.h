// The lengths that several parts of layout go by. Each is a multiple of the size of the type at hand (an em
// is its font size in points), so that small print and large print are laid out alike. What one part alone
// goes by stands there.
#pragma once

#include <cmath>

namespace kompass::layout::measures {

/// Ems. Edges that are meant as one differ by less: by the side bearings of their letters and by what the
/// boxes of an OCR err. Indents are an em or more.
inline constexpr double aligned = 0.25;

/// Whether edges at `a` and `b`, points, are meant as one in type of `size` points.
[[nodiscard]] inline bool are_aligned(double a, double b, double size) {
    return std::abs(a - b) < aligned * size;
}

/// Ems. What rounding and the slant of a scanned line add to a distance: a tenth of a letter's height.
inline constexpr double trifle = 0.1;

/// Ems. Blanks are 0.25 to 0.35, and up to 0.8 where a short line is justified; cells of a row stand farther
/// apart.
inline constexpr double between_cells = 0.9;

/// Ems. Text that stands so far to the right of a line is no part of it: a heading's points, a badge.
inline constexpr double far_apart = 2.5;

/// Of the body's size. Headings are larger by a grade at least (11 on 9 points, 12 on 10); what measuring
/// type errs, and emphasis by half a grade, stay below.
inline constexpr double heading_size = 1.12;

/// Of the body's size: as large as the body, but for what measuring type errs.
inline constexpr double same_size = 1.05;

/// Of the size of headings: sizes nearer than this are one, which rounding made two.
inline constexpr double same_type = 0.025;

/// Ems of white above a line. The lines of a paragraph have 0.1 to 0.3 between them; what is set apart (the
/// next paragraph, a heading) has half a blank line.
inline constexpr double set_apart = 0.5;

/// Ems of white above a line, more than the lines of one cell or row have: rows have a quarter more.
inline constexpr double between_rows = 0.25;

} // namespace kompass::layout::measures
