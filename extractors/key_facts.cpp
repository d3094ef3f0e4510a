#include "extractors/key_facts.h"

#include <algorithm>

namespace kompass {

std::vector<std::pair<std::string, std::string>> extract_key_facts(const Blocks& blocks,
                                                                   const rules::Knowledge& knowledge) {
    std::vector<std::pair<std::string, std::string>> facts;
    bool under_head = false;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::heading) under_head = false;
        if (block.kind != BlockKind::table) {
            under_head = under_head || knowledge.rules.matches("key_facts_head", block.text);
            continue;
        }
        if (!under_head) continue;
        for (const auto& row : block.table.rows) {
            std::vector<std::string> texts;
            for (const auto& cell : row)
                if (!cell.text.empty()) texts.push_back(cell.text);
            if (texts.size() == 2) facts.emplace_back(texts[0], texts[1]);
        }
    }
    return facts;
}

} // namespace kompass
