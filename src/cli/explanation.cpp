#include "cli/explanation.h"

#include "model/instrument.h"
#include "text/fitting.h"
#include "text/language.h"
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

/// A part that each area may have.
struct PartOfAreas {
    const char* name;
    PartKind kind;
    bool (*has)(const Area& area);
    std::vector<std::string> roles;
};

const std::vector<PartOfAreas>& parts_of_areas() {
    static const std::vector<PartOfAreas> parts{
        {text::message("areas"),
         PartKind::title,
         [](const Area& area) { return !area.title.empty(); },
         {"area_head"}},
        {text::message("points boxes"),
         PartKind::box,
         [](const Area& area) { return area.box_points.has_value(); },
         {"box_head", "box_topics_head", "box_points_head"}},
        {text::message("score tables"),
         PartKind::score_table,
         [](const Area& area) { return !area.questions.empty(); },
         {"score_chapter_head", "points_head", "max_head", "percent_head"}},
        {text::message("strengths"),
         PartKind::strengths,
         [](const Area& area) { return !area.strengths.empty(); },
         {"findings_section_head", "strengths_head"}},
        {text::message("improvements"),
         PartKind::improvements,
         [](const Area& area) { return !area.improvements.empty(); },
         {"findings_section_head", "improvements_head"}},
    };
    return parts;
}

/// As the account has it.
UnderstoodPart counted(const Account& account, const char* name, PartKind kind,
                       const std::vector<std::string>& roles) {
    UnderstoodPart counted{.name = name, .expected = 0, .roles = roles};
    for (const auto& part : account.parts) {
        if (part.kind != kind) continue;
        ++counted.expected;
        if (part.state == PartState::found) ++counted.found;
        if (part.state == PartState::damaged) ++counted.damaged;
        if (part.state == PartState::missing) ++counted.missing;
    }
    return counted;
}

UnderstoodPart once(const char* name, bool found, const std::vector<std::string>& roles) {
    return {.name = name, .found = found ? 1 : 0, .roles = roles, .missing = found ? 0 : 1};
}

/// Of a document that is refused, and so has no account: what of it was found all the same.
UnderstoodPart counted(const Record& record, const PartOfAreas& part) {
    const auto found = static_cast<int>(std::count_if(record.areas.begin(), record.areas.end(), part.has));
    return {.name = part.name,
            .found = found,
            .expected = area_count,
            .roles = part.roles,
            .missing = area_count - found};
}

std::vector<UnderstoodPart> parts_of(const Record& record) {
    const auto& account = record.account;
    std::vector<UnderstoodPart> parts{
        once(text::message("municipality"), !record.municipality.empty(),
             {"title_municipality", "evaluation_when"}),
        once(text::message("year"), record.year.has_value(), {"evaluation_when"}),
        once(text::message("edition"), !record.edition.empty(), {})};
    for (const auto& part : parts_of_areas())
        parts.push_back(account ? counted(*account, part.name, part.kind, part.roles)
                                : counted(record, part));
    const auto add = [&](const char* name, PartKind kind, bool found, const std::vector<std::string>& roles) {
        parts.push_back(account ? counted(*account, name, kind, roles) : once(name, found, roles));
    };
    add(text::message("earlier evaluations"), PartKind::history, !record.history.empty(),
        {"history_head", "history_total"});
    add(text::message("key facts"), PartKind::key_facts, !record.key_facts.empty(), {"key_facts_head"});
    return parts;
}

/// Of words within a line, and not of the line: they say nothing of what it is.
bool asks_of_words(const rules::Rule& rule) {
    return rule.role.ends_with("_word");
}

} // namespace

Explanation explain(const pipeline::Understanding& understanding, const rules::Knowledge& knowledge) {
    const auto& rules = knowledge.rules.all();
    std::vector<RuleUse> uses(rules.size());
    std::map<std::string, UnknownLine> unknown;
    for (const auto& line : lines_of(understanding.blocks)) {
        bool known = false;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (asks_of_words(rules[i]) || !rules[i].pattern.matches(line.text)) continue;
            known = true;
            uses[i].rule = &rules[i];
            if (++uses[i].times == 1) uses[i].first_page = line.page;
        }
        if (known || !line.heads || knowledge.editions.area_of_title(line.text) != 0) continue;
        auto& found = unknown[line.text];
        found.text = line.text;
        if (++found.times == 1) found.first_page = line.page;
    }

    Explanation explanation{.summary = summary(understanding.record.account),
                            .parts = parts_of(understanding.record),
                            .rules = {},
                            .unknown_lines = {}};
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
