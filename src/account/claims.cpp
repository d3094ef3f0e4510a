#include "account/claims.h"

#include "extractors/area_rows.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace kompass::account {

namespace {

/// The texts of an area's values that are copied from blocks as they stand.
using Texts = std::unordered_map<std::string, PartKind>;

Texts texts_of(const Area& area) {
    Texts texts;
    for (const auto& heading : area.box_headings)
        texts.emplace(squeezed(heading), PartKind::box);
    const auto add = [&](const std::vector<Finding>& findings, PartKind part) {
        for (const auto& finding : findings)
            texts[squeezed(finding.raw.empty() ? finding.text : finding.raw)] = part;
    };
    add(area.strengths, PartKind::strengths);
    add(area.improvements, PartKind::improvements);
    add(area.weaknesses, PartKind::weaknesses);
    return texts;
}

bool same_figures(const Score& score, const std::vector<TableCell>& row) {
    std::size_t met = 0;
    std::size_t figures = 0;
    for (const auto& cell : row) {
        const auto figure = printed::figure(text::trimmed(cell.text));
        if (!figure) continue;
        ++figures;
        for (const auto& value : {score.points, score.max, score.percent})
            if (value == figure->value) {
                ++met;
                break;
            }
    }
    return figures > 0 && met == figures;
}

/// Stands for all areas together.
constexpr int whole_table = area_count + 1;

class Claiming {
public:
    Claiming(const std::vector<Holder>& holders, const Blocks& blocks, const std::vector<AreaSpan>& spans,
             const Record& record, const rules::Knowledge& knowledge)
        : holders_(holders), blocks_(blocks), record_(record), knowledge_(knowledge), area_at_(blocks.size()),
          claims_(holders.size()) {
        for (const auto& span : spans) {
            heads_.push_back(span.first);
            std::fill(area_at_.begin() + static_cast<std::ptrdiff_t>(span.first),
                      area_at_.begin() + static_cast<std::ptrdiff_t>(span.last), span.number);
        }
        for (const auto& area : record.areas) {
            texts_[area.number] = texts_of(area);
            for (const auto& heading : area.box_headings)
                headings_[area.number].insert(squeezed(heading));
        }
        for (const auto& [label, value] : record.key_facts) {
            facts_.emplace(squeezed(label), PartKind::key_facts);
            facts_.emplace(squeezed(value), PartKind::key_facts);
        }
    }

    std::vector<Claim> all() {
        for (std::size_t h = 0; h < holders_.size();) {
            std::size_t end = h;
            while (end < holders_.size() && holders_[end].block == holders_[h].block)
                ++end;
            if (holders_[h].is_cell())
                claim_table(h, end);
            else
                claims_[h] = claim_of_text(holders_[h]);
            h = end;
        }
        claim_recurring();
        return std::move(claims_);
    }

private:
    [[nodiscard]] static const Area* find(const std::vector<Area>& areas, int number) {
        const auto found =
            std::find_if(areas.begin(), areas.end(), [&](const Area& a) { return a.number == number; });
        return found == areas.end() ? nullptr : &*found;
    }
    [[nodiscard]] const Area* area(int number) const { return find(record_.areas, number); }

    /// A finding may say the same as a heading of the box, which stands first.
    [[nodiscard]] std::optional<PartKind> part_with(int area, std::string_view text) {
        const auto texts = texts_.find(area);
        if (texts == texts_.end()) return std::nullopt;
        const auto bare = squeezed(text);
        if (headings_[area].erase(bare) > 0) return PartKind::box;
        const auto found = texts->second.find(bare);
        if (found != texts->second.end()) return found->second;
        const auto* known = this->area(area);
        for (const auto& [list, part] : {std::pair{&known->strengths, PartKind::strengths},
                                         std::pair{&known->improvements, PartKind::improvements},
                                         std::pair{&known->weaknesses, PartKind::weaknesses}})
            if (is_run_of(*list, bare)) return part;
        return std::nullopt;
    }

    /// The text is several items of the list, one behind the other: its extractor parted what layout did not.
    [[nodiscard]] static bool is_run_of(const std::vector<Finding>& list, std::string_view bare) {
        std::size_t eaten = 0;
        for (const auto& finding : list) {
            const auto item = squeezed(finding.raw.empty() ? finding.text : finding.raw);
            if (!item.empty() && bare.substr(eaten).starts_with(item))
                eaten += item.size();
            else if (eaten > 0)
                break;
        }
        return eaten > 0 && eaten == bare.size();
    }

    /// A heading of the area's text may say the same as one of the points box.
    [[nodiscard]] bool is_in_box(int number, std::string_view text) const {
        const auto* known = area(number);
        return known != nullptr &&
               std::any_of(known->box_headings.begin(), known->box_headings.end(),
                           [&](const std::string& heading) { return squeezed(heading) == squeezed(text); });
    }

    [[nodiscard]] Claim claim_of_text(const Holder& holder) {
        const auto& block = blocks_[holder.block];
        const int number = area_at_[holder.block];
        if (std::find(heads_.begin(), heads_.end(), holder.block) != heads_.end())
            return {Use::claimed, PartKind::title, number, false};
        if (number == 0) {
            const bool contents = knowledge_.rules.matches("toc_line", block.text);
            return {contents ? Use::furniture : Use::prose, std::nullopt, 0, false};
        }
        const bool heads_text = block.kind == BlockKind::heading && is_in_box(number, block.text);
        const auto part = heads_text ? std::nullopt : part_with(number, block.text);
        if (part) return {Use::claimed, part, number, false};
        if (const auto list = list_headed(block.text, knowledge_.rules))
            return {Use::claimed, list, number, true};
        if (const auto colon = block.text.find(": "); colon != std::string::npos)
            if (const auto labelled = part_with(number, std::string_view(block.text).substr(colon + 2));
                labelled && labelled == list_headed(block.text.substr(0, colon), knowledge_.rules))
                return {Use::claimed, labelled, number, false};
        if (block.kind == BlockKind::heading) return {Use::prose, std::nullopt, number, true};
        const auto* known = area(number);
        if (known != nullptr && names_role_models(block.text, *known))
            return {Use::claimed, PartKind::role_models, number, false};
        const bool prose = known != nullptr && std::any_of(known->prose.begin(), known->prose.end(),
                                                           [&](const Paragraph& paragraph) {
                                                               return paragraph.text == block.text;
                                                           });
        return {prose ? Use::prose : Use::unclaimed, std::nullopt, number, false};
    }

    /// The name of one, or several behind the head that leads their line: "Inspiration: Sala och Kil".
    [[nodiscard]] bool names_role_models(const std::string& text, const Area& area) const {
        if (area.role_models.empty()) return false;
        const auto colon = text.find(':');
        if (colon != std::string::npos &&
            knowledge_.rules.matches("inspiration_head", text.substr(0, colon + 1)))
            return true;
        return std::any_of(area.role_models.begin(), area.role_models.end(),
                           [&](const RoleModel& model) { return squeezed(model.name) == squeezed(text); });
    }

    void claim_table(std::size_t first, std::size_t last) {
        const auto& table = blocks_[holders_[first].block].table;
        const int number = area_at_[holders_[first].block];
        const bool history = is_history(table);
        const auto rows = score_rows(table, record_.areas);
        if (claim_other_scoring(first, last, table, rows)) return;
        if (claim_points_of_areas(first, last, table)) return;
        const bool of_all = names_all_areas(first, last);
        for (std::size_t h = first; h < last; ++h) {
            const auto& holder = holders_[h];
            auto& claim = claims_[h];
            claim.area = number;
            const auto part = part_with(number, holder.text);
            // A points box with one heading looks like a row of sums.
            if (history)
                claim = {Use::claimed, PartKind::history, 0, holder.row == 0};
            else if (rows[holder.row] != 0 && part != PartKind::box)
                claim = {Use::claimed, PartKind::score_table, rows[holder.row], false};
            else if (part)
                claim = {Use::claimed, part, number, false};
            else if (of_all)
                claim = claim_of_any_area(holder.text);
            else if (facts_.contains(squeezed(holder.text)))
                claim = {Use::claimed, PartKind::key_facts, 0, false};
        }
        claim_points(first, last, number);
        if (table.has_head) claim_head(first, last);
    }

    /// A table of texts of all areas, which names each.
    [[nodiscard]] bool names_all_areas(std::size_t first, std::size_t last) const {
        std::set<int> areas;
        for (std::size_t h = first; h < last; ++h)
            areas.insert(area_named_in(holders_[h].text, knowledge_));
        areas.erase(0);
        return areas.size() == area_count && blocks_[holders_[first].block].table.figures == 0;
    }

    /// An area's title, or a finding of whichever area has it.
    [[nodiscard]] Claim claim_of_any_area(std::string_view text) {
        if (const int named = area_named_in(text, knowledge_))
            return {Use::claimed, PartKind::title, named, false};
        for (const auto& area : record_.areas)
            if (const auto part = part_with(area.number, text); part && part != PartKind::box)
                return {Use::claimed, part, area.number, false};
        return {};
    }

    /// The rows of a table that is rather another scoring's than the report's own: a score table, or the
    /// totals of all areas.
    bool claim_other_scoring(std::size_t first, std::size_t last, const Table& table,
                             const std::vector<int>& own) {
        if (record_.scorings.empty()) return false;
        if (table.figures == 0) return claim_listed_areas(first, last, table);
        const auto claimed = [](const std::vector<int>& rows) {
            return std::count(rows.begin(), rows.end(), 0);
        };
        auto rows = summary_rows(table);
        for (const auto& scoring : record_.scorings) {
            auto scored = score_rows(table, scoring.areas);
            for (std::size_t r = 0; r < scored.size(); ++r)
                if (scored[r] == 0 && same_figures(scoring.total, table.rows[r])) scored[r] = whole_table;
            if (claimed(scored) < claimed(rows)) rows = std::move(scored);
        }
        if (claimed(rows) >= claimed(own)) return false;
        for (std::size_t h = first; h < last; ++h)
            if (rows[holders_[h].row] != 0) claims_[h] = {Use::claimed, PartKind::score_table, 0, false};
        if (table.has_head) claim_head(first, last);
        return true;
    }

    /// The rows of a table of two columns of texts, most of which are an area and the points it is known to
    /// have, or all areas and theirs.
    bool claim_points_of_areas(std::size_t first, std::size_t last, const Table& table) {
        if (table.figures > 0) return false;
        std::set<std::size_t> rows;
        std::set<int> areas;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& row = table.rows[r];
            const auto number =
                row.size() == 2 ? area_of_row({TableCell{}, row.front()}, knowledge_) : std::nullopt;
            const auto points = number ? printed::figure(text::trimmed(row.back().text)) : std::nullopt;
            if (!points) continue;
            const auto known = *number == 0 ? std::vector{points->value} : known_points(*number);
            if (std::find(known.begin(), known.end(), points->value) == known.end()) continue;
            rows.insert(r);
            areas.insert(*number);
        }
        areas.erase(0);
        if (areas.size() * 2 <= area_count) return false;
        for (std::size_t h = first; h < last; ++h)
            if (rows.contains(holders_[h].row))
                claims_[h] = {Use::claimed, PartKind::score_table, 0, holders_[h].row == 0 && table.has_head};
        return true;
    }

    /// A list of areas beside their points, which are another scoring's.
    bool claim_listed_areas(std::size_t first, std::size_t last, const Table& table) {
        for (const auto& scoring : record_.scorings)
            for (const auto& row : table.rows)
                if (table.rows.size() == 1 && scoring.total.points && same_figures(scoring.total, row)) {
                    for (std::size_t h = first; h < last; ++h)
                        claims_[h] = {Use::claimed, PartKind::score_table, 0, false};
                    return true;
                }
        const auto listed = listed_areas(table, knowledge_);
        const bool known =
            !listed.empty() && std::all_of(listed.begin(), listed.end(), [&](const ListedArea& one) {
                if (one.number == 0) return true;
                const auto points = known_points(one.number);
                return std::find(points.begin(), points.end(), one.points) != points.end();
            });
        if (!known) return false;
        for (std::size_t h = first; h < last; ++h)
            claims_[h] = {Use::claimed, PartKind::score_table, 0, holders_[h].row == 0 && table.has_head};
        return true;
    }

    /// The points of an area in any scoring, and of all areas together.
    [[nodiscard]] std::vector<Decimal> known_points(int number) const {
        std::vector<Decimal> points;
        const auto add = [&](const std::vector<Area>& areas, const std::vector<HistoryColumn>& history) {
            const auto* known = find(areas, number);
            if (known != nullptr && known->total.points) points.push_back(*known->total.points);
            for (const auto& column : history)
                if (const auto& past = column.areas.at(static_cast<std::size_t>(number) - 1))
                    points.push_back(*past);
        };
        add(record_.areas, record_.history);
        for (const auto& scoring : record_.scorings)
            add(scoring.areas, scoring.history);
        return points;
    }

    /// Of each row of a table of areas whose figures are all known of the area a number that is not 0.
    [[nodiscard]] std::vector<int> summary_rows(const Table& table) const {
        std::vector<int> rows(table.rows.size());
        int areas = 0;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto number = area_of_row(table.rows[r], knowledge_);
            if (!number) continue;
            const auto figures = figures_in(table.rows[r]);
            const auto known = *number == 0 ? figures : known_points(*number);
            const bool all =
                !figures.empty() && std::all_of(figures.begin(), figures.end(), [&](Decimal figure) {
                    return figure == points_an_area ||
                           std::find(known.begin(), known.end(), figure) != known.end();
                });
            if (!all) continue;
            rows[r] = *number == 0 ? whole_table : *number;
            areas += *number == 0 ? 0 : 1;
        }
        if (2 * areas < area_count) rows.assign(rows.size(), 0);
        return rows;
    }

    [[nodiscard]] static std::vector<Decimal> figures_in(const TableRow& row) {
        std::vector<Decimal> figures;
        for (const auto& cell : FigureRow(row).figures())
            if (const auto figure = printed::figure(text::trimmed(cell.text)); figure && !figure->percent)
                figures.push_back(figure->value);
        return figures;
    }

    [[nodiscard]] bool is_history(const Table& table) const {
        if (record_.history.empty() || table.rows.empty() || !table.has_head) return false;
        std::size_t years = 0;
        for (const auto& cell : table.rows.front())
            for (const auto& column : record_.history)
                if (cell.text.find(std::to_string(column.year)) != std::string::npos) {
                    ++years;
                    break;
                }
        return years == record_.history.size();
    }

    /// Of each row the area whose score table holds it, or 0.
    [[nodiscard]] std::vector<int> score_rows(const Table& table, const std::vector<Area>& areas) const {
        std::vector<int> rows(table.rows.size());
        int current = 0;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& row = table.rows[r];
            if (row.size() < 2) continue;
            if (const int titled = area_titled(row, areas)) {
                rows[r] = current = titled;
                continue;
            }
            const auto asked = printed::question_number(row[0].text);
            if (!asked.empty()) {
                current = asked.front() - '0';
                if (holds_question(find(areas, current), asked, row[1].text)) rows[r] = current;
                continue;
            }
            for (int number = current; number <= std::min(current + 1, area_count); ++number) {
                const auto* known = find(areas, number);
                if (rows[r] == 0 && known != nullptr && same_figures(known->total, row)) rows[r] = number;
            }
        }
        return rows;
    }

    /// The area whose title, with or without its number, is all that the row of a score table says; or 0.
    [[nodiscard]] static int area_titled(const TableRow& row, const std::vector<Area>& areas) {
        constexpr std::size_t longest_lead = 14; // letters: "Huvudområde 3"
        std::string text;
        for (const auto& cell : row)
            text += unicode::lower(squeezed(cell.text));
        for (const auto& known : areas) {
            const auto title = unicode::lower(squeezed(known.title));
            if (!title.empty() && !known.questions.empty() && text.ends_with(title) &&
                text.size() <= title.size() + longest_lead)
                return known.number;
        }
        return 0;
    }

    [[nodiscard]] static bool holds_question(const Area* known, const std::string& asked,
                                             std::string_view text) {
        return known != nullptr &&
               std::any_of(known->questions.begin(), known->questions.end(), [&](const Question& question) {
                   return question.number == asked && squeezed(question.text) == squeezed(text);
               });
    }

    /// Nothing but the points of the box, and what they are of: "43", "43 av 100", "100".
    [[nodiscard]] static bool prints_points(std::string_view text, const Area& area) {
        const auto figures = printed::figures(text);
        return area.box_points && !figures.empty() &&
               std::all_of(figures.begin(), figures.end(), [&](const printed::PrintedFigure& figure) {
                   return figure.value == area.box_points || figure.value == points_an_area;
               });
    }

    /// The figure beside claimed headings of the points box.
    void claim_points(std::size_t first, std::size_t last, int number) {
        const bool box = std::any_of(claims_.begin() + static_cast<std::ptrdiff_t>(first),
                                     claims_.begin() + static_cast<std::ptrdiff_t>(last),
                                     [](const Claim& claim) { return claim.part == PartKind::box; });
        const auto* known = area(number);
        if (!box || known == nullptr) return;
        for (std::size_t h = first; h < last; ++h) {
            if (prints_points(holders_[h].text, *known))
                claims_[h] = {Use::claimed, PartKind::box, number, false};
        }
    }

    /// A head belongs to what is claimed below it; below that of an empty column there is nothing to claim.
    void claim_head(std::size_t first, std::size_t last) {
        for (std::size_t h = first; h < last; ++h) {
            if (holders_[h].row != 0 || claims_[h].use == Use::claimed) continue;
            if (std::none_of(holders_.begin() + static_cast<std::ptrdiff_t>(first),
                             holders_.begin() + static_cast<std::ptrdiff_t>(last), [&](const Holder& below) {
                                 return below.row != 0 && below.column == holders_[h].column &&
                                        !text::trimmed(below.text).empty();
                             }))
                claims_[h] = {Use::prose, std::nullopt, claims_[h].area, true};
            for (std::size_t below = h + 1; below < last; ++below) {
                const bool same_column = holders_[below].column == holders_[h].column ||
                                         claims_[below].part != PartKind::strengths;
                if (holders_[below].row == 0 || claims_[below].use != Use::claimed || !same_column) continue;
                claims_[h] = {Use::claimed, claims_[below].part, claims_[below].area, true};
                break;
            }
            if (const auto list = list_headed(holders_[h].text, knowledge_.rules))
                claims_[h] = {Use::claimed, list, claims_[h].area, true};
        }
    }

    /// What half of the areas say word by word is no finding of one of them: it heads or labels something.
    void claim_recurring() {
        constexpr std::size_t longest = 60; // bytes
        constexpr std::size_t half = 4;     // areas
        const auto may_recur = [&](std::size_t h) {
            const auto& text = holders_[h].text;
            return claims_[h].use != Use::claimed && claims_[h].area != 0 && text.size() <= longest &&
                   !printed::figure(text::trimmed(text));
        };
        std::unordered_map<std::string, std::set<int>> areas;
        for (std::size_t h = 0; h < holders_.size(); ++h)
            if (may_recur(h)) areas[squeezed(holders_[h].text)].insert(claims_[h].area);
        for (std::size_t h = 0; h < holders_.size(); ++h)
            if (may_recur(h) && areas[squeezed(holders_[h].text)].size() >= half) {
                claims_[h].use = Use::prose;
                claims_[h].recurs = true;
                claim_labelled(h);
            }
    }

    /// The area's points beside such a label, in a table of their own: "Områdets poäng | 43 | 100".
    void claim_labelled(std::size_t label) {
        const auto* known = area(claims_[label].area);
        if (known == nullptr || !holders_[label].is_cell()) return;
        for (std::size_t h = 0; h < holders_.size(); ++h) {
            const bool beside =
                holders_[h].block == holders_[label].block && holders_[h].row == holders_[label].row;
            const auto figure = beside ? printed::figure(text::trimmed(holders_[h].text)) : std::nullopt;
            if (claims_[h].use != Use::claimed && figure &&
                (figure->value == known->box_points || figure->value == known->total.points ||
                 figure->value == known->total.max))
                claims_[h] = {Use::claimed, PartKind::box, known->number, false};
        }
    }

    const std::vector<Holder>& holders_;
    const Blocks& blocks_;
    const Record& record_;
    const rules::Knowledge& knowledge_;
    std::vector<int> area_at_; ///< of each block
    std::vector<std::size_t> heads_;
    std::unordered_map<int, Texts> texts_;
    std::unordered_map<int, std::set<std::string>> headings_; ///< of the box, those not met yet
    Texts facts_;
    std::vector<Claim> claims_;
};

} // namespace

std::vector<Claim> claims(const std::vector<Holder>& holders, const Blocks& blocks,
                          const std::vector<AreaSpan>& spans, const Record& record,
                          const rules::Knowledge& knowledge) {
    return Claiming(holders, blocks, spans, record, knowledge).all();
}

std::optional<PartKind> list_headed(std::string_view text, const rules::RuleSet& rules) {
    constexpr std::size_t longest_head = 60; // bytes
    text = text::trimmed(text);
    if (text.empty() || text.size() > longest_head) return std::nullopt;
    if (rules.matches("strengths_head", text)) return PartKind::strengths;
    if (rules.matches("improvements_head", text)) return PartKind::improvements;
    if (rules.matches("weaknesses_head", text)) return PartKind::weaknesses;
    return std::nullopt;
}

} // namespace kompass::account
