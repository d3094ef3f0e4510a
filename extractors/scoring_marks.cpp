#include "extractors/scoring_marks.h"

#include "model/figure_row.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>

namespace kompass {
namespace {

constexpr std::size_t longest_caption = 160; ///< bytes

ScoringMark mark_of_head(std::string_view head, const rules::RuleSet& rules) {
    head = text::trimmed(head);
    const bool former = rules.matches("former_scoring_column", head);
    if (former == rules.matches("revised_scoring_column", head)) return ScoringMark::none;
    return former ? ScoringMark::former : ScoringMark::revised;
}

/// The text of a line that stands above the table's rows: its head, read as one, or the block before it.
std::vector<std::string> lines_above(const Blocks& blocks, std::size_t at) {
    std::vector<std::string> lines;
    const auto& table = blocks[at].table;
    if (table.has_head) {
        std::string line;
        for (const auto& cell : table.rows.front())
            if (!cell.text.empty()) line += (line.empty() ? "" : " ") + cell.text;
        lines.push_back(std::move(line));
    }
    if (at > 0 && blocks[at - 1].kind != BlockKind::table) {
        for (const auto& line : blocks[at - 1].lines)
            lines.push_back(line.text);
        lines.push_back(blocks[at - 1].text);
    }
    return lines;
}

/// The columns of figures in which some row has one: two, of which a line above says which is which.
std::vector<std::size_t> filled_columns(const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t c = FigureRow::first_figure; !table.rows.empty() && c < table.rows.front().size(); ++c)
        if (std::any_of(table.rows.begin() + (table.has_head ? 1 : 0), table.rows.end(),
                        [&](const TableRow& row) { return c < row.size() && !row[c].text.empty(); }))
            columns.push_back(c);
    return columns;
}

const std::string& wording_of(const FigureRow& row) {
    return row.wording().text.empty() ? row.label().text : row.wording().text;
}

} // namespace

ScoringMark scoring_mark(std::string_view text, const rules::RuleSet& rules) {
    text = text::trimmed(text);
    if (text.empty() || text.size() > longest_caption || rules.matches("toc_line", text) ||
        rules.matches("both_scorings", text))
        return ScoringMark::none;
    const bool former = rules.matches("former_scoring", text);
    if (former == rules.matches("revised_scoring", text)) return ScoringMark::none;
    return former ? ScoringMark::former : ScoringMark::revised;
}

std::optional<int> evaluation_year(std::string_view head, const rules::RuleSet& rules) {
    return rules.matches("model_year", head) ? std::nullopt : printed::only_year_in(head);
}

std::vector<ScoringMark> scoring_marks(const Blocks& blocks, const rules::RuleSet& rules) {
    std::vector<ScoringMark> marks;
    marks.reserve(blocks.size());
    for (const auto& block : blocks) {
        const bool headed = block.kind == BlockKind::table && block.table.has_head && block.table.figures > 0;
        marks.push_back(
            scoring_mark(headed ? wording_of(FigureRow(block.table.rows.front())) : block.text, rules));
    }
    return marks;
}

std::vector<ScoringMark> marks_of_columns(const Blocks& blocks, std::size_t at, const rules::RuleSet& rules) {
    const auto& table = blocks[at].table;
    const std::size_t width = table.rows.empty() ? 0 : table.rows.front().size();
    std::vector<ScoringMark> marks(width, ScoringMark::none);
    if (table.has_head)
        for (std::size_t c = FigureRow::first_figure; c < width; ++c)
            marks[c] = mark_of_head(table.rows.front()[c].text, rules);
    const auto are = [&](ScoringMark mark) { return std::count(marks.begin(), marks.end(), mark); };
    if (are(ScoringMark::former) > 0 && are(ScoringMark::revised) > 0) return marks;
    for (std::size_t c = FigureRow::first_figure; c < width; ++c)
        if (marks[c] == ScoringMark::former &&
            scoring_mark(table.rows.front()[c].text, rules) == ScoringMark::former)
            return marks;
    marks.assign(width, ScoringMark::none);
    const auto columns = filled_columns(table);
    constexpr std::size_t models = 2;
    if (columns.size() != models) return marks;
    for (const auto& line : lines_above(blocks, at))
        if (const auto match = rules.match("scoring_columns", text::trimmed(line))) {
            const bool former_first = !match->group("former").empty();
            marks[columns.front()] = former_first ? ScoringMark::former : ScoringMark::revised;
            marks[columns.back()] = former_first ? ScoringMark::revised : ScoringMark::former;
            return marks;
        }
    return marks;
}

} // namespace kompass
