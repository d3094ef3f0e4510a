#include "cli/telling.h"

#include "text/language.h"
#include "text/retelling.h"

namespace kompass::cli {

std::string told_of(const Trouble& trouble) {
    auto text = trouble.file;
    if (trouble.place)
        text += text.empty() ? text::tr("page {}", trouble.place->page)
                             : text::tr(", page {}", trouble.place->page);
    if (!text.empty()) text += ": ";
    return text + text::retold(trouble.message) + " (" + trouble.code + ")";
}

bool tell_troubles(const Troubles& troubles, Talk& talk) {
    bool well = true;
    for (const auto& trouble : troubles) {
        if (trouble.severity == Severity::error) {
            talk.error(told_of(trouble));
            well = false;
        } else if (trouble.severity == Severity::warning) {
            talk.remark(told_of(trouble));
        }
    }
    return well;
}

void tell_remarks(const std::vector<std::string>& remarks, Talk& talk) {
    for (const auto& remark : remarks)
        talk.remark(text::retold(remark));
}

} // namespace kompass::cli
