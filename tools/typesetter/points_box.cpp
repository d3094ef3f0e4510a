// The headings of an area and its points, in a box, a table, a badge or a line.
#include "setting.h"

#include <fmt/format.h>
#include <numbers>

namespace typesetter {

namespace {

struct Words {
    const char* headings;
    const char* points;
    const char* sum;
};

Words words_of(const Traits& traits) {
    const std::string& words = traits["box_words"];
    if (words == "rubrik") return {"Rubrik", "Poäng", "Summa"};
    if (words == "delomraden") return {"Delområden", "Resultat", "Områdets resultat"};
    if (words == "innehall") return {"Innehåll", "Poäng", "Totalt"};
    if (words == "bedomt") return {"Detta har bedömts", "Poängtal", "Summa poäng"};
    return {"Rubriker", "Poäng", "Områdets poäng"};
}

class PointsBox {
public:
    PointsBox(Setting& setting, const Area& area)
        : setting_(setting), area_(area), body_(setting.dress.body),
          points_(printed_points(area.box_points, setting.traits)) {
        figures_ = body_;
        figures_.align = setting.traits.is("figure_side", "right") ? Align::right : Align::centre;
    }

    void set() {
        const std::string& form = setting_.traits["points_box"];
        if (form == "badge") return badge();
        if (form == "side_box") return side_box();
        if (form == "line") return line(fmt::format("Poäng: {} av 100", points_));
        if (form == "sentence") return line(fmt::format("Området får {} poäng av 100 möjliga.", points_));
        if (form == "beside_head") return headings_alone();
        Table made = frame();
        if (form == "table")
            one_row(made);
        else
            rows(made, form);
        setting_.press.skip(2);
        table(setting_.press, made);
        setting_.press.skip(10);
    }

private:
    Table frame() const {
        const double right =
            std::max(6 * body_.font.size, widest_word(words().points, with_bold(body_)) + 14);
        Table made{{setting_.press.width() - right, right}, {}, {}};
        const std::string& form = setting_.traits["box_rules"];
        if (form == "grid") made.rules = {0.6, 0.6, 0.6};
        if (form == "horizontals") made.rules = {0, 0.5, 0, 0.8, 0.8, 0.8};
        made.rules.colour = setting_.dress.accent;
        made.split_rows = setting_.dress.split_rows;
        made.keep_head = !setting_.dress.split_rows;
        Row top{{{{words().headings}, with_bold(body_)}, {{words().points}, with_bold(figures_)}}, true};
        if (form == "fill") top.fill = setting_.dress.shade;
        made.rows.push_back(std::move(top));
        return made;
    }

    Words words() const { return words_of(setting_.traits); }

    void one_row(Table& made) const {
        Cell left{area_.box_headings, body_, setting_.dress.marker};
        if (setting_.traits.is("bullet", "signs")) left.marker = Marker{};
        Style big = with_bold(sized(figures_, 1.5));
        made.rows.push_back({{left, {{points_}, big, std::nullopt, Height::middle}}});
    }

    /// Each heading in a row of its own; the points in the last row, in any row, or a part of them in each.
    void rows(Table& made, const std::string& form) const {
        Dice dice(setting_.seed, fmt::format("box {}", area_.number));
        const std::size_t chosen = area_.box_headings.empty() ? 0 : dice.below(area_.box_headings.size());
        const std::vector<double> parts = shares(dice);
        for (std::size_t i = 0; i < area_.box_headings.size(); ++i) {
            std::string figure;
            if (form == "any_line" && i == chosen) figure = points_;
            if (form == "each_row") figure = printed_points(parts[i], setting_.traits);
            made.rows.push_back({{{{area_.box_headings[i]}, body_},
                                  {{figure}, form == "any_line" ? with_bold(figures_) : figures_}}});
        }
        if (form != "any_line")
            made.rows.push_back(
                {{{{words().sum}, with_bold(body_)}, {{points_}, with_bold(figures_)}}, false, true});
    }

    std::vector<double> shares(Dice& dice) const {
        std::vector<double> parts(area_.box_headings.size(), 0);
        if (parts.empty()) return parts;
        const int whole = static_cast<int>(area_.box_points.value_or(0));
        for (int left = whole; left > 0; --left)
            parts[dice.below(parts.size())] += 1;
        parts.front() += area_.box_points.value_or(0) - whole;
        return parts;
    }

    void headings_alone() {
        head(setting_.press, words().headings, setting_.dress.subhead, 2, 2, setting_.dress.keep);
        Marker mark = setting_.traits.is("bullet", "signs") ? Marker{} : setting_.dress.marker;
        list(setting_.press, area_.box_headings, {body_, mark, 0, 1});
        setting_.press.skip(8);
    }

    void line(const std::string& text) {
        paragraph(setting_.press, text, with_bold(body_));
        setting_.press.skip(6);
        headings_alone();
    }

    double headings_height(double width) const {
        double height = 0;
        for (const std::string& one : area_.box_headings)
            height += Text(one, body_, width - 16).height() + 6;
        return height + 30;
    }

    void badge() {
        Press& press = setting_.press;
        press.need(std::max(80.0, headings_height(press.width() - 90)));
        const double radius = 30;
        const double x = press.x() + press.width() - radius - 6;
        const double y = press.y() + radius + 4;
        const double top = press.y();
        const int page = press.page();
        cairo_set_source_rgb(press.pen(), setting_.dress.strong.red, setting_.dress.strong.green,
                             setting_.dress.strong.blue);
        cairo_new_path(press.pen()); // text leaves a current point
        cairo_arc(press.pen(), x, y, radius, 0, 2 * std::numbers::pi);
        cairo_fill(press.pen());
        Style big = on_fill(sized(body_, 1.7));
        Style little = on_fill(sized(body_, 0.7));
        big.align = little.align = Align::centre;
        Text(points_, big, 2 * radius).draw(press.pen(), x - radius, y - big.font.size * 0.95);
        Text("av 100", little, 2 * radius).draw(press.pen(), x - radius, y + big.font.size * 0.25);
        {
            const Press::Inset inset(press, 0, 90);
            headings_alone();
        }
        if (press.page() == page && press.y() < top + 2 * radius + 14) press.to(top + 2 * radius + 14);
    }

    void side_box() {
        Press& press = setting_.press;
        press.need(std::max(60.0, headings_height(press.width() - 110)));
        const double top = press.y();
        const double x = press.x() + press.width() - 90;
        const int page = press.page();
        cairo_set_source_rgb(press.pen(), setting_.dress.accent.red, setting_.dress.accent.green,
                             setting_.dress.accent.blue);
        cairo_set_line_width(press.pen(), 0.8);
        cairo_rectangle(press.pen(), x, top, 90, 48);
        cairo_stroke(press.pen());
        Style big = with_bold(sized(body_, 1.6));
        Style small = body_;
        big.align = small.align = Align::centre;
        Text(words().points, small, 90).draw(press.pen(), x, top + 3);
        Text(points_, big, 90).draw(press.pen(), x, top + 18);
        {
            const Press::Inset inset(press, 0, 110);
            headings_alone();
        }
        if (press.page() == page && press.y() < top + 58) press.to(top + 58);
    }

    Setting& setting_;
    const Area& area_;
    Style body_, figures_;
    std::string points_;
};

} // namespace

void set_points_box(Setting& setting, const Area& area) {
    if (setting.traits.is("points_box", "none") || !area.box_points) return;
    PointsBox(setting, area).set();
}

} // namespace typesetter
