// Earlier evaluations, and facts about the municipality.
#include "setting.h"

#include <fmt/format.h>

namespace typesetter {

namespace {

std::string cell_of(const Figure& points, const Setting& setting) {
    return points ? printed_points(points, setting.traits) : "–";
}

Rules thin_grid() {
    return {0.5, 0.5, 0.5, 0, 0.5, 0, 0, false, black, black};
}

std::string difference(const Figure& before, const Figure& after) {
    if (!before || !after) return "–";
    const double change = *after - *before;
    return change == static_cast<int>(change) ? fmt::format("{:+}", static_cast<int>(change))
                                              : fmt::format("{:+.1f}", change);
}

Row years_row(const Setting& setting, const Style& body, const Style& figures) {
    Row row{{{{"Område"}, with_bold(body)}}, true};
    for (const Evaluation& one : setting.record.history)
        row.cells.push_back({{std::to_string(one.year)}, with_bold(figures)});
    if (setting.traits.is("history", "difference")) row.cells.push_back({{"Förändring"}, with_bold(figures)});
    return row;
}

Row area_row(const Setting& setting, const Style& body, const Style& figures, const std::string& name,
             std::size_t index, bool total) {
    Row row{{{{name}, with_bold(body, total)}}, false, total};
    const std::vector<Evaluation>& history = setting.record.history;
    const auto points = [&](const Evaluation& one) { return total ? one.total : one.areas.at(index); };
    for (const Evaluation& one : history)
        row.cells.push_back({{cell_of(points(one), setting)}, with_bold(figures, total)});
    if (setting.traits.is("history", "difference"))
        row.cells.push_back(
            {{difference(points(history.front()), points(history.back()))}, with_bold(figures, total)});
    return row;
}

void set_years_across(Setting& setting, const Style& body, const Style& figures) {
    const std::vector<Area>& areas = setting.record.areas;
    const std::size_t count =
        setting.record.history.size() + (setting.traits.is("history", "difference") ? 1 : 0);
    const double column = std::max(4.2 * body.font.size, widest_word("Förändring", with_bold(body)) + 12);
    Table made{{setting.press.width() - column * static_cast<double>(count)}, {}, thin_grid()};
    made.widths.insert(made.widths.end(), count, column);
    made.rows.push_back(years_row(setting, body, figures));
    for (std::size_t i = 0; i < areas.size(); ++i)
        made.rows.push_back(area_row(setting, body, figures,
                                     fmt::format("{}. {}", areas[i].number, areas[i].title), i, false));
    made.rows.push_back(area_row(setting, body, figures, "Totalt", 0, true));
    table(setting.press, made);
}

void set_years_down(Setting& setting, const Style& body, const Style& figures) {
    const std::size_t areas = setting.record.areas.size();
    const double column =
        std::min(setting.press.width() / (static_cast<double>(areas) + 3), 4 * body.font.size);
    Table made{{1.6 * column}, {}, thin_grid()};
    made.widths.insert(made.widths.end(), areas, column);
    made.widths.push_back(1.4 * column);
    made.padding_x = 2;
    Row top{{{{"År"}, with_bold(body)}}, true};
    for (const Area& area : setting.record.areas)
        top.cells.push_back({{std::to_string(area.number)}, with_bold(figures)});
    top.cells.push_back({{"Totalt"}, with_bold(figures)});
    made.rows.push_back(top);
    for (const Evaluation& one : setting.record.history) {
        Row row{{{{std::to_string(one.year)}, body}}};
        for (const Figure& points : one.areas)
            row.cells.push_back({{cell_of(points, setting)}, figures});
        row.cells.push_back({{cell_of(one.total, setting)}, with_bold(figures)});
        made.rows.push_back(row);
    }
    paragraph(setting.press, "Poäng per område (områdets nummer överst).", setting.dress.body);
    table(setting.press, made);
}

void set_facts_list(Setting& setting) {
    std::vector<std::string> lines;
    for (const auto& [label, fact] : setting.record.key_facts)
        lines.push_back(fmt::format("{}: {}", label, fact));
    Marker dot;
    list(setting.press, lines, {setting.dress.body, dot, 10, 2});
}

} // namespace

void set_history(Setting& setting) {
    if (setting.record.history.empty()) return;
    head(setting.press, "Resultat vid tidigare utvärderingar", setting.dress.part, 12, 6,
         setting.dress.keep + 60);
    Style body = setting.dress.body;
    body.hyphenate = false;
    Style figures = body;
    figures.align = setting.traits.is("figure_side", "right") ? Align::right : Align::centre;
    if (setting.traits.is("history", "years_down"))
        set_years_down(setting, body, figures);
    else
        set_years_across(setting, body, figures);
    setting.press.skip(10);
}

void set_key_facts(Setting& setting) {
    if (setting.record.key_facts.empty() || setting.traits.is("key_facts", "none")) return;
    head(setting.press, fmt::format("Kortfakta om {}", setting.municipality()), setting.dress.part, 12, 6,
         setting.dress.keep + 40);
    if (setting.traits.is("key_facts", "list")) {
        set_facts_list(setting);
    } else {
        const Style body = setting.dress.body;
        const double first = 13 * body.font.size;
        Table made{{first, std::min(setting.press.width() - first, 14 * body.font.size)}, {}, thin_grid()};
        const bool box = setting.traits.is("key_facts", "box");
        if (box) made.rules = {};
        for (const auto& [label, fact] : setting.record.key_facts) {
            Row row{{{{label}, box ? setting.dress.bold : body}, {{fact}, body}}};
            if (box) row.fill = setting.dress.shade;
            made.rows.push_back(row);
        }
        table(setting.press, made);
    }
    setting.press.skip(10);
}

} // namespace typesetter
