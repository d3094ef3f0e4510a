// Full-text search in findings, questions, the headings of points boxes, role models and the areas' own text.
//
// å ä ö are letters: a word is found as it is typed, in any case. A word typed without any diacritic also
// finds those that differ in diacritics alone ("mal" finds "mål"), but these come after all that read as
// typed; a word typed with one never finds another. Within either, the best match (bm25) comes first.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/states.h"
#include "enquiry/report_name.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::enquiry {

/// What a passage is; the names of the schema's `passage.kind`.
[[nodiscard]] const std::vector<std::string>& passage_kinds();

struct SearchQuery {
    /// All must stand in a passage. "…" is a phrase; * at the end stands for any ending.
    std::string words;
    std::string municipality; ///< any case, with or without diacritics; empty: any
    std::optional<int> year, area;
    std::vector<std::string> kinds; ///< empty: any
    int limit = 20;
    std::string before_match = "[", after_match = "]"; ///< around the words found, in snippets
};

struct Passage {
    ReportName report;
    int area = 0;
    std::string kind;
    std::string text, snippet;
    std::optional<archive::State> state;
    bool as_typed = true; ///< false: found only without regard to diacritics
};

struct SearchResult {
    std::vector<Passage> passages; ///< the first `limit` of all
    std::int64_t as_typed = 0;     ///< how many there are in all
    std::int64_t folded = 0;       ///< how many more without regard to diacritics
};

/// Throws std::invalid_argument if there is no word to search for. Part of the caller's transaction.
[[nodiscard]] SearchResult search(const archive::Connection& connection, const SearchQuery& query);

/// The statements behind it: as typed, and without regard to diacritics.
[[nodiscard]] std::vector<std::string> search_statements(const SearchQuery& query);

} // namespace kompass::enquiry
