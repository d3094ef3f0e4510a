#include "archive/outside/description.h"

#include "model/cell_value.h"
#include "text/address.h"
#include "text/unicode.h"
#include "text/visible.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace kompass::archive {
namespace {

bool is_among(const std::string& value, const std::vector<std::string>& all) {
    return std::find(all.begin(), all.end(), value) != all.end();
}

bool is_mail(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos &&
           text.find_first_of(" <>\"\t\n") == std::string::npos;
}

/// Why it can be no text of one line; empty: it can. XML and catalogues hold no control characters.
std::string fault_of_line(const char* what, const std::string& text) {
    if (text.empty()) return {};
    if (text::visible_line(text) != text)
        return fmt::format(
            "the {} '{}' holds a line break or another control character; write it on one line", what,
            text::visible_line(text));
    constexpr auto blanks = U" \u00A0\u2007\u202F\u200B\u3000";
    if (unicode::code_points(text).find_first_not_of(blanks) == std::u32string::npos)
        return fmt::format("the {} is blank; leave it out, or give it as empty", what);
    return {};
}

} // namespace

const std::vector<std::string>& publisher_types() {
    static const std::vector<std::string> all{"NationalAuthority",
                                              "RegionalAuthority",
                                              "LocalAuthority",
                                              "SupraNationalAuthority",
                                              "Academia-ScientificOrganisation",
                                              "Company",
                                              "IndustryConsortium",
                                              "NonGovernmentalOrganisation",
                                              "NonProfitOrganisation",
                                              "PrivateIndividual(s)",
                                              "StandardisationBody"};
    return all;
}

const std::vector<std::string>& access_rights() {
    static const std::vector<std::string> all{"public", "restricted", "non-public"};
    return all;
}

std::string fault_of_description(const Description& description) {
    const auto fault = [](const char* what, const std::string& value, const char* right) {
        return fmt::format("the {} '{}' is none; write it such as {}", what, value, right);
    };
    const auto& [title, publisher, type, contact, email, licence, access, address, version, released] =
        description;
    for (const auto& [what, text] :
         std::initializer_list<std::pair<const char*, const std::string&>>{{"title", title},
                                                                           {"publisher", publisher},
                                                                           {"type of publisher", type},
                                                                           {"contact", contact},
                                                                           {"e-mail address", email},
                                                                           {"licence", licence},
                                                                           {"access", access},
                                                                           {"address", address},
                                                                           {"number of the release", version},
                                                                           {"day", released}})
        if (auto why = fault_of_line(what, text); !why.empty()) return why;
    if (!type.empty() && !is_among(type, publisher_types()))
        return fault("type of publisher", type, "LocalAuthority");
    if (!email.empty() && !is_mail(email)) return fault("e-mail address", email, "arkiv@ankeborg.se");
    if (!licence.empty() && !text::is_address(licence))
        return fault("licence", licence, "http://creativecommons.org/publicdomain/zero/1.0/");
    if (!access.empty() && !is_among(access, access_rights())) return fault("access", access, "public");
    if (!address.empty() && !text::is_address(address))
        return fault("address", address, "https://data.ankeborg.se/kommunkompassen/");
    if (!released.empty() && !is_date(released)) return fault("day", released, "2026-02-08");
    return {};
}

Keeping keep_description(Connection& connection, const Description& description) {
    if (const auto fault = fault_of_description(description); !fault.empty()) throw ConstraintError(fault);
    const auto before = find_description(connection);
    if (before == description) return Keeping::known;
    const auto& d = description;
    connection.run("DELETE FROM description");
    if (d != Description{})
        connection.run(
            "INSERT INTO description (id, title, publisher, publisher_type, contact, email, licence, "
            "access, address, version, released) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {null_if_empty(d.title), null_if_empty(d.publisher), null_if_empty(d.publisher_type),
             null_if_empty(d.contact), null_if_empty(d.email), null_if_empty(d.licence),
             null_if_empty(d.access), null_if_empty(d.address), null_if_empty(d.version),
             null_if_empty(d.released)});
    return before == Description{} ? Keeping::added : Keeping::changed;
}

Description find_description(const Connection& connection) {
    Description description;
    connection.each(
        "SELECT title, publisher, publisher_type, contact, email, licence, access, address, version, "
        "released FROM description",
        {}, [&](const Row& row) {
            description = {row.text("title"),   row.text("publisher"), row.text("publisher_type"),
                           row.text("contact"), row.text("email"),     row.text("licence"),
                           row.text("access"),  row.text("address"),   row.text("version"),
                           row.text("released")};
        });
    return description;
}

} // namespace kompass::archive
