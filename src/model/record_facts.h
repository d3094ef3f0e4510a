// What can be counted in a record. Pure functions.
#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// True if a trouble says that the report cannot be taken.
[[nodiscard]] bool failed(const Record& record);

/// The sum of the eight areas' points; nullopt unless all eight are there.
[[nodiscard]] std::optional<Decimal> points_in_all(const std::vector<std::optional<Decimal>>& areas);
/// Of the areas' totals.
[[nodiscard]] std::optional<Decimal> points_in_all(const std::vector<Area>& areas);

/// The field is among those that a person should check.
[[nodiscard]] bool is_doubtful(const std::vector<std::string>& doubtful, std::string_view field);

/// Names the field among those that a person should check, once.
void add_doubt(std::vector<std::string>& doubtful, std::string_view field);

/// How many fields, anywhere in the record but in the evaluators' details, a person should check: what of an
/// evaluator is inferred is marked where it stands, and makes no report one to look at.
[[nodiscard]] int doubtful_fields(const Record& record);

/// What the audit found neither exact nor explained by rounding.
[[nodiscard]] std::vector<AuditFinding> inconsistencies(const Record& record);

} // namespace kompass
