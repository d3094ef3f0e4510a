#include "cli/pipeline.h"

#include "cli/repairing.h"
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
    const auto repairer = make_repairer(context.settings);
    read_sources(
        files, context, ocr,
        [&](const auto& file, const Document& document) {
            auto mended = document;
            repairer->mend(mended);
            on_record(file, document, extract(mended, knowledge));
        },
        on_page);
}

} // namespace kompass::cli
