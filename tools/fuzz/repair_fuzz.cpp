// Fuzz target: any bytes as text to repair. Build with clang and -DKOMPASS_FUZZ=ON, run build/…/repair_fuzz
// CORPUS.
//
// Aborts if a line is lost or what comes out is no UTF-8; the sanitizers find the rest.
#include "repair/repair.h"
#include "rules/confusions_file.h"
#include "text/unicode.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace kompass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto folder = std::filesystem::path(KOMPASS_SOURCE_DIR) / "rules" / "repair";
    static repair::Repairer repairer([] {
        return repair::Vocabulary{repair::Lexicon::load(folder / "lexicon.bin"),
                                  rules::load_confusions(folder / "confusions.toml"),
                                  rules::load_confusions(folder / "scan-confusions.toml")};
    });
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < size; ++i) {
        if (data[i] == '\n')
            lines.emplace_back();
        else
            lines.back() += static_cast<char>(data[i]);
    }
    const auto repaired = repairer.repaired(lines);
    if (repaired.lines.size() != lines.size()) std::abort();
    for (const auto& line : repaired.lines)
        if (!unicode::is_valid_utf8(line)) std::abort();
    return 0;
}
