// What compares with what between the questions of two editions: rules/concordance.csv.
//
// A row names a question of one edition and a question of another, and how they stand: the `same` (it may be
// put in other words, and its maximum may be another: per cent compare), `split` (the former is one of
// several that the latter was parted into) or `merged` (it went, with others, into the latter). Questions
// without a row compare with nothing of another edition, whatever their numbers. What is the same as the same
// is the same. Facts alone stand there: `kompass editions concordance` proposes rows, a person accepts them.
// Immutable once loaded; thread safe. Loading throws RulesError naming file and line.
#pragma once

#include "rules/edition.h"

#include <compare>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace kompass::rules {

struct QuestionName {
    std::string edition, number; ///< "2010", "1.3"

    auto operator<=>(const QuestionName&) const = default;
};

struct ConcordanceLink {
    enum class Kind { same, split, merged };
    QuestionName from, to; ///< the older edition's question, then the newer one's
    Kind kind = Kind::same;

    bool operator==(const ConcordanceLink&) const = default;
};

[[nodiscard]] const char* name_of(ConcordanceLink::Kind kind);

class Concordance {
public:
    /// Reads a file with the columns from_edition, from_question, to_edition, to_question and kind; others
    /// are for people. Questions that their edition does not define are refused, and a question that would be
    /// the same as two of one edition.
    [[nodiscard]] static Concordance load(const std::filesystem::path& csv, const Editions& editions);

    /// As the file has them.
    [[nodiscard]] const std::vector<ConcordanceLink>& links() const { return links_; }
    /// All pairs of the same, in both directions, also by way of another edition; in order.
    [[nodiscard]] std::vector<std::pair<QuestionName, QuestionName>> same() const;

private:
    std::vector<ConcordanceLink> links_;
};

} // namespace kompass::rules
