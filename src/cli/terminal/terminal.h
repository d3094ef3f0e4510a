// What stands behind an output: a terminal (how wide, coloured or not) or a file, pipe or log.
#pragma once

#include <string>
#include <string_view>

namespace kompass::cli {

struct Terminal {
    bool interactive = false; ///< a person watches: lines may be overwritten
    bool colour = false;      ///< interactive, and neither NO_COLOR nor TERM=dumb says no
    int width = 80;           ///< columns, at least 40; $COLUMNS, else the terminal's own, else 80

    [[nodiscard]] static Terminal of(int fd);
};

enum class Colour { plain, bold, dim, green, yellow, red };

/// `text` in the colour where the terminal shows colours, else as it is.
[[nodiscard]] std::string coloured(std::string_view text, Colour colour, const Terminal& terminal);

} // namespace kompass::cli
