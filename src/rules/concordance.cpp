#include "rules/concordance.h"

#include "rules/csv_file.h"
#include "rules/rules_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace kompass::rules {
namespace {

using Kind = ConcordanceLink::Kind;

std::optional<Kind> kind_from(const std::string& name) {
    for (const auto kind : {Kind::same, Kind::split, Kind::merged})
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

bool defines(const Editions& editions, const QuestionName& question) {
    const auto* edition = editions.with_id(question.edition);
    return edition != nullptr &&
           std::any_of(edition->areas.begin(), edition->areas.end(), [&](const AreaDefinition& area) {
               return std::any_of(
                   area.questions.begin(), area.questions.end(),
                   [&](const QuestionDefinition& one) { return one.number == question.number; });
           });
}

/// The questions that are each other's same.
using Group = std::set<QuestionName>;

std::vector<Group> groups_of(const std::vector<ConcordanceLink>& links) {
    std::vector<Group> groups;
    for (const auto& link : links) {
        if (link.kind != Kind::same) continue;
        Group group{link.from, link.to};
        std::erase_if(groups, [&](const Group& other) {
            const bool met = other.contains(link.from) || other.contains(link.to);
            if (met) group.insert(other.begin(), other.end());
            return met;
        });
        groups.push_back(std::move(group));
    }
    return groups;
}

/// A question that is met in a group beside another of its edition.
std::optional<QuestionName> twice_in(const std::vector<Group>& groups) {
    for (const auto& group : groups) {
        std::set<std::string> editions;
        for (const auto& question : group)
            if (!editions.insert(question.edition).second) return question;
    }
    return std::nullopt;
}

} // namespace

const char* name_of(Kind kind) {
    switch (kind) {
    case Kind::same:
        return "same";
    case Kind::split:
        return "split";
    case Kind::merged:
        break;
    }
    return "merged";
}

Concordance Concordance::load(const std::filesystem::path& csv, const Editions& editions) {
    Concordance concordance;
    for (const auto& row : rows_of(csv, "the concordance of editions",
                                   {"from_edition", "from_question", "to_edition", "to_question", "kind"})) {
        const auto fail = [&](const std::string& why) {
            throw RulesError(fmt::format("{}:{}: {}", csv.filename().string(), row.line, why));
        };
        const auto kind = kind_from(row["kind"]);
        if (!kind) fail("a question is same, split or merged, not '" + row["kind"] + "'");
        const ConcordanceLink link{
            {row["from_edition"], row["from_question"]}, {row["to_edition"], row["to_question"]}, *kind};
        for (const auto& question : {link.from, link.to})
            if (!defines(editions, question))
                fail(fmt::format("no edition {} in the rules asks a question {}", question.edition,
                                 question.number));
        if (link.from.edition == link.to.edition) fail("both questions are of one edition");
        concordance.links_.push_back(link);
        if (const auto twice = twice_in(groups_of(concordance.links_)))
            fail(fmt::format("question {} of edition {} would be the same as two of another edition",
                             twice->number, twice->edition));
    }
    return concordance;
}

std::vector<std::pair<QuestionName, QuestionName>> Concordance::same() const {
    std::vector<std::pair<QuestionName, QuestionName>> pairs;
    for (const auto& group : groups_of(links_))
        for (const auto& one : group)
            for (const auto& other : group)
                if (one != other) pairs.emplace_back(one, other);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace kompass::rules
