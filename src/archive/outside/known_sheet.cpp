#include "archive/outside/known_sheet.h"

#include "model/cell_value.h"
#include "model/instrument.h"
#include "text/csv.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace kompass::archive {
namespace {

/// Of an area by its number, of all together by 0.
std::string column_of(int area) {
    return area == 0 ? "total" : fmt::format("area_{}", area);
}

std::vector<std::string> columns() {
    std::vector<std::string> names{"municipality", "year", "month"};
    for (int area = 0; area <= area_count; ++area)
        names.push_back(column_of(area));
    names.emplace_back("source");
    return names;
}

std::string field(const text::CsvRow& row, const std::string& column) {
    return std::string(text::trimmed(row[column]));
}

/// A mistyped column would lose its figures in silence.
void require_columns(const text::Csv& csv, const std::string& name) {
    for (const char* column : {"municipality", "year", "total", "source"})
        if (!csv.has(column))
            throw std::runtime_error(fmt::format("{}: the column \"{}\" is missing", name, column));
    const auto known = columns();
    for (const auto& column : csv.head)
        if (std::find(known.begin(), known.end(), column) == known.end())
            throw std::runtime_error(
                fmt::format("{}: no column is called \"{}\"; there are municipality, year, month, total, "
                            "area_1 to area_{} and source",
                            name, column, area_count));
}

/// Only as the register spells it, in whatever case: what is nearly a name may be another one's.
const rules::Municipality& municipality_of(const std::string& given,
                                           const rules::Municipalities& municipalities) {
    if (given.empty()) throw std::runtime_error("it names no municipality");
    if (const auto* coded = municipalities.with_code(given)) return *coded;
    const auto* named = municipalities.named(given);
    for (const auto& name : municipalities.names())
        if (named != nullptr && unicode::lower(given).starts_with(unicode::lower(name)) &&
            municipalities.named(name) == named)
            return *named;
    throw std::runtime_error(
        fmt::format("no register has a municipality '{}'{}; name it as the register does, or add a register "
                    "with --municipalities",
                    given, named == nullptr ? "" : fmt::format("; did you mean {}?", named->name)));
}

void require_value(const Cell& cell, const std::string& value) {
    if (const auto fault = fault_of_value(cell, value); !fault.empty()) throw std::runtime_error(fault);
}

std::map<int, Decimal> points_in(const text::CsvRow& row, int year) {
    std::map<int, Decimal> points;
    for (int area = 0; area <= area_count; ++area) {
        const auto given = field(row, column_of(area));
        if (given.empty()) continue;
        // Its bounds are those of a column of earlier evaluations.
        const auto cell = history_cell(year, area);
        if (const auto fault = fault_of_value(cell, given); !fault.empty())
            throw std::runtime_error(column_of(area) + fault.substr(fault.find("' ") + 1));
        points.emplace(area, number_from(cell, given).value());
    }
    if (points.empty()) throw std::runtime_error("it gives no points; fill in the total, or take it out");
    return points;
}

/// Throws std::runtime_error, saying what to do, if the row says nothing that can be compared.
KnownTotals totals_of(const text::CsvRow& row, const rules::Municipalities& municipalities) {
    const auto& today = municipality_of(field(row, "municipality"), municipalities);
    KnownTotals totals{today.name, today.code, 0, std::nullopt, {}, field(row, "source")};
    require_value(report_cell(CellField::year), field(row, "year"));
    totals.year = whole_number_from(field(row, "year")).value();
    if (const auto month = field(row, "month"); !month.empty()) {
        require_value(report_cell(CellField::month), month);
        totals.month = whole_number_from(month);
    }
    const auto then = municipalities.as_of(today, totals.year, totals.month);
    totals.municipality = then.name;
    totals.municipality_code = then.code;
    totals.points = points_in(row, totals.year);
    if (totals.source.empty()) throw std::runtime_error("say which publication gives it (source)");
    return totals;
}

std::string remark_on(const std::map<int, Decimal>& points) {
    constexpr auto all = static_cast<std::size_t>(area_count) + 1;
    if (points.size() != all) return {};
    Decimal sum;
    for (const auto& [area, of_area] : points)
        if (area != 0) sum += of_area;
    if (sum == points.at(0)) return {};
    return fmt::format("its areas sum to {}, not to {}; kept as published", sum, points.at(0));
}

bool is_of_same(const KnownTotals& a, const KnownTotals& b) {
    return a.municipality_code == b.municipality_code && a.year == b.year && a.month == b.month &&
           a.source == b.source;
}

/// The line that says the same thing of the same evaluation before; null if none does.
const KnownLine* stated_before(const KnownSheet& sheet, const KnownTotals& totals) {
    const auto found = std::find_if(sheet.lines.begin(), sheet.lines.end(),
                                    [&](const KnownLine& line) { return is_of_same(line.totals, totals); });
    return found == sheet.lines.end() ? nullptr : &*found;
}

} // namespace

KnownSheet parsed_known_sheet(std::string_view csv, const std::string& name,
                              const rules::Municipalities& municipalities) {
    const auto rows = text::parsed_csv(csv, name);
    require_columns(rows, name);
    KnownSheet sheet;
    for (const auto& row : rows.rows) {
        try {
            auto totals = totals_of(row, municipalities);
            if (const auto* before = stated_before(sheet, totals))
                throw std::runtime_error(fmt::format(
                    "line {} is of the same evaluation and source; take one of them out", before->line));
            auto remark = remark_on(totals.points);
            sheet.lines.push_back({row.line, std::move(totals), std::move(remark)});
        } catch (const std::runtime_error& error) {
            sheet.faults.push_back({row.line, error.what()});
        }
    }
    return sheet;
}

std::string known_sheet(const std::vector<KnownTotals>& all) {
    auto text = text::csv_line(columns());
    for (const auto& totals : all) {
        std::vector<std::string> fields{totals.municipality, std::to_string(totals.year),
                                        totals.month ? std::to_string(*totals.month) : ""};
        for (int area = 0; area <= area_count; ++area) {
            const auto points = totals.points.find(area);
            fields.push_back(points == totals.points.end() ? "" : points->second.text());
        }
        fields.push_back(totals.source);
        text += text::csv_line(fields);
    }
    return text;
}

} // namespace kompass::archive
