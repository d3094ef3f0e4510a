#include "cli/pipeline.h"

namespace kompass::cli {

void understand_all(const std::vector<std::filesystem::path>& files, const rules::Knowledge& knowledge,
                    const Context& context, const Ocr& ocr, const OnUnderstood& on_understood,
                    const OnPage& on_page) {
    auto repairer = pipeline::make_repairer(knowledge_sources(context.settings));
    read_sources(
        files, context, ocr,
        [&](const auto& file, const Document& document) {
            on_understood(file, document, pipeline::understand(document, knowledge, repairer));
        },
        on_page);
}

} // namespace kompass::cli
