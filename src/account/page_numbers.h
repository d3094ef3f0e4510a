// What the printed page numbers say of a report's pages: which is missing, stands twice, or is out of order.
//
// A printed number is the one in a page's head or foot that counts with the pages: "19 (34)", "Sida 3 av 20",
// or a bare number that grows by one from page to page on most of them. Also told are pages that could
// not be read. Pages that say the same as an earlier one, word by word, are found for whoever reads a report:
// it reads them once, so that no fault is left to tell. Pure and thread safe.
#pragma once

#include "model/document.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::account {

struct PageFault {
    enum class Kind { missing, twice, out_of_order, unread };
    Kind kind = Kind::missing;
    int printed = 0; ///< the printed number; of a page that has none, its number in the file
    int page =
        0; ///< number in the file of the page concerned; of a missing one, of the page before it (0: none)
    std::string why;
};

/// In order of pages.
[[nodiscard]] std::vector<PageFault> page_faults(const Document& document);

/// The pages (their numbers in the file) that say the same as an earlier one, word by word.
[[nodiscard]] std::vector<int> repeated_pages(const Document& document);

} // namespace kompass::account
