// What layout must be told of the reports' own words, by the rules.
#pragma once

#include "layout/measures.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

namespace kompass::layout {

/// Left edges of two columns of running text, points.
struct ColumnEdges {
    double left = 0, right = 0;

    [[nodiscard]] bool are_at(double other_left, double other_right, double size) const {
        return measures::are_aligned(left, other_left, size) &&
               measures::are_aligned(right, other_right, size);
    }
};

/// Each takes the text of a line or of a part of it. All must be set.
struct Hints {
    using Test = std::function<bool(std::string_view)>;

    Test is_column_head; ///< heads a column of findings ("Styrkor")
    Test is_box_head;    ///< heads a column of the points box ("Rubriker", "Poäng")
    Test is_figure_head; ///< heads a column of figures, or is a part of such a head ("Uppnått", "Upp-", "%")
    Test is_section_head; ///< begins a section whatever it looks like ("Område 3 …", "4.3.4 Kommentar")
    Test is_prose_head;   ///< heads prose, so that a list or table ends ("ALLMÄNT", "Kommentar")
    Test tells_points_of_all; ///< speaks of more points than an area has ("412 poäng av 800 möjliga")
    Test is_running_head; ///< a running head or foot ("Sveriges Kommuner och Landsting 2019-02-08 19 (34)")
    Test is_unfinished;   ///< a phrase that goes on ("… bland annat via")
    /// Comes back in several parts of the report, as heads do (lines with "\n" between them); layout itself
    /// sets this for the pages it reads.
    Test recurs = [](std::string_view) { return false; };
    /// Ems of white between the lines of running text; layout itself sets this for the pages it reads.
    double line_gap = 0;
    /// Where this report's columns of prose begin; layout itself sets this for the pages it reads.
    std::optional<ColumnEdges> prose_edges = std::nullopt;
    /// How a finding reads: below 0 like one of the first column (Styrkor), above 0 like one of the second.
    std::function<int(std::string_view)> lean;

    /// Ems of white above a line that is set apart: more than the lines of this report's texts have.
    [[nodiscard]] double set_apart() const {
        constexpr double more_than_lines = 0.2;
        return std::max(measures::set_apart, line_gap + more_than_lines);
    }

    /// A head of prose, or a text that begins with one: "Inspiration: Sala och Eda"; or what is of no area.
    [[nodiscard]] bool begins_prose(std::string_view text) const {
        return is_prose_head(text) || is_prose_head(text.substr(0, text.find(':'))) ||
               tells_points_of_all(text);
    }
};

} // namespace kompass::layout
