#include "model/lost_lines.h"

namespace kompass {

namespace {

/// Bytes of text, and of that in lines that are none of print.
struct Lengths {
    std::size_t whole = 0;
    std::size_t in_long_lines = 0;
    bool cells = false; ///< rows with cells, long or not

    void count(const Page& page) {
        constexpr std::size_t longest_row = 500; // bytes
        for (const auto& line : page.lines) {
            cells = cells || line.find_first_of("\t|<") != std::string::npos;
            whole += line.size();
            if (line.size() > longest_row) in_long_lines += line.size();
        }
    }
    [[nodiscard]] bool lost() const { return !cells && in_long_lines * 2 > whole; }
};

} // namespace

bool has_lost_its_lines(const Page& page) {
    Lengths lengths;
    lengths.count(page);
    return lengths.lost();
}

bool has_lost_its_lines(const Document& document) {
    Lengths lengths;
    for (const auto& page : document.pages)
        lengths.count(page);
    return lengths.lost();
}

} // namespace kompass
