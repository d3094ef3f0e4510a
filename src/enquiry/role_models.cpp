#include "enquiry/role_models.h"

#include "text/unicode.h"

#include <algorithm>

namespace kompass::enquiry {

std::vector<RoleModelNaming> role_models(const archive::Connection& connection, const std::string& name,
                                         std::optional<int> area) {
    std::vector<RoleModelNaming> namings;
    const auto asked = unicode::folded(name);
    connection.each("SELECT role_model, area, title, evaluation, report, municipality, year, edition, state "
                    "FROM role_models WHERE area = ?1 OR ?1 IS NULL "
                    "ORDER BY area, municipality, year, evaluation, position",
                    {area}, [&](const archive::Row& row) {
                        if (!name.empty() && unicode::folded(row.text("role_model")) != asked) return;
                        namings.push_back({row.text("role_model"), row.integer("area"), row.text("title"),
                                           report_name_of(row), archive::state_from(row.text("state"))});
                    });
    const auto is_exact = [&](const RoleModelNaming& naming) {
        return unicode::lower(naming.role_model) == unicode::lower(name);
    };
    if (std::any_of(namings.begin(), namings.end(), is_exact))
        std::erase_if(namings, [&](const RoleModelNaming& naming) { return !is_exact(naming); });
    std::stable_sort(namings.begin(), namings.end(), [](const RoleModelNaming& a, const RoleModelNaming& b) {
        return unicode::compare_swedish(a.role_model, b.role_model) < 0;
    });
    return namings;
}

} // namespace kompass::enquiry
