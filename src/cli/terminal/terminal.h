// What stands behind an output: a terminal (how wide, coloured or not) or a file, pipe or log.
#pragma once

#include <string>
#include <string_view>

namespace kompass::cli {

struct Terminal {
    bool interactive = false; ///< a person watches: lines may be overwritten
    bool colour = false;      ///< interactive, and neither NO_COLOR nor TERM=dumb says no
    int width = 80;           ///< columns, at least 40; $COLUMNS, else the terminal's own, else 80

    /// Of a table: in a file or pipe it is as wide everywhere.
    [[nodiscard]] int table_width() const;

    [[nodiscard]] static Terminal of(int fd);
};

enum class Colour { plain, bold, dim, green, yellow, red };

/// `text` in the colour where the terminal shows colours, else as it is.
[[nodiscard]] std::string coloured(std::string_view text, Colour colour, const Terminal& terminal);

/// `text` as it may be written: what came from outside cannot steer the terminal, for of control characters
/// only those of `coloured` stay (where there are colours), and what parts lines; see text::visible.
[[nodiscard]] std::string shown(std::string_view text, const Terminal& terminal);

} // namespace kompass::cli
