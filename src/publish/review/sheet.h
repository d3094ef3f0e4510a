// The review sheet: one HTML page without a server.
//
// The page can be used by keyboard alone, fits a telephone, prints, follows the reader's choice of light or
// dark, and works without pictures. Its script (publish/assets/review.js) checks what is typed by the rules
// of model/cell_value.h, which each figure carries, keeps it in the browser, and writes it into a CSV file
// that `kompass corrections import` takes. All text from reports is escaped. Pure functions.
#pragma once

#include "publish/review/reviewed_report.h"

#include <string>
#include <vector>

namespace kompass::publish {

/// What the page is about, and what its script has to know.
struct ReviewContext {
    std::string archive;                               ///< as commands name it
    std::string advice;                                ///< what to do if sources are lacking
    std::vector<std::string> municipalities, editions; ///< that can be entered
};

/// Pictures are in the folder "pictures" beside the page.
[[nodiscard]] std::string review_html(const std::vector<ReviewedReport>& reports,
                                      const ReviewContext& context);

} // namespace kompass::publish
