// When a report's municipality was evaluated, and the date of the document, which never stands in for it.
//
// The sentence that says when, the cover's title and its date, and the pages' heads are witnesses. Where they
// differ the record names year, month or document date doubtful and tells who says what. Of days only their
// month is kept. A year in the file's title is a weak witness; when the file was made is none, since that may
// be years after.
#pragma once

#include "extractors/cover.h"
#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/rule_set.h"

#include <string_view>

namespace kompass {

/// The first pages, and where their lines stand.
struct FrontLines {
    std::string_view text;
    const FrontPlaces& places;
};

void find_time(const FrontLines& front, const Blocks& blocks, const FileInfo& info,
               const rules::RuleSet& rules, Record& record);

void find_document_date(const FrontLines& front, const Document& document, const rules::RuleSet& rules,
                        Record& record);

} // namespace kompass
