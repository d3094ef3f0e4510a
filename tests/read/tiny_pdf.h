// Small PDFs written by hand, so that tests of reading need no files.
#pragma once

#include "read/attachment.h"

#include <string>
#include <string_view>
#include <vector>

namespace kompass::read::tests {

struct TinyPage {
    std::string content;              ///< operators of the page, e.g. "BT /F1 12 Tf 72 720 Td (Text) Tj ET"
    std::string entries;              ///< more entries of the page's dictionary, e.g. "/Rotate 90"; fonts of
                                      ///< its own where it has /Resources
    std::string size = "0 0 595 842"; ///< the media box
};

/// Font F1 is Helvetica and F2 Helvetica-Bold, both WinAnsi but for \001, which is the ligature "fi".
/// `info`: entries of what the file says of itself, e.g. "/Title (Rapport)".
[[nodiscard]] std::string tiny_pdf(const std::vector<TinyPage>& pages, std::string_view info = "");

/// A page with a line of text near its top.
[[nodiscard]] TinyPage text_page(std::string_view text);

/// A PDF that wants a password nobody has.
[[nodiscard]] std::string locked_pdf();

/// A PDF whose only page points to the files within it; `commented` ones hang on comments on the page.
[[nodiscard]] std::string
portfolio_pdf(const std::vector<Attachment>& attachments = {{"rapport.pdf", "%PDF", ""}},
              const std::vector<Attachment>& commented = {});

} // namespace kompass::read::tests
