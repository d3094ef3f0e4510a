#include "report.h"

#include "furniture.h"
#include "setting.h"

namespace typesetter {

namespace {

struct Run {
    int pages;
    std::vector<ContentsLine> contents;
};

Run set_once(const Record& record, const Traits& traits, std::uint64_t seed, const Dress& dress,
             Sheets& sheets, const Run& before) {
    Press press(sheets, dress.geometry, furniture(record, traits, dress, seed, before.pages),
                backdrop(traits, dress));
    Run run{0, {}};
    Setting setting{press, record, traits, dress, seed, run.contents, before.contents};
    set_cover(setting);
    set_contents(setting);
    if (traits.is("line_numbers", "fifth")) press.number_lines(dress.small);
    set_introduction(setting);
    set_summary(setting);
    set_chapter(setting, "Resultat område för område");
    for (const Area& area : record.areas)
        set_area(setting, area);
    set_score_chapter(setting);
    press.finish();
    run.pages = press.page();
    return run;
}

} // namespace

int set_report(const Record& record, const Traits& traits, std::uint64_t seed, Sheets& sheets) {
    const Dress dress = dress_of(traits);
    expect_typeface(dress.body.font.family);
    expect_typeface(dress.area.font.family);
    NoSheets air;
    Run run = set_once(record, traits, seed, dress, air, {0, {}});
    run = set_once(record, traits, seed, dress, sheets, run);
    return run.pages;
}

} // namespace typesetter
