// Full-text search in findings, questions, the headings of points boxes, role models, the areas' own text and
// the chapters outside the areas.
//
// å ä ö are letters: a word is found as it is typed, in any case. A word typed without any diacritic also
// finds those that differ in diacritics alone ("mal" finds "mål"), but these come after all that read as
// typed; a word typed with one never finds another. After these come its other forms and compounds with it
// ("dialog" finds "dialogen" and "medborgardialog", see related_words.h); a phrase, and a word with a star,
// has none. Signs about a word are none of it; what is joined by some ("e-tjänst") is its parts in their
// order, with the forms of the last. Within each the best match (bm25) comes first.
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
    std::vector<std::string> evaluations; ///< keys; empty: any
    std::optional<int> year, area;
    std::vector<std::string> kinds; ///< empty: any
    int limit = 20;
    std::string before_match = "[", after_match = "]"; ///< around the words found, in snippets
};

/// How the words asked for stand in a passage.
enum class Spelling { as_typed, other_diacritics, related };

struct Passage {
    ReportName report;
    std::optional<int> area;    ///< none: it stands in a chapter outside the areas
    std::optional<int> chapter; ///< its number in the report
    std::string heading;        ///< of the chapter
    std::string kind;
    std::string text, snippet;
    std::optional<archive::State> state;
    Spelling spelling = Spelling::as_typed;
};

struct SearchResult {
    std::vector<Passage> passages; ///< the first `limit` of all
    std::int64_t as_typed = 0;     ///< how many there are in all
    std::int64_t folded = 0;       ///< how many more without regard to diacritics
    std::int64_t related = 0;      ///< how many more with other forms of the words, and compounds

    [[nodiscard]] std::int64_t all() const { return as_typed + folded + related; }
};

/// Why nothing is found: what may be meant, or asked for otherwise.
struct SearchHints {
    struct Word {
        std::string word;               ///< as typed, a phrase in its quotes
        std::int64_t passages = 0;      ///< in how many it stands, whatever else is asked for
        std::vector<std::string> meant; ///< where it stands in none: words that are like it
    };
    std::vector<Word> words;

    struct Filter {
        std::string name;          ///< "--year"; "any filter" if only all together leave something
        std::int64_t passages = 0; ///< found without it
    };
    std::vector<Filter> filters;
};

/// Throws std::invalid_argument if there is no word to search for. Part of the caller's transaction.
[[nodiscard]] SearchResult search(const archive::Connection& connection, const SearchQuery& query);

/// For a query that found nothing.
[[nodiscard]] SearchHints search_hints(const archive::Connection& connection, const SearchQuery& query);

/// The statements behind it: as typed, and without regard to diacritics.
[[nodiscard]] std::vector<std::string> search_statements(const SearchQuery& query);

} // namespace kompass::enquiry
