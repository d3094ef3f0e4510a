// One paragraph set to a width: lines of real text, drawn one by one, so that a page can break between any
// two. Pango does the setting; every line has the same height. Widths and places are points.
//
// A Text owns its layout and can be moved. Not thread-safe: Pango's font map is shared.
#pragma once

#include "fonts.h"

#include <cairo.h>
#include <memory>
#include <pango/pango.h>
#include <string_view>

namespace typesetter {

class Text {
public:
    /// `note`, if any, is raised behind the last word.
    Text(std::string_view text, const Style& style, double width, std::string_view note = {});

    int lines() const;
    double line_height() const { return line_height_; }
    double height() const { return line_height_ * lines(); }

    /// Draws a line with its top at y.
    void draw(cairo_t* pen, double x, double y, int line) const;
    /// Draws all of it.
    void draw(cairo_t* pen, double x, double y) const;

private:
    struct Release {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    std::unique_ptr<PangoLayout, Release> layout_;
    Colour colour_;
    double line_height_;
    double baseline_; // below a line's top
};

/// The width of a text on one line, and of its widest word: the narrowest column it can stand in.
double width_of(std::string_view text, const Style& style);
double widest_word(std::string_view text, const Style& style);

/// Throws std::runtime_error, naming the package, where a typeface is not installed.
void expect_typeface(const std::string& family);

} // namespace typesetter
