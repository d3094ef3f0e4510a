// The register of municipalities: rules/municipalities.csv (code,name,county_code,county).
//
// Finds a municipality by name in capitals, in the genitive, with "kommun" or "stad", and through lost
// diacritics ("Kopings kommun" is Köping, 1983; "Norsjo" is Norsjö, 2417). Immutable and thread safe once
// loaded; loading throws RulesError naming file and line.
//
// The register is today's. What a municipality was called before, its code and county then, are told by the
// changes since 2002 (rules/municipality_changes.csv): it is found by a former name too, and `as_of` says
// what it was.
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

/// What happened to a municipality, or made one. It holds from that day on.
struct MunicipalityChange {
    enum class Kind { split, merged, moved, renamed };
    std::string date; ///< ISO 8601
    Kind kind = Kind::renamed;
    Municipality from; ///< as it was until then; of `split`, which goes on, as it is
    std::string to_code, to_name;

    friend bool operator==(const MunicipalityChange&, const MunicipalityChange&) = default;
};

[[nodiscard]] const char* name_of(MunicipalityChange::Kind kind);

class Municipalities {
public:
    [[nodiscard]] static Municipalities load(const std::filesystem::path& csv);
    /// Adds the rows of a further register, e.g. of invented municipalities: `own` is one of the user's. A
    /// code met twice is an error.
    void add(const std::filesystem::path& csv, bool own = false);
    /// Adds those whose code and name are not there yet: what is there goes before them.
    void add_missing(const std::vector<Municipality>& municipalities);

    /// Adds the changes of a file:
    /// date,change,from_code,from_name,from_county_code,from_county,to_code,to_name.
    void add_changes(const std::filesystem::path& csv);
    /// In the order of their days.
    [[nodiscard]] const std::vector<MunicipalityChange>& changes() const { return changes_; }
    /// What a municipality of the register was called in that year, with its code and county; of the year of
    /// a change without a month as after it.
    [[nodiscard]] Municipality as_of(const Municipality& today, int year, std::optional<int> month) const;

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

    /// All names, former ones too.
    [[nodiscard]] std::vector<std::string> names() const;

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
    std::vector<MunicipalityChange> changes_;
    std::vector<std::u32string> keys_; ///< parallel to municipalities_
    std::unordered_map<std::u32string, Index> by_key_;
    /// Names with å ä ö by their skeleton: all that such a letter may be read for taken away.
    std::unordered_map<std::u32string, std::vector<Index>> by_skeleton_;
};

} // namespace kompass::rules
