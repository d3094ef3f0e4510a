#include "cli/pipeline.h"

#include "extractors/extract.h"

namespace kompass::cli {

rules::Knowledge load_knowledge(const Settings& settings) {
    auto knowledge = rules::Knowledge::load(rules::find_rules(settings.rules));
    for (const auto& csv : settings.municipalities)
        knowledge.municipalities.add(csv);
    return knowledge;
}

void extract_all(const std::vector<std::filesystem::path>& files, const rules::Knowledge& knowledge,
                 const Context& context, const Ocr& ocr, const OnRecord& on_record, const OnPage& on_page) {
    read_sources(
        files, context, ocr,
        [&](const auto& file, const Document& document) {
            on_record(file, document, extract(document, knowledge));
        },
        on_page);
}

} // namespace kompass::cli
