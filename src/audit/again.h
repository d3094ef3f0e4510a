// A record audited anew, whose findings keep what was told of them.
#pragma once

#include "model/record.h"

namespace kompass::audit {

/// Audits the record as it stands. What is found again keeps its explanation, which may say more than the
/// arithmetic alone does: what a misreading may have been.
void audit_again(Record& record);

} // namespace kompass::audit
