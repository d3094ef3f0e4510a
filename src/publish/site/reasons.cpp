#include "publish/site/reasons.h"

#include "archive/evaluation/states.h"
#include "audit/after_decisions.h"
#include "publish/site/cell_words.h"
#include "publish/site/page.h"
#include "publish/site/wordings.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace kompass::publish::site {
namespace {

constexpr std::string_view place = "{}";

/// What stands in the places of the pattern; nullopt: the text is not of it.
std::optional<std::vector<std::string_view>> matched(std::string_view pattern, std::string_view text) {
    std::vector<std::string_view> found;
    auto at = pattern.find(place);
    if (!text.starts_with(pattern.substr(0, at))) return std::nullopt;
    text.remove_prefix(std::min(at, pattern.size()));
    while (at != std::string_view::npos) {
        pattern.remove_prefix(at + place.size());
        at = pattern.find(place);
        const auto behind = pattern.substr(0, at);
        const auto end = at == std::string_view::npos
                             ? (text.ends_with(behind) ? text.size() - behind.size() : std::string_view::npos)
                             : text.find(behind);
        if (end == std::string_view::npos || end == 0) return std::nullopt;
        found.push_back(text.substr(0, end));
        text.remove_prefix(end + behind.size());
    }
    return text.empty() ? std::optional(found) : std::nullopt;
}

/// The account's sentence in Swedish; nullopt: it is not known.
std::optional<std::string> in_swedish(std::string_view english) {
    for (const auto& [pattern, words] : account_wordings) {
        const auto found = matched(pattern, english);
        if (!found) continue;
        std::string text(words);
        std::size_t at = 0;
        for (const auto part : *found) {
            const auto said = in_swedish(part).value_or(std::string(part));
            at = text.find(place, at);
            text.replace(at, place.size(), said);
            at += said.size();
        }
        return text;
    }
    return std::nullopt;
}

std::string as_sentence(const std::string& text) {
    auto points = unicode::code_points(text);
    if (!points.empty()) points.front() = unicode::to_upper(points.front());
    return unicode::utf8(points) + ".";
}

} // namespace

std::string reason_of(const AuditFinding& finding) {
    const auto stands = words_of_values(finding.printed);
    const auto follows = words_of_values(finding.expected);
    switch (finding.kind) {
    case CheckKind::row:
        return fmt::format(say("check.row"), stands, follows);
    case CheckKind::sum:
        return finding.area == 0 ? fmt::format(say("check.sum.all"), stands, follows)
                                 : fmt::format(say("check.sum"), stands, follows);
    case CheckKind::maxima:
        return fmt::format(say("check.maxima"), stands, follows);
    case CheckKind::hundred:
        return fmt::format(say("check.hundred"), stands, follows);
    case CheckKind::box:
        return fmt::format(say("check.box"), stands, follows);
    case CheckKind::history_sum:
        return fmt::format(say("check.history_sum"), stands, follows);
    case CheckKind::history_year:
        return fmt::format(say("check.history_year"), stands, follows);
    }
    return "";
}

std::vector<std::size_t> checks_of(const Cell& cell, const std::vector<enquiry::LayeredCheck>& checks) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < checks.size(); ++i)
        if (checks[i].effective && checks[i].finding.cell.covers(cell)) found.push_back(i);
    return found;
}

std::string reason_of(const enquiry::FigureRow& row, const std::vector<enquiry::LayeredCheck>& checks) {
    using archive::State;
    if (!row.author.empty()) return row.why;
    switch (archive::state_from(row.status).value_or(State::sound)) {
    case State::sound:
    case State::from_another_file:
    case State::decided:
        return "";
    case State::repaired: {
        const auto value = row.effective ? swedish(*row.effective) : std::string("–");
        if (audit::is_settled_by_decision(row.why))
            return fmt::format(say("why.settled"), row.read.empty() ? "–" : row.read, value);
        return row.read.empty() ? fmt::format(say("why.repaired.unread"), value)
                                : fmt::format(say("why.repaired"), row.read, value);
    }
    case State::doubtful:
        return row.candidates.empty() ? std::string(say("why.doubtful.open"))
                                      : fmt::format(say("why.doubtful"), row.candidates);
    case State::inconsistent:
        break;
    }
    std::string reasons;
    for (const auto at : checks_of(row.cell, checks))
        reasons += (reasons.empty() ? "" : " ") + reason_of(checks[at].finding);
    return reasons.empty() ? std::string(say("why.inconsistent")) : reasons;
}

std::string reason_of(const Part& part) {
    if (const auto words = in_swedish(part.why)) return as_sentence(*words);
    return std::string(part.state == PartState::missing ? say("why.part.missing") : say("why.part.damaged"));
}

} // namespace kompass::publish::site
