#include "pipeline/other_scoring.h"

#include "audit/again.h"
#include "model/record_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::pipeline {
namespace {

rules::EditionGuess guess_of(const Scoring& scoring, const rules::Editions& editions) {
    rules::EditionEvidence evidence;
    for (const auto& area : scoring.areas) {
        if (!area.title.empty()) evidence.titles.push_back({area.number, area.title});
        for (const auto& question : area.questions)
            evidence.questions.push_back({question.number, question.text});
    }
    return editions.infer(evidence);
}

bool reads_on(const std::set<int>& pages, const Places& places) {
    return std::any_of(places.begin(), places.end(),
                       [&](const Place& place) { return pages.contains(place.page); });
}

/// Totals that OCR read and no questions stand behind are as sure as their sum.
void doubt_unsummed(const std::set<int>& ocr_pages, Scoring& scoring) {
    const auto sum = points_in_all(scoring.areas);
    if (sum && scoring.total.points == sum) return;
    for (auto& area : scoring.areas)
        if (area.questions.empty() && area.total.points && reads_on(ocr_pages, area.total.places))
            add_doubt(area.total.doubtful, "points");
    if (scoring.total.points && reads_on(ocr_pages, scoring.total.places))
        add_doubt(scoring.total.doubtful, "points");
}

} // namespace

void infer_other_edition(const FoundScoring& found, const rules::Editions& editions, Record& record,
                         Scoring& scoring) {
    const auto guess = guess_of(scoring, editions);
    const auto* own = editions.with_id(record.edition);
    const auto* seen = guess.id == record.edition ? nullptr : editions.with_id(guess.id);
    if (seen != nullptr && guess.certain) {
        scoring.edition = seen->id;
        const bool earlier = own == nullptr || seen->first_year < own->first_year;
        if (found.mark != ScoringMark::none && earlier != (found.mark == ScoringMark::former))
            scoring.doubtful = {"edition"};
    } else {
        // Of a later model nobody says which; an edition came after it that the report cannot know.
        const auto* told = found.mark == ScoringMark::former    ? editions.before(record.edition)
                           : found.mark == ScoringMark::revised ? editions.after(record.edition)
                                                                : nullptr;
        if (told != nullptr) scoring.edition = told->id;
        const bool unsure = told == nullptr || found.mark == ScoringMark::revised || seen != nullptr ||
                            is_doubtful(record.doubtful, "edition");
        if (unsure) scoring.doubtful = {"edition"};
    }
    if (scoring.doubtful.empty()) return;
    record.troubles.push_back(
        {Severity::warning, "edition-unsure",
         fmt::format("the edition of scoring {} is unsure", number_of_scoring(record.scorings.size())),
         record.file, std::nullopt, ""});
}

void add_scoring(Scoring scoring, Record alone, const std::set<int>& ocr_pages, Record& record) {
    const int number = number_of_scoring(record.scorings.size());
    scoring.areas = std::move(alone.areas);
    scoring.history = std::move(alone.history);
    doubt_unsummed(ocr_pages, scoring);
    for (auto& trouble : alone.troubles) {
        trouble.message = fmt::format("scoring {}: {}", number, trouble.message);
        record.troubles.push_back(std::move(trouble));
    }
    for (auto& finding : alone.findings_of_audit) {
        finding.cell = of_scoring(number, finding.cell);
        record.findings_of_audit.push_back(std::move(finding));
    }
    record.scorings.push_back(std::move(scoring));
    audit::audit_again(record);
}

} // namespace kompass::pipeline
