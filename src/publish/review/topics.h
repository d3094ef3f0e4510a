// What of a report is to be reviewed, by topic: a score table, an area's box and lists, the history, the
// report itself, text that no part holds. Each with what can be shown of it: which pages or parts of pages,
// and where on them each figure stands.
//
// An evaluation may be read from several documents; what is shown of a part is of the document that it was
// taken from. Pure, but for asking what was read; no errors.
#pragma once

#include "model/document.h"
#include "publish/review/archive_table.h"
#include "publish/review/items.h"
#include "publish/review/parts.h"
#include "publish/source_pictures.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

/// Where on the shown page a figure, or unclaimed text, stands.
struct Mark {
    std::optional<Cell> cell; ///< none: unclaimed text
    Box box;
};

/// A line of a text, and whether the figure in question stands in it.
struct ShownLine {
    std::string text;
    bool marked = false;
};

/// A page of a document, or a band of it.
struct Sight {
    std::string document; ///< its hash
    int page = 0;
    bool whole = false; ///< the page, not a band of it
    Box band{};         ///< what of the page is to be shown
    std::vector<Mark> marks{};
    std::vector<ShownLine> lines{};   ///< of a text, which has no picture
    std::optional<Picture> picture{}; ///< once it is drawn
};

struct Topic {
    std::string title;
    std::string name; ///< of text that no part holds: as ReviewPart's
    std::vector<Sight> sights;
    std::optional<ArchiveTable> table;
    std::vector<ReviewPart> parts;
    std::vector<ReviewItem> items;        ///< of figures and facts; those of parts stand with these
    std::vector<Unclaimed> unclaimed;     ///< text that no part holds, all on one page
    std::vector<std::string> words_there; ///< what it says, one each; empty if what was read is not kept
};

/// What is known of the documents that a record is composed of.
struct Evidence {
    std::map<Cell, std::string>
        documents; ///< the hash of the one that a figure is from, if it is not the record's
    std::function<const Document*(const std::string& sha256)> reading; ///< null: not kept
};

/// Those with something to review.
[[nodiscard]] std::vector<Topic> review_topics(const Record& record, const Evidence& evidence);

} // namespace kompass::publish
