#include "text.h"

#include "swedish.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <pango/pangocairo.h>
#include <stdexcept>

namespace typesetter {

namespace {

constexpr double unbounded = 1e6;

struct FreeContext {
    void operator()(PangoContext* context) const { g_object_unref(context); }
};

/// One context for all texts, without any fitting to a screen's pixels: a point is a point.
PangoContext* context() {
    static const std::unique_ptr<PangoContext, FreeContext> shared = [] {
        std::unique_ptr<PangoContext, FreeContext> made(
            pango_font_map_create_context(pango_cairo_font_map_get_default()));
        pango_cairo_context_set_resolution(made.get(), 72);
        pango_context_set_round_glyph_positions(made.get(), FALSE);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(made.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_language(made.get(), pango_language_from_string("sv"));
        return made;
    }();
    return shared.get();
}

void describe(PangoLayout* layout, const Font& font) {
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family(description, font.family.c_str());
    pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
    pango_font_description_set_weight(description, font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
}

void span(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

void decorate(PangoLayout* layout, const Font& font, std::size_t length, std::size_t note_length) {
    PangoAttrList* list = pango_attr_list_new();
    const std::size_t text_end = length - note_length;
    if (font.underlined) span(list, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), 0, text_end);
    if (font.spacing > 0)
        span(list, pango_attr_letter_spacing_new(static_cast<int>(font.spacing * PANGO_SCALE)), 0, text_end);
    if (note_length > 0) {
        span(list, pango_attr_size_new_absolute(static_cast<int>(font.size * 0.62 * PANGO_SCALE)), text_end,
             length);
        span(list, pango_attr_rise_new(static_cast<int>(font.size * 0.36 * PANGO_SCALE)), text_end, length);
    }
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

void align(PangoLayout* layout, Align side) {
    pango_layout_set_justify(layout, side == Align::justified);
    pango_layout_set_alignment(layout, side == Align::centre  ? PANGO_ALIGN_CENTER
                                       : side == Align::right ? PANGO_ALIGN_RIGHT
                                                              : PANGO_ALIGN_LEFT);
}

void write(PangoLayout* layout, const std::string& text) {
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
}

double line_width(PangoLayout* layout, int line) {
    PangoRectangle extents;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, line), nullptr, &extents);
    return extents.width / static_cast<double>(PANGO_SCALE);
}

/// Divides the word that begins the line after `line`, if a part of it still goes on `line`; false if none
/// does.
bool divide(PangoLayout* layout, std::string& text, int line, const Style& style, double width) {
    const auto begin =
        static_cast<std::size_t>(pango_layout_get_line_readonly(layout, line + 1)->start_index);
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const double room = width - line_width(layout, line) - (line == 0 ? style.indent : 0);
    const std::vector<std::size_t> points =
        division_points(std::string_view(text).substr(begin, end - begin));
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        if (width_of(text.substr(begin, *point) + "-", style) + 0.3 * style.font.size > room) continue;
        text.insert(begin + *point, "-\u2028");
        write(layout, text);
        return true;
    }
    return false;
}

} // namespace

Text::Text(std::string_view text, const Style& style, double width, std::string_view note)
    : layout_(pango_layout_new(context())), colour_(style.font.colour),
      line_height_(style.font.size * style.leading), baseline_(line_height_ * 0.5 + style.font.size * 0.32) {
    std::string content(text);
    describe(layout_.get(), style.font);
    align(layout_.get(), style.align);
    pango_layout_set_width(layout_.get(), static_cast<int>(std::min(width, unbounded) * PANGO_SCALE));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    pango_layout_set_indent(layout_.get(), static_cast<int>(style.indent * PANGO_SCALE));
    write(layout_.get(), content);
    if (style.hyphenate)
        for (int line = 0; line + 1 < lines(); ++line)
            divide(layout_.get(), content, line, style, width);
    if (!note.empty()) write(layout_.get(), content + std::string(note));
    decorate(layout_.get(), style.font, content.size() + note.size(), note.size());
}

int Text::lines() const {
    return pango_layout_get_line_count(layout_.get());
}

void Text::draw(cairo_t* pen, double x, double y, int line) const {
    PangoLayoutIter* place = pango_layout_get_iter(layout_.get());
    for (int i = 0; i < line; ++i)
        pango_layout_iter_next_line(place);
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(place, nullptr, &extents);
    cairo_set_source_rgb(pen, colour_.red, colour_.green, colour_.blue);
    cairo_move_to(pen, x + extents.x / static_cast<double>(PANGO_SCALE), y + baseline_);
    pango_cairo_show_layout_line(pen, pango_layout_iter_get_line_readonly(place));
    pango_layout_iter_free(place);
}

void Text::draw(cairo_t* pen, double x, double y) const {
    for (int line = 0; line < lines(); ++line)
        draw(pen, x, y + line * line_height_, line);
}

double width_of(std::string_view text, const Style& style) {
    std::unique_ptr<PangoLayout, void (*)(PangoLayout*)> layout(pango_layout_new(context()),
                                                                [](PangoLayout* l) { g_object_unref(l); });
    describe(layout.get(), style.font);
    write(layout.get(), std::string(text));
    decorate(layout.get(), style.font, text.size(), 0);
    PangoRectangle extents;
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    return extents.width / static_cast<double>(PANGO_SCALE);
}

double widest_word(std::string_view text, const Style& style) {
    double widest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        widest = std::max(widest, width_of(text.substr(begin, end - begin), style));
        begin = end + 1;
    }
    return widest;
}

void expect_typeface(const std::string& family) {
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    const bool there = std::any_of(families, families + count, [&](PangoFontFamily* candidate) {
        return family == pango_font_family_get_name(candidate);
    });
    g_free(families);
    if (!there)
        throw std::runtime_error(
            fmt::format("the typeface {} is not installed (tools/setup installs it)", family));
}

} // namespace typesetter
