// A typeface in a size and colour, and a line style. Plain values, no ownership.
#pragma once

#include <string>

namespace typesetter {

struct Colour {
    double red = 0, green = 0, blue = 0;
};

inline constexpr Colour black{0, 0, 0};
inline constexpr Colour white{1, 1, 1};

/// The colour mixed with white: 0 is white, 1 the colour itself.
inline Colour tint(Colour colour, double share) {
    return {1 - share * (1 - colour.red), 1 - share * (1 - colour.green), 1 - share * (1 - colour.blue)};
}

struct Font {
    std::string family{};
    double size = 11; // points
    bool bold = false;
    bool italic = false;
    bool underlined = false;
    double spacing = 0; // points between letters
    Colour colour{};
};

enum class Align { left, centre, right, justified };

struct Style {
    Font font{};
    Align align = Align::left;
    double leading = 1.25; // a line's height, of the size
    double indent = 0;     // of the first line
    bool hyphenate = false;
};

} // namespace typesetter
