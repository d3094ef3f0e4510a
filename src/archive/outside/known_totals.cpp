#include "archive/outside/known_totals.h"

#include "archive/outside/definitions.h"

#include <tuple>

namespace kompass::archive {
namespace {

constexpr auto same_statement = "municipality_code = ? AND year = ? AND month IS ? AND source = ?";

Values statement_of(const KnownTotals& totals) {
    return {totals.municipality_code, totals.year, totals.month, totals.source};
}

std::map<int, Decimal> points_before(const Connection& connection, const KnownTotals& totals) {
    std::map<int, Decimal> points;
    connection.each(std::string("SELECT area, points FROM known_total WHERE ") + same_statement,
                    statement_of(totals),
                    [&](const Row& row) { points.emplace(row.integer("area"), row.decimal("points")); });
    return points;
}

} // namespace

Keeping keep_known_totals(Connection& connection, const KnownTotals& totals) {
    const auto before = points_before(connection, totals);
    if (before == totals.points) return Keeping::known;
    connection.run(std::string("DELETE FROM known_total WHERE ") + same_statement, statement_of(totals));
    const auto code = municipality_reference(connection, totals.municipality_code, totals.municipality);
    for (const auto& [area, points] : totals.points)
        connection.run("INSERT INTO known_total (municipality_code, year, month, source, area, points) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       {code, totals.year, totals.month, totals.source, area, points});
    return before.empty() ? Keeping::added : Keeping::changed;
}

std::size_t forget_known_totals(Connection& connection, const std::string& source) {
    const auto evaluations =
        connection.number("SELECT count(*) FROM (SELECT DISTINCT municipality_code, year, month "
                          "FROM known_total WHERE source = ?)",
                          {source});
    connection.run("DELETE FROM known_total WHERE source = ?", {source});
    return static_cast<std::size_t>(evaluations.value());
}

std::vector<KnownTotals> list_known_totals(const Connection& connection) {
    std::vector<KnownTotals> all;
    const auto key = [](const KnownTotals& one) {
        return std::tie(one.municipality_code, one.year, one.month, one.source);
    };
    connection.each("SELECT m.name, k.municipality_code, k.year, k.month, k.source, k.area, k.points "
                    "FROM known_total k JOIN municipality m ON m.code = k.municipality_code "
                    "ORDER BY k.municipality_code, k.year, k.month, k.source, k.area",
                    {}, [&](const Row& row) {
                        KnownTotals totals{row.text("name"),
                                           row.text("municipality_code"),
                                           row.integer("year"),
                                           row.optional_integer("month"),
                                           {},
                                           row.text("source")};
                        if (all.empty() || key(all.back()) != key(totals)) all.push_back(std::move(totals));
                        all.back().points.emplace(row.integer("area"), row.decimal("points"));
                    });
    return all;
}

} // namespace kompass::archive
