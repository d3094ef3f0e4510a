// Municipalities through time: which one a name or code is of, and what it was called in a year.
//
// One that was renamed, or moved to another county and numbered anew, goes on as the same: whatever name or
// code it has borne is of it. One that was merged into another, or that came of a part of another, is its
// own. The one place that tells so: extraction asks the same of the register (rules::Municipalities::as_of).
#pragma once

#include "archive/connection.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::archive {

/// A municipality as it was called and numbered at a time.
struct MunicipalityThen {
    std::string code, name;
};

/// What the municipality that has borne `code` was then; of the month of a change as after it, of a year
/// without a month as at its end. nullopt: nothing of it has changed, as far as the archive knows.
[[nodiscard]] std::optional<MunicipalityThen>
municipality_as_of(const Connection& connection, const std::string& code, int year, std::optional<int> month);

/// A municipality, whatever it was called.
struct LastingMunicipality {
    std::string code, name, county;        ///< as registered now; no county where the register does not tell
    std::vector<std::string> codes, names; ///< all that it has borne
};

/// All that the archive knows, as they are when it is made. Immutable then.
class LastingMunicipalities {
public:
    explicit LastingMunicipalities(const Connection& connection);

    /// The one that has borne the code or, where there is no code, the name. Null: none, or several.
    [[nodiscard]] const LastingMunicipality* of(const std::string& code, const std::string& name) const;

    [[nodiscard]] const std::vector<LastingMunicipality>& all() const { return all_; }

private:
    std::size_t with_code(const std::string& code);
    void add_name(const std::string& code, const std::string& name);

    std::vector<LastingMunicipality> all_;
    std::map<std::string, std::size_t> by_code_;
    std::map<std::string, std::vector<std::size_t>> by_name_;
};

} // namespace kompass::archive
