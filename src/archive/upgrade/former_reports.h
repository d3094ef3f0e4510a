// The former reports of an archive from before there were evaluations: whole records kept as JSON beside the
// tables. Each becomes rows like any other.
#pragma once

#include "archive/connection.h"

namespace kompass::archive {

/// Takes in former reports and corrections, and takes away the tables that held them. Part of the caller's
/// transaction.
void take_in_former_reports(Connection& connection);

} // namespace kompass::archive
