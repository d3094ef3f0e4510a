#include "enquiry/edition_lessons.h"

#include "model/cell.h"
#include "model/instrument.h"
#include "text/likeness.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kompass::enquiry {
namespace {

/// So alike are two spellings of one wording, one of them damaged.
constexpr double same_wording = 0.97;

/// Values and the evaluations that print them.
template <typename Value>
class Tally {
public:
    void add(const Value& value, const std::string& evaluation) { prints_[value].insert(evaluation); }

    /// The most frequent first; of equals the first by value.
    [[nodiscard]] std::vector<Printed<Value>> all() const {
        std::vector<Printed<Value>> found;
        for (const auto& [value, evaluations] : prints_)
            found.push_back({value, static_cast<int>(evaluations.size()), *evaluations.begin()});
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.reports > b.reports; });
        return found;
    }

private:
    std::map<Value, std::set<std::string>> prints_;
};

/// Spellings of one wording go together with the most frequent.
std::vector<Printed<std::string>> without_damage(std::vector<Printed<std::string>> texts) {
    std::vector<Printed<std::string>> kept;
    for (auto& text : texts) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const auto& known) {
            return text::likeness(known.value, text.value) >= same_wording;
        });
        if (same == kept.end()) {
            kept.push_back(std::move(text));
            continue;
        }
        same->reports += text.reports;
        same->first = std::min(same->first, text.first);
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const auto& a, const auto& b) { return a.reports > b.reports; });
    return kept;
}

struct QuestionTally {
    std::set<std::string> evaluations;
    Tally<std::string> wordings;
    Tally<int> maxima;
};

struct AreaTally {
    std::set<std::string> evaluations;
    Tally<std::string> titles;
    std::map<int, QuestionTally> questions; ///< by the number within the area
};

constexpr auto titles = R"sql(
SELECT evaluation, area, title FROM area_totals WHERE edition = ?1 AND title <> '' AND title_state IS NOT 'doubtful'
UNION ALL SELECT evaluation, area, title FROM other_area_totals WHERE edition = ?1 AND title <> ''
      AND edition_state IS NOT 'doubtful'
)sql";

constexpr auto questions = R"sql(
SELECT evaluation, question, text, max, max_state FROM scores WHERE edition = ?1
UNION ALL SELECT evaluation, question, text, max, max_state FROM other_scores WHERE edition = ?1
      AND edition_state IS NOT 'doubtful'
)sql";

constexpr auto years = R"sql(
SELECT count(DISTINCT evaluation) AS reports, min(year) AS first, max(year) AS last FROM (
    SELECT evaluation, year FROM area_totals WHERE edition = ?1
    UNION ALL SELECT evaluation, year FROM other_area_totals WHERE edition = ?1 AND edition_state IS NOT 'doubtful')
)sql";

PrintedArea area_of(int number, const AreaTally& tally) {
    PrintedArea area{
        number, static_cast<int>(tally.evaluations.size()), without_damage(tally.titles.all()), {}};
    for (const auto& [place, asked] : tally.questions)
        area.questions.push_back({std::to_string(number) + "." + std::to_string(place),
                                  static_cast<int>(asked.evaluations.size()),
                                  without_damage(asked.wordings.all()), asked.maxima.all()});
    return area;
}

} // namespace

EditionLessons edition_lessons(const archive::Connection& connection, const std::string& edition) {
    EditionLessons lessons{.edition = edition, .first_year = {}, .last_year = {}, .areas = {}};
    std::map<int, AreaTally> areas;
    connection.each(titles, {edition}, [&](const archive::Row& row) {
        auto& area = areas[row.integer("area")];
        area.evaluations.insert(row.text("evaluation"));
        area.titles.add(row.text("title"), row.text("evaluation"));
    });
    connection.each(questions, {edition}, [&](const archive::Row& row) {
        const auto number = row.text("question");
        if (!is_question_number(number)) return;
        const auto cell = question_cell(number, CellField::whole);
        auto& asked = areas[cell.area].questions[cell.question];
        asked.evaluations.insert(row.text("evaluation"));
        if (!row.text("text").empty()) asked.wordings.add(row.text("text"), row.text("evaluation"));
        const auto max = row.optional_integer("max");
        if (max && row.text("max_state") != "doubtful") asked.maxima.add(*max, row.text("evaluation"));
    });
    connection.each(years, {edition}, [&](const archive::Row& row) {
        lessons.reports = row.integer("reports");
        lessons.first_year = row.optional_integer("first");
        lessons.last_year = row.optional_integer("last");
    });
    for (const auto& [number, tally] : areas)
        lessons.areas.push_back(area_of(number, tally));
    return lessons;
}

std::vector<std::string> editions_printed(const archive::Connection& connection) {
    return connection.texts("SELECT id FROM edition WHERE id IN (SELECT edition FROM evaluation) OR id IN "
                            "(SELECT edition FROM scoring_result WHERE edition_state IS NOT 'doubtful') "
                            "ORDER BY id");
}

} // namespace kompass::enquiry
