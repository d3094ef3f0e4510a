// What a run has to tell people of its sources, on standard error.
#pragma once

#include "cli/terminal/talk.h"
#include "model/trouble.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// "file, page 3: message (code)", for people: as kompass::describe, in their language.
[[nodiscard]] std::string told_of(const Trouble& trouble);

/// Errors always, warnings as remarks, notes not. True if no error is among them.
bool tell_troubles(const Troubles& troubles, Talk& talk);

void tell_remarks(const std::vector<std::string>& remarks, Talk& talk);

} // namespace kompass::cli
