// A municipality's evaluations through the years, each as its own report tells it or as a later one prints
// it.
//
// Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "enquiry/standings.h"
#include "model/instrument.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kompass::enquiry {

struct CourseEvaluation {
    std::optional<int> year;
    std::string edition; ///< empty: not stated
    Figures total;
    std::vector<Figures> areas{std::size_t{area_count}};
    enum class Source {
        report,        ///< its own scores
        other_scoring, ///< scores by another edition that it prints beside its own
        history,       ///< in a report of another year, or otherwise than in its own
    };
    Source source = Source::report;
    std::string told_by; ///< the key of the evaluation whose report says so
    std::int64_t report = 0;
    std::string municipality = {};                    ///< as it is called there
    std::optional<archive::State> edition_state = {}; ///< of a report's own; none: nobody told it
};

struct Course {
    std::string municipality;                        ///< as it was asked for
    std::vector<CourseEvaluation> evaluations;       ///< oldest first; those without a year last
    std::vector<std::pair<std::string, Mean>> means; ///< totals, by edition
};

/// By any name or code that the municipality has borne.
[[nodiscard]] Course course_of(const archive::Connection& connection,
                               const archive::LastingMunicipalities& municipalities,
                               const std::string& municipality, Among among = Among::all);

/// The evaluation before, where both are known to be of one edition: of one that was scored by two, each is
/// compared with its like. One without a year comes neither before nor after any.
[[nodiscard]] std::optional<std::size_t> comparable_before(const Course& course, std::size_t index);

/// The difference to that one; nullopt: there is none, or one of the totals is not stated.
[[nodiscard]] std::optional<Decimal> change(const Course& course, std::size_t index);

} // namespace kompass::enquiry
