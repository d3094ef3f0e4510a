#include "extractors/points_box.h"

#include "extractors/readings.h"
#include "layout/items.h"
#include "model/instrument.h"
#include "model/printed_figures.h"
#include "text/tokens.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace kompass {

namespace {

constexpr std::size_t kNone = 99;
constexpr std::size_t fewest_words_of_prose = 15;

/// A column, and the rule that knows its head; empty: what the column holds tells.
struct Column {
    std::size_t at = kNone;
    std::string rule{};
};

/// The column whose head has the role.
Column column_of(const Table& table, std::string_view role, const rules::RuleSet& rules) {
    if (table.rows.empty()) return {};
    const auto& head = table.rows.front();
    for (std::size_t c = 0; c < head.size(); ++c)
        if (const auto match = rules.match(role, text::trimmed(head[c].text))) return {c, match->rule->id};
    return {};
}

/// Points as printed: no value where they are none that a report gives ("9,3").
using Points = std::optional<Decimal>;

/// The points that the text prints, with or without their maximum, if it prints any.
std::optional<Points> points_in(std::string_view text) {
    const auto figures = printed::figures(text);
    if (figures.empty() || figures.front().dash || figures.front().percent ||
        figures.front().value.value_or(0) > points_an_area)
        return std::nullopt;
    const bool of_hundred = figures.size() < 2 || figures[1].value == points_an_area;
    return of_hundred ? std::optional(figures.front().value) : std::nullopt;
}

/// A text, and where it stands.
struct PlacedText {
    std::string text;
    Places places;
};

/// What the cells of a column hold, from top to bottom: list items, or whole cells.
std::vector<PlacedText> texts_in(const Table& table, std::size_t column) {
    std::vector<PlacedText> texts;
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r) {
        const auto& cell = table.rows[r][column];
        for (std::size_t i = 0; i < cell.items.size(); ++i)
            texts.push_back({cell.items[i], i < cell.item_places.size() ? cell.item_places[i] : cell.places});
        if (cell.items.empty() && !cell.text.empty()) texts.push_back({cell.text, cell.places});
    }
    return texts;
}

/// The figures of a column that holds nothing else, one a line.
std::vector<Points> figures_in(const Table& table, std::size_t column) {
    std::vector<Points> figures;
    for (const auto& [text, places] : texts_in(table, column)) {
        if (const auto points = points_in(text)) {
            figures.push_back(*points);
            continue;
        }
        for (const auto& token : text::tokens(text)) {
            const auto points = points_in(token);
            if (!points) return {};
            figures.push_back(*points);
        }
    }
    return figures;
}

/// The columns of a points box.
struct BoxColumns {
    Column topics, points;
    [[nodiscard]] bool found() const { return topics.at != kNone && points.at != kNone; }
};

/// By their heads, whatever else they hold.
BoxColumns columns_by_heads(const Table& table, const rules::RuleSet& rules) {
    return {column_of(table, "box_topics_head", rules), column_of(table, "box_points_head", rules)};
}

/// By what they hold: headings, and beside them nothing but points.
BoxColumns columns_by_content(const Table& table) {
    if (table.rows.empty() || table.rows.front().size() != 2) return {};
    if (!figures_in(table, 0).empty() || figures_in(table, 1).empty()) return {};
    return {{0}, {1}};
}

/// The last of several figures if it is the sum of the others, else the only one.
Points total_of(const std::vector<Points>& figures) {
    if (figures.size() == 1) return figures.front();
    if (std::find(figures.begin(), figures.end(), std::nullopt) != figures.end() || figures.empty())
        return std::nullopt;
    const auto sum = std::accumulate(figures.begin(), figures.end() - 1, Decimal(),
                                     [](Decimal before, const Points& points) { return before + *points; });
    return *figures.back() == sum ? figures.back() : std::nullopt;
}

/// Where the prose about the area begins.
std::size_t prose_after(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules) {
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const auto& block = blocks[i];
        if (block.kind == BlockKind::heading && rules.matches("general_head", block.text)) return i;
        const bool topics = rules.matches("box_topics_head", blocks[i - 1].text);
        if (block.kind == BlockKind::paragraph && !topics &&
            text::tokens(block.text).size() >= fewest_words_of_prose)
            return i;
    }
    return span.last;
}

struct FoundBox {
    std::size_t block = 0;
    BoxColumns columns;
};

/// The table of an area that is its points box: the one under the heads of a box, else one before the prose
/// that holds what a box does.
std::optional<FoundBox> box_of(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules) {
    for (std::size_t i = span.first; i < span.last; ++i)
        if (blocks[i].kind == BlockKind::table)
            if (const auto columns = columns_by_heads(blocks[i].table, rules); columns.found())
                return FoundBox{i, columns};
    const auto end = prose_after(blocks, span, rules);
    for (std::size_t i = span.first; i < end; ++i)
        if (blocks[i].kind == BlockKind::table)
            if (const auto columns = columns_by_content(blocks[i].table); columns.found())
                return FoundBox{i, columns};
    return std::nullopt;
}

/// The cell that holds the points, for what OCR says of it.
const TableCell* cell_with_points(const Table& table, std::size_t column) {
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r)
        if (!text::trimmed(table.rows[r][column].text).empty()) return &table.rows[r][column];
    return nullptr;
}

void take_points(const Table& table, const Column& column, Area& area, audit::Evidence& evidence,
                 Provenances& provenance) {
    const auto* const cell = cell_with_points(table, column.at);
    if (cell == nullptr) return;
    area.box_points = total_of(figures_in(table, column.at));
    provenance.push_back({area_cell(area.number, CellField::box_points), 0, column.rule, cell->places});
    if (!area.box_points) {
        area.doubtful.emplace_back("box_points");
        return;
    }
    note_if_unsure(*cell, area_cell(area.number, CellField::box_points), {area.doubtful, area.candidates},
                   evidence);
}

void add_heading(PlacedText heading, const std::string& rule, Area& area, Provenances& provenance) {
    area.box_headings.push_back(std::move(heading.text));
    provenance.push_back({area_cell(area.number, CellField::box_headings),
                          static_cast<int>(area.box_headings.size()), rule, std::move(heading.places)});
}

/// From the table that is the area's points box; false if there is none.
bool take_box(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules,
              const std::set<std::string>& sum_labels, Area& area, audit::Evidence& evidence,
              Provenances& provenance) {
    const auto found = box_of(blocks, span, rules);
    if (!found) return false;
    const auto& table = blocks[found->block].table;
    area.places = blocks[found->block].places;
    const auto& [topics, points] = found->columns;
    take_points(table, points, area, evidence, provenance);
    for (auto& heading : texts_in(table, topics.at))
        if (!rules.matches("score_sum", heading.text) && !sum_labels.contains(heading.text))
            add_heading(std::move(heading), topics.rule, area, provenance);
    return true;
}

/// Points, and the rule that knows their line; empty: the figure stands alone.
struct PointsLine {
    Points points;
    std::string rule;
};

/// The points of a line that says so ("Poäng: 43 av 100", "43 poäng") or of a figure that stands alone.
std::optional<PointsLine> points_of(const Block& block, const rules::RuleSet& rules) {
    if (block.kind == BlockKind::table) return std::nullopt;
    const auto match = rules.match("points_line", block.text);
    const auto points = points_in(match ? match->group("points") : block.text);
    if (!points) return std::nullopt;
    return PointsLine{*points, match ? match->rule->id : std::string()};
}

/// "av 100", where the points themselves are set larger.
bool is_of_hundred(const Block& block, const rules::RuleSet& rules) {
    return block.kind != BlockKind::table && rules.matches("points_maximum", text::trimmed(block.text));
}

/// The topics of an area in lines below its heading: under a head of their own, or a list before the prose.
class TopicLines {
public:
    TopicLines(const TopicHeads& heads, const FindingHeads& findings, const rules::RuleSet& rules,
               const layout::Hints& hints)
        : heads_(heads), findings_(findings), rules_(rules), hints_(hints) {}

    /// False if the topics end before this block.
    bool take(const Block& block) {
        if (block.kind == BlockKind::table) return !begun();
        if (heads_.contains(block.text)) return begin();
        // Labels of a chart beside or below the topics are set smaller.
        if (first_ != nullptr && !are_set_alike(block, *first_)) return false;
        if (block.kind == BlockKind::list_item) {
            add(block, {{block.text, block.places}});
            return true;
        }
        if (heads_something_else(block.text)) return false;
        if (block.kind == BlockKind::heading && (block.bold || !under_head_)) return !begun();
        if (under_head_ && !is_sentence(block.text)) {
            add(block, lines_of(block));
            return true;
        }
        return !begun() && text::tokens(block.text).size() < fewest_words_of_prose;
    }

    [[nodiscard]] bool under_head() const { return under_head_; }
    [[nodiscard]] std::vector<PlacedText> topics() { return std::move(topics_); }

private:
    [[nodiscard]] bool begun() const { return under_head_ || first_ != nullptr; }

    bool begin() {
        if (begun()) return false;
        under_head_ = true;
        return true;
    }

    [[nodiscard]] std::vector<PlacedText> lines_of(const Block& block) const {
        std::vector<PlacedText> topics;
        for (auto& item : layout::list_items(block.lines, layout::BulletGlyphs::printed, hints_))
            topics.push_back({std::move(item.text), std::move(item.places)});
        return topics;
    }

    void add(const Block& block, std::vector<PlacedText> topics) {
        if (first_ == nullptr) first_ = &block;
        topics_.insert(topics_.end(), std::make_move_iterator(topics.begin()),
                       std::make_move_iterator(topics.end()));
    }

    [[nodiscard]] bool heads_something_else(std::string_view text) const {
        for (const auto* role :
             {"general_head", "inspiration_head", "findings_section_head", "score_chapter_head"})
            if (rules_.matches(role, text)) return true;
        return findings_.list_under(text) != nullptr;
    }

    static bool is_sentence(std::string_view text) {
        text = text::trimmed(text);
        return text.ends_with('.') || text.ends_with(':');
    }

    const TopicHeads& heads_;
    const FindingHeads& findings_;
    const rules::RuleSet& rules_;
    const layout::Hints& hints_;
    const Block* first_ = nullptr; ///< the block of the first topic
    bool under_head_ = false;
    std::vector<PlacedText> topics_;
};

/// From lines below the heading.
void take_lines(const Blocks& blocks, const AreaSpan& span, TopicLines lines, const rules::RuleSet& rules,
                Area& area, Provenances& provenance) {
    bool told = false;
    bool ended = false; // the topics; the points may stand behind them
    const auto prose = prose_after(blocks, span, rules);
    for (std::size_t i = span.first + 1; i < span.last && (!ended || i < prose); ++i) {
        if (const auto points = points_of(blocks[i], rules)) {
            if (!told) {
                area.box_points = points->points;
                provenance.push_back(
                    {area_cell(area.number, CellField::box_points), 0, points->rule, blocks[i].places});
            }
            told = true;
        } else if (!ended && !is_of_hundred(blocks[i], rules)) {
            ended = !lines.take(blocks[i]);
        }
    }
    if (told && !area.box_points) area.doubtful.emplace_back("box_points");
    if (!told && !lines.under_head()) return;
    for (auto& topic : lines.topics())
        add_heading(std::move(topic), "", area, provenance);
}

} // namespace

PointsBoxes::PointsBoxes(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                         const FindingHeads& findings, const rules::Knowledge& knowledge,
                         const layout::Hints& hints)
    : blocks_(blocks), findings_(findings), rules_(knowledge.rules), hints_(hints),
      topic_heads_(blocks, spans, findings, knowledge.rules) {
    std::map<std::string, std::size_t> last_of_box;
    for (const auto& span : spans)
        if (const auto box = box_of(blocks, span, rules_)) {
            const auto texts = texts_in(blocks[box->block].table, box->columns.topics.at);
            if (texts.size() > 1) ++last_of_box[texts.back().text];
        }
    constexpr std::size_t fewest = 3;
    for (const auto& [text, areas] : last_of_box)
        if (areas >= fewest) sum_labels_.insert(text);
}

void PointsBoxes::extract(const AreaSpan& span, Area& area, audit::Evidence& evidence,
                          Provenances& provenance) const {
    if (!take_box(blocks_, span, rules_, sum_labels_, area, evidence, provenance))
        take_lines(blocks_, span, TopicLines(topic_heads_, findings_, rules_, hints_), rules_, area,
                   provenance);
}

} // namespace kompass
