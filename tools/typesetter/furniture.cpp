#include "furniture.h"

#include <fmt/format.h>
#include <numbers>

namespace typesetter {

namespace {

struct Line {
    std::string left, middle, right;
};

std::string page_number(const Traits& traits, int page, int pages) {
    const std::string& form = traits["page_number"];
    if (form == "none") return {};
    if (form == "of") return fmt::format("{} ({})", page, pages);
    if (form == "slash") return fmt::format("{}/{}", page, pages);
    if (form == "sida") return fmt::format("Sida {}", page);
    if (form == "sida_av") return fmt::format("Sida {} av {}", page, pages);
    if (form == "dashes") return fmt::format("– {} –", page);
    if (form == "sid") return fmt::format("sid {}", page);
    return std::to_string(page);
}

/// Dated in the year of the evaluation or the next.
std::string document_date(const Record& record, std::uint64_t seed) {
    Dice dice(seed, "document date");
    return fmt::format("{}-{:02}-{:02}", record.year + dice.between(0, 1), dice.between(1, 12),
                       dice.between(1, 28));
}

std::string publisher(const Record& record) {
    return record.year >= 2020 ? "Sveriges Kommuner och Regioner" : "Sveriges Kommuner och Landsting";
}

std::string title(const Record& record) {
    return fmt::format("Kommunkompassen {} {}", record.name, record.year);
}

void draw(const Press& press, const Style& base, const Line& line, double y) {
    const auto put = [&](const std::string& text, Align align) {
        Style style = base;
        style.align = align;
        if (!text.empty()) Text(text, style, press.page_width()).draw(press.pen(), press.page_left(), y);
    };
    put(line.left, Align::left);
    put(line.middle, Align::centre);
    put(line.right, Align::right);
}

Line head_line(const Record& record, const Traits& traits, std::uint64_t seed, int page, int pages) {
    const std::string& form = traits["page_head"];
    if (form == "dated")
        return {publisher(record), document_date(record, seed), fmt::format("{} ({})", page, pages)};
    if (form == "publisher") return {publisher(record), "", ""};
    if (form == "two_lines") return {publisher(record), "", document_date(record, seed)};
    return {"", "", title(record)};
}

Line foot_line(const Record& record, const Traits& traits, std::uint64_t seed, int page, int pages) {
    Line line;
    const bool number_above = traits.is("page_head", "dated");
    const std::string number = number_above ? "" : page_number(traits, page, pages);
    if (traits.is("page_foot", "title")) line.left = title(record);
    if (traits.is("page_foot", "address"))
        line.left = fmt::format("{} kommun, Box 12, 123 45 {}", record.name, record.name);
    if (traits.is("page_foot", "date")) line.left = document_date(record, seed);
    (line.left.empty() ? line.middle : line.right) = number;
    return line;
}

void draw_word(const Press& press, const Dress& dress, const char* word, Colour colour) {
    Style style = dress.bold;
    style.font.size = press.geometry().paper.width / 6.5;
    if (std::string_view(word).size() > 8) style.font.size *= 0.55;
    style.font.colour = colour;
    const double width = width_of(word, style);
    cairo_save(press.pen());
    cairo_translate(press.pen(), press.geometry().paper.width / 2, press.geometry().paper.height / 2);
    cairo_rotate(press.pen(), -std::numbers::pi / 4);
    Text(word, style, width + 10).draw(press.pen(), -width / 2, -style.font.size / 2);
    cairo_restore(press.pen());
}

} // namespace

Press::Furniture furniture(const Record& record, const Traits& traits, const Dress& dress, std::uint64_t seed,
                           int pages) {
    return [&record, &traits, &dress, seed, pages](Press& press) {
        const Style style = dress.small;
        const double top = press.geometry().top * 0.45;
        const double bottom = press.geometry().paper.height - press.geometry().bottom * 0.6;
        if (!traits.is("page_head", "none"))
            draw(press, style, head_line(record, traits, seed, press.page(), pages), top);
        if (traits.is("page_head", "two_lines"))
            draw(press, style, {"Kommunkompassen", "", record.name}, top + 1.25 * style.font.size);
        if (traits.is("page_head", "ruled"))
            rule(press.pen(), black, 0.5, press.page_left(), top + 1.5 * style.font.size,
                 press.page_left() + press.page_width(), top + 1.5 * style.font.size);
        draw(press, style, foot_line(record, traits, seed, press.page(), pages), bottom);
    };
}

Press::Furniture backdrop(const Traits& traits, const Dress& dress) {
    return [&traits, &dress](Press& press) {
        if (traits.is("watermark", "draft")) draw_word(press, dress, "UTKAST", {1, 0.8, 0.8});
        if (traits.is("watermark", "pale")) draw_word(press, dress, "ARBETSMATERIAL", {0.9, 0.9, 0.9});
    };
}

} // namespace typesetter
