#include "tests/support/shown.h"

#include <algorithm>

namespace kompass::testing {

namespace {

std::string shown(const TableCell& cell) {
    if (cell.items.empty()) return cell.text.empty() ? "-" : cell.text;
    std::string items;
    for (const auto& item : cell.items)
        items += (items.empty() ? "" : " / ") + item;
    return items;
}

const char* name_of(BlockKind kind) {
    switch (kind) {
    case BlockKind::heading:
        return "heading: ";
    case BlockKind::paragraph:
        return "paragraph: ";
    case BlockKind::list_item:
        return "item: ";
    case BlockKind::table:
        break;
    }
    return "table";
}

std::string figure(const Score& score, const std::optional<Decimal>& value, const char* field) {
    const bool doubtful =
        std::find(score.doubtful.begin(), score.doubtful.end(), field) != score.doubtful.end();
    return (value ? value->text() : "-") + (doubtful ? "?" : "");
}

} // namespace

std::string shown(const std::vector<TableCell>& row) {
    std::string text;
    for (std::size_t c = 0; c < row.size(); ++c)
        text += (c == 0 ? "" : " | ") + shown(row[c]);
    return text;
}

std::string shown(const Table& table) {
    std::string text;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        text += (r == 0 && table.has_head ? "head: " : "") + shown(table.rows[r]) + "\n";
    return text;
}

std::string shown(const Blocks& blocks) {
    std::string text;
    for (const auto& block : blocks) {
        text += name_of(block.kind) + block.text + (block.certain ? "" : " (uncertain)") + "\n";
        text += shown(block.table);
    }
    return text;
}

std::string shown(const Score& score) {
    return figure(score, score.points, "points") + "/" + figure(score, score.max, "max") + " " +
           figure(score, score.percent, "percent") + "%";
}

std::string shown(const Question& question) {
    return question.number + " " + shown(question.score) + " " + question.text;
}

std::string shown(const std::vector<Finding>& findings) {
    std::string text;
    for (const auto& finding : findings)
        text += finding.text + "\n";
    return text;
}

} // namespace kompass::testing
