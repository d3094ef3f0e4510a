#include "enquiry/search/passages.h"

namespace kompass::enquiry {

std::vector<PassageText> passages_of(const archive::Connection& connection, const std::string& evaluation) {
    std::vector<PassageText> passages;
    connection.each(
        "SELECT p.kind, p.area, p.chapter, p.text, p.state, "
        "(SELECT q.number FROM question_score q WHERE p.kind = 'question' AND q.area_score_id = p.area_from "
        "AND q.position = p.position) AS number "
        "FROM passage_text p JOIN evaluation e ON e.id = p.evaluation_id WHERE e.key = ? "
        "ORDER BY p.area IS NULL, p.area, p.chapter, p.id",
        {evaluation}, [&](const archive::Row& row) {
            passages.push_back({.kind = row.text("kind"),
                                .area = row.optional_integer("area"),
                                .chapter = row.optional_integer("chapter"),
                                .number = row.text("number"),
                                .text = row.text("text"),
                                .state = archive::state_from(row.text("state"))});
        });
    return passages;
}

} // namespace kompass::enquiry
