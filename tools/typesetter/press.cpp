#include "press.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace typesetter {

Press::Press(Sheets& sheets, const Geometry& geometry, Furniture furniture, Furniture backdrop)
    : sheets_(sheets), geometry_(geometry), furniture_(std::move(furniture)), backdrop_(std::move(backdrop)) {
    begin_page();
}

double Press::page_left() const {
    return geometry_.mirrored && page_ % 2 == 0 ? geometry_.outer : geometry_.inner;
}

double Press::page_width() const {
    return geometry_.paper.width - geometry_.inner - geometry_.outer;
}

double Press::column_width() const {
    return (page_width() - gutter_ * (columns_ - 1)) / columns_;
}

double Press::x() const {
    return page_left() + column_ * (column_width() + gutter_) + inset_left_;
}

double Press::width() const {
    return column_width() - inset_left_ - inset_right_;
}

double Press::limit() const {
    const double foot = geometry_.paper.height - geometry_.bottom - notes_height_;
    return balanced_ > 0 ? std::min(foot, balanced_) : foot;
}

void Press::begin_page() {
    ++page_;
    pen_ = sheets_.begin(geometry_.paper);
    y_ = column_top_ = geometry_.top;
    furnished_ = true;
    line_ = 0;
    backdrop_(*this);
}

void Press::end_page() {
    draw_footnotes();
    if (furnished_) furniture_(*this);
    sheets_.end();
}

void Press::new_page() {
    end_page();
    begin_page();
    column_ = 0;
    balanced_ = 0;
    lowest_ = 0;
}

void Press::finish() {
    end_page();
}

void Press::move_on() {
    lowest_ = std::max(lowest_, y_);
    if (column_ + 1 < columns_) {
        ++column_;
        y_ = column_top_;
    } else {
        new_page();
    }
}

void Press::need(double height) {
    if (height > room() && !at_top()) move_on();
}

void Press::skip(double height) {
    if (!at_top()) y_ = std::min(y_ + height, limit());
}

void Press::begin_columns(int count, double gutter, double height) {
    column_top_ = y_;
    columns_ = count;
    gutter_ = gutter;
    lowest_ = y_;
    const double share = height / count + 30; // some more: breaks leave white
    balanced_ = share < room() ? y_ + share : 0;
}

void Press::end_columns() {
    y_ = std::max(lowest_, y_);
    columns_ = 1;
    column_ = 0;
    gutter_ = balanced_ = lowest_ = 0;
    column_top_ = geometry_.top;
}

void Press::footnote(std::string_view mark, std::string_view text, const Style& style) {
    notes_.emplace_back(fmt::format("{} {}", mark, text), style, page_width());
    notes_height_ += notes_.back().height() + (notes_.size() == 1 ? 12 : 2);
}

void Press::draw_footnotes() {
    if (notes_.empty()) return;
    double y = geometry_.paper.height - geometry_.bottom - notes_height_ + 6;
    cairo_set_source_rgb(pen_, 0, 0, 0);
    cairo_set_line_width(pen_, 0.5);
    cairo_move_to(pen_, page_left(), y);
    cairo_line_to(pen_, page_left() + 120, y);
    cairo_stroke(pen_);
    y += 4;
    for (const Text& note : notes_) {
        note.draw(pen_, page_left(), y);
        y += note.height() + 2;
    }
    notes_.clear();
    notes_height_ = 0;
}

void Press::number_lines(const Style& style) {
    lines_numbered_ = true;
    line_style_ = style;
}

void Press::line_set(double y, double line_height) {
    if (!lines_numbered_ || ++line_ % 5 != 0) return;
    const Text number(std::to_string(line_), line_style_, 60);
    number.draw(pen_, page_left() - 28, y + (line_height - number.line_height()) / 2);
}

} // namespace typesetter
