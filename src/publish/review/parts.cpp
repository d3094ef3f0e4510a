#include "publish/review/parts.h"

#include "publish/figure_places.h"

#include "model/cell_value.h"
#include "model/figures.h"
#include "model/overlay.h"
#include "text/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace kompass::publish {
namespace {

/// True if a figure of that name stands in the part.
bool holds(const Part& part, const Cell& cell) {
    if (part.scoring.value_or(0) != cell.scoring) return false;
    switch (part.kind) {
    case PartKind::score_table:
        return is_of_row(cell) && cell.area == part.area;
    case PartKind::box:
        return cell.kind == CellKind::area && cell.field == CellField::box_points && cell.area == part.area;
    case PartKind::history:
        return cell.kind == CellKind::history;
    default:
        return false;
    }
}

const std::vector<Finding>* list_of(const Area& area, PartKind kind) {
    switch (kind) {
    case PartKind::strengths:
        return &area.strengths;
    case PartKind::improvements:
        return &area.improvements;
    case PartKind::weaknesses:
        return &area.weaknesses;
    default:
        return nullptr;
    }
}

CellField field_of(PartKind list) {
    if (list == PartKind::strengths) return CellField::strength;
    return list == PartKind::improvements ? CellField::improvement : CellField::weakness;
}

/// Cells of the part that hold nothing.
std::vector<Cell> empty_cells(const Record& record, const Part& part) {
    std::vector<Cell> cells;
    auto copy = record;
    for (const auto& figure : figures(copy))
        if (!*figure.value && holds(part, figure.cell)) cells.push_back(figure.cell);
    std::vector<Cell> texts;
    if (part.kind == PartKind::identity)
        for (const auto field : {CellField::municipality, CellField::year, CellField::edition})
            texts.push_back(report_cell(field));
    if (part.kind == PartKind::title && part.area && !part.scoring)
        texts.push_back(area_cell(*part.area, CellField::title));
    for (const auto& cell : texts)
        if (const auto content = content_of(record, cell); content && !content->text) cells.push_back(cell);
    return cells;
}

/// Texts of a damaged part that can be mended.
std::vector<Cell> mendable_texts(const Record& record, const Part& part) {
    std::vector<Cell> cells;
    if (part.scoring) return cells; // its figures alone can be decided
    for (const auto& area : record.areas) {
        if (area.number != part.area) continue;
        if (part.kind == PartKind::title && !area.title.empty())
            cells.push_back(area_cell(area.number, CellField::title));
        if (const auto* list = list_of(area, part.kind))
            for (std::size_t i = 1; i <= list->size(); ++i)
                cells.push_back(area_cell(area.number, field_of(part.kind), static_cast<int>(i)));
        if (part.kind == PartKind::score_table)
            for (const auto& question : area.questions)
                cells.push_back(question_cell(question.number, CellField::text));
    }
    return cells;
}

/// "Score table of area 4", for people.
std::string title_of(const Part& part) {
    auto title = text::tr(name_of(part.kind));
    std::replace(title.begin(), title.end(), '_', ' ');
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    if (part.area) title = text::tr("{} of area {}", title, *part.area);
    return part.page ? fmt::format("{} {}", title, *part.page) : title;
}

std::string advice_on(const ReviewPart& part) {
    if (!part.missing.empty())
        return text::tr("Enter below what the picture shows, or say that the report does not state it.");
    if (part.part.kind == PartKind::page)
        return text::tr(
            "The file lacks what stood there. Look for a whole file of the report and ingest it, too: "
            "the archive takes each part from the file that has it.");
    const auto other =
        text::tr("A correction cannot add what was not read: another file of the report, or a rule for "
                 "its layout (docs/rules.md), can.");
    return part.texts.empty() ? other : text::tr("Its texts can be mended below. ") + other;
}

std::vector<ReviewItem> undecided(const Record& record, const std::vector<Cell>& cells, const char* status,
                                  const std::vector<ReviewItem>& known) {
    std::vector<ReviewItem> items;
    for (const auto& cell : cells) {
        const bool asked = std::any_of(known.begin(), known.end(),
                                       [&](const ReviewItem& item) { return item.cell == cell; });
        if (asked) continue;
        if (auto item = undecided_item(record, cell, status)) items.push_back(*std::move(item));
    }
    return items;
}

} // namespace

std::vector<ReviewPart> review_parts(const Record& record, const std::vector<ReviewItem>& items) {
    std::vector<ReviewPart> parts;
    if (!record.account) return parts;
    for (const auto& part : record.account->parts) {
        if (!is_faulty(part)) continue;
        const auto empty = empty_cells(record, part);
        ReviewPart found{part,
                         title_of(part),
                         text::in_english([&] { return title_of(part); }),
                         undecided(record, empty, "missing", items),
                         {},
                         {}};
        const bool asked = std::any_of(items.begin(), items.end(),
                                       [&](const ReviewItem& item) { return holds(part, item.cell); });
        if (!empty.empty() && found.missing.empty() && !asked) continue;
        if (part.state == PartState::damaged)
            found.texts = undecided(record, mendable_texts(record, part), "damaged", {});
        found.advice = advice_on(found);
        parts.push_back(std::move(found));
    }
    return parts;
}

} // namespace kompass::publish
