#include "read/image/number_cells.h"

#include <algorithm>
#include <map>

namespace kompass::read {
namespace {

constexpr double least_height = 3;     ///< points: less is no digit, in the smallest print that is read
constexpr double least_sureness = 0.5; ///< for a figure that may be text: more for it than against it
constexpr double least_share = 0.6;    ///< of a column's cells that must be figures: a clear majority

/// Of the height of digits.
constexpr double longest_figure = 4.5; ///< "100%" in a wide font has 4
constexpr double least_part = 0.4;     ///< the rings of a percent sign have half
constexpr double one_line = 1.6;       ///< of slanted and old-style figures; two lines have 2 and more
constexpr double least_fall = 2.0 / 3; ///< a full stop stands below it,
constexpr double most_below = 0.2;     ///< and no lower than a comma hangs;
constexpr double most_before = 0.5;    ///< nearer than a digit is wide,
constexpr double greatest_stop = 1.0 / 3;

/// Blobs of about the height of the tallest: digits and the parts of a percent sign.
std::vector<PixelBox> tall_blobs(const std::vector<Blob>& blobs, const CleanPage& page) {
    int tallest = 0;
    for (const auto& blob : blobs)
        tallest = std::max(tallest, blob.box.height);
    std::vector<PixelBox> tall;
    if (tallest < page.pixels(least_height)) return tall;
    for (const auto& blob : blobs)
        if (blob.box.height >= least_part * tallest) tall.push_back(blob.box);
    return tall;
}

/// A full stop behind the figures belongs to them ("4.").
PixelBox with_stop(const PixelBox& line, const std::vector<Blob>& blobs) {
    auto box = line;
    for (const auto& blob : blobs) {
        const int gap = blob.box.x - line.right();
        const auto of_height = [&](double share) { return static_cast<int>(share * line.height); };
        const bool low = blob.box.y > line.y + of_height(least_fall) &&
                         blob.box.bottom() <= line.bottom() + of_height(most_below);
        if (low && gap >= 0 && gap < of_height(most_before) && blob.box.height < of_height(greatest_stop))
            box = box.united(blob.box);
    }
    return box;
}

struct Column {
    std::vector<PlacedFigure> figures;
    std::vector<PlacedFigure> doubtful; ///< read freely they are rather text: "ll" for 11
    int others = 0;                     ///< cells below the head that hold no figure
};

/// The lines of ink inside the box, without what is left of broken rules.
std::vector<PixelBox> lines_in(const CleanPage& page, const PixelBox& box) {
    std::vector<PixelBox> lines;
    const auto ink = page.ink.ink_by_row(box);
    for (std::size_t y = 0; y < ink.size(); ++y) {
        if (ink[y] == 0) continue;
        const std::size_t first = y;
        while (y < ink.size() && ink[y] > 0)
            ++y;
        const PixelBox line = {box.x, box.y + static_cast<int>(first), box.width,
                               static_cast<int>(y - first)};
        if (line.height >= page.pixels(least_height)) lines.push_back(line);
    }
    return lines;
}

/// The figures of a cell: one, or one a line, if every line may be one (rules between them were lost, or
/// never drawn); none if the cell is text.
std::vector<PixelBox> figures_in(const CleanPage& page, const PixelBox& cell) {
    if (const auto ink = figure_ink(page, cell)) return {*ink};
    std::vector<PixelBox> figures;
    for (const auto& line : lines_in(page, cell)) {
        const auto ink = figure_ink(page, line);
        if (!ink) return {};
        figures.push_back(*ink);
    }
    return figures;
}

void look_into(Column& column, const CleanPage& page, const RuledTable& table, std::size_t at,
               FigureReader& reader) {
    const auto& cell = table.cells[at];
    const bool head = cell.row == 0 && table.rows > 1;
    std::vector<PlacedFigure> figures;
    std::vector<PlacedFigure> doubtful;
    for (const auto& ink : figures_in(page, cell.box)) {
        PlacedFigure figure{ink, reader.read(page, ink, FigureKind::any), at};
        if (figure.reading.text.empty()) continue;
        const bool sure = figure.reading.confidence >= least_sureness;
        if (!figure.reading.looks_like_text)
            figures.push_back(std::move(figure));
        else if (!head && sure)
            doubtful.push_back(std::move(figure));
    }
    if (figures.empty() && !head && page.ink.ink(cell.box) > 0) ++column.others;
    column.figures.insert(column.figures.end(), figures.begin(), figures.end());
    column.doubtful.insert(column.doubtful.end(), doubtful.begin(), doubtful.end());
}

/// Reads again what is not of the column's kind.
void settle(Column& column, const CleanPage& page, FigureReader& reader) {
    const auto kind = kind_of(column.figures);
    if (kind == FigureKind::any) return;
    for (auto& figure : column.figures)
        if (!is_figure(figure.reading.text, kind)) figure.reading = reader.read(page, figure.box, kind);
}

} // namespace

std::optional<PixelBox> figure_ink(const CleanPage& page, const PixelBox& area) {
    auto blobs = page.ink.cropped(area).blobs();
    for (auto& blob : blobs) {
        blob.box.x += area.x;
        blob.box.y += area.y;
    }
    const auto tall = tall_blobs(blobs, page);
    if (tall.empty()) return std::nullopt;
    PixelBox line;
    int tallest = 0;
    for (const auto& box : tall) {
        line = line.united(box);
        tallest = std::max(tallest, box.height);
    }
    const bool single = line.height <= one_line * tallest;
    const bool narrow = line.width <= longest_figure * line.height;
    if (!single || !narrow) return std::nullopt;
    return with_stop(line, blobs);
}

FigureKind kind_of(const std::vector<PlacedFigure>& figures) {
    std::map<FigureKind, int> counts;
    for (const auto& figure : figures)
        for (const auto kind : {FigureKind::number, FigureKind::percent, FigureKind::label})
            if (is_figure(figure.reading.text, kind)) ++counts[kind];
    for (const auto& [kind, count] : counts)
        if (2 * count > static_cast<int>(figures.size())) return kind;
    return FigureKind::any;
}

std::vector<PlacedFigure> read_number_cells(const CleanPage& page, const RuledTable& table,
                                            FigureReader& reader) {
    std::map<int, Column> columns;
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        look_into(columns[table.cells[i].column], page, table, i, reader);
    std::vector<PlacedFigure> figures;
    for (auto& [number, column] : columns) {
        const auto count = static_cast<double>(column.figures.size());
        if (count < least_share * (count + column.others)) continue;
        column.figures.insert(column.figures.end(), column.doubtful.begin(), column.doubtful.end());
        settle(column, page, reader);
        // The numbers of questions stand first: behind them "4.5" is none.
        if (number > 0)
            for (auto& figure : column.figures)
                give_comma(figure.reading);
        figures.insert(figures.end(), column.figures.begin(), column.figures.end());
    }
    return figures;
}

} // namespace kompass::read
