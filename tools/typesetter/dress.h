// What a report looks like, worked out of its traits once: paper, typefaces and sizes, colours, the list
// mark. Values only.
#pragma once

#include "tables.h"
#include "traits.h"

namespace typesetter {

struct Dress {
    Geometry geometry;
    Style prose, body, bold, small; // body: in tables and lists, never justified
    Style chapter, area, part, subhead, caption;
    Colour accent;    // black where the report has no colour
    Colour shade;     // a pale fill
    Colour strong;    // a fill that white text stands on
    double gap = 6;   // between paragraphs
    double keep = 40; // what a head keeps with it
    Marker marker;
    double item_gap = 2;
    bool split_rows = false;
};

Dress dress_of(const Traits& traits);

/// The style in white and bold, for text on the strong fill.
Style on_fill(Style style);
Style with_bold(Style style, bool bold = true);
Style sized(Style style, double factor);

} // namespace typesetter
