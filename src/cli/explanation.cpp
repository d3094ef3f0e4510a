#include "cli/explanation.h"

#include "model/instrument.h"
#include "text/fitting.h"
#include "text/likeness.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace kompass::cli {
namespace {

/// A line as the rules are asked about it.
struct Line {
    std::string text;
    int page = 1;
    bool heads = false; ///< stands alone and is short, as a heading does
};

bool looks_like_a_heading(const std::string& text) {
    constexpr std::size_t longest = 70;
    const bool has_letters = std::any_of(text.begin(), text.end(), [](unsigned char byte) {
        return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80U;
    });
    return has_letters && text::width(text) <= longest && text.back() != '.' && text.back() != ',';
}

/// Any line of one word would fit these.
bool is_asked_of_words(const rules::Rule& rule) {
    return rule.role == "name_word" || rule.role == "no_name_word";
}

int page_of(const Places& places) {
    return places.empty() ? 1 : places.front().page;
}

/// The lines of a block of text, and the cells of a table's first row.
void add_lines(const Block& block, std::vector<Line>& lines) {
    const bool stands_alone = block.kind != BlockKind::list_item && block.lines.size() <= 2;
    if (!block.text.empty())
        lines.push_back(
            {block.text, page_of(block.places), stands_alone && looks_like_a_heading(block.text)});
    for (const auto& line : block.lines)
        if (line.text != block.text)
            lines.push_back({line.text, line.place.page, line.gap_before && looks_like_a_heading(line.text)});
    for (std::size_t row = 0; row < block.table.rows.size(); ++row)
        for (const auto& cell : block.table.rows[row])
            if (!cell.text.empty())
                lines.push_back(
                    {cell.text, page_of(cell.places), row == 0 && looks_like_a_heading(cell.text)});
}

std::vector<Line> lines_of(const Blocks& blocks) {
    std::vector<Line> lines;
    for (const auto& block : blocks)
        add_lines(block, lines);
    return lines;
}

/// The rule whose examples read most like `text`.
void find_nearest(const std::vector<rules::Rule>& rules, UnknownLine& line) {
    constexpr double least = 0.5; // below, everything reads like everything
    line.likeness = least;
    for (const auto& rule : rules)
        for (const auto& example : rule.must_match)
            if (const double likeness = text::likeness(line.text, example); likeness > line.likeness) {
                line.likeness = likeness;
                line.nearest = &rule;
            }
    if (line.nearest == nullptr) line.likeness = 0;
}

/// How many areas `has` holds for.
template <typename Has>
int areas_with(const Record& record, Has has) {
    return static_cast<int>(std::count_if(record.areas.begin(), record.areas.end(), has));
}

std::vector<UnderstoodPart> parts_of(const Record& record) {
    constexpr int areas = area_count;
    const auto with = [&](auto has) { return areas_with(record, has); };
    return {
        {"municipality", record.municipality.empty() ? 0 : 1, 1, {"title_municipality", "evaluation_when"}},
        {"year", record.year ? 1 : 0, 1, {"evaluation_when"}},
        {"edition", record.edition.empty() ? 0 : 1, 1, {}},
        {"areas", static_cast<int>(record.areas.size()), areas, {"area_head"}},
        {"points boxes",
         with([](const Area& area) { return area.box_points.has_value(); }),
         areas,
         {"box_head", "box_topics_head", "box_points_head"}},
        {"score tables",
         with([](const Area& area) { return !area.questions.empty(); }),
         areas,
         {"score_chapter_head", "points_head", "max_head", "percent_head"}},
        {"strengths",
         with([](const Area& area) { return !area.strengths.empty(); }),
         areas,
         {"findings_section_head", "strengths_head"}},
        {"improvements",
         with([](const Area& area) { return !area.improvements.empty(); }),
         areas,
         {"findings_section_head", "improvements_head"}},
        {"earlier evaluations", record.history.empty() ? 0 : 1, 1, {"history_head", "history_total"}},
        {"key facts", record.key_facts.empty() ? 0 : 1, 1, {"key_facts_head"}},
    };
}

} // namespace

Explanation explain(const pipeline::Understanding& understanding, const rules::Knowledge& knowledge) {
    const auto& rules = knowledge.rules.all();
    std::vector<RuleUse> uses(rules.size());
    std::map<std::string, UnknownLine> unknown;
    for (const auto& line : lines_of(understanding.blocks)) {
        bool known = false;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (is_asked_of_words(rules[i]) || !rules[i].pattern.matches(line.text)) continue;
            known = true;
            uses[i].rule = &rules[i];
            if (++uses[i].times == 1) uses[i].first_page = line.page;
        }
        if (known || !line.heads || knowledge.editions.area_of_title(line.text) != 0) continue;
        auto& found = unknown[line.text];
        found.text = line.text;
        if (++found.times == 1) found.first_page = line.page;
    }

    Explanation explanation{.parts = parts_of(understanding.record), .rules = {}, .unknown_lines = {}};
    std::copy_if(uses.begin(), uses.end(), std::back_inserter(explanation.rules),
                 [](const RuleUse& use) { return use.times > 0; });
    for (auto& [text, line] : unknown) {
        find_nearest(rules, line);
        explanation.unknown_lines.push_back(std::move(line));
    }
    std::stable_sort(explanation.unknown_lines.begin(), explanation.unknown_lines.end(),
                     [](const UnknownLine& a, const UnknownLine& b) {
                         return std::pair(-a.times, a.first_page) < std::pair(-b.times, b.first_page);
                     });
    return explanation;
}

} // namespace kompass::cli
