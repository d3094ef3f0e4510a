#include "audit/layer.h"

#include <array>
#include <string_view>
#include <utility>

namespace kompass::audit {

std::string told_of_effective(std::string explanation) {
    constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"the report prints", "the archive holds"},
         {"The report prints", "The archive holds"},
         {"as printed", "as the archive holds"}});
    for (const auto& [printed, held] : words)
        for (auto at = explanation.find(printed); at != std::string::npos;
             at = explanation.find(printed, at + held.size()))
            explanation.replace(at, printed.size(), held);
    return "As decided: " + explanation;
}

} // namespace kompass::audit
