// What is in effect of an evaluation: the composition of its documents, with what people decided laid over
// it.
//
// What the documents print stays what it was: the arithmetic is told of both. Pure; no errors.
#pragma once

#include "archive/evaluation/composition.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kompass::archive {

/// A check whose verdict is not "exact".
struct LayeredFinding {
    AuditFinding finding;
    bool published = false; ///< of the figures as the documents print them
    bool effective = false; ///< of the figures in effect
};

/// A decision that counts, and the cell that it is about now.
struct Ruling {
    Correction decision;
    std::optional<Cell> cell; ///< none: no document has such a cell
};

/// A figure that was doubtful, and that the arithmetic tells since a person decided another.
struct SettledFigure {
    Cell cell;
    Decimal value;
    std::vector<CheckKind> checks; ///< that leave nothing else; none: all figures together do
    std::string why;               ///< the same in words
};

struct Effective {
    Record published; ///< as composed; `corrections` and `findings_of_audit` are of the documents
    Record record;    ///< with the decisions in force; `findings_of_audit` are of these figures
    std::vector<Ruling> rulings;
    std::vector<LayeredFinding> findings;
    std::vector<SettledFigure> settled; ///< repaired in `record`

    [[nodiscard]] bool is_decided(const Cell& cell) const { return decided.contains(cell); }
    std::set<Cell> decided;
};

[[nodiscard]] Effective effective(const Record& composed);

} // namespace kompass::archive
