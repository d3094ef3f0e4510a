#include "tests/support/transcript.h"

#include "read/transcript_reader.h"

namespace kompass::testing {

Document transcript(std::string_view text) {
    if (text.starts_with('\n')) text.remove_prefix(1);
    Document document;
    document.file = "set.txt";
    document.kind = SourceKind::transcript;
    document.pages = read::transcript_pages(text);
    return document;
}

std::vector<SourceLine> source_lines(std::string_view text) {
    std::vector<SourceLine> lines;
    for (const auto& page : transcript(text).pages) {
        bool gap = false;
        for (const auto& line : page.lines) {
            if (!line.empty()) lines.push_back({line, {page.number, std::nullopt}, gap});
            gap = line.empty();
        }
    }
    return lines;
}

} // namespace kompass::testing
