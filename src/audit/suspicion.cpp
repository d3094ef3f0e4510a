#include "audit/suspicion.h"

#include "audit/area_checks.h"

#include "text/lost_spelling.h"

#include <algorithm>

namespace kompass::audit {

namespace {

void doubt(Score& score) {
    score.doubtful = {"points", "max", "percent"};
}

void doubt_all(Area& area) {
    for (auto& question : area.questions)
        doubt(question.score);
    doubt(area.total);
}

bool is_whole(const Score& score) {
    return score.points && score.max;
}

/// No question is lost, and none lacks its figures.
bool is_complete(const Area& area) {
    return numbered_without_gap(area) && is_whole(area.total) &&
           std::all_of(area.questions.begin(), area.questions.end(),
                       [](const Question& question) { return is_whole(question.score); });
}

const AuditFinding* sum_of(const Record& record, int area) {
    const auto found = std::find_if(
        record.findings_of_audit.begin(), record.findings_of_audit.end(),
        [&](const AuditFinding& finding) { return finding.kind == CheckKind::sum && finding.area == area; });
    return found == record.findings_of_audit.end() ? nullptr : &*found;
}

/// Doubts the rows of the area that contradict themselves; false if none does.
bool doubt_contradictory_rows(const Record& record, Area& area) {
    bool any = false;
    for (const auto& finding : record.findings_of_audit) {
        if (finding.kind != CheckKind::row || finding.verdict != Verdict::inconsistent ||
            finding.area != area.number)
            continue;
        const auto question =
            std::find_if(area.questions.begin(), area.questions.end(),
                         [&](const Question& q) { return q.number == question_number_of(finding.cell); });
        doubt(question != area.questions.end() ? question->score : area.total);
        any = true;
    }
    return any;
}

void doubt_box(const Record& record, Area& area) {
    for (const auto& finding : record.findings_of_audit)
        if (finding.kind == CheckKind::box && finding.verdict == Verdict::inconsistent &&
            finding.area == area.number)
            area.doubtful.emplace_back("box_points");
}

} // namespace

bool is_damaged_text(const Document& document) {
    text::Spelling spelling;
    for (const auto& page : document.pages) {
        for (const auto& word : page.words)
            spelling.add_word(word.text);
        for (const auto& line : page.lines)
            spelling.add_line(line);
    }
    return spelling.loss() != text::SpellingLoss::none;
}

std::set<int> pages_read_by_ocr(const Document& document) {
    const bool damaged = document.spelling_was_lost || is_damaged_text(document);
    std::set<int> pages;
    for (const auto& page : document.pages)
        if (damaged || page.reading == Reading::ocr) pages.insert(page.number);
    return pages;
}

void doubt_unconfirmed(Record& record, const std::set<int>& unexplained) {
    for (auto& area : record.areas) {
        if (area.questions.empty()) continue;
        const bool damaged = unexplained.contains(area.number);
        const auto* sum = sum_of(record, area.number);
        const bool confirmed = sum != nullptr && sum->verdict != Verdict::inconsistent;
        if (!is_complete(area) && !confirmed) {
            doubt_all(area);
            record.troubles.push_back({Severity::warning, "score-table-incomplete",
                                       "the score table of area " + std::to_string(area.number) +
                                           " lacks a row or a figure; the others may have slipped",
                                       record.file, std::nullopt, ""});
        } else if (damaged && !doubt_contradictory_rows(record, area) && !confirmed) {
            doubt_all(area);
        }
        if (damaged) doubt_box(record, area);
    }
}

} // namespace kompass::audit
