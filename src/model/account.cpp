#include "model/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace kompass {

namespace {

constexpr std::array kKinds = {
    std::pair{PartKind::title, "title"},
    std::pair{PartKind::box, "box"},
    std::pair{PartKind::score_table, "score_table"},
    std::pair{PartKind::strengths, "strengths"},
    std::pair{PartKind::improvements, "improvements"},
    std::pair{PartKind::weaknesses, "weaknesses"},
    std::pair{PartKind::role_models, "role_models"},
    std::pair{PartKind::history, "history"},
    std::pair{PartKind::key_facts, "key_facts"},
    std::pair{PartKind::identity, "identity"},
    std::pair{PartKind::page, "page"},
};

constexpr std::array kStates = {
    std::pair{PartState::found, "found"},
    std::pair{PartState::damaged, "damaged"},
    std::pair{PartState::missing, "missing"},
    std::pair{PartState::not_in_report, "not_in_report"},
};

constexpr std::array kLooks = {
    std::pair{Look::table, "table"}, std::pair{Look::list, "list"},       std::pair{Look::heading, "heading"},
    std::pair{Look::text, "text"},   std::pair{Look::picture, "picture"},
};

template <typename Names, typename Value>
const char* name_in(const Names& names, Value value) {
    for (const auto& [known, name] : names)
        if (known == value) return name;
    return names.front().second;
}

template <typename Names>
auto value_in(const Names& names, const std::string& name, const char* what) {
    for (const auto& [value, known] : names)
        if (name == known) return value;
    throw std::invalid_argument(fmt::format("unknown {} '{}'", what, name));
}

/// "2–8", "1, 3 and 5": the numbers are ascending.
std::string ranges(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        if (!text.empty()) text += ", ";
        text += std::to_string(numbers[i]);
        if (last > i) text += (last == i + 1 ? ", " : "–") + std::to_string(numbers[last]);
        i = last;
    }
    return text;
}

std::string plain_name(PartKind kind) {
    std::string name = name_of(kind);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string of_scoring(std::optional<int> scoring) {
    return scoring ? fmt::format(" of scoring {}", *scoring) : "";
}

/// "no strengths in areas 2–8", "history damaged", "page 5 missing", "no score table of scoring 2 in area 3".
std::string phrase(PartKind kind, PartState state, std::optional<int> scoring,
                   const std::vector<int>& numbers) {
    const bool missing = state == PartState::missing;
    const auto name = plain_name(kind) + of_scoring(scoring);
    if (kind == PartKind::page)
        return fmt::format("page{} {} {}", numbers.size() > 1 ? "s" : "", ranges(numbers),
                           missing ? "missing" : "damaged");
    if (numbers.empty()) return missing ? "no " + name : name + " damaged";
    return fmt::format("{}{} in area{} {}", missing ? "no " : "damaged ", name, numbers.size() > 1 ? "s" : "",
                       ranges(numbers));
}

} // namespace

const char* name_of(PartKind kind) {
    return name_in(kKinds, kind);
}

const char* name_of(PartState state) {
    return name_in(kStates, state);
}

const char* name_of(Look look) {
    return name_in(kLooks, look);
}

PartKind part_kind_from(const std::string& name) {
    return value_in(kKinds, name, "part");
}

PartState part_state_from(const std::string& name) {
    return value_in(kStates, name, "state of a part");
}

Look look_from(const std::string& name) {
    return value_in(kLooks, name, "look");
}

bool is_whole(const Account& account) {
    return std::none_of(account.parts.begin(), account.parts.end(), is_faulty);
}

std::string in_words(const std::vector<Part>& faulty) {
    std::map<std::tuple<PartState, std::optional<int>, PartKind>, std::vector<int>> numbers;
    for (const auto& part : faulty) {
        auto& of_kind = numbers[{part.state, part.scoring, part.kind}];
        if (const auto number = part.kind == PartKind::page ? part.page : part.area)
            of_kind.push_back(*number);
    }
    std::string text;
    for (const auto state : {PartState::missing, PartState::damaged})
        for (auto& [key, of_kind] : numbers) {
            const auto& [of_state, scoring, kind] = key;
            if (of_state != state) continue;
            std::sort(of_kind.begin(), of_kind.end());
            text += (text.empty() ? "" : ", ") + phrase(kind, state, scoring, of_kind);
        }
    return text;
}

std::string summary(const Account& account) {
    std::size_t found = 0;
    std::size_t expected = 0;
    std::vector<Part> faulty;
    for (const auto& part : account.parts) {
        if (part.state == PartState::found) ++found;
        if (part.state != PartState::not_in_report) ++expected;
        if (is_faulty(part)) faulty.push_back(part);
    }
    const auto text = fmt::format("{} of {}", found, expected);
    return faulty.empty() ? text + " parts" : text + ": " + in_words(faulty);
}

std::vector<Part> lacking(const Account& account, const Account& other) {
    using Name = std::tuple<PartKind, std::optional<int>, std::optional<int>, std::optional<int>>;
    const auto name = [](const Part& part) { return Name{part.kind, part.area, part.page, part.scoring}; };
    std::map<Name, PartState> states;
    for (const auto& part : account.parts)
        states.emplace(name(part), part.state);
    std::vector<Part> lacking;
    for (auto part : other.parts) {
        const auto own = states.find(name(part));
        const bool has = own != states.end() && own->second == PartState::found;
        if (part.state != PartState::found || has) continue;
        const bool damaged = own != states.end() && own->second == PartState::damaged;
        part.state = damaged ? PartState::damaged : PartState::missing;
        lacking.push_back(std::move(part));
    }
    return lacking;
}

std::string summary(const std::optional<Account>& account) {
    return account ? summary(*account) : "not accounted for";
}

std::string describe(const Part& part) {
    auto text = plain_name(part.kind) + of_scoring(part.scoring);
    if (part.area) text += fmt::format(" of area {}", *part.area);
    if (part.page) text += fmt::format(" {}", *part.page);
    std::string state = name_of(part.state);
    std::replace(state.begin(), state.end(), '_', ' ');
    return fmt::format("{} {}{}{}", text, state, part.why.empty() ? "" : ": ", part.why);
}

double share_accounted(const WordCounts& words) {
    return words.read == 0 ? 1 : 1 - static_cast<double>(words.unclaimed) / words.read;
}

} // namespace kompass
