// The register of municipalities: rules/municipalities.csv (code,name,county_code,county).
//
// Finds a municipality by name in capitals, in the genitive, with "kommun" or "stad", and through lost
// diacritics ("Kopings kommun" is Köping, 1983; "Norsjo" is Norsjö, 2417). Immutable and thread safe once
// loaded; loading throws RulesError naming file and line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::rules {

struct Municipality {
    std::string code, name, county_code, county;
};

class Municipalities {
  public:
    [[nodiscard]] static Municipalities load(const std::filesystem::path& csv);
    /// Adds the rows of a further register, e.g. of invented municipalities. A code met twice is an error.
    void add(const std::filesystem::path& csv);

    /// The municipality that the whole of `phrase` names: "Köpings kommun", "HELSINGBORGS STAD", "Norsjös",
    /// "Avesta", "Kdpings kommun". Null if none or if several fit equally well.
    [[nodiscard]] const Municipality* named(std::string_view phrase) const;

    /// All those named in running text, in order, each once. In running text a name must begin with a capital
    /// and be a whole word or words; "Upplands Väsby" is one name; a name that is also an ordinary word
    /// ("Mark", "Ale", "Lund", "Habo") counts like any other.
    [[nodiscard]] std::vector<const Municipality*> mentioned(std::string_view text) const;

    [[nodiscard]] const Municipality* with_code(std::string_view code) const;
    [[nodiscard]] const std::vector<Municipality>& all() const { return municipalities_; }

  private:
    std::vector<Municipality> municipalities_;
};

} // namespace kompass::rules
