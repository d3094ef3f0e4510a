#include "text/line_shape.h"

#include <cctype>

namespace kompass::text {

std::string line_shape(std::string_view text) {
    std::string shape;
    for (const unsigned char c : text) {
        if (std::isdigit(c) == 0)
            shape += static_cast<char>(c);
        else if (shape.empty() || shape.back() != '#')
            shape += '#';
    }
    return shape;
}

} // namespace kompass::text
