// What the archived reports of an edition print of it: titles of areas, numbers, wordings and maxima of
// questions, each with the number of evaluations that print it.
//
// Scorings by the edition that reports print beside their own count as well. What is doubtful does not.
// Wordings that differ by damage or by a sign are one, spelt as most print it. Part of the caller's
// transaction.
#pragma once

#include "archive/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::enquiry {

template <typename Value>
struct Printed {
    Value value;
    int reports = 0;   ///< evaluations that print it
    std::string first; ///< the key of one of them, the first by name
};

struct PrintedQuestion {
    std::string number;                         ///< "4.2"
    int reports = 0;                            ///< evaluations that ask under that number
    std::vector<Printed<std::string>> wordings; ///< the most frequent first, as all lists here
    std::vector<Printed<int>> maxima;
};

struct PrintedArea {
    int number = 0;
    int reports = 0;
    std::vector<Printed<std::string>> titles;
    std::vector<PrintedQuestion> questions; ///< in order of number
};

struct EditionLessons {
    std::string edition;
    int reports = 0; ///< evaluations that are scored by it
    std::optional<int> first_year, last_year;
    std::vector<PrintedArea> areas; ///< in order of number
};

[[nodiscard]] EditionLessons edition_lessons(const archive::Connection& connection,
                                             const std::string& edition);

/// The editions by which reports are scored, be it beside their own, oldest first.
[[nodiscard]] std::vector<std::string> editions_printed(const archive::Connection& connection);

} // namespace kompass::enquiry
