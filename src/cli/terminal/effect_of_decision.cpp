#include "cli/terminal/effect_of_decision.h"

#include "cli/terminal/findings_text.h"
#include "enquiry/evaluation.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace kompass::cli {
namespace {

using enquiry::LayeredCheck;
using State = archive::State;

bool holds(const Standing& standing, const LayeredCheck& check) {
    return std::none_of(standing.checks.begin(), standing.checks.end(), [&](const LayeredCheck& other) {
        return other.finding.kind == check.finding.kind && other.finding.cell == check.finding.cell;
    });
}

bool is_new(const Standing& before, const LayeredCheck& check) {
    return std::none_of(before.checks.begin(), before.checks.end(), [&](const LayeredCheck& other) {
        return other.finding.kind == check.finding.kind && other.finding.cell == check.finding.cell &&
               other.finding.printed == check.finding.printed &&
               other.finding.expected == check.finding.expected;
    });
}

std::string paragraph(const std::string& text, const Terminal& terminal) {
    std::string lines;
    std::string margin = "  ";
    for (const auto& line : text::wrapped(text, static_cast<std::size_t>(terminal.width) - 4)) {
        lines += margin + line + '\n';
        margin = "    ";
    }
    return lines;
}

std::string name_or_none(const std::optional<State>& state) {
    return state ? text::tr(archive::name_of(*state)) : text::tr("not stated");
}

/// "inconsistent → sound: 4.4 points, 4.4 max"
std::string changed_states(const Standing& before, const Standing& after, const Cell& decided,
                           const Terminal& terminal) {
    using Change = std::pair<std::optional<State>, std::optional<State>>;
    std::map<Change, std::vector<std::string>> changes;
    auto cells = before.states.all();
    cells.insert(after.states.all().begin(), after.states.all().end());
    for (const auto& [cell, state] : cells) {
        const Change change{before.states.of(cell), after.states.of(cell)};
        if (cell != decided && change.first != change.second) changes[change].push_back(name_of(cell));
    }
    std::string text;
    for (const auto& [change, names] : changes)
        text += paragraph(fmt::format("{} → {}: {}", name_or_none(change.first), name_or_none(change.second),
                                      text::joined(names, ", ")),
                          terminal);
    return text;
}

/// "among 3 reports of edition 2016"
std::string ranked_among(const Standing& standing) {
    if (standing.edition.empty()) return text::tr("nowhere");
    return text::tr("among {} of edition {}",
                    text::counted(static_cast<std::size_t>(standing.beside), "report"), standing.edition);
}

/// Then the first line says it.
bool is_named(const Cell& decided) {
    return decided == report_cell(CellField::municipality);
}

} // namespace

Standing standing(const archive::Connection& connection, std::int64_t report) {
    // Another document of the evaluation may be preferred, now or after a decision.
    const auto now = enquiry::evaluation_of(connection, report);
    auto checks = enquiry::list_checks(connection, now.report, false);
    std::erase_if(checks, [](const LayeredCheck& check) { return !check.effective; });
    const auto code = now.municipality_code.empty() ? "" : fmt::format(" ({})", now.municipality_code);
    return {now.key,
            enquiry::cell_states(connection, now.report),
            std::move(checks),
            enquiry::settled_figures(connection, now.report),
            now.municipality + code,
            now.edition,
            now.of_edition};
}

std::string effect_text(const Standing& before, const Standing& after, const Cell& decided,
                        const Terminal& terminal) {
    std::vector<std::string> settled;
    for (const auto& check : before.checks)
        if (holds(after, check))
            settled.push_back(
                fmt::format("{} [{}]", name_of(check.finding.cell), name_of(check.finding.kind)));
    std::string text;
    if (!settled.empty())
        text += paragraph(text::tr("adds up now: ") + text::joined(settled, ", "), terminal);
    for (const auto& check : after.checks)
        if (is_new(before, check))
            text += finding_text(check.finding, terminal,
                                 check.published ? text::tr("printed") : text::tr("in effect"));
    for (const auto& [cell, story] : after.settled)
        if (!before.settled.contains(cell))
            text += paragraph(text::tr("{} is {}", name_of(cell), text::retold(story)), terminal);
    text += changed_states(before, after, decided, terminal);
    if (before.edition != after.edition)
        text += paragraph(text::tr("ranked {} now, {} before", ranked_among(after), ranked_among(before)),
                          terminal);
    if (before.municipality != after.municipality && !is_named(decided))
        text += paragraph(
            text::tr("the municipality is {} now, {} before", after.municipality, before.municipality),
            terminal);
    if (before.key != after.key)
        text += paragraph(text::tr("the evaluation is {} now, {} before", after.key, before.key), terminal);
    return text;
}

} // namespace kompass::cli
