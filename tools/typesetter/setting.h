// What every part of a report is set with: the press, the content, the traits and the dress. Passed by
// reference through one setting of one report; nothing outlives it.
#pragma once

#include "dress.h"
#include "record.h"
#include "swedish.h"

#include <cstdint>
#include <string>
#include <vector>

namespace typesetter {

struct ContentsLine {
    std::string text;
    int page;
    int level;
};

struct Setting {
    Press& press;
    const Record& record;
    const Traits& traits;
    const Dress& dress;
    std::uint64_t seed;
    std::vector<ContentsLine>& contents;              // of this setting
    const std::vector<ContentsLine>& contents_before; // of the one before, which the list of contents shows
    int chapter = 0;
    int note = 0;
    int table = 0;

    Dice dice(std::string_view purpose) const { return Dice(seed, purpose); }
    /// "X kommun"
    std::string municipality() const { return record.name + " kommun"; }
};

// The parts of a report, each in a file of its own name.
void set_cover(Setting& setting);                                // cover.cpp
void set_contents(Setting& setting);                             // cover.cpp
void set_chapter(Setting& setting, const std::string& title);    // chapters.cpp
void set_introduction(Setting& setting);                         // chapters.cpp
void set_summary(Setting& setting);                              // chapters.cpp
void set_history(Setting& setting);                              // history.cpp
void set_key_facts(Setting& setting);                            // history.cpp
void set_chart(Setting& setting);                                // charts.cpp
void set_area_chart(Setting& setting, const Area& area);         // charts.cpp
void set_prose(Setting& setting, const Area& area);              // prose.cpp
void set_area(Setting& setting, const Area& area);               // areas.cpp
std::string area_head(const Setting& setting, const Area& area); // areas.cpp
void set_points_box(Setting& setting, const Area& area);         // points_box.cpp
void set_findings(Setting& setting, const Area& area);           // findings.cpp
void set_role_models(Setting& setting, const Area& area);        // findings.cpp
void set_score_table(Setting& setting, const Area& area);        // scores.cpp
void set_score_chapter(Setting& setting);                        // scores.cpp

/// "43", "9,5", "9½"
std::string printed_points(const Figure& points, const Traits& traits); // figures.cpp
std::string printed_percent(const Figure& percent, const Traits& traits);

} // namespace typesetter
