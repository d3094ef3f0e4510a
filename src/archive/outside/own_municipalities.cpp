#include "archive/outside/own_municipalities.h"

#include "text/csv.h"

namespace kompass::archive {

std::vector<rules::Municipality> list_own_municipalities(const Connection& connection) {
    std::vector<rules::Municipality> municipalities;
    connection.each("SELECT m.code, m.name, m.county_code, c.name AS county FROM own_municipality "
                    "JOIN municipality m USING (code) LEFT JOIN county c ON c.code = m.county_code "
                    "ORDER BY m.code",
                    {}, [&](const Row& row) {
                        municipalities.push_back({row.text("code"), row.text("name"), row.text("county_code"),
                                                  row.text("county"), true});
                    });
    return municipalities;
}

std::string register_of(const std::vector<rules::Municipality>& municipalities) {
    auto text = text::csv_line({"code", "name", "county_code", "county"});
    for (const auto& [code, name, county_code, county, own] : municipalities)
        text += text::csv_line({code, name, county_code, county});
    return text;
}

} // namespace kompass::archive
