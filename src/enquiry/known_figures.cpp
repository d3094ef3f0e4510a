#include "enquiry/known_figures.h"

namespace kompass::enquiry {

std::vector<KnownFigure> list_known_figures(const archive::Connection& connection) {
    std::vector<KnownFigure> figures;
    connection.each("SELECT report, municipality, year, month, coalesce(area, 0) AS area, known, points, "
                    "points_state, state, publication FROM known_totals "
                    "ORDER BY municipality_code, year, month, publication, evaluation, 5",
                    {}, [&](const archive::Row& row) {
                        KnownFigure figure;
                        if (!row.is_null("report")) figure.report = row.id("report");
                        figure.municipality = row.text("municipality");
                        figure.year = row.integer("year");
                        figure.month = row.optional_integer("month");
                        figure.area = row.integer("area");
                        figure.known = row.decimal("known");
                        figure.points = row.optional_decimal("points");
                        figure.points_state = row.text("points_state");
                        figure.state = row.text("state");
                        figure.publication = row.text("publication");
                        figures.push_back(std::move(figure));
                    });
    return figures;
}

} // namespace kompass::enquiry
