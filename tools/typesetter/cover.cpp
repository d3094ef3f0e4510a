// The first page in the forms known of covers, the evaluators, and the list of contents.
#include "setting.h"

#include <fmt/format.h>

namespace typesetter {

namespace {

void centred(Setting& setting, const std::string& text, double factor, bool bold, double after) {
    Style style = sized(bold ? setting.dress.chapter : setting.dress.body, factor);
    style.align = Align::centre;
    style.font.bold = bold;
    paragraph(setting.press, text, style);
    setting.press.skip(after);
}

std::string days(Setting& setting) {
    Dice dice = setting.dice("days");
    const int first = dice.between(1, 26);
    return fmt::format("{}-{} {} {}", first, first + 1, month_name(setting.record.month),
                       setting.record.year);
}

void set_letterhead(Setting& setting) {
    const Record& record = setting.record;
    paragraph(setting.press,
              fmt::format("RAPPORT\n{}-{:02}-17\n1 (27)", record.year + 1, 1 + record.month % 12),
              setting.dress.small);
    setting.press.to(setting.press.geometry().paper.height * 0.35);
    centred(setting, "Kommunkompassen", 1.4, true, 8);
    centred(setting, fmt::format("Analys av {} {}", setting.municipality(), record.year), 1, true, 0);
    setting.press.to(setting.press.geometry().paper.height * 0.8);
    paragraph(setting.press,
              "Sveriges Kommuner och Landsting\n118 82 Stockholm, Besök: Hornsgatan 20\nTfn 08-452 70 00",
              setting.dress.small);
}

void set_band(Setting& setting) {
    Press& press = setting.press;
    const double top = press.geometry().paper.height * 0.3;
    fill(press.pen(), setting.dress.strong, 0, top, press.geometry().paper.width, 150);
    Style style = on_fill(setting.dress.chapter);
    Text("Kommunkompassen", sized(style, 1.3), press.width()).draw(press.pen(), press.x(), top + 30);
    Text(fmt::format("Analys av {} {}", setting.municipality(), setting.record.year), style, press.width())
        .draw(press.pen(), press.x(), top + 80);
    press.to(top + 170);
}

void set_lines(Setting& setting) {
    const Record& record = setting.record;
    const std::string& form = setting.traits["cover"];
    const std::string name = capitals(setting.municipality());
    setting.press.to(setting.press.geometry().paper.height * 0.3);
    if (form == "one_line") {
        centred(setting,
                fmt::format("KommunKompassen – Analys av {} {}", setting.municipality(), record.year), 1.2,
                true, 10);
        return;
    }
    centred(setting,
            form == "two_words"  ? "Kommun Kompassen"
            : form == "capitals" ? "KOMMUNKOMPASSEN"
                                 : "KommunKompassen",
            1.4, true, 14);
    if (form == "title_only") {
        centred(setting, setting.municipality(), 1.2, true, 10);
        centred(setting, fmt::format("Rapport {} {}", month_name(record.month), record.year), 1, false, 0);
        return;
    }
    centred(setting, "ANALYS AV", 1, true, 10);
    centred(setting, name, 1.2, true, 10);
    const std::string month = fmt::format("{} {}", month_name(record.month), record.year);
    const std::string when = form == "month"      ? month
                             : form == "days"     ? days(setting)
                             : form == "capitals" ? capitals(month)
                                                  : std::to_string(record.year);
    centred(setting, when, 1, true, 10);
}

void set_evaluators(Setting& setting) {
    const std::vector<std::string>& people = setting.record.evaluators;
    if (people.empty() || setting.traits.is("evaluators", "none")) return;
    setting.press.skip(60);
    if (setting.traits.is("evaluators", "one_line")) {
        centred(setting, fmt::format("Utvärderare: {}", fmt::join(people, " och ")), 1, false, 0);
        return;
    }
    if (setting.traits.is("evaluators", "labelled")) centred(setting, "Utvärderare:", 1, false, 2);
    for (const std::string& one : people)
        centred(setting, one, 1, false, 2);
}

void set_contents_line(Setting& setting, const ContentsLine& line) {
    const Style style = line.level == 0 ? setting.dress.bold : setting.dress.body;
    const double indent = 14.0 * line.level;
    const std::string page = std::to_string(line.page);
    Press& press = setting.press;
    press.need(style.font.size * style.leading);
    Style right = style;
    right.align = Align::right;
    const Text text(line.text, style, press.width() - indent - 40);
    text.draw(press.pen(), press.x() + indent, press.y());
    const double last = press.y() + text.height() - text.line_height();
    if (setting.traits.is("contents", "dots") && text.lines() == 1) {
        const double from = indent + width_of(line.text, style) + 4;
        const double dot = width_of(".", style);
        const double room = press.width() - from - width_of(page, style) - 6;
        if (room > dot)
            Text(std::string(static_cast<std::size_t>(room / dot), '.'), style, 2000)
                .draw(press.pen(), press.x() + from, last);
    }
    Text(page, right, press.width()).draw(press.pen(), press.x(), last);
    press.advance(text.height() + 2);
}

} // namespace

void set_cover(Setting& setting) {
    setting.press.bare_page();
    if (setting.traits.is("cover", "letterhead"))
        set_letterhead(setting);
    else if (setting.traits.is("cover", "band"))
        set_band(setting);
    else
        set_lines(setting);
    if (!setting.traits.is("cover", "letterhead")) set_evaluators(setting);
    setting.press.new_page();
}

void set_contents(Setting& setting) {
    if (setting.traits.is("contents", "none")) return;
    head(setting.press, "Innehåll", setting.dress.chapter, 0, 10, 0);
    for (const ContentsLine& line : setting.contents_before)
        set_contents_line(setting, line);
    setting.press.new_page();
}

} // namespace typesetter
