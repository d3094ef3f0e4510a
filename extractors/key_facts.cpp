#include "extractors/key_facts.h"

#include <algorithm>
#include <map>

namespace kompass {
namespace {

/// Adds where a fact stands.
class FactPlaces {
public:
    explicit FactPlaces(Provenances& provenance) : provenance_(provenance) {}

    void add(const std::string& label, const std::string& rule, const TableRow& row) {
        const auto [found, is_new] = at_.try_emplace(label, provenance_.size());
        if (is_new)
            provenance_.push_back(
                {report_cell(CellField::key_facts), static_cast<int>(at_.size()), rule, Places{}});
        for (const auto& cell : row)
            for (const auto& place : cell.places)
                add_place(provenance_[found->second].places, place);
    }

private:
    Provenances& provenance_;
    std::map<std::string, std::size_t> at_; ///< by label
};

} // namespace

std::vector<std::pair<std::string, std::string>>
extract_key_facts(const Blocks& blocks, const rules::Knowledge& knowledge, Provenances& provenance) {
    std::vector<std::pair<std::string, std::string>> facts;
    FactPlaces places(provenance);
    std::optional<rules::RuleMatch> head;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::heading) head.reset();
        if (block.kind != BlockKind::table) {
            if (!head) head = knowledge.rules.match("key_facts_head", block.text);
            continue;
        }
        if (!head) continue;
        for (const auto& row : block.table.rows) {
            std::vector<std::string> texts;
            for (const auto& cell : row)
                if (!cell.text.empty()) texts.push_back(cell.text);
            if (texts.size() != 2) continue;
            facts.emplace_back(texts[0], texts[1]);
            places.add(texts[0], head->rule->id, row);
        }
    }
    return facts;
}

} // namespace kompass
