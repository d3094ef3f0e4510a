#include "layout/geometric.h"

#include "layout/column_table.h"
#include "layout/figure_table.h"
#include "layout/flow.h"
#include "layout/pages/furniture_words.h"
#include "layout/pages/running_heads.h"
#include "layout/prose_columns.h"
#include "layout/recurring_texts.h"
#include "layout/side_heads.h"
#include "layout/text_line.h"
#include "layout/text_table.h"

#include <algorithm>
#include <iterator>

namespace kompass::layout {

namespace {

std::vector<TextLine> lines_of(const Document& document, const Hints& hints) {
    std::vector<std::vector<TextLine>> pages;
    std::vector<double> heights;
    for (const auto& page : without_furniture(document.pages)) {
        pages.push_back(text_lines(page));
        heights.push_back(page.height);
    }
    return without_running_heads(std::move(pages), heights, hints);
}

void append(Blocks& blocks, Blocks more) {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// A line between the rows of a table that is no part of it.
Block remark(const TextLine& line) {
    Block block;
    block.text = line.text;
    block.lines = {{line.text, line.place(), false}};
    block.places = {line.place()};
    block.font_size = line.size;
    block.bold = line.bold;
    return block;
}

/// "Styrka  Öppna nämndsammanträden": each row names the list that its text is of, and may go on overleaf.
bool labels_name_lists(const TextTable& texts, const Hints& hints) {
    const auto& rows = texts.block.table.rows;
    const auto naming = std::count_if(rows.begin(), rows.end(), [&](const TableRow& row) {
        return hints.is_column_head(row.front().text) || hints.recurs(row.front().text);
    });
    return naming * 2 > std::ssize(rows);
}

} // namespace

Blocks geometric_layout(const Document& document, const Hints& hints) {
    const auto lines = lines_of(document, hints);
    const RecurringTexts recurring(lines);
    auto own = hints; // with what this report repeats
    own.recurs = [&](std::string_view text) { return recurring.contains(text); };
    own.line_gap = line_gap(lines);
    const double body = body_size(lines);
    own.prose_edges = edges_of_prose(lines, body, own);
    Blocks blocks;
    auto figures = find_figure_table(lines, 0, own);
    std::size_t flow_start = 0;
    const auto flow_until = [&](std::size_t end) {
        append(blocks, flowed(lines, flow_start, end, body, own));
    };
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t next = i;
        const auto limit = figures ? figures->first : lines.size();
        if (figures && figures->first <= i) {
            flow_until(i);
            blocks.push_back(figure_table(lines, *figures, own));
            for (const auto stranger : figures->strangers)
                blocks.push_back(remark(lines[stranger]));
            next = figures->last;
        } else if (auto panel = panel_beside_prose_at(lines, i, limit, body, own)) {
            flow_until(i);
            append(blocks, std::move(panel->blocks));
            next = panel->last;
        } else if (auto columns = column_table_at(lines, i, limit, body, own)) {
            flow_until(i);
            append(blocks, column_blocks(lines, *columns, body, own));
            next = columns->last;
        } else if (auto prose = prose_columns_at(lines, i, limit, body, own)) {
            flow_until(i);
            append(blocks, std::move(prose->blocks));
            next = prose->last;
        } else if (auto sides = side_heads_at(lines, i, limit, body, own)) {
            flow_until(i);
            append(blocks, std::move(sides->blocks));
            next = sides->last;
        } else if (auto texts = text_table_at(lines, i, limit); texts && !labels_name_lists(*texts, own)) {
            flow_until(i);
            blocks.push_back(std::move(texts->block));
            next = texts->last;
        }
        if (next == i) {
            ++i;
            continue;
        }
        if (figures && figures->first < next) figures = find_figure_table(lines, next, own);
        flow_start = i = next;
    }
    flow_until(lines.size());
    return blocks;
}

} // namespace kompass::layout
