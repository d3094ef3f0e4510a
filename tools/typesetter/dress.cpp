#include "dress.h"

#include <map>

namespace typesetter {

namespace {

std::string family(const std::string& face) {
    static const std::map<std::string, std::string> families{{"carlito", "Carlito"},
                                                             {"liberation_sans", "Liberation Sans"},
                                                             {"liberation_serif", "Liberation Serif"},
                                                             {"caladea", "Caladea"},
                                                             {"c059", "C059"},
                                                             {"palladio", "P052"},
                                                             {"bookman", "URW Bookman"},
                                                             {"dejavu_sans", "DejaVu Sans"},
                                                             {"dejavu_serif", "DejaVu Serif"},
                                                             {"open_sans", "Open Sans"},
                                                             {"lato", "Lato"}};
    return families.at(face);
}

Colour accent(const std::string& name) {
    if (name == "blue") return {0.05, 0.28, 0.55};
    if (name == "green") return {0.05, 0.40, 0.22};
    if (name == "red") return {0.62, 0.08, 0.15};
    if (name == "orange") return {0.75, 0.33, 0.02};
    return black;
}

Size paper(const std::string& name) {
    if (name == "a4_lying") return {842, 595};
    if (name == "letter") return {612, 792};
    if (name == "g5") return {479, 680}; // 169 × 239 mm
    return {595, 842};
}

Geometry geometry_of(const Traits& traits) {
    const Size sheet = paper(traits["paper"]);
    const double unit = sheet.width < 500 ? 0.75 : 1;
    Geometry made{sheet, 72 * unit, 72 * unit, 71 * unit, 71 * unit};
    if (traits.is("margins", "narrow")) made = {sheet, 56 * unit, 56 * unit, 46 * unit, 46 * unit};
    if (traits.is("margins", "wide")) made = {sheet, 92 * unit, 92 * unit, 98 * unit, 98 * unit};
    if (traits.is("margins", "mirrored")) made = {sheet, 72 * unit, 76 * unit, 88 * unit, 54 * unit, true};
    if (traits.is("line_numbers", "fifth")) made.inner += 12;
    return made;
}

Marker glyph(const char* text, double size) {
    return {Marker::Kind::glyph, text, 1.25 * size, false};
}

Marker marker_of(const std::string& name, double size) {
    static const std::map<std::string, const char*> glyphs{
        {"dot", "•"},    {"big_dot", "●"},  {"square", "▪"},    {"dash", "–"},
        {"hyphen", "-"}, {"star", "*"},     {"arrow", "→"},     {"tick", "✓"},
        {"ring", "○"},   {"letter_o", "o"}, {"guillemet", "»"}, {"signs", "+"}};
    if (const auto found = glyphs.find(name); found != glyphs.end()) return glyph(found->second, size);
    if (name == "drawn_dot") return {Marker::Kind::dot, "", 1.1 * size, false};
    if (name == "drawn_square") return {Marker::Kind::square, "", 1.1 * size, false};
    if (name == "picture") return {Marker::Kind::picture, "", 1.2 * size, false};
    if (name == "number") return {Marker::Kind::number, "", 1.7 * size, false};
    return {Marker::Kind::none, "", 0, true}; // blank_line; `indent` hangs its lines instead, see the lists
}

double leading(const std::string& name) {
    return name == "tight" ? 1.12 : name == "loose" ? 1.5 : 1.25;
}

std::string head_family(const Traits& traits) {
    if (traits.is("head_face", "sans")) return family("liberation_sans");
    if (traits.is("head_face", "serif")) return family("palladio");
    return family(traits["face"]);
}

void give_heads(Dress& dress, const Traits& traits, double size) {
    Style style = dress.body;
    style.font.family = head_family(traits);
    style.font.bold = true;
    style.font.colour = dress.accent;
    style.leading = 1.2;
    const auto of = [&](double factor) { return sized(style, factor * size / style.font.size); };
    dress.chapter = of(1.75);
    dress.area = of(1.4);
    dress.part = of(1.15);
    dress.subhead = of(1.0);
    dress.caption = dress.small;
    dress.caption.font.italic = true;
}

} // namespace

Dress dress_of(const Traits& traits) {
    Dress dress;
    const double size = std::stod(traits["size"]);
    dress.geometry = geometry_of(traits);
    dress.accent = accent(traits["colour"]);
    const Colour base = traits.is("colour", "black") ? Colour{0.35, 0.38, 0.42} : dress.accent;
    dress.shade = tint(base, 0.13);
    dress.strong = base;
    dress.body = {{family(traits["face"]), size},
                  Align::left,
                  leading(traits["leading"]),
                  0,
                  traits.is("hyphens", "yes")};
    dress.bold = with_bold(dress.body);
    dress.small = sized(dress.body, 0.82);
    dress.small.hyphenate = false;
    dress.prose = dress.body;
    if (traits.is("alignment", "justified")) dress.prose.align = Align::justified;
    give_heads(dress, traits, size);
    const bool indented = traits.is("paragraphs", "indent");
    dress.gap = indented ? 0 : 0.6 * size;
    if (indented) dress.prose.indent = 1.3 * size;
    dress.keep = traits.is("breaks", "kept") ? 4 * size : 0;
    dress.split_rows = traits.is("breaks", "anywhere");
    dress.marker = marker_of(traits["bullet"], size);
    dress.item_gap = traits.is("item_gap", "none") ? 0 : traits.is("item_gap", "small") ? 0.3 * size : size;
    if (traits.is("bullet", "indent")) dress.marker = {Marker::Kind::none, "", 0, false};
    return dress;
}

Style on_fill(Style style) {
    style.font.colour = white;
    style.font.bold = true;
    return style;
}

Style with_bold(Style style, bool bold) {
    style.font.bold = bold;
    return style;
}

Style sized(Style style, double factor) {
    style.font.size *= factor;
    return style;
}

} // namespace typesetter
