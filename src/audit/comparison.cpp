#include "audit/comparison.h"

namespace kompass::audit {

AuditFinding compared(const Comparison& comparison) {
    const bool equal = comparison.printed == comparison.expected;
    return {comparison.kind,
            equal ? Verdict::exact : Verdict::inconsistent,
            comparison.area,
            comparison.cell,
            comparison.printed.text(),
            comparison.expected.text(),
            equal ? comparison.if_equal : comparison.if_not,
            comparison.places};
}

} // namespace kompass::audit
