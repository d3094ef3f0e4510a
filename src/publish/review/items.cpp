#include "publish/review/items.h"

#include "model/figures.h"
#include "model/overlay.h"
#include "publish/figure_places.h"
#include "text/language.h"

#include <algorithm>

namespace kompass::publish {
namespace {

bool decided(const Record& record, const Cell& cell) {
    const auto counting = in_force(record.corrections);
    return std::any_of(counting.begin(), counting.end(),
                       [&](const Correction& correction) { return cell_from(correction.cell) == cell; });
}

std::vector<std::string> failing_checks(const Record& record, const Figure& figure) {
    std::vector<std::string> checks;
    for (const auto& finding : record.findings_of_audit) {
        const bool of_area = figure.area != 0 && finding.area == figure.area &&
                             finding.cell.scoring == figure.cell.scoring && figure.is_doubtful();
        if (finding.verdict == Verdict::inconsistent && (finding.cell.covers(figure.cell) || of_area))
            checks.push_back(finding.explanation);
    }
    return checks;
}

bool is_inconsistent(const Record& record, const Figure& figure) {
    return std::any_of(
        record.findings_of_audit.begin(), record.findings_of_audit.end(), [&](const AuditFinding& finding) {
            return finding.verdict == Verdict::inconsistent && finding.cell.covers(figure.cell);
        });
}

/// Those of the scoring that the cell is of.
const std::vector<Area>& areas_beside(const Record& record, const Cell& cell) {
    for (std::size_t i = 0; i < record.scorings.size(); ++i)
        if (cell.scoring == number_of_scoring(i)) return record.scorings[i].areas;
    return record.areas;
}

std::string label_of(const Record& record, const Cell& cell) {
    if (cell.kind == CellKind::report) return text::tr("Of the report");
    if (cell.kind == CellKind::history) return text::tr("Earlier evaluations");
    for (const auto& area : areas_beside(record, cell)) {
        if (area.number != cell.area) continue;
        for (const auto& question : area.questions)
            if (question_number_of(cell) == question.number) return question.text;
        return area.title;
    }
    return cell.kind == CellKind::total ? text::tr("All areas together") : "";
}

/// A row that contradicts itself is shown by its doubtful figures, if it has some.
bool beside_doubtful(const Figure& figure) {
    return is_of_row(figure.cell) && !figure.doubtful->empty();
}

ReviewItem item_of(const Record& record, const Figure& figure, const char* status) {
    ReviewItem item{.cell = figure.cell,
                    .status = status,
                    .label = label_of(record, figure.cell),
                    .read = {},
                    .candidates = {},
                    .checks = failing_checks(record, figure),
                    .places = *figure.places};
    if (*figure.value) item.read = (*figure.value)->text();
    if (const auto found = figure.candidates->find(figure.field); found != figure.candidates->end())
        item.candidates = found->second;
    return item;
}

/// Of the report, or of a scoring beside its own.
void add_doubtful_facts(const Record& record, int scoring, const std::vector<std::string>& fields,
                        std::vector<ReviewItem>& items) {
    for (const auto& field : fields)
        if (const auto cell = cell_from(field))
            if (auto item = undecided_item(record, of_scoring(scoring, *cell), "doubtful"))
                items.push_back(*std::move(item));
}

} // namespace

std::vector<ReviewItem> review_items(const Record& record) {
    std::vector<ReviewItem> items;
    add_doubtful_facts(record, 0, record.doubtful, items);
    for (std::size_t i = 0; i < record.scorings.size(); ++i)
        add_doubtful_facts(record, number_of_scoring(i), record.scorings[i].doubtful, items);
    auto copy = record;
    for (const auto& figure : figures(copy)) {
        if (decided(record, figure.cell)) continue;
        if (figure.is_doubtful())
            items.push_back(item_of(record, figure, "doubtful"));
        else if (is_inconsistent(record, figure) && !beside_doubtful(figure))
            items.push_back(item_of(record, figure, "inconsistent"));
    }
    return items;
}

std::optional<ReviewItem> undecided_item(const Record& record, const Cell& cell, const char* status) {
    if (decided(record, cell)) return std::nullopt;
    auto copy = record;
    for (const auto& figure : figures(copy))
        if (figure.cell == cell) return item_of(record, figure, status);
    const auto content = content_of(record, cell);
    if (!content) return std::nullopt;
    return ReviewItem{.cell = cell,
                      .status = status,
                      .label = label_of(record, cell),
                      .read = content->text,
                      .candidates = {},
                      .checks = {},
                      .places = {}};
}

} // namespace kompass::publish
