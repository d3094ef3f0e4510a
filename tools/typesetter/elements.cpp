#include "elements.h"

#include <fmt/format.h>
#include <numbers>

namespace typesetter {

namespace {

/// A small round picture, as a word processor's picture bullets are.
Surface bullet_picture(Colour colour) {
    constexpr int side = 24;
    Surface picture(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side));
    const Pen pen(cairo_create(picture.get()));
    cairo_set_source_rgb(pen.get(), colour.red, colour.green, colour.blue);
    cairo_arc(pen.get(), side / 2.0, side / 2.0, side / 2.0 - 2, 0, 2 * std::numbers::pi);
    cairo_fill(pen.get());
    cairo_set_source_rgb(pen.get(), 1, 1, 1);
    cairo_arc(pen.get(), side / 2.5, side / 2.5, 3, 0, 2 * std::numbers::pi);
    cairo_fill(pen.get());
    return picture;
}

void draw_picture(cairo_t* pen, Colour colour, double x, double y, double side) {
    const Surface picture = bullet_picture(colour);
    cairo_save(pen);
    cairo_translate(pen, x, y);
    cairo_scale(pen, side / 24, side / 24);
    cairo_set_source_surface(pen, picture.get(), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
}

} // namespace

void fill(cairo_t* pen, Colour colour, double x, double y, double width, double height) {
    cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue);
    cairo_rectangle(pen, x, y, width, height);
    cairo_fill(pen);
}

void rule(cairo_t* pen, Colour colour, double weight, double x0, double y0, double x1, double y1) {
    if (weight <= 0) return;
    cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue);
    cairo_set_line_width(pen, weight);
    cairo_move_to(pen, x0, y0);
    cairo_line_to(pen, x1, y1);
    cairo_stroke(pen);
}

void draw_marker(cairo_t* pen, const Marker& marker, const Style& style, std::size_t index, double x,
                 double y, double line_height) {
    const double middle = y + line_height * 0.5 + style.font.size * 0.02;
    const double size = style.font.size;
    switch (marker.kind) {
    case Marker::Kind::glyph:
        Text(marker.glyph, style, 100).draw(pen, x, y, 0);
        break;
    case Marker::Kind::number:
        Text(fmt::format("{}.", index + 1), style, 100).draw(pen, x, y, 0);
        break;
    case Marker::Kind::dot:
        cairo_set_source_rgb(pen, style.font.colour.red, style.font.colour.green, style.font.colour.blue);
        cairo_new_path(pen); // text leaves a current point
        cairo_arc(pen, x + size * 0.2, middle, size * 0.17, 0, 2 * std::numbers::pi);
        cairo_fill(pen);
        break;
    case Marker::Kind::square:
        fill(pen, style.font.colour, x, middle - size * 0.18, size * 0.36, size * 0.36);
        break;
    case Marker::Kind::picture:
        draw_picture(pen, style.font.colour, x, middle - size * 0.25, size * 0.5);
        break;
    case Marker::Kind::none:
        break;
    }
}

void paragraph(Press& press, std::string_view text, const Style& style, const ParagraphOptions& options) {
    const Text set(text, style, press.width(), options.note);
    press.need(set.line_height() * std::min(options.keep_lines, set.lines()));
    for (int line = 0; line < set.lines(); ++line) {
        press.need(set.line_height());
        set.draw(press.pen(), press.x(), press.y(), line);
        press.line_set(press.y(), set.line_height());
        press.advance(set.line_height());
    }
}

void head(Press& press, std::string_view text, const Style& style, double before, double after,
          double follow) {
    const Text set(text, style, press.width());
    if (press.room() < before + set.height() + after + follow && !press.at_top()) press.move_on();
    press.skip(before);
    press.need(set.height());
    set.draw(press.pen(), press.x(), press.y());
    press.advance(set.height());
    press.skip(after);
}

void list(Press& press, const std::vector<std::string>& items, const ListStyle& style) {
    const double left = style.indent + style.marker.hang;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Text set(items[i], style.text, press.width() - left);
        if (i > 0)
            press.skip(style.marker.gap_instead ? std::max(style.gap, 0.7 * set.line_height()) : style.gap);
        for (int line = 0; line < set.lines(); ++line) {
            press.need(set.line_height());
            if (line == 0)
                draw_marker(press.pen(), style.marker, style.text, i, press.x() + style.indent, press.y(),
                            set.line_height());
            set.draw(press.pen(), press.x() + left, press.y(), line);
            press.line_set(press.y(), set.line_height());
            press.advance(set.line_height());
        }
    }
}

} // namespace typesetter
