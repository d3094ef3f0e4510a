#include "pipeline/knowledge_sources.h"

#include "rules/confusions_file.h"

namespace kompass::pipeline {

rules::Knowledge load_knowledge(const KnowledgeSources& sources) {
    auto knowledge = rules::Knowledge::load(rules::find_rules(sources.rules));
    for (const auto& register_file : sources.municipalities)
        knowledge.municipalities.add(register_file);
    return knowledge;
}

repair::Repairer make_repairer(const KnowledgeSources& sources) {
    return repair::Repairer([folder = rules::find_rules(sources.rules) / "repair"] {
        return repair::Vocabulary{repair::Lexicon::load(folder / "lexicon.bin"),
                                  rules::load_confusions(folder / "confusions.toml"),
                                  rules::load_confusions(folder / "scan-confusions.toml")};
    });
}

} // namespace kompass::pipeline
