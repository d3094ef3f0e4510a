// The register of municipalities: rules/municipalities.csv (code,name,county_code,county).
//
// Finds a municipality by name in capitals, in the genitive, with "kommun" or "stad", and through lost
// diacritics ("Kopings kommun" is Köping, 1983; "Norsjo" is Norsjö, 2417). Immutable and thread safe once
// loaded; loading throws RulesError naming file and line.
#pragma once

#include "text/csv.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kompass::rules {

struct Municipality {
    std::string code, name, county_code, county;
    bool own = false; ///< of a register of the user's own

    friend bool operator==(const Municipality&, const Municipality&) = default;
};

class Municipalities {
public:
    [[nodiscard]] static Municipalities load(const std::filesystem::path& csv);
    /// Adds the rows of a further register, e.g. of invented municipalities: `own` is one of the user's. A
    /// code met twice is an error.
    void add(const std::filesystem::path& csv, bool own = false);
    /// Adds those whose code and name are not there yet: what is there goes before them.
    void add_missing(const std::vector<Municipality>& municipalities);

    /// The municipality that the whole of `phrase` names: "Köpings kommun", "HELSINGBORGS STAD", "Norsjös",
    /// "Avesta", "Kdpings kommun". Null if none or if several fit equally well.
    [[nodiscard]] const Municipality* named(std::string_view phrase) const;

    /// The one whose name would be read as this one's where å ä ö are lost: Håbo for "Habo". Null: there is
    /// none.
    [[nodiscard]] const Municipality* twin_of(std::string_view name) const;

    /// All those named in running text, in order, each once. In running text a name must begin with a capital
    /// and be a whole word or words; "Upplands Väsby" is one name; a name that is also an ordinary word
    /// ("Mark", "Ale", "Lund", "Habo") counts like any other. A county ("Stockholms län") is no municipality,
    /// and "Ange" is Ånge only before "kommun".
    [[nodiscard]] std::vector<const Municipality*> mentioned(std::string_view text) const;

    [[nodiscard]] const Municipality* with_code(std::string_view code) const;
    [[nodiscard]] const std::vector<Municipality>& all() const { return municipalities_; }

private:
    using Index = std::size_t; ///< into municipalities_

    /// Empty if it was added; else why not.
    [[nodiscard]] std::string try_add(Municipality municipality);

    /// What `key` (lower case, blanks single, no hyphens) names, first as it is spelt, then leniently.
    [[nodiscard]] std::optional<Index> spelt(const std::u32string& key) const;
    [[nodiscard]] std::optional<Index> damaged(const std::u32string& key) const;

    std::vector<Municipality> municipalities_;
    std::vector<std::u32string> keys_; ///< parallel to municipalities_
    std::unordered_map<std::u32string, Index> by_key_;
    /// Names with å ä ö by their skeleton: all that such a letter may be read for taken away.
    std::unordered_map<std::u32string, std::vector<Index>> by_skeleton_;
};

} // namespace kompass::rules
