#include "tests/archive/in_effect.h"

#include "archive/connection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace kompass::archive::samples {
namespace {

std::string row(const Connection& connection, std::string_view sql) {
    std::string text;
    connection.each(sql, {}, [&](const Row& found) {
        for (const auto& column : found.columns())
            text += found.text(column) + '|';
        text += '\n';
    });
    return text;
}

} // namespace

std::string all_in_effect(const std::filesystem::path& file) {
    const auto connection = Connection::reading(file);
    std::string text;
    for (const auto* view : {"scores", "area_totals", "grand_totals", "findings", "role_models", "history",
                             "history_totals", "reports", "completeness", "inconsistencies", "figures",
                             "area_means", "edition_means", "evaluators", "chapters"}) {
        std::vector<std::string> rows;
        connection.each(fmt::format("SELECT * FROM {}", view), {}, [&](const Row& found) {
            auto& words = rows.emplace_back();
            for (const auto& column : found.columns())
                if (column != "report" && column != "entry") words += found.text(column) + '|';
        });
        std::sort(rows.begin(), rows.end());
        text += fmt::format("{}\n--\n", fmt::join(rows, "\n"));
    }
    for (const char* sql :
         {"SELECT e.key, v.rank, s.sha256, v.reason FROM evidence v JOIN evaluation e ON e.id = "
          "v.evaluation_id "
          "JOIN report r ON r.id = v.report_id JOIN source s ON s.id = r.source_id ORDER BY 1, 2",
          "SELECT e.key, p.area, p.chapter, p.kind, p.position, p.text FROM passage_text p JOIN evaluation e "
          "ON e.id = p.evaluation_id ORDER BY 1, 2, 3, 4, 5",
          "SELECT e.key, d.cell, k.cell, d.number, d.text, k.applied FROM decision_in_force k JOIN decision "
          "d ON "
          "d.id = k.decision_id JOIN evaluation e ON e.id = k.evaluation_id ORDER BY 1, 2, 3",
          "SELECT min(a.key, b.key) AS one, max(a.key, b.key) AS other FROM unsure_match u JOIN evaluation a "
          "ON "
          "a.id = u.evaluation_id JOIN evaluation b ON b.id = u.other_id ORDER BY 1, 2"})
        text += row(connection, sql) + "--\n";
    return text;
}

} // namespace kompass::archive::samples
