#include "archive/evaluation/preference.h"

#include "model/record_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kompass::archive {
namespace {

/// What one document has for it when it stands against another.
struct Standing {
    const Witness* witness = nullptr;
    std::string file, date;
    std::optional<int> parts; ///< how many were found; none: not accounted for
    int faulty = 0;           ///< parts that are damaged or missing
    int figures = 0, doubts = 0;
    int distance = 0; ///< from the print: 0 born digital, 1 read by OCR, 2 a transcript
};

int count_figures(const Record& record) {
    int count = 0;
    for (const auto& area : record.areas) {
        count += area.total.points ? 1 : 0;
        for (const auto& question : area.questions)
            count += question.score.points ? 1 : 0;
    }
    return count;
}

int count_doubts(const Record& record) {
    auto count = static_cast<std::size_t>(doubtful_fields(record));
    for (const auto& column : record.history)
        count += column.doubtful.size();
    return static_cast<int>(count);
}

Standing standing_of(const Witness& witness) {
    const auto& record = witness.record;
    Standing standing{.witness = &witness,
                      .file = record.file,
                      .date = record.document_date.value_or(""),
                      .parts = {},
                      .figures = count_figures(record),
                      .doubts = count_doubts(record)};
    if (record.account) {
        const auto& parts = record.account->parts;
        standing.parts = static_cast<int>(std::count_if(
            parts.begin(), parts.end(), [](const Part& part) { return part.state == PartState::found; }));
        standing.faulty = static_cast<int>(std::count_if(parts.begin(), parts.end(), is_faulty));
    }
    const bool scanned = std::any_of(record.pages.begin(), record.pages.end(),
                                     [](const PageNote& page) { return page.reading == Reading::ocr; });
    standing.distance = record.kind == SourceKind::transcript ? 2 : scanned ? 1 : 0;
    return standing;
}

/// One thing that may decide between two.
struct Criterion {
    const char* code;
    int (*order)(const Standing& a, const Standing& b); ///< below 0: `a` is better, 0: this does not decide
    std::string (*why)(const Standing& better, const Standing& other);
};

bool replaced(const Witness& old, const Witness& now) {
    return !old.replaced_by.empty() && old.replaced_by == now.record.sha256;
}

int by_place(const Standing& a, const Standing& b) {
    return static_cast<int>(replaced(*a.witness, *b.witness)) -
           static_cast<int>(replaced(*b.witness, *a.witness));
}

int by_date(const Standing& a, const Standing& b) {
    return a.date.empty() || b.date.empty() ? 0 : b.date.compare(a.date);
}

/// Only accounts compare: a report without one may hold as much.
bool accounted(const Standing& a, const Standing& b) {
    return a.parts && b.parts;
}

int by_parts(const Standing& a, const Standing& b) {
    return accounted(a, b) ? b.parts.value_or(0) - a.parts.value_or(0) : 0;
}

int doubts(const Standing& standing, const Standing& rival) {
    return standing.doubts + (accounted(standing, rival) ? standing.faulty : 0);
}

/// In the order in which they are asked; the last always decides.
constexpr std::array criteria{
    Criterion{"file-replaced", by_place,
              [](const Standing& better, const Standing& /*other*/) {
                  return fmt::format("{} was found with other content", better.file);
              }},
    Criterion{"later-edition", by_date,
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} is dated {}, {} {}", better.file, better.date, other.file,
                                     other.date);
              }},
    Criterion{"more-complete", by_parts,
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} has {} parts, {} {}", better.file, better.parts.value_or(0),
                                     other.file, other.parts.value_or(0));
              }},
    Criterion{"more-complete", [](const Standing& a, const Standing& b) { return b.figures - a.figures; },
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} has {} figures, {} {}", better.file, better.figures, other.file,
                                     other.figures);
              }},
    Criterion{"fewer-doubts",
              [](const Standing& a, const Standing& b) { return doubts(a, b) - doubts(b, a); },
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} has {} doubtful values and faulty parts, {} {}", better.file,
                                     doubts(better, other), other.file, doubts(other, better));
              }},
    Criterion{"nearer-source", [](const Standing& a, const Standing& b) { return a.distance - b.distance; },
              [](const Standing& better, const Standing& /*other*/) {
                  return fmt::format("{} is nearer to the print", better.file);
              }},
    Criterion{"no-difference",
              [](const Standing& a, const Standing& b) {
                  return a.witness->record.sha256.compare(b.witness->record.sha256);
              },
              [](const Standing& better, const Standing& /*other*/) {
                  return fmt::format("nothing tells them apart, and {} goes first by its hash", better.file);
              }},
};

/// The first that tells the two apart.
const Criterion& decisive(const Standing& a, const Standing& b) {
    return *std::find_if(criteria.begin(), criteria.end() - 1,
                         [&](const Criterion& criterion) { return criterion.order(a, b) != 0; });
}

bool is_better(const Standing& a, const Standing& b) {
    return decisive(a, b).order(a, b) < 0;
}

/// The first that speaks for `better`.
const Criterion& reason_for(const Standing& better, const Standing& other) {
    return *std::find_if(criteria.begin(), criteria.end() - 1,
                         [&](const Criterion& criterion) { return criterion.order(better, other) < 0; });
}

/// The one that goes before all others, each compared with the best so far in a fixed order: what two lack to
/// be compared (a date, an account) makes no circle of three go on for ever.
std::vector<Standing>::iterator best_of(std::vector<Standing>& standings) {
    auto best = standings.begin();
    for (auto next = best + 1; next < standings.end(); ++next)
        if (is_better(*next, *best)) best = next;
    return best;
}

} // namespace

std::vector<Preference> preferred(const std::vector<const Witness*>& documents) {
    std::vector<Standing> left;
    left.reserve(documents.size());
    for (const auto* document : documents)
        left.push_back(standing_of(*document));
    std::sort(left.begin(), left.end(), [](const Standing& a, const Standing& b) {
        return a.witness->record.sha256 < b.witness->record.sha256;
    });
    std::vector<Preference> order;
    std::optional<Standing> first;
    while (!left.empty()) {
        const auto next = best_of(left);
        Preference preference{next->witness};
        if (first) {
            const auto& criterion = reason_for(*first, *next);
            preference.reason = criterion.code;
            preference.why = criterion.why(*first, *next);
        } else {
            first = *next;
        }
        order.push_back(std::move(preference));
        left.erase(next);
    }
    return order;
}

bool supersedes(const Witness& later, const Witness& earlier) {
    if (replaced(earlier, later)) return true;
    const auto& date = later.record.document_date;
    const auto& other = earlier.record.document_date;
    return date && other && *date > *other;
}

} // namespace kompass::archive
