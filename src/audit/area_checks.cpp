#include "audit/area_checks.h"

#include "audit/comparison.h"
#include "audit/score_range.h"
#include "model/instrument.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace kompass::audit {
namespace {

bool complete(const Score& score) {
    return score.points && score.max && score.percent;
}

/// "3 of 20, 40 %"
std::string row_text(const Score& score) {
    return fmt::format("{} of {}, {} %", *score.points, *score.max, *score.percent);
}

/// "The six questions sum": small numbers as words.
std::string questions_sum(std::size_t count) {
    static constexpr std::array words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    const auto word = count < words.size() ? std::string(words.at(count)) : std::to_string(count);
    return fmt::format("The {} question{} sum{}", word, count == 1 ? "" : "s", count == 1 ? "s" : "");
}

/// The sum of one figure over all questions; nullopt if there are none, one was not read, or lacks the
/// figure.
std::optional<Decimal> sum_of(const Area& area, std::optional<Decimal> Score::*figure) {
    if (area.questions.empty() || !numbered_without_gap(area)) return std::nullopt;
    const auto& questions = area.questions;
    Decimal sum;
    for (const auto& question : questions) {
        const auto& value = question.score.*figure;
        if (!value) return std::nullopt;
        sum += *value;
    }
    return sum;
}

/// `points` and `percents` are what the other figures of the row allow. The explanation of a row that is not
/// inconsistent is left to the caller.
AuditFinding row_finding(const Score& score, Verdict verdict, const Numbers& points,
                         const Numbers& percents) {
    AuditFinding finding;
    finding.kind = CheckKind::row;
    finding.verdict = verdict;
    finding.printed = row_text(score);
    finding.places = score.places;
    finding.expected = finding.printed;
    if (verdict != Verdict::inconsistent) return finding;
    finding.expected = to_text(percents) + " %";
    if (!points.empty())
        finding.expected = fmt::format("{} of {}, or {}", to_text(points), *score.max, finding.expected);
    finding.explanation =
        fmt::format("{0} of {1} would be {2} %, and {3} % of {1} would be {4}; the report prints {0} "
                    "of {1} with {3} %.",
                    *score.points, *score.max, to_text(percents), *score.percent, to_text(points));
    return finding;
}

/// A row whose maximum nothing can be a share of.
AuditFinding bad_maximum(const Score& score) {
    AuditFinding finding;
    finding.kind = CheckKind::row;
    finding.verdict = Verdict::inconsistent;
    finding.printed = row_text(score);
    finding.expected = "a maximum above 0";
    finding.explanation = fmt::format("The maximum {} cannot be reached in part.", *score.max);
    finding.places = score.places;
    return finding;
}

/// Points and percent come from one unrounded score.
AuditFinding check_question_row(const Score& score, Grain grain) {
    if (*score.max <= 0) return bad_maximum(score);
    const auto by_points = around_points(*score.points, grain);
    const auto by_percent = around_percent(*score.percent, *score.max);
    const auto verdict = by_points.meets(by_percent) ? Verdict::exact : Verdict::inconsistent;
    auto finding = row_finding(score, verdict, by_percent.rounded(grain), by_points.percents_of(*score.max));
    if (verdict == Verdict::exact)
        finding.explanation =
            fmt::format("{} of {} and {} % agree.", *score.points, *score.max, *score.percent);
    return finding;
}

AuditFinding check_total_row(const Score& total, Grain grain) {
    if (*total.max <= 0) return bad_maximum(total);
    const auto verdict = verdict_on_total(*total.points, *total.max, *total.percent, grain);
    const auto percents = exactly(*total.points).percents_of(*total.max);
    auto finding =
        row_finding(total, verdict, around_percent(*total.percent, *total.max).within(grain), percents);
    if (verdict == Verdict::exact)
        finding.explanation = fmt::format("{} of {} is {} %.", *total.points, *total.max, *total.percent);
    if (verdict == Verdict::rounding) {
        finding.expected = to_text(percents) + " %";
        finding.explanation = fmt::format(
            "{} of {} is {} %; the score before rounding explains the {} % that the report prints.",
            *total.points, *total.max, to_text(percents), *total.percent);
    }
    return finding;
}

void check_rows(const Area& area, const Grains& grains, std::vector<AuditFinding>& findings) {
    for (const auto& question : area.questions) {
        if (!complete(question.score)) continue;
        auto& finding = findings.emplace_back(check_question_row(question.score, grains.questions));
        finding.area = area.number;
        finding.cell = question_cell(question.number, CellField::whole);
    }
    if (!complete(area.total)) return;
    auto& finding = findings.emplace_back(check_total_row(area.total, grains.areas));
    finding.area = area.number;
    finding.cell = total_cell(area.number, CellField::whole);
}

/// The unrounded scores of all questions together, and which of them contradict themselves: of those either
/// the points or the percents may be right, so that there are two sums.
struct UnroundedSum {
    ScoreRange range;      ///< by the points of rows that contradict themselves
    ScoreRange by_percent; ///< by their percents
    std::vector<std::string> contradictory;

    UnroundedSum(const std::vector<Question>& questions, Grain grain) {
        for (const auto& question : questions) {
            const auto& score = question.score;
            const auto scores = scores_allowed(score, grain);
            if (!scores.empty()) {
                range += scores;
                by_percent += scores;
                continue;
            }
            contradictory.push_back(question.number);
            range += around_points(*score.points, grain);
            by_percent += around_percent(*score.percent, *score.max);
        }
    }
};

Verdict verdict_on_sum(Decimal printed, Decimal sum, const UnroundedSum& unrounded, Grain grain) {
    if (printed == sum) return Verdict::exact;
    const auto total = around_points(printed, grain);
    return unrounded.range.meets(total) || unrounded.by_percent.meets(total) ? Verdict::rounding
                                                                             : Verdict::inconsistent;
}

/// What the rows that contradict themselves mean for a sum that their points do not give.
std::string explain_contradiction(const UnroundedSum& unrounded, const ScoreRange& printed) {
    if (unrounded.contradictory.empty()) return {};
    const bool one = unrounded.contradictory.size() == 1;
    const auto rows = fmt::format("{} {}", fmt::join(unrounded.contradictory, ", "),
                                  one ? "contradicts itself" : "contradict themselves");
    const bool settled = !unrounded.range.meets(printed) && unrounded.by_percent.meets(printed);
    if (settled)
        return fmt::format(" The row{} {}: by {} percent the scores sum to {}, as printed.", one ? "" : "s",
                           rows, one ? "its" : "their", to_text(unrounded.by_percent));
    return fmt::format(" The row{} {}, so that only {} points are used.", one ? "" : "s", rows,
                       one ? "its" : "their");
}

std::string explain_sum(const Area& area, Decimal sum, const UnroundedSum& unrounded, Verdict verdict,
                        Grain grain) {
    const auto printed = *area.total.points;
    const auto around = around_points(printed, grain);
    auto text = fmt::format("{} to {}", questions_sum(area.questions.size()), sum);
    if (verdict == Verdict::exact) return text + ", as printed.";
    text += fmt::format("; before rounding their scores sum to {}", to_text(unrounded.range));
    if (unrounded.range.meets(around))
        text += fmt::format(", which explains the {} that the report prints.", printed);
    else
        text += fmt::format(". The report prints {}.", printed);
    text += explain_contradiction(unrounded, around);
    return text;
}

void check_sum(const Area& area, const Grains& grains, std::vector<AuditFinding>& findings) {
    const auto sum = sum_of(area, &Score::points);
    if (!sum || !area.total.points) return;
    const UnroundedSum unrounded(area.questions, grains.questions);
    const auto verdict = verdict_on_sum(*area.total.points, *sum, unrounded, grains.areas);
    findings.push_back(
        {CheckKind::sum, verdict, area.number, total_cell(area.number, CellField::points),
         area.total.points->text(),
         verdict == Verdict::exact ? sum->text() : to_text(unrounded.range.rounded(grains.areas)),
         explain_sum(area, *sum, unrounded, verdict, grains.areas), area.total.places});
}

void check_maxima(const Area& area, std::vector<AuditFinding>& findings) {
    const auto sum = sum_of(area, &Score::max);
    if (!sum || !area.total.max) return;
    findings.push_back(compared({
        .kind = CheckKind::maxima,
        .area = area.number,
        .cell = total_cell(area.number, CellField::max),
        .printed = *area.total.max,
        .expected = *sum,
        .if_equal = fmt::format("The questions' maxima sum to {}, as printed.", *sum),
        .if_not =
            fmt::format("The questions' maxima sum to {}; the report prints {}.", *sum, *area.total.max),
        .places = area.total.places,
    }));
}

void check_hundred(const Area& area, std::vector<AuditFinding>& findings) {
    if (!area.total.max) return;
    findings.push_back(compared({
        .kind = CheckKind::hundred,
        .area = area.number,
        .cell = total_cell(area.number, CellField::max),
        .printed = *area.total.max,
        .expected = points_an_area,
        .if_equal = fmt::format("The area's maximum is {}.", points_an_area),
        .if_not = fmt::format("Every area has a maximum of {}; the report prints {}.", points_an_area,
                              *area.total.max),
        .places = area.total.places,
    }));
}

void check_box(const Area& area, std::vector<AuditFinding>& findings) {
    if (!area.box_points || !area.total.points) return;
    findings.push_back(compared({
        .kind = CheckKind::box,
        .area = area.number,
        .cell = area_cell(area.number, CellField::box_points),
        .printed = *area.box_points,
        .expected = *area.total.points,
        .if_equal = fmt::format("The points box and the score table both say {}.", *area.box_points),
        .if_not = fmt::format("The points box says {}; the score table has a total of {}.", *area.box_points,
                              *area.total.points),
        .places = area.places,
    }));
}

} // namespace

bool numbered_without_gap(const Area& area) {
    int next = 1;
    return std::all_of(area.questions.begin(), area.questions.end(), [&](const Question& question) {
        return std::stoi(question.number.substr(question.number.find('.') + 1)) == next++;
    });
}

// For an unrounded score a range of one score is not enough: it would be a half rounded up in one figure and
// down in the other.
Verdict verdict_on_total(Decimal points, Decimal max, Decimal percent, Grain grain) {
    const auto by_percent = around_percent(percent, max);
    if (exactly(points).meets(by_percent)) return Verdict::exact;
    const auto both = around_points(points, grain).intersected(by_percent);
    return both.lower < both.upper ? Verdict::rounding : Verdict::inconsistent;
}

void check_area(const Area& area, const Grains& grains, std::vector<AuditFinding>& findings) {
    check_rows(area, grains, findings);
    check_sum(area, grains, findings);
    check_maxima(area, findings);
    check_hundred(area, findings);
    check_box(area, findings);
}

namespace {

std::vector<AuditFinding> checked(const Area& area, const Grains& grains) {
    std::vector<AuditFinding> findings;
    check_area(area, grains, findings);
    return findings;
}

bool is_among(const AuditFinding& finding, const std::vector<AuditFinding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [&](const AuditFinding& other) {
        return other.kind == finding.kind && other.cell == finding.cell;
    });
}

/// The same check is met exactly there, and here but within rounding.
bool is_worse_than_among(const AuditFinding& finding, const std::vector<AuditFinding>& findings) {
    return finding.verdict == Verdict::rounding &&
           std::any_of(findings.begin(), findings.end(), [&](const AuditFinding& other) {
               return other.kind == finding.kind && other.cell == finding.cell &&
                      other.verdict == Verdict::exact;
           });
}

} // namespace

std::set<CheckKind> telling_checks(const Area& area, const Grains& grains, const Figure& figure,
                                   std::optional<Decimal> read) {
    const auto repaired = *figure.value;
    const auto with = checked(area, grains);
    *figure.value = read;
    const auto without = checked(area, grains);
    *figure.value = repaired;
    std::set<CheckKind> broken; // or met less well
    for (const auto& finding : without)
        if (finding.verdict == Verdict::inconsistent || is_worse_than_among(finding, with))
            broken.insert(finding.kind);
    if (!broken.empty()) return broken;
    std::set<CheckKind> made;
    for (const auto& finding : with)
        if (!is_among(finding, without)) made.insert(finding.kind);
    return made;
}

} // namespace kompass::audit
