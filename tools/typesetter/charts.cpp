// Charts of the areas' points, with the words and figures on their axes.
#include "setting.h"

#include <fmt/format.h>

namespace typesetter {

namespace {

Figure points_of(const Area& area) {
    return area.total.points ? area.total.points : area.box_points;
}

void axis_across(Setting& setting, double left, double width, double y) {
    Style style = setting.dress.small;
    style.align = Align::centre;
    rule(setting.press.pen(), black, 0.5, left, y, left + width, y);
    for (int mark = 0; mark <= 100; mark += 20)
        Text(std::to_string(mark), style, 30)
            .draw(setting.press.pen(), left + width * mark / 100 - 15, y + 2);
}

void set_bars(Setting& setting) {
    Press& press = setting.press;
    const Style style = setting.dress.small;
    const double labels = press.width() * 0.45;
    const double width = press.width() * 0.48;
    const double step = 2 * style.font.size;
    press.need(step * static_cast<double>(setting.record.areas.size()) + 40);
    for (const Area& area : setting.record.areas) {
        const Text label(area.title, style, labels - 8);
        label.draw(press.pen(), press.x(), press.y());
        fill(press.pen(), setting.dress.strong, press.x() + labels, press.y() + 2,
             width * points_of(area).value_or(0) / 100, step * 0.55);
        press.advance(std::max(step, label.height() + 3));
    }
    axis_across(setting, press.x() + labels, width, press.y());
    press.advance(style.font.size * 1.6 + 10);
}

void set_columns(Setting& setting) {
    Press& press = setting.press;
    Style style = setting.dress.small;
    style.align = Align::centre;
    const double height = 130;
    const double left = press.x() + 30;
    const double step = (press.width() - 40) / static_cast<double>(setting.record.areas.size());
    press.need(height + 50);
    const double foot = press.y() + height;
    for (int mark = 0; mark <= 100; mark += 20) {
        const double y = foot - height * mark / 100;
        rule(press.pen(), {0.8, 0.8, 0.8}, 0.4, left, y, press.x() + press.width() - 10, y);
        Text(std::to_string(mark), style, 28).draw(press.pen(), press.x(), y - style.font.size * 0.65);
    }
    double x = left;
    for (const Area& area : setting.record.areas) {
        const double bar = height * points_of(area).value_or(0) / 100;
        fill(press.pen(), setting.dress.strong, x + step * 0.2, foot - bar, step * 0.6, bar);
        Text(fmt::format("Omr {}", area.number), style, step).draw(press.pen(), x, foot + 3);
        x += step;
    }
    press.advance(height + style.font.size * 1.6 + 10);
}

} // namespace

void set_chart(Setting& setting) {
    setting.press.skip(8);
    paragraph(setting.press, "Diagram 1. Poäng per område", setting.dress.caption);
    setting.press.skip(4);
    if (setting.traits.is("chart", "columns"))
        set_columns(setting);
    else
        set_bars(setting);
    setting.press.skip(8);
}

void set_area_chart(Setting& setting, const Area& area) {
    const Figure points = points_of(area);
    if (!setting.traits.is("chart", "each_area") || !points) return;
    Press& press = setting.press;
    const Style style = setting.dress.small;
    press.skip(6);
    press.need(50);
    const double labels = 90;
    const double width = press.width() * 0.5;
    Dice dice(setting.seed, fmt::format("mean {}", area.number));
    const auto bar = [&](const std::string& label, double value, Colour colour) {
        Text(label, style, labels).draw(press.pen(), press.x(), press.y());
        fill(press.pen(), colour, press.x() + labels, press.y() + 2, width * value / 100,
             style.font.size * 0.9);
        press.advance(style.font.size * 1.5);
    };
    bar(setting.record.name, *points, setting.dress.strong);
    bar("Alla kommuner", dice.between(35, 60), {0.7, 0.7, 0.7});
    axis_across(setting, press.x() + labels, width, press.y());
    press.advance(style.font.size * 1.6 + 10);
}

} // namespace typesetter
