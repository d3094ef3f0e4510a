#include "archive/schema/passage_triggers.h"

#include <fmt/format.h>

#include <array>

namespace kompass::archive {
namespace {

/// A table of documents' texts, and which passages show a row of it.
struct Shown {
    const char* table;
    const char* columns;  ///< on which the passage depends
    const char* passages; ///< a condition on passage; `old` is the row
    const char* changed;  ///< the same, of those that depend on the columns
};

constexpr std::array shown{
    Shown{"finding", "text, position",
          "area_from = old.area_score_id AND kind = old.kind AND position = old.position", nullptr},
    Shown{"question_score", "text, position",
          "area_from = old.area_score_id AND kind = 'question' AND position = old.position", nullptr},
    Shown{"box_heading", "text, position",
          "area_from = old.area_score_id AND kind = 'heading' AND position = old.position", nullptr},
    Shown{"role_model", "name, position",
          "area_from = old.area_score_id AND kind = 'role-model' AND position = old.position", nullptr},
    Shown{"paragraph", "text, position",
          "area_from = old.area_score_id AND kind = 'text' AND position = old.position", nullptr},
    Shown{"chapter", "heading", "chapter_from = old.id",
          "chapter_from = old.id AND kind = 'chapter-heading'"},
    Shown{"chapter_paragraph", "text, position",
          "chapter_from = old.chapter_id AND kind = 'chapter' AND position = old.position", nullptr}};

std::string trigger(const Shown& text, const char* name, const std::string& event, const char* passages) {
    return fmt::format("DROP TRIGGER IF EXISTS {0}_{1};\n"
                       "CREATE TRIGGER {0}_{1} BEFORE {2} ON {0} BEGIN\n"
                       "    DELETE FROM passage WHERE {3};\nEND;\n",
                       text.table, name, event, passages);
}

} // namespace

std::string passage_triggers() {
    std::string sql;
    for (const auto& text : shown) {
        const auto* changed = text.changed == nullptr ? text.passages : text.changed;
        sql += trigger(text, "goes", "DELETE", text.passages);
        sql += trigger(text, "changes", fmt::format("UPDATE OF {}", text.columns), changed);
    }
    return sql;
}

} // namespace kompass::archive
