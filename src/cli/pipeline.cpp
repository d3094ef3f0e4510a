#include "cli/pipeline.h"

#include "cli/repairing.h"
#include "extractors/extract.h"

#include <memory>

namespace kompass::cli {

rules::Knowledge load_knowledge(const Settings& settings) {
    auto knowledge = rules::Knowledge::load(rules::find_rules(settings.rules));
    for (const auto& csv : settings.municipalities)
        knowledge.municipalities.add(csv);
    return knowledge;
}

void extract_all(const std::vector<std::filesystem::path>& files, const rules::Knowledge& knowledge,
                 const Context& context, const Ocr& ocr, const OnRecord& on_record, const OnPage& on_page) {
    std::unique_ptr<repair::Repairer> repairer; // born-digital reports need none, nor the time to load it
    read_sources(
        files, context, ocr,
        [&](const auto& file, const Document& document) {
            if (!repair::Repairer::concerns(document)) {
                on_record(file, document, extract(document, knowledge));
                return;
            }
            if (!repairer) repairer = make_repairer(context.settings);
            auto mended = document;
            repairer->mend(mended);
            on_record(file, document, extract(mended, knowledge));
        },
        on_page);
}

} // namespace kompass::cli
