// Reports made from unrounded scores, as a publisher makes them, must never be called inconsistent; what is
// called inconsistent must be beyond any unrounded scores that trying them all can find.

#include "audit/audit.h"

#include "sample_reports.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

/// Unrounded scores here are whole multiples of 1/1000 point: finer than the ends of any range (1/200), whole
/// so that the tests round without error.
using Thousandths = long long;

enum class Halves { up, down };

/// number / divisor rounded; both at least 0.
int rounded(Thousandths number, Thousandths divisor, Halves halves) {
    const auto doubled = 2 * number + (halves == Halves::up ? divisor : divisor - 1);
    return static_cast<int>(doubled / (2 * divisor));
}

int points_of(Thousandths score, Halves halves) {
    return rounded(score, 1000, halves);
}
int percent_of(Thousandths score, int max, Halves halves) {
    return rounded(score, 10LL * max, halves);
}

/// An area as published, from random unrounded scores.
Area published_area(const std::vector<int>& maxima, Halves halves, bool percent_of_printed_points) {
    std::vector<Score> rows;
    Thousandths sum = 0;
    int max_sum = 0;
    for (const int max : maxima) {
        // Half the scores are multiples of 1/4 point, so that halves to be rounded are common.
        const auto fine = *rc::gen::inRange(0, 1000 * max + 1);
        const Thousandths score = *rc::gen::arbitrary<bool>() ? fine : fine / 250 * 250;
        rows.push_back(sample::score(points_of(score, halves), max, percent_of(score, max, halves)));
        sum += score;
        max_sum += max;
    }
    const int total = points_of(sum, halves);
    const int percent = percent_of(percent_of_printed_points ? 1000LL * total : sum, max_sum, halves);
    return area(1, score(total, max_sum, percent), rows);
}

std::vector<int> some_maxima(int most_questions) {
    std::vector<int> maxima;
    for (int i = *rc::gen::inRange(1, most_questions + 1); i > 0; --i)
        maxima.push_back(*rc::gen::element(10, 15, 20, 25, 30));
    return maxima;
}

/// The questions' maxima of three real areas and of two that have less than 100.
const std::vector<std::vector<int>> some_areas_maxima{
    {15, 20, 25, 30, 10}, {15, 25, 15, 15, 15, 15}, {15, 15, 15, 15, 10, 15, 15}, {15, 20, 25}, {10}};

/// Slow oracle: the unrounded scores of a row at every 1/200 point, kept if points and percent fit.
std::vector<int> scores_by_trial(const Score& row) {
    const auto max = row.max->whole();
    std::vector<int> scores;
    for (int x = -200; x <= 200 * (max + 1); ++x) {
        const bool points_fit = 2 * std::abs(x - 200 * row.points->whole()) <= 200;
        const bool percent_fits = std::abs(x - 2 * max * row.percent->whole()) <= max;
        if (points_fit && percent_fits) scores.push_back(x);
    }
    return scores;
}

/// Slow oracle: does some choice of the questions' scores, at the ends of their ranges or between, sum to a
/// number that rounds to `total`? Rows must not contradict themselves.
bool explained_by_trial(const std::vector<Question>& questions, int total, std::size_t from = 0,
                        int sum = 0) {
    if (from == questions.size()) return 2 * std::abs(sum - 200 * total) <= 200;
    const auto scores = scores_by_trial(questions[from].score);
    return std::any_of(scores.begin(), scores.end(),
                       [&](int x) { return explained_by_trial(questions, total, from + 1, sum + x); });
}

Verdict sum_verdict(const Area& area) {
    Record record;
    record.areas = {area};
    const auto sums = of_kind(audit::audit(record), CheckKind::sum);
    RC_ASSERT(sums.size() == 1U);
    return sums.front().verdict;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("a report made from unrounded scores is never called inconsistent") {
        CHECK(rc::check([] {
            const auto halves = *rc::gen::element(Halves::up, Halves::down);
            const auto maxima = *rc::gen::elementOf(some_areas_maxima);
            Record record;
            record.areas = {published_area(maxima, halves, *rc::gen::arbitrary<bool>())};
            for (const auto& finding : audit::audit(record)) {
                if (finding.kind == CheckKind::hundred) continue; // some have less on purpose
                RC_LOG() << name_of(finding.cell) << ": " << finding.explanation << '\n';
                RC_ASSERT(finding.verdict != Verdict::inconsistent);
            }
        }));
    }

    TEST_CASE("a changed total is inconsistent exactly if trying all scores explains it in no way") {
        CHECK(rc::check([] {
            auto changed = published_area(some_maxima(2), Halves::up, false);
            *changed.total.points += *rc::gen::inRange(-2, 3);
            const auto sum = [&changed] {
                Decimal points;
                for (const auto& question : changed.questions)
                    points += *question.score.points;
                return points;
            }();
            const auto verdict = sum_verdict(changed);
            RC_TAG(name_of(verdict));
            RC_ASSERT((verdict == Verdict::exact) == (*changed.total.points == sum));
            if (verdict != Verdict::exact)
                RC_ASSERT(
                    (verdict == Verdict::rounding) ==
                    explained_by_trial(changed.questions, static_cast<int>(changed.total.points->whole())));
        }));
    }

    TEST_CASE("a row is inconsistent exactly if trying all scores finds none") {
        CHECK(rc::check([] {
            const int max = *rc::gen::element(10, 15, 20, 25, 30);
            const auto row = score(*rc::gen::inRange(0, max + 1), max, *rc::gen::inRange(0, 101));
            Record record;
            record.areas = {area(1, Score{}, {row})};
            const auto rows = of_kind(audit::audit(record), CheckKind::row);
            RC_ASSERT(rows.size() == 1U);
            RC_ASSERT((rows.front().verdict == Verdict::inconsistent) == scores_by_trial(row).empty());
        }));
    }

    TEST_CASE("a total far from its questions is always inconsistent") {
        CHECK(rc::check([] {
            auto changed = published_area({15, 20, 25, 30, 10}, Halves::up, false);
            // Five rows and the total are each at most half a point off, so that 4 is more than all of them.
            *changed.total.points += *rc::gen::element(-10, -4, 4, 10, 20);
            RC_ASSERT(sum_verdict(changed) == Verdict::inconsistent);
        }));
    }
}
