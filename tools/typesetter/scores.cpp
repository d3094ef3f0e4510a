// The score tables: in an area, all at the end, or one long table; their columns, heads, rows and sums.
#include "setting.h"

#include <algorithm>
#include <fmt/format.h>

namespace typesetter {

namespace {

enum class Role { number, question, points, max, percent, pair };

struct Column {
    Role role;
    std::string head;
    double width = 0;
};

struct Words {
    const char *question, *points, *max, *percent, *pair;
};

Words words_of(const Traits& traits) {
    const std::string& words = traits["score_words"];
    if (words == "uppnadd_poang")
        return {"Fråga", "Uppnådd poäng", "Maxpoäng", "Andel", "Uppnådd poäng / maxpoäng"};
    if (words == "poang") return {"Delfråga", "Poäng", "Max", "%", "Poäng (max)"};
    if (words == "erhallen")
        return {"Bedömning", "Erhållen poäng", "Högsta möjliga poäng", "Andel av max",
                "Erhållen poäng av möjlig"};
    if (words == "resultat") return {"Frågeställning", "Resultat", "Möjligt", "Andel i procent", "Resultat"};
    if (words == "fick_av") return {"Kriterium", "Fick", "Av", "Procent", "Poäng"};
    if (words == "utfall") return {"Fråga", "Utfall", "Maximalt", "Måluppfyllelse", "Utfall"};
    return {"Fråga", "Uppnått", "Max", "Procent", "Poäng"};
}

/// "Upp-\nnått": a head word divided, or a head of two words on two lines.
std::string broken(const std::string& word) {
    if (const std::size_t blank = word.find(' '); blank != std::string::npos)
        return word.substr(0, blank) + "\n" + word.substr(blank + 1);
    const std::vector<std::size_t> points = division_points(word);
    if (points.empty()) return word;
    const std::size_t at = points[points.size() / 2];
    return word.substr(0, at) + "-\n" + word.substr(at);
}

class Scores {
public:
    explicit Scores(Setting& setting)
        : setting_(setting), body_(setting.dress.body), dice_(setting.dice("score tables")) {
        figures_ = body_;
        figures_.hyphenate = false;
        figures_.align = setting.traits.is("figure_side", "right")  ? Align::right
                         : setting.traits.is("figure_side", "left") ? Align::left
                                                                    : Align::centre;
        height_ = setting.traits.is("figure_line", "middle") ? Height::middle
                  : setting.traits.is("figure_line", "last") ? Height::bottom
                                                             : Height::top;
        choose_columns();
        give_widths();
    }

    void one_area(const Area& area) {
        Table made = frame();
        if (setting_.traits.is("score_title", "row")) made.rows.push_back(title_row(title_of(area), true));
        add_head(made);
        add_rows(made, area);
        const std::string caption =
            fmt::format("Tabell {}. Poäng för område {}, {}", ++setting_.table, area.number, area.title);
        Press& press = setting_.press;
        press.skip(4);
        if (setting_.traits.is("score_title", "caption"))
            head(press, caption, setting_.dress.caption, 4, 3, setting_.dress.keep);
        table(press, made);
        if (setting_.traits.is("score_title", "caption_below")) {
            press.skip(3);
            paragraph(press, caption, setting_.dress.caption);
        }
        set_note(area);
        press.skip(12);
    }

    void all_areas() {
        Table made = frame();
        add_head(made);
        for (const Area& area : setting_.record.areas) {
            Row name = title_row(title_of(area), false);
            name.keep_with_next = setting_.traits.is("breaks", "kept");
            made.rows.push_back(std::move(name));
            add_rows(made, area);
        }
        if (setting_.traits.is("grand_total", "row")) made.rows.push_back(sums("Totalt", grand_score()));
        table(setting_.press, made);
        setting_.press.skip(12);
    }

    void grand_total() {
        const Figure sum = setting_.record.grand_total();
        if (!sum || setting_.traits.is("grand_total", "none")) return;
        if (setting_.traits.is("grand_total", "sentence")) {
            paragraph(setting_.press,
                      fmt::format("Kommunen får sammanlagt {} poäng av 800 möjliga.",
                                  printed_points(sum, setting_.traits)),
                      setting_.dress.prose);
            setting_.press.skip(8);
        } else if (!setting_.traits.is("scores", "long")) {
            Table made = frame();
            made.rows.push_back(sums("Alla områden", grand_score()));
            table(setting_.press, made);
            setting_.press.skip(8);
        }
    }

    std::string title_of(const Area& area) const {
        const std::string& form = setting_.traits["area_head"];
        if (form == "own_line" || form == "two_lines" || form == "section")
            return fmt::format("Område {} {}", area.number, area.title);
        return area_head(setting_, area);
    }

private:
    void choose_columns() {
        const Words words = words_of(setting_.traits);
        const std::string& number = setting_.traits["number_form"];
        if (number != "inside" && number != "none")
            columns_.push_back({Role::number, dice_.chance(0.5) ? "Nr" : ""});
        columns_.push_back({Role::question, words.question});
        const bool percents = !setting_.traits.is("percent_form", "none");
        const bool paired = is_paired();
        std::vector<Column> order;
        const std::string& wanted = setting_.traits["figure_order"];
        const Column points{Role::points, words.points}, max{Role::max, words.max},
            percent{Role::percent, words.percent};
        if (paired)
            order = wanted == "percent_points_max" ? std::vector{percent, Column{Role::pair, words.pair}}
                                                   : std::vector{Column{Role::pair, words.pair}, percent};
        else if (wanted == "max_points_percent")
            order = {max, points, percent};
        else if (wanted == "percent_points_max")
            order = {percent, points, max};
        else if (wanted == "points_percent_max")
            order = {points, percent, max};
        else
            order = {points, max, percent};
        for (Column& column : order)
            if (column.role != Role::percent || percents) columns_.push_back(column);
        if (setting_.traits.is("score_head", "broken"))
            for (Column& column : columns_)
                if (column.role != Role::question) column.head = broken(column.head);
    }

    bool is_paired() const {
        const std::string& form = setting_.traits["figure_form"];
        return form == "slash" || form == "av" || form == "brackets";
    }

    /// In smaller type, where the figures would leave a question too little room.
    void give_widths() {
        const double whole =
            setting_.press.width() * (setting_.traits.is("score_width", "narrow") ? 0.76 : 1);
        for (int tries = 0; tries < 6 && whole - figures_width() < 13 * body_.font.size; ++tries) {
            body_ = sized(body_, 0.92);
            figures_ = sized(figures_, 0.92);
        }
        const double taken = figures_width();
        for (Column& column : columns_)
            if (column.role == Role::question) column.width = whole - taken;
    }

    /// Gives every column but the question's its width; returns their sum.
    double figures_width() {
        double sum = 0;
        for (Column& column : columns_) {
            if (column.role == Role::question) continue;
            const Style bold = with_bold(figures_);
            const double head = has_head() ? widest_word(column.head, bold) : 0;
            column.width = std::max(width_of(widest(column.role), bold), head) + 12;
            sum += column.width;
        }
        return sum;
    }

    /// The widest thing that stands in a column.
    const char* widest(Role role) const {
        switch (role) {
        case Role::number:
            return "8.8.";
        case Role::percent:
            return "100,0 %";
        case Role::pair:
            return setting_.traits.is("halves", "none") ? "888 av 888" : "88,5 av 888";
        default:
            return "100 p";
        }
    }

    bool has_head() const { return !setting_.traits.is("score_words", "none"); }

    Table frame() const {
        Table made;
        for (const Column& column : columns_)
            made.widths.push_back(column.width);
        made.rules = rules();
        made.repeat_head = setting_.traits.is("head_repeat", "yes");
        made.split_rows = setting_.traits.is("score_rows", "split");
        made.keep_head = setting_.traits.is("breaks", "kept");
        return made;
    }

    Rules rules() const {
        const std::string& form = setting_.traits["score_rules"];
        Rules made;
        if (form == "grid" || form == "zebra_grid") made = {0.5, 0.5, 0.5};
        if (form == "horizontals") made = {0, 0.4, 0, 0.8, 0.8, 0.8};
        if (form == "booktabs") made = {0, 0, 0, 1.1, 0.6, 1.1, 0.6};
        if (form == "frame") made = {0.8, 0, 0, 0, 0.8, 0, 0.5};
        if (form == "verticals") made = {0, 0, 0.5, 0.8, 0.8, 0.8};
        made.zebra = form == "zebra" || form == "zebra_grid";
        made.shade = setting_.dress.shade;
        made.colour = form == "booktabs" ? black : setting_.dress.accent;
        return made;
    }

    bool filled_head() const { return setting_.traits.is("score_head", "filled"); }

    Row title_row(const std::string& text, bool is_head) const {
        Style style = setting_.dress.bold;
        style.hyphenate = false;
        Row row{{{{text}, style, std::nullopt, Height::top, std::nullopt, static_cast<int>(columns_.size())}},
                is_head};
        if (!is_head) row.fill = setting_.dress.shade;
        return row;
    }

    Style head_style(const Column& column) const {
        Style style = column.role == Role::number || column.role == Role::question ? body_ : figures_;
        style.hyphenate = false;
        if (filled_head()) return on_fill(style);
        return with_bold(style, !setting_.traits.is("score_head", "plain"));
    }

    void add_head(Table& made) const {
        if (!has_head()) return;
        if (setting_.traits.is("score_head", "spanning")) add_spanning_head(made);
        Row row;
        row.head = true;
        for (const Column& column : columns_)
            row.cells.push_back({{column.head}, head_style(column), std::nullopt, Height::bottom});
        if (filled_head()) row.fill = setting_.dress.strong;
        made.rows.push_back(std::move(row));
    }

    /// "Poäng" over points and maximum, where the two stand side by side.
    void add_spanning_head(Table& made) const {
        if (is_paired() || setting_.traits.is("figure_order", "points_percent_max")) return;
        Row row;
        row.head = true;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool first = columns_[i].role == Role::points || columns_[i].role == Role::max;
            Cell cell{{first ? "Poäng" : ""}, with_bold(figures_)};
            cell.style.align = Align::centre;
            if (first) {
                cell.span = 2;
                ++i;
            }
            row.cells.push_back(std::move(cell));
        }
        made.rows.push_back(std::move(row));
    }

    std::string figure(Role role, const Score& score) const {
        const std::string suffix = setting_.traits.is("figure_form", "p") ? " p" : "";
        const auto with_suffix = [&](const Figure& value) {
            return printed_points(value, setting_.traits) + (value ? suffix : "");
        };
        switch (role) {
        case Role::points:
            return with_suffix(score.points);
        case Role::max:
            return with_suffix(score.max);
        case Role::percent:
            return printed_percent(score.percent, setting_.traits);
        default:
            return pair(score);
        }
    }

    std::string pair(const Score& score) const {
        const std::string points = printed_points(score.points, setting_.traits),
                          max = printed_points(score.max, setting_.traits);
        if (setting_.traits.is("figure_form", "av")) return fmt::format("{} av {}", points, max);
        if (setting_.traits.is("figure_form", "brackets")) return fmt::format("{} ({})", points, max);
        return fmt::format("{} / {}", points, max);
    }

    std::string number(const Question& question) const {
        const std::string& form = setting_.traits["number_form"];
        const std::size_t point = question.number.find('.');
        if (form == "short") return question.number.substr(point + 1);
        if (form == "dotted") return question.number + ".";
        if (form == "colon")
            return question.number.substr(0, point) + ":" + question.number.substr(point + 1);
        return question.number;
    }

    void add_rows(Table& made, const Area& area) {
        for (const Question& question : area.questions)
            made.rows.push_back(row_of(question));
        if (!setting_.traits.is("total_row", "none")) made.rows.push_back(sums(sum_label(area), area.total));
    }

    bool marked(const Question& question, const char* where) const {
        return setting_.traits.is("note_marks", where) &&
               (question.number == "1.2" || question.number == "5.3");
    }

    Row row_of(const Question& question) const {
        Row row;
        for (const Column& column : columns_) {
            Cell cell{{}, figures_, std::nullopt, height_};
            if (column.role == Role::number) {
                cell = {{number(question)}, body_};
            } else if (column.role == Role::question) {
                const bool inside = setting_.traits.is("number_form", "inside");
                cell = {{inside ? question.number + " " + question.text : question.text}, body_};
                if (marked(question, "question")) cell.note = "1";
            } else {
                cell.entries = {figure(column.role, question)};
                const bool points = column.role == Role::points || column.role == Role::pair;
                if (points && marked(question, "figure")) cell.note = "1";
            }
            row.cells.push_back(std::move(cell));
        }
        return row;
    }

    std::string sum_label(const Area& area) const {
        const std::string& form = setting_.traits["total_row"];
        if (form == "totalt") return "Totalt";
        if (form == "summa_omrade") return fmt::format("Summa område {}", area.number);
        if (form == "summa_poang") return "Summa poäng";
        if (form == "bare") return "";
        if (form == "delsumma") return "Delsumma";
        if (form == "resultat") return fmt::format("Resultat område {}", area.number);
        return "Summa";
    }

    Row sums(const std::string& label, const Score& score) const {
        Row row;
        row.total = true;
        for (const Column& column : columns_) {
            if (column.role == Role::number)
                row.cells.push_back({{""}, body_});
            else if (column.role == Role::question)
                row.cells.push_back({{label}, with_bold(body_)});
            else
                row.cells.push_back(
                    {{figure(column.role, score)}, with_bold(figures_), std::nullopt, height_});
        }
        return row;
    }

    Score grand_score() const {
        const Figure sum = setting_.record.grand_total();
        const bool percents = !setting_.traits.is("percent_form", "none");
        return {sum, 800, sum && percents ? Figure(static_cast<int>(*sum / 8 + 0.5)) : Figure()};
    }

    void set_note(const Area& area) {
        const bool here =
            std::any_of(area.questions.begin(), area.questions.end(), [&](const Question& question) {
                return marked(question, "question") || marked(question, "figure");
            });
        if (!here) return;
        setting_.press.skip(2);
        paragraph(setting_.press, "1 Frågan omformulerades inför årets granskning.", setting_.dress.small);
    }

    Setting& setting_;
    Style body_, figures_;
    Dice dice_;
    Height height_ = Height::top;
    std::vector<Column> columns_;
};

std::string chapter_title(const Traits& traits) {
    const std::string& form = traits["score_chapter"];
    if (form == "sammanstallning") return "Poängsammanställning";
    if (form == "bilaga") return "Bilaga: Poäng per fråga";
    if (form == "resultat") return "Resultat i siffror";
    return "Översikt av poängfördelning";
}

} // namespace

void set_score_table(Setting& setting, const Area& area) {
    Scores(setting).one_area(area);
}

void set_score_chapter(Setting& setting) {
    Scores scores(setting);
    if (setting.traits.is("scores", "area")) {
        scores.grand_total();
        return;
    }
    if (setting.traits.is("area_start", "new_page")) setting.press.new_page();
    set_chapter(setting, chapter_title(setting.traits));
    if (setting.traits.is("scores", "long")) {
        scores.all_areas();
    } else {
        for (const Area& area : setting.record.areas) {
            if (setting.traits.is("score_title", "heading"))
                head(setting.press, scores.title_of(area), setting.dress.part, 10, 5,
                     setting.dress.keep + 20);
            scores.one_area(area);
        }
    }
    scores.grand_total();
}

} // namespace typesetter
