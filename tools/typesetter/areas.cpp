// An area: its head in all the forms known, and its parts in their order.
#include "setting.h"

#include <cstdlib>
#include <fmt/format.h>

namespace typesetter {

namespace {

/// Broken near the middle, as a title set by hand is.
std::string in_two_lines(const std::string& text) {
    std::size_t best = std::string::npos;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1))
        if (best == std::string::npos || std::llabs(static_cast<long long>(2 * at - text.size())) <
                                             std::llabs(static_cast<long long>(2 * best - text.size())))
            best = at;
    std::string broken = text;
    if (best != std::string::npos) broken[best] = '\n';
    return broken;
}

void set_plain_head(Setting& setting, const std::string& text, Style style, double follow) {
    if (setting.traits.is("area_head_dress", "plain")) style.font.bold = false;
    if (setting.traits.is("area_head_dress", "centred")) style.align = Align::centre;
    head(setting.press, text, style, 18, 8, follow);
    if (setting.traits.is("area_head_dress", "ruled")) {
        rule(setting.press.pen(), setting.dress.accent, 0.8, setting.press.x(), setting.press.y() - 4,
             setting.press.x() + setting.press.width(), setting.press.y() - 4);
        setting.press.skip(4);
    }
}

void set_band_head(Setting& setting, const std::string& text, double follow) {
    Press& press = setting.press;
    const Text set(text, on_fill(setting.dress.area), press.width() - 12);
    if (press.room() < set.height() + 26 + follow && !press.at_top()) press.move_on();
    press.skip(16);
    press.need(set.height() + 8);
    fill(press.pen(), setting.dress.strong, press.x(), press.y(), press.width(), set.height() + 8);
    set.draw(press.pen(), press.x() + 6, press.y() + 4);
    press.advance(set.height() + 8);
    press.skip(8);
}

/// The points at the right end of the head's line.
void set_points_beside(Setting& setting, const Area& area, double top) {
    Style style = setting.dress.area;
    style.align = Align::right;
    if (setting.traits.is("area_head_dress", "band")) style = on_fill(style);
    Dice dice = setting.dice("points beside");
    const std::string points = printed_points(area.box_points, setting.traits);
    const std::string forms[] = {points, points + " poäng", points + "/100", points + " p"};
    Text(dice.one_of(forms), style,
         setting.press.width() - (setting.traits.is("area_head_dress", "band") ? 6 : 0))
        .draw(setting.press.pen(), setting.press.x(), top);
}

void set_area_head(Setting& setting, const Area& area) {
    const bool beside = setting.traits.is("points_box", "beside_head") && area.box_points;
    const std::string text = area_head(setting, area);
    const double follow = setting.dress.keep + 20;
    if (setting.traits.is("area_head", "own_line"))
        head(setting.press, fmt::format("Område {}", area.number), setting.dress.part, 18, 0, follow + 40);
    {
        const Press::Inset inset(setting.press, 0, beside ? 6.5 * setting.dress.area.font.size : 0);
        if (setting.traits.is("area_head_dress", "band"))
            set_band_head(setting, text, follow);
        else
            set_plain_head(setting, text, setting.dress.area, follow);
    }
    setting.contents.push_back({setting.traits.is("area_head", "own_line")
                                    ? fmt::format("Område {} {}", area.number, area.title)
                                    : area_head(setting, area),
                                setting.press.page(), 1});
    if (!beside) return;
    const double line = setting.dress.area.font.size * setting.dress.area.leading;
    const bool band = setting.traits.is("area_head_dress", "band");
    const bool ruled = setting.traits.is("area_head_dress", "ruled");
    set_points_beside(setting, area, setting.press.y() - line - 8 - (band ? 4 : 0) - (ruled ? 4 : 0));
}

std::string part_title(const std::string& part) {
    if (part == "prose") return "Iakttagelser";
    if (part == "findings") return "Sammanfattande bedömning";
    return "Poäng per fråga";
}

void set_part(Setting& setting, const Area& area, const std::string& part, int number) {
    const bool there = part == "prose" ? !setting.traits.is("prose", "none")
                       : part == "findings"
                           ? !area.strengths.empty() || !area.improvements.empty() || !area.weaknesses.empty()
                           : setting.traits.is("scores", "area");
    if (!there) return;
    const std::string title = part_title(part);
    if (setting.traits.is("part_heads", "words"))
        head(setting.press, title, setting.dress.part, 10, 5, setting.dress.keep + 20);
    if (setting.traits.is("part_heads", "numbered"))
        head(setting.press, fmt::format("{}.{}.{} {}", setting.chapter, area.number, number, title),
             setting.dress.part, 10, 5, setting.dress.keep + 20);
    if (part == "prose") set_prose(setting, area);
    if (part == "findings") set_findings(setting, area);
    if (part == "scores") set_score_table(setting, area);
}

std::vector<std::string> parts_in_order(const std::string& order) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= order.size();) {
        const std::size_t end = std::min(order.find('_', begin), order.size());
        parts.push_back(order.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

} // namespace

std::string area_head(const Setting& setting, const Area& area) {
    const std::string& form = setting.traits["area_head"];
    if (form == "omrade_colon") return fmt::format("Område {}: {}", area.number, area.title);
    if (form == "omrade_dash") return fmt::format("Område {} – {}", area.number, area.title);
    if (form == "dot") return fmt::format("{}. {}", area.number, area.title);
    if (form == "number") return fmt::format("{} {}", area.number, area.title);
    if (form == "section") return fmt::format("3.{} {}", area.number, area.title);
    if (form == "huvudomrade") return fmt::format("Huvudområde {}: {}", area.number, area.title);
    if (form == "own_line" || form == "title") return area.title;
    if (form == "two_lines") return in_two_lines(fmt::format("Område {} {}", area.number, area.title));
    const std::string plain = fmt::format("Område {} {}", area.number, area.title);
    return form == "capitals" ? capitals(plain) : plain;
}

void set_area(Setting& setting, const Area& area) {
    if (setting.traits.is("area_start", "new_page") && area.number > 1 && !setting.press.at_top())
        setting.press.new_page();
    set_area_head(setting, area);
    set_points_box(setting, area);
    set_area_chart(setting, area);
    int number = 1;
    for (const std::string& part : parts_in_order(setting.traits["order"]))
        set_part(setting, area, part, number++);
    set_role_models(setting, area);
}

} // namespace typesetter
