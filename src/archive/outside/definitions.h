// The definitions that reports refer to: counties, municipalities, editions, areas and questions.
//
// They come from the rules. A definition is added or brought up to date, never taken away, since stored
// reports refer to it. What a report names and the rules do not know (a municipality of another register, an
// edition) gets a row of its own with nothing but what the report says. How questions of two editions compare
// is rewritten as the rules have it: nothing refers to that.
#pragma once

#include "archive/connection.h"
#include "rules/knowledge.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::archive {

/// Writes the definitions of the rules. Part of the caller's transaction.
void seed(Connection& connection, const std::vector<rules::Edition>& editions,
          const std::vector<rules::Municipality>& municipalities,
          const std::vector<rules::MunicipalityChange>& changes = {},
          const rules::Concordance& concordance = {});

/// Equal exactly if seeding would write the same rows.
[[nodiscard]] std::string fingerprint(const std::vector<rules::Edition>& editions,
                                      const std::vector<rules::Municipality>& municipalities,
                                      const std::vector<rules::MunicipalityChange>& changes = {},
                                      const rules::Concordance& concordance = {});

/// The code that a municipality of that name had in that year, or at another time; empty: there is none.
[[nodiscard]] std::string code_of_municipality(const Connection& connection, const std::string& name,
                                               std::optional<int> year);

/// The municipality's code as a reference, with a row to refer to; NULL if `code` is empty.
[[nodiscard]] Value municipality_reference(Connection& connection, const std::string& code,
                                           const std::string& name);

/// The edition's id as a reference, with a row to refer to; NULL if it is empty.
[[nodiscard]] Value edition_reference(Connection& connection, const std::string& edition);

/// Finds the definition of what a report prints, for one edition.
class Definitions {
public:
    /// `edition` may be unknown or empty: then nothing is found.
    Definitions(const std::vector<rules::Edition>& editions, const std::string& edition);

    /// The area of this number, if one of the titles printed (empty ones do not count) reads like its title
    /// or an alias, or if none is printed; else NULL.
    [[nodiscard]] Value area_reference(const Connection& connection, int number,
                                       const std::vector<std::string>& printed_titles) const;
    /// The question of this number, if its text reads like one of the wordings or is empty; else NULL.
    [[nodiscard]] Value question_reference(const Connection& connection, int area, const std::string& number,
                                           const std::string& printed_text) const;

private:
    [[nodiscard]] const rules::AreaDefinition* area(int number) const;

    const rules::Edition* edition_ = nullptr;
};

} // namespace kompass::archive
