#include "cli/telling.h"

namespace kompass::cli {

bool tell_troubles(const Troubles& troubles, Talk& talk) {
    bool well = true;
    for (const auto& trouble : troubles) {
        if (trouble.severity == Severity::error) {
            talk.error(describe(trouble));
            well = false;
        } else if (trouble.severity == Severity::warning) {
            talk.remark(describe(trouble));
        }
    }
    return well;
}

void tell_remarks(const std::vector<std::string>& remarks, Talk& talk) {
    for (const auto& remark : remarks)
        talk.remark(remark);
}

} // namespace kompass::cli
