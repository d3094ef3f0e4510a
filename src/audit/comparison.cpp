#include "audit/comparison.h"

namespace kompass::audit {

AuditFinding compared(const Comparison& comparison) {
    const bool equal = comparison.printed == comparison.expected;
    return {comparison.kind,
            equal ? Verdict::exact : Verdict::inconsistent,
            comparison.area,
            comparison.cell,
            std::to_string(comparison.printed),
            std::to_string(comparison.expected),
            equal ? comparison.if_equal : comparison.if_not,
            comparison.places};
}

} // namespace kompass::audit
