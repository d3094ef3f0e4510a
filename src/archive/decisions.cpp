#include "archive/decisions.h"

#include "archive/cells.h"
#include "model/cell_value.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::archive {
namespace {

Value number_of(const Correction& decision) {
    const auto cell = cell_from(decision.cell);
    if (!decision.value || !holds_number(*cell)) return std::nullopt;
    return number_from(*cell, *decision.value);
}

Value text_of(const Correction& decision) {
    const auto cell = cell_from(decision.cell);
    return decision.value && !holds_number(*cell) ? Value(*decision.value) : Value(std::nullopt);
}

/// One without a time is the very same only as the latest of its cell; one that takes back only if what it
/// takes back is the same too.
bool is_known(const Connection& connection, const Correction& decision) {
    auto earlier = list_decisions(connection, decision.sha256);
    std::erase_if(earlier, [&](const Correction& other) { return other.cell != decision.cell; });
    if (!decision.made_at.empty())
        return std::find(earlier.begin(), earlier.end(), decision) != earlier.end();
    if (earlier.empty()) return false;
    auto same = earlier.back();
    same.made_at.clear();
    if (!decision.withdrawn) same.was = decision.was;
    return same == decision;
}

Correction correction_of(const Row& row) {
    return {row.text("sha256"), row.text("cell"), row.optional_text("was"), row.optional_text("value"),
            row.text("author"), row.text("why"),  row.text("made_at"),      row.integer("withdrawn") != 0};
}

/// An archive that is being migrated to version 13 cannot yet tell of decisions that they were taken back.
bool knows_withdrawals(const Connection& connection) {
    return connection.number("SELECT 1 FROM pragma_table_info('decision') WHERE name = 'withdrawn'")
        .has_value();
}

} // namespace

std::string fault_of_decision(const Correction& decision) {
    const auto cell = cell_from(decision.cell);
    if (!cell || !is_decidable(*cell))
        return fmt::format("there is nothing called '{}' to be decided", decision.cell);
    if (decision.withdrawn && decision.value)
        return fmt::format("a decision of '{}' that takes another back has no value", decision.cell);
    return decision.value ? fault_of_value(*cell, *decision.value) : "";
}

bool add_decision(Connection& connection, const Correction& decision) {
    if (const auto fault = fault_of_decision(decision); !fault.empty()) throw ConstraintError(fault);
    if (is_known(connection, decision)) return false;
    name_cell(connection, cell_from(decision.cell).value());
    const std::string column = decision.withdrawn ? ", withdrawn" : "";
    const std::string value = decision.withdrawn ? ", 1" : "";
    connection.run(
        "INSERT INTO decision (sha256, cell, stated, number, text, was, author, why, made_at" + column +
            ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))" + value +
            ")",
        {decision.sha256, decision.cell, decision.value ? 1 : 0, number_of(decision), text_of(decision),
         decision.was, decision.author, decision.why, null_if_empty(decision.made_at)});
    return true;
}

std::vector<Correction> list_decisions(const Connection& connection, std::optional<std::string_view> sha256) {
    std::vector<Correction> decisions;
    const std::string withdrawn = knows_withdrawals(connection) ? "withdrawn" : "0 AS withdrawn";
    connection.each("SELECT sha256, cell, was, coalesce(CAST(number AS TEXT), text) AS value, author, why, "
                    "made_at, " +
                        withdrawn + " FROM decision WHERE ?1 IS NULL OR sha256 = ?1 ORDER BY id",
                    {sha256 ? Value(*sha256) : Value(std::nullopt)},
                    [&](const Row& row) { decisions.push_back(correction_of(row)); });
    return decisions;
}

void take_in_corrections(Connection& connection) {
    std::vector<Correction> corrections;
    connection.each("SELECT sha256, cell, was, value, author, why, made_at, 0 AS withdrawn FROM correction "
                    "ORDER BY id",
                    {}, [&](const Row& row) { corrections.push_back(correction_of(row)); });
    for (const auto& correction : corrections) {
        if (fault_of_decision(correction).empty()) {
            add_decision(connection, correction);
            continue;
        }
        connection.run("INSERT INTO refused_correction (sha256, cell, was, value, author, why, made_at) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)",
                       {correction.sha256, correction.cell, correction.was, correction.value,
                        correction.author, correction.why, correction.made_at});
    }
}

} // namespace kompass::archive
