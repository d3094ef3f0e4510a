#include "cli/terminal/bar.h"

#include <algorithm>
#include <array>

namespace kompass::cli {

std::string bar(Decimal part, Decimal whole, std::size_t columns) {
    constexpr std::array eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (whole <= 0) return {};
    const auto shown = static_cast<std::size_t>(std::clamp(part, Decimal(), whole).tenths());
    const auto total = static_cast<std::size_t>(whole.tenths());
    const auto filled = (shown * columns * 8 + total / 2) / total;

    std::string text;
    for (std::size_t i = 0; i < filled / 8; ++i)
        text += "█";
    text += eighths.at(filled % 8);
    for (std::size_t i = (filled + 7) / 8; i < columns; ++i)
        text += "·";
    return text;
}

} // namespace kompass::cli
