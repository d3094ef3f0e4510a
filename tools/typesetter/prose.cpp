// The running text of an area, with heads of its own, lists within it and notes at the foot.
#include "edition.h"
#include "setting.h"

#include <fmt/format.h>

namespace typesetter {

namespace {

class Prose {
public:
    Prose(Setting& setting, const Area& area)
        : setting_(setting), area_(area), dice_(setting.dice(fmt::format("prose {}", area.number))),
          writer_(Dice(setting.seed, fmt::format("prose words {}", area.number)),
                  theme_of(setting.record.edition, area.number)) {}

    void set() {
        const std::string& amount = setting_.traits["prose"];
        if (amount == "none") return;
        if (amount == "short") {
            one_paragraph(3);
            return;
        }
        const bool is_long = amount == "long";
        sub_head("Allmänt");
        for (int i = 0; i < (is_long ? 2 : 1); ++i)
            one_paragraph(dice_.between(3, 5));
        const std::size_t heads = std::min<std::size_t>(area_.box_headings.size(), is_long ? 4 : 2);
        for (std::size_t i = 0; i < heads; ++i) {
            sub_head(area_.box_headings[i]);
            for (int left = is_long ? dice_.between(1, 3) : 1; left > 0; --left)
                one_paragraph(dice_.between(2, 6));
        }
    }

    /// Of all of it, roughly, set in a column of this width.
    double height(double width) const {
        const std::string& amount = setting_.traits["prose"];
        const double sentences = amount == "none" ? 0 : amount == "short" ? 3 : amount == "long" ? 40 : 12;
        const double letters = sentences * 85 * setting_.dress.prose.font.size * 0.5;
        return letters / width * setting_.dress.prose.font.size * setting_.dress.prose.leading +
               (sentences > 3 ? 90 : 0);
    }

private:
    void sub_head(const std::string& text) {
        head(setting_.press, text, setting_.dress.subhead, 6, 2, setting_.dress.keep);
    }

    void one_paragraph(int sentences) {
        ParagraphOptions options;
        options.keep_lines = setting_.traits.is("breaks", "kept") ? 2 : 1;
        if (setting_.traits.is("footnotes", "some") && dice_.chance(0.25) && setting_.press.room() > 120)
            options.note = footnote();
        paragraph(setting_.press, writer_.paragraph(sentences), setting_.dress.prose, options);
        setting_.press.skip(setting_.dress.gap);
        if (setting_.traits.is("prose_lists", "some") && dice_.chance(0.3)) short_list();
    }

    std::string footnote() {
        const std::string mark = std::to_string(++setting_.note);
        setting_.press.footnote(mark, writer_.sentence(), setting_.dress.small);
        return mark;
    }

    void short_list() {
        paragraph(setting_.press, "Underlaget består bland annat av:", setting_.dress.prose);
        Marker mark;
        mark.glyph = "–";
        list(setting_.press, {"enkäter till invånare", "protokoll och planer", "samtal med chefer"},
             {setting_.dress.body, mark, 8, 1});
        setting_.press.skip(setting_.dress.gap + 2);
    }

    Setting& setting_;
    const Area& area_;
    Dice dice_;
    Writer writer_;
};

} // namespace

void set_prose(Setting& setting, const Area& area) {
    Prose prose(setting, area);
    if (!setting.traits.is("columns", "two")) {
        prose.set();
        return;
    }
    const double gutter = 20;
    setting.press.begin_columns(2, gutter, prose.height((setting.press.width() - gutter) / 2));
    prose.set();
    setting.press.end_columns();
    setting.press.skip(8);
}

} // namespace typesetter
