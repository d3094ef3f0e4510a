#include "archive/evaluation/same_evaluation.h"

#include "model/figures.h"
#include "model/overlay.h"
#include "model/record_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace kompass::archive {
namespace {

/// What a document says of which evaluation it is of. What is doubtful is not said.
struct Claim {
    std::string municipality, code;
    std::optional<int> year, month, ordinal;
};

Claim claim_of(const Record& record) {
    const auto sure = [&](const char* field) { return !is_doubtful(record.doubtful, field); };
    Claim claim;
    if (sure("municipality")) {
        claim.municipality = record.municipality;
        claim.code = record.municipality_code;
    }
    if (sure("year")) claim.year = record.year;
    if (sure("month")) claim.month = record.month;
    if (sure("ordinal")) claim.ordinal = record.ordinal;
    return claim;
}

/// A register may have renamed what an earlier one called otherwise; the code says what is meant.
bool same_municipality(const Claim& a, const Claim& b) {
    if (!a.code.empty() && !b.code.empty()) return a.code == b.code;
    return !a.municipality.empty() && a.municipality == b.municipality;
}

bool same_year(const Claim& a, const Claim& b) {
    return same_municipality(a, b) && a.year && a.year == b.year;
}

template <typename T>
bool differ(const std::optional<T>& a, const std::optional<T>& b) {
    return a && b && *a != *b;
}

/// What the figures of two documents say of each other.
enum class Content { agrees, differs, open };

using Figures = std::map<Cell, Decimal>;

Figures points_of(const Record& record) {
    auto copy = record;
    Figures points;
    for (const auto& figure : figures(copy))
        if (figure.cell.scoring == 0 && figure.cell.kind != CellKind::history &&
            figure.cell.field == CellField::points && figure.value->has_value() && !figure.is_doubtful())
            points.emplace(figure.cell, **figure.value);
    return points;
}

/// Misreadings leave most figures as they are; two evaluations have few alike but by chance.
Content compared(const Figures& a, const Figures& b) {
    constexpr int enough = 8; ///< figures that must be common to say anything
    int common = 0;
    int equal = 0;
    for (const auto& [cell, value] : a)
        if (const auto other = b.find(cell); other != b.end()) {
            ++common;
            if (other->second == value) ++equal;
        }
    if (common < enough) return Content::open;
    if (10 * equal >= 9 * common) return Content::agrees;
    return 4 * equal < 3 * common ? Content::differs : Content::open;
}

struct Judged {
    enum class Likeness { surely, same, unsure, apart };
    Likeness likeness = Likeness::apart;
    std::string why = {}; ///< of what is unsure
};

/// A document, made ready for comparison.
struct Candidate {
    const Witness* witness = nullptr;
    Claim read, decided;
    Figures points;
};

Candidate candidate_of(const Witness& witness) {
    return {&witness, claim_of(witness.record), claim_of(corrected(witness.record)),
            points_of(witness.record)};
}

bool replaced(const Candidate& a, const Candidate& b) {
    const auto by = [](const Candidate& old, const Candidate& now) {
        return old.witness->replaced_by == now.witness->record.sha256;
    };
    const auto said_otherwise = [&] {
        const auto& one = a.read;
        const auto& other = b.read;
        const bool elsewhere = !one.code.empty() && !other.code.empty() && one.code != other.code;
        return elsewhere || differ(one.year, other.year) || differ(one.ordinal, other.ordinal);
    };
    return (by(a, b) || by(b, a)) && !said_otherwise();
}

std::string two(const Candidate& a, const Candidate& b, std::string_view what) {
    return fmt::format("{} and {} {}", a.witness->record.file, b.witness->record.file, what);
}

Judged judged(const Candidate& a, const Candidate& b) {
    using enum Judged::Likeness;
    if (replaced(a, b)) return {surely};
    if (!same_year(a.read, b.read) && !same_year(a.decided, b.decided)) return {apart};
    const auto content = compared(a.points, b.points);
    if (differ(a.decided.ordinal, b.decided.ordinal)) {
        if (content != Content::agrees) return {apart};
        return {unsure, two(a, b, "have the same figures, but are not the same evaluation by their ordinal")};
    }
    if (content == Content::agrees) return {surely};
    if (differ(a.decided.month, b.decided.month)) return {apart};
    if (content == Content::differs)
        return {unsure, two(a, b, "are of the same municipality and year, but their figures differ")};
    return {same};
}

/// Sets of indices, joined one by one.
class Sets {
public:
    explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0); }

    std::size_t of(std::size_t index) const {
        while (parent_[index] != index)
            index = parent_[index];
        return index;
    }
    void join(std::size_t a, std::size_t b) { parent_[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

private:
    std::vector<std::size_t> parent_;
};

/// All pairs, each with what is to be said of it.
class Pairs {
public:
    explicit Pairs(const Witnesses& witnesses) : count_(witnesses.size()) {
        std::vector<Candidate> candidates;
        for (const auto& witness : witnesses)
            candidates.push_back(candidate_of(witness));
        for (std::size_t i = 0; i < count_; ++i)
            for (std::size_t j = i + 1; j < count_; ++j)
                judged_.emplace(std::pair{i, j}, judged(candidates[i], candidates[j]));
    }

    [[nodiscard]] std::size_t count() const { return count_; }

    template <typename OnPair>
    void each(const OnPair& on_pair) const {
        for (const auto& [pair, judgement] : judged_)
            on_pair(pair.first, pair.second, judgement);
    }

private:
    std::size_t count_;
    std::map<std::pair<std::size_t, std::size_t>, Judged> judged_;
};

/// What is surely one, and what nothing speaks against, unless that joins two that are not one: then what may
/// belong to either belongs to neither.
Sets joined(const Pairs& pairs, std::vector<UnsureMatch>& matches) {
    using enum Judged::Likeness;
    Sets sure(pairs.count());
    Sets all(pairs.count());
    pairs.each([&](std::size_t a, std::size_t b, const Judged& judgement) {
        if (judgement.likeness == surely) sure.join(a, b);
        if (judgement.likeness == surely || judgement.likeness == same) all.join(a, b);
    });
    std::vector<bool> torn(pairs.count(), false);
    pairs.each([&](std::size_t a, std::size_t b, const Judged& judgement) {
        const bool against = judgement.likeness == apart || judgement.likeness == unsure;
        if (against && all.of(a) == all.of(b) && sure.of(a) != sure.of(b)) torn[all.of(a)] = true;
    });
    auto sets = sure;
    pairs.each([&](std::size_t a, std::size_t b, const Judged& judgement) {
        if (judgement.likeness != same) return;
        if (!torn[all.of(a)])
            sets.join(a, b);
        else if (sure.of(a) != sure.of(b))
            matches.push_back({a, b, "it may belong to either of two evaluations"});
    });
    return sets;
}

} // namespace

Grouping group(const Witnesses& witnesses) {
    Grouping grouping;
    const Pairs pairs(witnesses);
    const auto sets = joined(pairs, grouping.unsure);
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < witnesses.size(); ++i)
        members[sets.of(i)].push_back(i);
    for (auto& [first, group] : members)
        grouping.evaluations.push_back(std::move(group));
    pairs.each([&](std::size_t a, std::size_t b, const Judged& judgement) {
        if (judgement.likeness == Judged::Likeness::unsure && sets.of(a) != sets.of(b))
            grouping.unsure.push_back({a, b, judgement.why});
    });
    return grouping;
}

} // namespace kompass::archive
