// A report with all that is to be reviewed of it, and how much that is.
//
// Plain values; pure.
#pragma once

#include "publish/review/topics.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::publish {

/// A document that no picture could be made of.
struct LackingSource {
    std::string file, why;
};

struct ReviewedReport {
    std::string title; ///< "Köping 2017"
    std::string file, sha256;
    std::string parts; ///< what of it was found, in one line
    std::vector<Topic> topics;
    std::vector<LackingSource> lacking;
};

/// How much there is to review.
struct ReviewCounts {
    std::size_t doubtful = 0, inconsistent = 0; ///< figures, and facts of the report
    std::size_t parts = 0;                      ///< missing or damaged
    std::size_t missing = 0;                    ///< cells of these that can be entered
    std::size_t unclaimed = 0;                  ///< pages with text that no part holds

    ReviewCounts& operator+=(const ReviewCounts& other);
    [[nodiscard]] std::size_t figures() const { return doubtful + inconsistent; }
};

[[nodiscard]] ReviewCounts count(const ReviewedReport& report);

/// "seen in the source, page 12": what a decision is grounded on if a person says no more.
[[nodiscard]] std::string usual_grounds(const ReviewItem& item);

} // namespace kompass::publish
