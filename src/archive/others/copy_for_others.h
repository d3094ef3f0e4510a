// What is taken out of a copy of an archive before others get it: what OCR read, and whatever names folders
// of this machine; if so wished, who decided.
//
// People who decided become "person 1", "person 2" …, in the order of their first decision, so that it still
// shows what the same person decided. Part of the caller's transaction.
#pragma once

#include "archive/connection.h"

#include <map>
#include <string>

namespace kompass::archive {

/// What those who decided are called where nobody is to be named: the one rule for all that is made for
/// others, be it a copy, pages or a report.
[[nodiscard]] std::map<std::string, std::string> names_for_others(const Connection& connection);

/// How a copy for others is made.
struct Copying {
    bool with_names = true;        ///< who decided; else nobody is named
    std::string version, released; ///< of a release, which the copy then says of itself; empty: it is none
};

void prepare_for_others(Connection& copy, const Copying& how);

} // namespace kompass::archive
