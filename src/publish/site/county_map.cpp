#include "publish/site/county_map.h"

#include "publish/site/page.h"
#include "publish/site/wordings.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kompass::publish::site {
namespace {

struct Tile {
    std::string_view county, name; ///< a soft hyphen where a long name may be parted
    int row, column;
};

/// From north to south, in each row from west to east.
constexpr auto tiles = std::to_array<Tile>({
    {"25", "Norr&shy;botten", 1, 4},
    {"24", "Väster&shy;botten", 2, 4},
    {"23", "Jämtland", 3, 3},
    {"22", "Väster&shy;norrland", 3, 4},
    {"20", "Dalarna", 4, 2},
    {"21", "Gävleborg", 4, 3},
    {"17", "Värmland", 5, 1},
    {"18", "Örebro", 5, 2},
    {"19", "Västman&shy;land", 5, 3},
    {"03", "Uppsala", 5, 4},
    {"14", "Västra Götaland", 6, 1},
    {"05", "Öster&shy;götland", 6, 2},
    {"04", "Söderman&shy;land", 6, 3},
    {"01", "Stockholm", 6, 4},
    {"13", "Halland", 7, 1},
    {"06", "Jönköping", 7, 2},
    {"08", "Kalmar", 7, 3},
    {"09", "Gotland", 7, 4},
    {"12", "Skåne", 8, 1},
    {"07", "Kronoberg", 8, 2},
    {"10", "Blekinge", 8, 3},
});

constexpr std::size_t shades = 4; ///< of tiles with municipalities, in site.css

/// 1 to `shades`; 0 of a county without any.
std::size_t shade_of(std::size_t count, std::size_t most) {
    return count == 0 ? 0 : 1 + (count - 1) * shades / most;
}

} // namespace

std::string county_of_code(const std::string& municipality_code) {
    constexpr std::size_t digits = 4;
    if (municipality_code.size() != digits) return "";
    auto county = municipality_code.substr(0, 2);
    const bool is_there =
        std::any_of(tiles.begin(), tiles.end(), [&](const Tile& tile) { return tile.county == county; });
    return is_there ? county : "";
}

std::string id_of_county(const std::string& county) {
    return "lan-" + county;
}

std::string county_map(const std::map<std::string, std::size_t>& municipalities) {
    const auto count_of = [&](std::string_view county) {
        const auto found = municipalities.find(std::string(county));
        return found == municipalities.end() ? std::size_t{0} : found->second;
    };
    std::size_t most = 0;
    for (const auto& tile : tiles)
        most = std::max(most, count_of(tile.county));
    if (most == 0) return "";
    auto html =
        fmt::format("<div class=\"map\"><p class=\"note\">{}</p>\n<ol class=\"tiles\" aria-label=\"{}\">\n",
                    say("map.note"), say("map.label"));
    for (const auto& tile : tiles) {
        const auto count = count_of(tile.county);
        const auto content = fmt::format("<span>{}</span> <b>{}</b>", tile.name,
                                         count == 0 ? std::string("–") : std::to_string(count));
        html += fmt::format(R"(<li class="shade-{}" style="grid-area:{}/{}">)", shade_of(count, most),
                            tile.row, tile.column);
        html += count == 0
                    ? fmt::format("<div>{}</div>", content)
                    : fmt::format(R"(<a href="#{}">{}</a>)", id_of_county(std::string(tile.county)), content);
        html += "</li>\n";
    }
    return html + "</ol></div>\n";
}

} // namespace kompass::publish::site
