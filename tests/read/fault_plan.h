// What this program's workers are to do wrong, and what they have for an engine; see fault_worker.cpp.
#pragma once

#include "tests/support/variable.h"

namespace kompass::read::tests {

/// While it lives, this program serves as a worker by that plan.
class FaultPlan {
public:
    explicit FaultPlan(const char* plan) : variable_("KOMPASS_FAULT_WORKER", plan) {}

private:
    kompass::testing::Variable variable_;
};

} // namespace kompass::read::tests
