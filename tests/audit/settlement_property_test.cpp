// What OCR misreads comes back, or is doubtful with the truth among its candidates; the solver finds what
// trying everything finds.

#include "audit/audit.h"
#include "audit/settlement.h"
#include "audit/solver.h"
#include "generated_areas.h"
#include "model/cell_value.h"
#include "model/figures.h"
#include "sample_reports.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

Random some_random() {
    return Random(*rc::gen::inRange<std::uint64_t>(0, 1ULL << 40));
}

constexpr std::int64_t units_a_tenth = 20; // of 1/200 point

bool rounds_to(std::int64_t units, Decimal points, Grain grain) {
    return 2 * std::abs(units - units_a_tenth * points.tenths()) <= units_a_tenth * step_of(grain).tenths();
}

/// Slow oracle: the unrounded scores of a row at every 1/200 point, kept if points and percent fit.
std::vector<std::int64_t> scores_by_trial(const Score& row, Grain grain) {
    const auto max = row.max->whole();
    std::vector<std::int64_t> scores;
    for (std::int64_t x = -200; x <= 200 * (max + 1); ++x)
        if (rounds_to(x, *row.points, grain) && std::abs(x - 2 * max * row.percent->whole()) <= max)
            scores.push_back(x);
    return scores;
}

/// Slow oracle: all that the questions' scores may sum to, choice by choice.
std::set<std::int64_t> sums_by_trial(const std::vector<Question>& questions, Grain grain) {
    std::set<std::int64_t> sums{0};
    for (const auto& question : questions) {
        std::set<std::int64_t> next;
        for (const auto score : scores_by_trial(question.score, grain))
            for (const auto sum : sums)
                next.insert(sum + score);
        sums = std::move(next);
    }
    return sums;
}

/// Slow oracle: the area may be printed so. Of 100, a total's points and percent are the same number, but
/// that a half is rounded either way.
bool holds_by_trial(const Area& area, const Grains& grains = {}) {
    Decimal points;
    Decimal maxima;
    for (const auto& question : area.questions) {
        const auto& score = question.score;
        if (*score.max <= 0 || *score.points > *score.max || *score.percent > 100) return false;
        points += *score.points;
        maxima += *score.max;
    }
    const auto& total = area.total;
    if (maxima != 100 || *total.max != 100 || *total.percent > 100) return false;
    if (2 * std::abs(10 * total.percent->whole() - total.points->tenths()) >
        (total.points->is_whole() ? 0 : 10))
        return false;
    if (area.box_points != total.points) return false;
    const auto sums = sums_by_trial(area.questions, grains.questions);
    return !sums.empty() &&
           (points == *total.points || std::any_of(sums.begin(), sums.end(), [&](std::int64_t sum) {
                return rounds_to(sum, *total.points, grains.areas);
            }));
}

bool flagged(const Record& record) {
    return !with_verdict(audit::audit(record), Verdict::inconsistent).empty();
}

bool lists(const Figure& figure, Decimal value) {
    const auto found = figure.candidates->find(figure.field);
    return found != figure.candidates->end() &&
           std::find(found->second.begin(), found->second.end(), value) != found->second.end();
}

/// Every way to choose the figures of a small problem, with its strain.
class Exhaustive {
public:
    Exhaustive(Record record, const rules::DigitMisreadings& misreadings, Grain grain)
        : record_(std::move(record)), grains_{grain, grain} {
        for (const auto& figure : figures(record_))
            choices_.push_back(as_read(**figure.value, nullptr, misreadings,
                                       may_have_decimal(figure.cell) ? grain : Grain::whole));
    }

    /// The values of all figures in each way that holds, of the least strain (at most `most`).
    std::set<std::vector<Decimal>> simplest(int most) {
        for (int strain = 0; strain <= most && found_.empty(); ++strain)
            choose(0, strain);
        return found_;
    }

private:
    void choose(std::size_t index, int strain) {
        const auto all = figures(record_);
        if (index == all.size()) {
            if (strain == 0 && holds_by_trial(record_.areas[0], grains_)) note();
            return;
        }
        const auto read = **all[index].value;
        for (const auto& choice : choices_[index]) {
            if (choice.strain > strain) continue;
            *all[index].value = choice.value;
            choose(index + 1, strain - choice.strain);
        }
        *all[index].value = read;
    }

    void note() {
        std::vector<Decimal> values;
        for (const auto& figure : figures(record_))
            values.push_back(**figure.value);
        found_.insert(values);
    }

    Record record_;
    Grains grains_;
    std::vector<Choices> choices_;
    std::set<std::vector<Decimal>> found_;
};

AreaProblem problem_of(const Area& area, const rules::DigitMisreadings& misreadings, Grain grain) {
    const auto row = [&](const Score& score) {
        return RowChoices{as_read(*score.points, nullptr, misreadings, grain),
                          as_read(*score.max, nullptr, misreadings),
                          as_read(*score.percent, nullptr, misreadings)};
    };
    AreaProblem problem;
    problem.grains = {grain, grain};
    for (const auto& question : area.questions)
        problem.rows.push_back(row(question.score));
    problem.total = row(area.total);
    problem.copies = {as_read(*area.box_points, nullptr, misreadings, grain)};
    return problem;
}

std::vector<Decimal> values_of(const Explanation& explanation) {
    std::vector<Decimal> values;
    for (const auto& row : explanation.rows)
        values.insert(values.end(), {*row.points, *row.max, *row.percent});
    values.insert(values.end(),
                  {*explanation.total.points, *explanation.total.max, *explanation.total.percent});
    values.push_back(*explanation.copies.at(0));
    return values;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("one changed figure is flagged, unless it lies inside rounding") {
        CHECK(rc::check([] {
            auto random = some_random();
            auto record = small_published_record(random, *rc::gen::inRange(1, 4));
            const auto all = figures(record);
            const auto& changed = all[*rc::gen::inRange<std::size_t>(0, all.size())];
            const int value = *rc::gen::inRange(0, 101);
            *changed.value = value;
            // A row may be printed above its maximum or 100 %; that is no matter of rounding.
            RC_PRE(std::all_of(record.areas[0].questions.begin(), record.areas[0].questions.end(),
                               [](const Question& q) {
                                   return *q.score.points <= *q.score.max && *q.score.percent <= 100;
                               }));
            RC_ASSERT(flagged(record) != holds_by_trial(record.areas[0]));
        }));
    }

    TEST_CASE("a digit misread as OCR does comes back, or is doubtful with the truth listed") {
        const auto& misreadings = testing::knowledge().digits;
        const Misreader misreader(misreadings);
        CHECK(rc::check([&] {
            auto random = some_random();
            auto printed = published_record(random);
            auto record = printed;
            const auto truth = figures(printed);
            const auto index = *rc::gen::inRange<std::size_t>(0, truth.size());
            const auto read = figures(record)[index];
            *read.value = misreader.misread_usually(static_cast<int>((*truth[index].value)->whole()), random);
            const bool unseen = !flagged(record);
            const auto misread = **read.value;
            settle(record, sure_evidence(), misreadings, nullptr);
            RC_TAG(unseen ? "inside rounding" : read.is_doubtful() ? "doubtful" : "repaired");
            RC_LOG() << name_of(read.cell) << ": " << (*truth[index].value)->text() << " read "
                     << misread.text() << '\n';
            if (unseen)
                RC_ASSERT(**read.value == misread);
            else if (read.is_doubtful())
                RC_ASSERT(lists(read, **truth[index].value));
            else
                RC_ASSERT(**read.value == **truth[index].value);
            for (std::size_t i = 0; i < truth.size(); ++i)
                RC_ASSERT(i == index || *figures(record)[i].value == *truth[i].value);
        }));
    }

    TEST_CASE("the solver finds the explanations that trying everything finds") {
        const auto& misreadings = testing::knowledge().digits;
        const Misreader misreader(misreadings);
        CHECK(rc::check([&] {
            auto random = some_random();
            const auto grain = *rc::gen::element(Grain::whole, Grain::half);
            auto record = small_published_record(random, *rc::gen::inRange(1, 3), grain);
            for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
                const auto all = figures(record);
                const auto& figure = all[*rc::gen::inRange<std::size_t>(0, all.size())];
                // The whole part is misread: with the half, if there is one, it is a usual misreading too.
                const auto half = **figure.value - (*figure.value)->whole();
                *figure.value =
                    half + misreader.misread_usually(static_cast<int>((*figure.value)->whole()), random);
            }
            constexpr int most_strain = 2;
            SolverLimits limits;
            limits.most_strain = most_strain;
            limits.most_explanations = 100'000;
            limits.most_steps = 10'000'000;
            std::set<std::vector<Decimal>> found;
            const auto explanations = solve(problem_of(record.areas[0], misreadings, grain), limits);
            int least = most_strain;
            for (const auto& explanation : explanations)
                least = std::min(least, explanation.strain);
            for (const auto& explanation : explanations)
                if (explanation.strain == least) found.insert(values_of(explanation));
            RC_ASSERT(found == Exhaustive(record, misreadings, grain).simplest(most_strain));
        }));
    }
}
