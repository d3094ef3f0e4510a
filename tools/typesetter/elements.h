// The things set one below the other on a press: paragraphs, heads, lists. Each goes on over as many columns
// and pages as it needs. (Tables are in tables.h.)
#pragma once

#include "press.h"

#include <string>
#include <vector>

namespace typesetter {

/// The mark before a list's item: a glyph, or something drawn, or nothing.
struct Marker {
    enum class Kind { glyph, dot, square, picture, number, none };
    Kind kind = Kind::glyph;
    std::string glyph = "•";
    double hang = 14;         // from the mark to the text
    bool gap_instead = false; // items are told apart by a blank line
};

struct ListStyle {
    Style text{};
    Marker marker{};
    double indent = 0; // of the mark
    double gap = 0;    // between items
};

struct ParagraphOptions {
    std::string note{}; // a raised mark at its end
    int keep_lines = 1; // lines that stay together at the beginning
};

void paragraph(Press& press, std::string_view text, const Style& style, const ParagraphOptions& options = {});

/// A head: kept together, and with `follow` points of what comes after it.
void head(Press& press, std::string_view text, const Style& style, double before, double after,
          double follow);

void list(Press& press, const std::vector<std::string>& items, const ListStyle& style);

void draw_marker(cairo_t* pen, const Marker& marker, const Style& style, std::size_t index, double x,
                 double y, double line_height);

void fill(cairo_t* pen, Colour colour, double x, double y, double width, double height);
void rule(cairo_t* pen, Colour colour, double weight, double x0, double y0, double x1, double y1);

} // namespace typesetter
