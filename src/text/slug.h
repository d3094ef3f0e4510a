// A name as it may stand in keys, ids and addresses. Pure and thread safe.
#pragma once

#include <string>

namespace kompass::text {

/// In small letters, digits and single hyphens: "Upplands Väsby" gives "upplands-vaesby", for Håbo is not
/// Habo. Empty if the name has neither.
[[nodiscard]] std::string slug(const std::string& name);

} // namespace kompass::text
