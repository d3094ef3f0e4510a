// The review sheet: one HTML page without a server, and the same as CSV to fill in.
//
// The page can be used by keyboard alone (each figure is a group of choices; n and p go to the next and the
// previous one), prints well, and writes what was chosen into a CSV file that `kompass corrections import`
// takes. All text from reports is escaped. Pure functions.
#pragma once

#include "publish/review_items.h"
#include "publish/source_pictures.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

/// An item with what can be shown of its place.
struct ShownItem {
    ReviewItem item;
    std::optional<Picture> picture;
    std::vector<std::string> lines; ///< of a text source
};

struct ReviewedReport {
    std::string title; ///< "Köping 2017"
    std::string file, sha256;
    std::string parts;               ///< what of it was found, in one line
    std::vector<std::string> faults; ///< each part that is damaged or missing, in words
    bool at_hand = false;            ///< its file was found
    std::vector<ShownItem> items;
};

/// `archive` is how commands name it; pictures are in the folder "pictures" beside the page.
[[nodiscard]] std::string review_html(const std::vector<ReviewedReport>& reports, const std::string& archive);

[[nodiscard]] std::string review_csv(const std::vector<ReviewedReport>& reports);

} // namespace kompass::publish
