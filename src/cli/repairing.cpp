#include "cli/repairing.h"

#include "rules/confusions_file.h"
#include "rules/knowledge.h"

namespace kompass::cli {

std::unique_ptr<repair::Repairer> make_repairer(const Settings& settings) {
    const auto folder = rules::find_rules(settings.rules) / "repair";
    return std::make_unique<repair::Repairer>(repair::Lexicon::load(folder / "lexicon.bin"),
                                              rules::load_confusions(folder / "confusions.toml"),
                                              rules::load_confusions(folder / "scan-confusions.toml"));
}

} // namespace kompass::cli
