#include "enquiry/other_scorings.h"

#include "model/instrument.h"

namespace kompass::enquiry {
namespace {

std::vector<Figures> areas_of(const archive::Connection& connection, std::int64_t report, int scoring) {
    std::vector<Figures> areas(area_count, Figures{std::nullopt, points_an_area, std::nullopt});
    connection.each("SELECT area, points, max, percent, points_state, max_state, percent_state "
                    "FROM other_area_totals WHERE report = ? AND scoring = ?",
                    {report, scoring}, [&](const archive::Row& row) {
                        auto& figures = areas.at(static_cast<std::size_t>(row.integer("area")) - 1);
                        figures = {row.optional_decimal("points"),
                                   row.optional_decimal("max"),
                                   row.optional_decimal("percent"),
                                   archive::state_from(row.text("points_state")),
                                   archive::state_from(row.text("max_state")),
                                   archive::state_from(row.text("percent_state"))};
                    });
    return areas;
}

} // namespace

std::vector<OtherScoring> other_scorings(const archive::Connection& connection, std::int64_t report) {
    std::vector<OtherScoring> scorings;
    connection.each("SELECT scoring, edition, edition_state, points, state, printed, printed_state "
                    "FROM other_grand_totals WHERE report = ? ORDER BY scoring",
                    {report}, [&](const archive::Row& row) {
                        auto& scoring = scorings.emplace_back();
                        scoring.number = row.integer("scoring");
                        const auto sure = archive::state_from(row.text("edition_state"));
                        if (sure != State::doubtful) scoring.edition = row.text("edition");
                        const bool summed = row.optional_decimal("points").has_value();
                        scoring.total.points = row.optional_decimal(summed ? "points" : "printed");
                        scoring.total.points_state =
                            archive::state_from(row.text(summed ? "state" : "printed_state"));
                        scoring.total.max = points_of_all_areas;
                    });
    for (auto& scoring : scorings)
        scoring.areas = areas_of(connection, report, scoring.number);
    return scorings;
}

} // namespace kompass::enquiry
