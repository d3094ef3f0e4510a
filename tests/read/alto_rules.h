// What the schema of ALTO 4.4 says of the elements that are written, held against a document.
//
// Stated here from the schema: which children in which order, which attributes and of what type, which of
// them required, enumerations, unique IDs, references that lead somewhere. Besides, what no schema can say:
// boxes lie inside those around them, and the headers name version 4.4.
#pragma once

#include "tests/read/xml_tree.h"

#include <string>
#include <vector>

namespace kompass::read::tests {

/// What is wrong, one line a fault; empty if nothing is.
[[nodiscard]] std::vector<std::string> faults_in_alto(const XmlElement& root);

} // namespace kompass::read::tests
