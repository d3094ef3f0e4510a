#include "cli/sheets/given_file.h"

#include "read/file_bytes.h"
#include "text/language.h"

#include <iostream>
#include <iterator>
#include <stdexcept>

namespace kompass::cli {

std::string content_of_file(const std::string& name) {
    if (name == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    auto content = read::read_file(name);
    if (!content.error.empty()) throw std::runtime_error(text::tr("cannot open {}: {}", name, content.error));
    return std::move(content.bytes);
}

} // namespace kompass::cli
