// Pages being filled from the top: the place where the next thing goes, the room that is left, and what
// happens where there is none (the next column or the next page). What stands on every page (heads, feet,
// numbers) is drawn by the `furniture` when a page ends.
//
// The frame is where things are set: a column's left edge and width. `Inset` narrows it for a while.
// Not copied; the sheets outlive it.
#pragma once

#include "sheets.h"
#include "text.h"

#include <functional>
#include <vector>

namespace typesetter {

struct Geometry {
    Size paper;
    double top, bottom, inner, outer; // margins
    bool mirrored = false;            // inner and outer change sides on even pages
};

class Press {
public:
    using Furniture = std::function<void(Press&)>;

    /// `backdrop` is drawn when a page begins, below everything else.
    Press(Sheets& sheets, const Geometry& geometry, Furniture furniture, Furniture backdrop);
    Press(const Press&) = delete;
    Press& operator=(const Press&) = delete;

    cairo_t* pen() const { return pen_; }
    const Geometry& geometry() const { return geometry_; }
    int page() const { return page_; }
    bool furnished() const { return furnished_; }

    double x() const;
    double width() const;
    double y() const { return y_; }
    double room() const { return limit() - y_; }
    bool at_top() const { return y_ <= column_top_ + 0.1; }
    double page_left() const;
    double page_width() const;

    /// Moves on if less than this is left, unless nothing stands here yet.
    void need(double height);
    void move_on();
    /// White space; none at a column's top.
    void skip(double height);
    void advance(double height) { y_ += height; }
    void to(double y) { y_ = y; }
    void new_page();
    /// This page gets no furniture (a cover).
    void bare_page() { furnished_ = false; }
    void finish();

    /// Running text in columns, balanced where `height` (of all of it in one column) fits the page.
    void begin_columns(int count, double gutter, double height);
    void end_columns();

    void footnote(std::string_view mark, std::string_view text, const Style& style);
    /// Room in the margin for the numbers of lines: every fifth line told of is numbered.
    void number_lines(const Style& style);
    void line_set(double y, double line_height);

    class Inset {
    public:
        Inset(Press& press, double left, double right) : press_(press), left_(left), right_(right) {
            press_.inset_left_ += left_;
            press_.inset_right_ += right_;
        }
        ~Inset() {
            press_.inset_left_ -= left_;
            press_.inset_right_ -= right_;
        }
        Inset(const Inset&) = delete;
        Inset& operator=(const Inset&) = delete;

    private:
        Press& press_;
        double left_, right_;
    };

private:
    double limit() const;
    double column_width() const;
    void begin_page();
    void end_page();
    void draw_footnotes();

    Sheets& sheets_;
    Geometry geometry_;
    Furniture furniture_, backdrop_;
    cairo_t* pen_ = nullptr;
    int page_ = 0;
    bool furnished_ = true;
    double y_ = 0, column_top_ = 0;
    double inset_left_ = 0, inset_right_ = 0;
    int columns_ = 1, column_ = 0;
    double gutter_ = 0, balanced_ = 0, lowest_ = 0; // balanced_: where the columns end, 0: at the foot
    std::vector<Text> notes_;
    double notes_height_ = 0;
    bool lines_numbered_ = false;
    Style line_style_;
    int line_ = 0;
};

} // namespace typesetter
