// One question to the reviewer, as HTML: the figure cut out of its page, what was read, why it is asked, and
// the choices. The rule by which what is typed is checked stands in its attributes (`data-kind`, `-least`,
// `-most`,
// `-decimal`), for publish/assets/review.js. Pure functions.
#pragma once

#include "publish/review/topics.h"

#include <string>

namespace kompass::publish {

struct ItemForm {
    const ReviewItem& item;
    std::string id;      ///< of the element; no other may have it
    std::string sha256;  ///< of the document that the report goes by
    std::string archive; ///< as commands name it
};

/// `topic` is the one that shows where the item stands.
[[nodiscard]] std::string html_of(const ItemForm& form, const Topic& topic);

} // namespace kompass::publish
