// Heads of chapters, what the instrument is, and the summary of the result.
#include "setting.h"

#include <fmt/format.h>

namespace typesetter {

namespace {

void set_identity(Setting& setting) {
    const Record& record = setting.record;
    std::string text = "Utvärderingen av {} genomfördes";
    text = fmt::format("Utvärderingen av {} kommun genomfördes", genitive(record.name));
    text += record.month > 0 ? fmt::format(" i {} år {}.", month_name(record.month), record.year)
                             : fmt::format(" år {}.", record.year);
    if (record.ordinal > 0 && record.ordinal < 6)
        text += fmt::format(" Det är kommunens {} utvärdering.", ordinal_name(record.ordinal));
    if (record.interviewees > 0)
        text += fmt::format(" Sammanlagt intervjuades ett {}-tal personer.", record.interviewees);
    paragraph(setting.press, text, setting.dress.prose);
    setting.press.skip(setting.dress.gap);
}

void set_summary_table(Setting& setting) {
    const Style body = setting.dress.body;
    Style right = body;
    right.align = Align::right;
    const double width = std::min(setting.press.width(), 30 * body.font.size);
    Table made{
        {width - 5 * body.font.size, 5 * body.font.size}, {}, {0.5, 0.5, 0, 0, 1, 0, 0, false, black, black}};
    made.rows.push_back({{{{"Område"}, with_bold(body)}, {{"Poäng"}, with_bold(right)}}, true});
    for (const Area& area : setting.record.areas) {
        const Figure points = area.total.points ? area.total.points : area.box_points;
        made.rows.push_back({{{{fmt::format("{}. {}", area.number, area.title)}, body},
                              {{printed_points(points, setting.traits)}, right}}});
    }
    if (const Figure sum = setting.record.grand_total())
        made.rows.push_back(
            {{{{"Totalt"}, with_bold(body)}, {{printed_points(sum, setting.traits)}, with_bold(right)}},
             false,
             true});
    setting.press.skip(4);
    table(setting.press, made);
    setting.press.skip(10);
}

void set_summary_sentence(Setting& setting) {
    const Area* best = &setting.record.areas.front();
    for (const Area& area : setting.record.areas)
        if (area.total.points.value_or(0) > best->total.points.value_or(0)) best = &area;
    if (!best->total.points) return;
    paragraph(setting.press,
              fmt::format(
                  "Högst resultat, {} poäng, får kommunen inom {}. Övriga områden beskrivs i nästa kapitel.",
                  printed_points(best->total.points, setting.traits), best->title),
              setting.dress.prose);
    setting.press.skip(setting.dress.gap);
}

} // namespace

void set_chapter(Setting& setting, const std::string& title) {
    ++setting.chapter;
    const std::string text =
        setting.traits.is("chapters", "numbered") ? fmt::format("{} {}", setting.chapter, title) : title;
    head(setting.press, text, setting.dress.chapter, 20, 10, setting.dress.keep + 30);
    setting.contents.push_back({text, setting.press.page(), 0});
}

void set_introduction(Setting& setting) {
    Dice dice = setting.dice("introduction");
    set_chapter(setting, "Om Kommunkompassen");
    for (int i = 0; i < 2; ++i) {
        paragraph(setting.press, about_the_instrument(dice), setting.dress.prose);
        setting.press.skip(setting.dress.gap);
    }
    paragraph(setting.press, "De åtta områdena är:", setting.dress.prose);
    setting.press.skip(setting.dress.gap);
    std::vector<std::string> titles;
    for (const Area& area : setting.record.areas)
        titles.push_back(area.title);
    Marker dots = setting.dress.marker;
    if (dots.kind == Marker::Kind::none || setting.traits.is("bullet", "signs")) dots = Marker{};
    list(setting.press, titles, {setting.dress.body, dots, 10, 2});
    setting.press.skip(8);
}

void set_summary(Setting& setting) {
    set_chapter(setting, setting.municipality() + " i sammanfattning");
    set_identity(setting);
    if (setting.traits.is("summary", "sentence")) set_summary_sentence(setting);
    const bool points_known = setting.record.grand_total().has_value();
    if (points_known && setting.traits.is("summary", "table")) set_summary_table(setting);
    if (points_known && (setting.traits.is("chart", "bars") || setting.traits.is("chart", "columns")))
        set_chart(setting);
    set_key_facts(setting);
    set_history(setting);
}

} // namespace typesetter
