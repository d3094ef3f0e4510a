// Findings of all areas in one table, a row an area: "Område | Styrkor | Förbättringsområden".
//
// Where the table has no lines between its rows, layout gives its columns as one list each: what stands at
// the height of an area's title, down to the next one's, is of that area.
#pragma once

#include "extractors/finding_heads.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <map>
#include <set>

namespace kompass {

class FindingsByArea {
public:
    FindingsByArea(const Blocks& blocks, const FindingHeads& heads, const rules::Knowledge& knowledge);

    /// The block is such a table, and no area's own.
    [[nodiscard]] bool holds(std::size_t block) const { return blocks_.contains(block); }

    /// Adds those of the area with this number to its lists, which are doubtful where no text begins at the
    /// height of each area's title.
    void extract(Area& area) const;

private:
    void take(const Table& table, const FindingHeads& heads, const rules::Knowledge& knowledge,
              std::size_t block);

    bool certain_ = true;
    std::set<std::size_t> blocks_;
    std::map<int, Area> areas_; ///< with nothing but findings
};

} // namespace kompass
