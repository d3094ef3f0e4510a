#include "tests/support/real_rules.h"

#include "layout/layout.h"
#include "pipeline/report_hints.h"
#include "tests/support/repairer.h"
#include "tests/support/transcript.h"

#include <filesystem>

namespace kompass::testing {

const rules::Knowledge& knowledge() {
    static const auto loaded = rules::Knowledge::load(std::filesystem::path(KOMPASS_SOURCE_DIR) / "rules");
    return loaded;
}

const layout::Hints& hints() {
    static const auto told = pipeline::hints_from(knowledge().rules);
    return told;
}

Blocks laid_out(const Document& document) {
    return layout::layout(document, hints());
}

pipeline::Understanding understood(const Document& document) {
    return pipeline::understand(document, knowledge(), repairer());
}

Record extracted(const Document& document) {
    return understood(document).record;
}

Blocks blocks_of(std::string_view text) {
    return laid_out(transcript(text));
}

} // namespace kompass::testing
