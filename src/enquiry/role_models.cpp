#include "enquiry/role_models.h"

#include "text/unicode.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kompass::enquiry {

namespace {

/// What a role model is asked for by.
struct Named {
    RoleModelNaming naming;
    std::vector<std::string> names, codes;

    using Spelling = std::string (*)(std::string_view);
    [[nodiscard]] bool is_called(const std::string& asked, Spelling spelling) const {
        const auto means = [&](const std::string& name) { return spelling(name) == spelling(asked); };
        return std::any_of(names.begin(), names.end(), means) ||
               std::any_of(codes.begin(), codes.end(), means);
    }
};

} // namespace

std::vector<RoleModelNaming> role_models(const archive::Connection& connection, const std::string& name,
                                         std::optional<int> area) {
    const archive::LastingMunicipalities municipalities(connection);
    std::vector<Named> all;
    connection.each(
        "SELECT role_model, role_model_code, area, title, evaluation, report, municipality, year, "
        "edition, state FROM role_models WHERE area = ?1 OR ?1 IS NULL "
        "ORDER BY area, municipality, year, evaluation, position",
        {area}, [&](const archive::Row& row) {
            const auto model = row.text("role_model");
            const auto* lasting = municipalities.of(row.text("role_model_code"), model);
            Named named{{model, lasting == nullptr ? "" : lasting->code, row.integer("area"),
                         row.text("title"), report_name_of(row), archive::state_from(row.text("state"))},
                        {model},
                        {}};
            if (lasting != nullptr) {
                named.names.insert(named.names.end(), lasting->names.begin(), lasting->names.end());
                named.codes = lasting->codes;
            }
            all.push_back(std::move(named));
        });
    const bool any_exact = std::any_of(all.begin(), all.end(),
                                       [&](const Named& one) { return one.is_called(name, unicode::lower); });
    std::vector<RoleModelNaming> namings;
    for (auto& one : all)
        if (name.empty() || one.is_called(name, any_exact ? unicode::lower : unicode::folded))
            namings.push_back(std::move(one.naming));
    std::stable_sort(namings.begin(), namings.end(), [](const RoleModelNaming& a, const RoleModelNaming& b) {
        return unicode::compare_swedish(a.role_model, b.role_model) < 0;
    });
    return namings;
}

} // namespace kompass::enquiry
