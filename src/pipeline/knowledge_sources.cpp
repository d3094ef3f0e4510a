#include "pipeline/knowledge_sources.h"

#include "rules/confusions_file.h"
#include "text/csv.h"

namespace kompass::pipeline {

rules::Knowledge load_knowledge(const KnowledgeSources& sources) {
    auto knowledge = rules::Knowledge::load(rules::find_rules(sources.rules));
    for (const auto& register_file : sources.municipalities)
        knowledge.municipalities.add(register_file, true);
    knowledge.municipalities.add_missing(sources.remembered);
    return knowledge;
}

std::vector<rules::Municipality> municipalities_of(const std::vector<std::string>& rows) {
    std::string sheet = "code,name,county_code,county\n";
    for (const auto& row : rows)
        sheet += row + '\n';
    std::vector<rules::Municipality> municipalities;
    for (const auto& row : text::parsed_csv(sheet, "--municipality").rows)
        municipalities.push_back({row["code"], row["name"], row["county_code"], row["county"], true});
    return municipalities;
}

repair::Repairer make_repairer(const KnowledgeSources& sources) {
    return repair::Repairer([folder = rules::find_rules(sources.rules) / "repair"] {
        return repair::Vocabulary{repair::Lexicon::load(folder / "lexicon.bin"),
                                  rules::load_confusions(folder / "confusions.toml"),
                                  rules::load_confusions(folder / "scan-confusions.toml")};
    });
}

} // namespace kompass::pipeline
