// What the arithmetic says of an evaluation: of the figures that its documents print, and of those in effect.
//
// Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::enquiry {

/// A check, and of which figures its verdict is.
struct LayeredCheck {
    AuditFinding finding;
    bool published = true; ///< of the figures as printed
    bool effective = true; ///< of the figures in effect

    /// "published and effective", "published" (a decision settled it) or "effective" (a decision made it)
    [[nodiscard]] const char* layer() const;
};

/// In the order of audit, those of decided figures last. Without `all` only what is inconsistent.
[[nodiscard]] std::vector<LayeredCheck> list_checks(const archive::Connection& connection,
                                                    std::int64_t report, bool all);

} // namespace kompass::enquiry
