#include "rules/csv_file.h"

#include "rules/rules_error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <iterator>

namespace kompass::rules {

std::vector<text::CsvRow> rows_of(const std::filesystem::path& csv, const std::string& what,
                                  const std::vector<std::string>& columns) {
    std::ifstream file(csv, std::ios::binary);
    if (!file) throw RulesError(fmt::format("{}: {} cannot be read", csv.string(), what));
    const std::string content(std::istreambuf_iterator<char>(file), {});
    const auto name = csv.filename().string();
    text::Csv table;
    try {
        table = text::parsed_csv(content, name);
    } catch (const std::runtime_error& error) {
        throw RulesError(error.what());
    }
    for (const auto& column : columns)
        if (!table.has(column))
            throw RulesError(fmt::format("{}:1: the first line must be {}", name, fmt::join(columns, ",")));
    return table.rows;
}

} // namespace kompass::rules
