#include "archive/outside/lasting_municipalities.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::archive {
namespace {

/// The codes of a municipality, one after the other, by any of them.
constexpr auto then = R"sql(
WITH RECURSIVE borne (code) AS (
    SELECT ?1
    UNION SELECT c.from_code FROM borne b JOIN municipality_change c ON c.to_code = b.code
    WHERE c.kind IN ('moved', 'renamed')
    UNION SELECT c.to_code FROM borne b JOIN municipality_change c ON c.from_code = b.code
    WHERE c.kind IN ('moved', 'renamed')
)
SELECT p.code, p.name FROM borne JOIN municipality_period p ON p.code = borne.code
WHERE coalesce(p.valid_from, '') <= ?2 AND coalesce(p.valid_to, '9999') >= ?2
)sql";

/// Their latest change first, so that what each became is known before it.
constexpr auto changes =
    "SELECT from_code, to_code FROM municipality_change WHERE kind IN ('moved', 'renamed') "
    "AND from_code <> to_code ORDER BY date DESC";

} // namespace

std::optional<MunicipalityThen> municipality_as_of(const Connection& connection, const std::string& code,
                                                   int year, std::optional<int> month) {
    constexpr int last_month = 12;
    const auto last_day = fmt::format("{:04}-{:02}-31", year, month.value_or(last_month)); // compared as text
    std::optional<MunicipalityThen> found;
    connection.each(then, {code, last_day}, [&](const Row& row) {
        found = MunicipalityThen{row.text("code"), row.text("name")};
    });
    return found;
}

LastingMunicipalities::LastingMunicipalities(const Connection& connection) {
    connection.each(changes, {}, [&](const Row& row) {
        const auto at = with_code(row.text("to_code"));
        const auto [former, is_new] = by_code_.try_emplace(row.text("from_code"), at);
        if (is_new) all_[at].codes.push_back(former->first);
    });
    connection.each("SELECT m.code, m.name, c.name AS county FROM municipality m "
                    "LEFT JOIN county c ON c.code = m.county_code",
                    {}, [&](const Row& row) {
                        const auto code = row.text("code");
                        auto& one = all_[with_code(code)];
                        if (one.code == code) {
                            one.name = row.text("name");
                            one.county = row.text("county");
                        }
                        add_name(code, row.text("name"));
                    });
    for (const auto* names :
         {"SELECT code, name FROM municipality_period",
          "SELECT DISTINCT municipality_code AS code, municipality AS name FROM evaluation "
          "WHERE municipality_code IS NOT NULL AND municipality > ''"})
        connection.each(names, {}, [&](const Row& row) { add_name(row.text("code"), row.text("name")); });
}

const LastingMunicipality* LastingMunicipalities::of(const std::string& code, const std::string& name) const {
    if (!code.empty()) {
        const auto found = by_code_.find(code);
        return found == by_code_.end() ? nullptr : &all_[found->second];
    }
    const auto found = by_name_.find(name);
    return found == by_name_.end() || found->second.size() > 1 ? nullptr : &all_[found->second.front()];
}

std::size_t LastingMunicipalities::with_code(const std::string& code) {
    const auto [place, is_new] = by_code_.try_emplace(code, all_.size());
    if (is_new) all_.push_back({.code = code, .name = {}, .county = {}, .codes = {code}, .names = {}});
    return place->second;
}

void LastingMunicipalities::add_name(const std::string& code, const std::string& name) {
    const auto at = with_code(code);
    auto& names = all_[at].names;
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    names.push_back(name);
    by_name_[name].push_back(at);
}

} // namespace kompass::archive
