#include "tests/support/repairer.h"

#include "rules/confusions_file.h"

#include <filesystem>

namespace kompass::testing {
namespace {

const std::filesystem::path& folder() {
    static const auto path = std::filesystem::path(KOMPASS_SOURCE_DIR) / "rules" / "repair";
    return path;
}

} // namespace

repair::Lexicon lexicon() {
    static const auto loaded = repair::Lexicon::load(folder() / "lexicon.bin");
    return loaded;
}

const repair::Confusions& confusions() {
    static const auto loaded = rules::load_confusions(folder() / "confusions.toml");
    return loaded;
}

repair::Repairer& repairer() {
    static repair::Repairer made([] {
        return repair::Vocabulary{lexicon(), confusions(),
                                  rules::load_confusions(folder() / "scan-confusions.toml")};
    });
    return made;
}

repair::Repaired repair_of(std::string_view text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return repairer().repaired(lines);
}

std::string repaired(std::string_view text) {
    std::string joined;
    for (const auto& line : repair_of(text).lines)
        joined += line + "\n";
    if (!joined.empty()) joined.pop_back();
    return joined;
}

} // namespace kompass::testing
