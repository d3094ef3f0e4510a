#include "read/reading.h"

#include "read/triage.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::read {

void add_trouble(Document& document, Severity severity, std::string code, std::string message, int page) {
    Trouble trouble{severity, std::move(code), std::move(message), document.file, std::nullopt, {}};
    if (page > 0) trouble.place = Place{page, std::nullopt};
    document.troubles.push_back(std::move(trouble));
}

bool has_error(const Document& document) {
    return std::any_of(document.troubles.begin(), document.troubles.end(),
                       [](const Trouble& trouble) { return trouble.severity == Severity::error; });
}

void add_page(Document& document, Page page, int pages, const ReadEvents& events) {
    document.pages.push_back(std::move(page));
    if (events.page_read) events.page_read(document, pages);
}

bool refuse_too_many_pages(Document& document, int pages, const ReadOptions& options) {
    if (pages <= options.max_pages) return false;
    add_trouble(
        document, Severity::error, "too-many-pages",
        fmt::format("the file has {} pages, more than the {} allowed; if it is a report all the same, "
                    "raise the limit with --max-pages",
                    pages, options.max_pages));
    return true;
}

void refuse_textless(Document& document) {
    const auto has_text = [](const Page& page) {
        return !page.words.empty() || !page.lines.empty() || awaits_ocr(page);
    };
    const auto has_failed = [](const Page& page) { return page.reading == Reading::failed; };
    if (std::any_of(document.pages.begin(), document.pages.end(), has_text)) return;
    if (std::any_of(document.pages.begin(), document.pages.end(), has_failed))
        add_trouble(document, Severity::error, "no-page-read",
                    "no page could be read; fetch the file again from its publisher");
    else
        add_trouble(document, Severity::error, "no-text",
                    "no text was found on any page; see what kompass pages says of them");
}

} // namespace kompass::read
