// A file that a PDF carries. A plain value.
#pragma once

#include <string>

namespace kompass::read {

struct Attachment {
    std::string name; ///< UTF-8, as the PDF has it; empty if `fault` is of all that the PDF carries
    std::string bytes;
    std::string fault; ///< why there are no bytes, for people
};

} // namespace kompass::read
