// The charts of pages and of commands: a profile of areas, as bars or as a radar, the spread of figures,
// totals through the years, reports side by side.
//
// What they show is told by position and in words first; a figure that is not sure is drawn hollow or dashed,
// and its sign stands behind it. Editions are never joined by a line. Words come from who asks, in the
// language of the page. Pure; no errors.
#pragma once

#include "publish/charts/svg.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::publish::charts {

/// A figure that is drawn.
struct Amount {
    double number = 0;
    std::string words{}; ///< as it stands beside its bar: "47 av 100", "54!"
    bool unsure = false; ///< a person should look before it is built on
};

/// Half of all figures lie between these two.
struct Band {
    double from = 0, to = 0;
};

struct ProfileRow {
    std::string label{}; ///< "3 Politisk styrning och kontroll"
    std::optional<Amount> own{};
    std::optional<Band> band{};
    std::optional<double> median{};
};

/// Bars of areas, each before the band and the median of those it compares with.
struct Profile {
    Frame frame{};
    std::string own{}, band{}, median{}; ///< what the legend calls them; empty: it is not drawn
    std::string unsure{};                ///< likewise; in the legend where a figure is so
    std::vector<ProfileRow> rows{};
    double full = 100; ///< where a bar ends at most
};

[[nodiscard]] std::string profile_chart(const Profile& profile);
/// The same without bands, an axis for each row around a centre; each is called by the first word of its
/// label. Where a figure is not stated the line is broken.
[[nodiscard]] std::string radar_chart(const Profile& profile);

struct Dot {
    Amount amount;
    std::string name{}; ///< whose figure it is: "Köping 2017"
    bool own = false;   ///< what the page is about
};

struct Strip {
    std::string label{};
    std::vector<Dot> dots{};
    std::optional<Band> band{};
    std::optional<double> median{};
};

/// A dot for each report, stacked where they meet; strips under each other share an axis.
struct Spread {
    Frame frame{};
    std::string dot{}, band{}, median{}, own{}; ///< what the legend calls them; empty: it is not drawn
    std::string unsure{};                       ///< likewise; in the legend where a figure is so
    std::vector<Strip> strips{};
    double most = 100; ///< greatest figure that there can be
};

[[nodiscard]] std::string spread_chart(const Spread& spread);

struct TrendPoint {
    int year = 0;
    Amount amount;
    bool told = false; ///< as a later report has it, not by a report of its own
};

struct TrendLine {
    std::string label{}; ///< "utgåva 2016"; points of one line are joined
    std::vector<TrendPoint> points{};
    bool joined = true;
};

/// A line an edition.
struct Trend {
    Frame frame{};
    std::string own{}, told{}, unsure{}; ///< what the legend calls the points; empty: none is so
    std::vector<TrendLine> lines{};
    double most = 0; ///< greatest figure that there can be
};

[[nodiscard]] std::string trend_chart(const Trend& trend);

struct ComparedBar {
    std::optional<Amount> amount{};
    std::optional<double> mean{}; ///< of the report's edition
};

struct ComparedRow {
    std::string label{};
    std::vector<ComparedBar> bars{}; ///< one a report
};

struct Comparison {
    Frame frame{};
    std::vector<std::string> reports{}; ///< as the legend has them, with their totals
    std::string mean{};                 ///< what the legend calls the mean; empty: it is not drawn
    std::string unsure{};               ///< likewise an unsure figure; in the legend where there is one
    std::string note{};                 ///< a warning, below; empty: none
    std::vector<ComparedRow> rows{};
    double full = 100;
};

[[nodiscard]] std::string comparison_chart(const Comparison& comparison);

} // namespace kompass::publish::charts
