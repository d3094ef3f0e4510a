// Strengths, improvements and weaknesses in all the forms known, and the municipalities named as role models.
#include "setting.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace typesetter {

namespace {

struct Kind {
    std::string name;
    const std::vector<std::string>* items;
    Colour fill;
    char sign;
};

std::array<std::string, 3> words_of(const Traits& traits) {
    const std::string& words = traits["finding_words"];
    if (words == "capitals") return {"STYRKOR", "FÖRBÄTTRINGSOMRÅDEN", "SVAGHETER"};
    if (words == "starka_sidor") return {"Starka sidor", "Förbättringsområden", "Svaga sidor"};
    if (words == "det_har")
        return {"Det här är bra", "Det här kan bli bättre", "Det här fungerar mindre bra"};
    if (words == "gor_bra") return {"Detta gör kommunen bra", "Utvecklingsområden", "Brister"};
    if (words == "framgang") return {"Framgångsfaktorer", "Utmaningar", "Hinder"};
    if (words == "positivt") return {"Positivt", "Att utveckla", "Negativt"};
    if (words == "kommunens")
        return {"Kommunens styrkor", "Kommunens förbättringsmöjligheter", "Kommunens svagheter"};
    if (words == "fungerar") return {"Fungerar väl", "Kan utvecklas", "Fungerar sämre"};
    if (words == "colon") return {"Styrkor:", "Förbättringsmöjligheter:", "Svagheter:"};
    return {"Styrkor", "Förbättringsmöjligheter", "Svagheter"};
}

class Findings {
public:
    Findings(Setting& setting, const Area& area)
        : setting_(setting), body_(setting.dress.body), head_(head_style()) {
        const std::array<std::string, 3> words = words_of(setting.traits);
        kinds_.push_back({words[0], &area.strengths, {0.87, 0.94, 0.85}, '+'});
        kinds_.push_back({words[1], &area.improvements, {0.99, 0.92, 0.82}, '>'});
        if (three_kinds()) kinds_.insert(kinds_.end(), {words[2], &area.weaknesses, {0.97, 0.86, 0.85}, '-'});
        if (setting.traits.is("finding_order", "weaknesses_between") && kinds_.size() == 3)
            std::swap(kinds_[1], kinds_[2]);
        if (setting.traits.is("finding_order", "improvements_first")) std::swap(kinds_[0], kinds_[1]);
    }

    void set() {
        const std::string& form = setting_.traits["findings"];
        setting_.press.skip(6);
        if (form == "lists") lists();
        if (form == "nested") nested();
        if (form == "table" || form == "numbered") side_by_side(form == "numbered");
        if (form == "paired") paired();
        if (form == "boxes") boxes();
        if (form == "stacked") stacked();
        if (form == "vertical") vertical();
        if (form == "rows") rows();
        setting_.press.skip(10);
    }

private:
    bool three_kinds() const {
        return std::any_of(setting_.record.areas.begin(), setting_.record.areas.end(),
                           [](const Area& area) { return !area.weaknesses.empty(); });
    }

    Style head_style() const {
        Style style = setting_.dress.bold;
        style.hyphenate = false;
        const std::string& form = setting_.traits["finding_head"];
        style.font.bold = form != "italic" && form != "underlined";
        style.font.italic = form == "italic";
        style.font.underlined = form == "underlined";
        if (form == "coloured") style.font.colour = setting_.dress.accent;
        if (form == "spaced") style.font.spacing = 0.12 * style.font.size;
        return style;
    }

    Marker mark(const Kind& kind) const {
        Marker made = setting_.dress.marker;
        if (setting_.traits.is("bullet", "signs"))
            made.glyph = kind.sign == '+' ? "+" : kind.sign == '-' ? "–" : "→";
        return made;
    }

    /// In a list, where nothing marks an item its further lines hang.
    ListStyle list_style(const Kind& kind, double indent) const {
        ListStyle style{body_, mark(kind), indent, setting_.dress.item_gap};
        if (setting_.traits.is("bullet", "indent")) {
            style.text.indent = -1.5 * body_.font.size;
        }
        return style;
    }

    /// In smaller type, where the report's longest word would not go into the width.
    Cell cell(const Kind& kind, double width) const {
        ListStyle style = list_style(kind, 0);
        const double room = width - 22 - style.marker.hang;
        const double widest = width_of(longest_word(), body_);
        if (widest > room) style.text = sized(style.text, room / widest);
        return {*kind.items, style.text, style.marker, Height::top, std::nullopt, 1, style.gap};
    }

    Table frame(std::vector<double> widths) const {
        Table made{std::move(widths), {}, {}};
        const std::string& form = setting_.traits["finding_rules"];
        if (form == "grid") made.rules = {0.6, 0.6, 0.6};
        if (form == "horizontals") made.rules = {0, 0.5, 0, 0.8, 0.8, 0.8};
        made.rules.colour = setting_.dress.accent;
        made.repeat_head = setting_.traits.is("head_repeat", "yes");
        made.split_rows = true;
        made.keep_head = setting_.traits.is("breaks", "kept");
        return made;
    }

    std::vector<double> equal_widths() const {
        return std::vector<double>(kinds_.size(),
                                   setting_.press.width() / static_cast<double>(kinds_.size()));
    }

    Row head_row() const {
        Row top;
        top.head = true;
        for (const Kind& kind : kinds_)
            top.cells.push_back(
                {{kind.name}, fitting(setting_.press.width() / static_cast<double>(kinds_.size()) - 10)});
        if (setting_.traits.is("finding_rules", "fill")) top.fill = setting_.dress.shade;
        return top;
    }

    /// Smaller, all of them, where one would not go into its column.
    Style fitting(double width) const {
        double wide = 1;
        for (const Kind& kind : kinds_)
            wide = std::max(wide, widest_word(kind.name, head_));
        return wide > width ? sized(head_, width / wide * 0.98) : head_;
    }

    /// By letters, of all findings of the report: its tables are set in one size.
    std::string_view longest_word() const {
        std::string_view longest;
        for (const Area& area : setting_.record.areas)
            for (const auto* items : {&area.strengths, &area.improvements, &area.weaknesses})
                for (const std::string_view item : *items)
                    for (std::size_t begin = 0; begin < item.size();) {
                        const std::size_t end = std::min(item.find(' ', begin), item.size());
                        if (end - begin > longest.size()) longest = item.substr(begin, end - begin);
                        begin = end + 1;
                    }
        return longest;
    }

    void lists() {
        for (const Kind& kind : kinds_) {
            if (kind.items->empty()) continue;
            head(setting_.press, kind.name, head_, 6, 3, setting_.dress.keep * 0.7);
            list(setting_.press, *kind.items, list_style(kind, 6));
            setting_.press.skip(4);
        }
    }

    void nested() {
        Marker outer;
        for (const Kind& kind : kinds_) {
            if (kind.items->empty()) continue;
            setting_.press.need(setting_.dress.keep * 0.7 + 20);
            list(setting_.press, {kind.name}, {head_, outer, 6, 0});
            ListStyle inner = list_style(kind, 26);
            if (inner.marker.kind == Marker::Kind::glyph && inner.marker.glyph == "•")
                inner.marker.glyph = "–";
            list(setting_.press, *kind.items, inner);
            setting_.press.skip(3);
        }
    }

    void side_by_side(bool numbered) {
        Table made = frame(equal_widths());
        made.rows.push_back(head_row());
        Row row;
        for (const Kind& kind : kinds_) {
            row.cells.push_back(cell(kind, made.widths.front()));
            if (numbered)
                row.cells.back().marker = Marker{Marker::Kind::number, "", 1.7 * body_.font.size, false};
        }
        made.rows.push_back(std::move(row));
        table(setting_.press, made);
    }

    void paired() {
        Table made = frame(equal_widths());
        made.rows.push_back(head_row());
        std::size_t longest = 0;
        for (const Kind& kind : kinds_)
            longest = std::max(longest, kind.items->size());
        const bool marked =
            setting_.dice("paired").chance(0.5) && setting_.dress.marker.kind != Marker::Kind::number;
        for (std::size_t i = 0; i < longest; ++i) {
            Row row;
            for (const Kind& kind : kinds_) {
                Cell one = cell(kind, made.widths.front());
                one.entries.clear();
                if (i < kind.items->size()) one.entries.push_back((*kind.items)[i]);
                if (!marked) one.marker.reset();
                row.cells.push_back(std::move(one));
            }
            made.rows.push_back(std::move(row));
        }
        made.split_rows = setting_.dress.split_rows;
        if (made.rules.across == 0) made.padding_y = 5;
        table(setting_.press, made);
    }

    Cell box(const Kind& kind, double width) const {
        Cell one = cell(kind, width);
        one.entries.insert(one.entries.begin(), kind.name);
        one.first_style = fitting(width - 20);
        one.fill = kind.fill;
        if (one.gap < 2) one.gap = 2;
        return one;
    }

    void boxes() {
        const double between = 8;
        const double count = static_cast<double>(kinds_.size());
        const double width = (setting_.press.width() - between * (count - 1)) / count;
        Table made{{}, {}, {}};
        Row row;
        for (const Kind& kind : kinds_) {
            if (!row.cells.empty()) {
                made.widths.push_back(between);
                row.cells.push_back({});
            }
            made.widths.push_back(width);
            row.cells.push_back(box(kind, width));
        }
        made.rows.push_back(std::move(row));
        made.padding_x = 8;
        made.padding_y = 7;
        made.split_rows = setting_.traits.is("breaks", "anywhere");
        table(setting_.press, made);
    }

    void stacked() {
        for (const Kind& kind : kinds_) {
            if (kind.items->empty()) continue;
            Table made{{setting_.press.width()}, {{{box(kind, setting_.press.width())}}}, {}};
            made.padding_x = 8;
            made.padding_y = 6;
            made.split_rows = setting_.traits.is("breaks", "anywhere");
            table(setting_.press, made);
            setting_.press.skip(8);
        }
    }

    void vertical() {
        double label = 9 * body_.font.size;
        for (const Kind& kind : kinds_)
            label = std::max(label, widest_word(kind.name, head_) + 12);
        label = std::min(label, setting_.press.width() * 0.42);
        Table made = frame({label, setting_.press.width() - label});
        for (const Kind& kind : kinds_) {
            if (kind.items->empty()) continue;
            Cell name{{kind.name}, fitting(label - 10)};
            if (setting_.traits.is("finding_rules", "fill")) name.fill = setting_.dress.shade;
            made.rows.push_back({{std::move(name), cell(kind, made.widths.back())}});
        }
        if (made.rules.across == 0) made.padding_y = 5;
        table(setting_.press, made);
    }

    /// A row for each kind's name, then a row for each of its items.
    void rows() {
        Table made = frame({setting_.press.width()});
        for (const Kind& kind : kinds_) {
            if (kind.items->empty()) continue;
            Row name{{{{kind.name}, head_}}};
            name.keep_with_next = setting_.traits.is("breaks", "kept");
            name.fill = setting_.dress.shade;
            made.rows.push_back(std::move(name));
            for (const std::string& item : *kind.items)
                made.rows.push_back({{{{item}, body_}}});
        }
        made.split_rows = setting_.dress.split_rows;
        if (made.rules.across == 0) made.padding_y = 5;
        table(setting_.press, made);
    }

    Setting& setting_;
    Style body_, head_;
    std::vector<Kind> kinds_;
};

std::string enumerated(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " och " : ", ") + names[i];
    return text;
}

} // namespace

void set_findings(Setting& setting, const Area& area) {
    if (area.strengths.empty() && area.improvements.empty() && area.weaknesses.empty()) return;
    Findings(setting, area).set();
}

void set_role_models(Setting& setting, const Area& area) {
    if (area.role_models.empty()) return;
    if (setting.traits.is("role_models", "lead")) {
        paragraph(setting.press, fmt::format("Inspiration: {}", enumerated(area.role_models)),
                  setting.dress.body);
        setting.press.skip(8);
        return;
    }
    head(setting.press, "Inspiration", setting.dress.subhead, 6, 3, setting.dress.keep * 0.6);
    if (setting.traits.is("role_models", "sentence")) {
        paragraph(setting.press, fmt::format("Goda exempel finns i {}.", enumerated(area.role_models)),
                  setting.dress.prose);
    } else {
        list(setting.press, area.role_models, {setting.dress.body, Marker{}, 6, 1});
    }
    setting.press.skip(8);
}

} // namespace typesetter
