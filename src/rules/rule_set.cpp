#include "rules/rule_set.h"

#include "rules/fragments.h"
#include "rules/toml_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kompass::rules {
namespace {

std::vector<std::string> examples(const TomlNode& rule, std::string_view key) {
    std::vector<std::string> texts = rule.at(key).texts();
    if (texts.empty()) rule.fail(fmt::format("\"{}\" needs at least one example", key));
    return texts;
}

Pattern compiled(const TomlNode& rule, const Fragments& fragments) {
    const TomlNode* lenient = rule.find("lenient");
    const bool widened = lenient != nullptr && lenient->truth();
    const TomlNode& expression = rule.at("pattern");
    try {
        return {fragments.expanded(expression.text()), widened ? Spelling::lenient : Spelling::exact};
    } catch (const PatternError& error) {
        expression.fail(
            fmt::format("the pattern of \"{}\" is wrong: {}", rule.at("id").text(), error.what()));
    }
}

Rule rule_from(const TomlNode& node, const Fragments& fragments) {
    node.allow_only({"id", "role", "pattern", "lenient", "must_match", "must_not_match"});
    return Rule{.id = node.at("id").text(),
                .role = node.at("role").text(),
                .file = node.file(),
                .line = node.line(),
                .pattern = compiled(node, fragments),
                .must_match = examples(node, "must_match"),
                .must_not_match = examples(node, "must_not_match")};
}

Fragments fragments_of(const std::vector<TomlNode>& files, const RuleSet::Lists& lists) {
    Fragments fragments;
    for (const auto& [name, words] : lists)
        fragments.add_list(name, words);
    for (const auto& file : files) {
        const TomlNode* table = file.find("fragments");
        if (table == nullptr) continue;
        for (const auto& [name, expression] : table->table())
            if (lists.contains(name) || !fragments.add(name, expression.text()))
                expression.fail(fmt::format("the fragment or list {{{}}} is there already", name));
    }
    return fragments;
}

} // namespace

std::string RuleMatch::group(std::string_view name) const {
    const auto found = captures.find(name);
    return found == captures.end() ? std::string() : found->second;
}

RuleSet RuleSet::load(const std::filesystem::path& directory) {
    std::vector<TomlNode> files;
    for (const auto& path : toml_files_in(directory)) {
        files.push_back(TomlNode::parse(path));
        files.back().allow_only({"rule", "lists", "fragments"});
    }
    RuleSet set;
    for (const auto& file : files)
        if (const TomlNode* lists = file.find("lists")) set.add_lists(*lists);
    // What rules share may stand in any file, so all of it comes first.
    const auto fragments = fragments_of(files, set.lists_);
    std::set<std::string> ids;
    for (const auto& file : files) {
        const TomlNode* rules = file.find("rule");
        if (rules == nullptr) continue;
        for (const TomlNode& node : rules->list()) {
            Rule rule = rule_from(node, fragments);
            if (!ids.insert(rule.id).second) node.fail(fmt::format("the id \"{}\" is taken", rule.id));
            set.by_role_[rule.role].push_back(set.rules_.size());
            set.rules_.push_back(std::move(rule));
        }
    }
    return set;
}

void RuleSet::add_lists(const TomlNode& lists) {
    for (const auto& [name, list] : lists.table()) {
        auto& words = lists_[name];
        for (std::string& word : list.texts())
            words.push_back(std::move(word));
    }
}

std::optional<RuleMatch> RuleSet::match(std::string_view role, std::string_view text) const {
    const auto indices = by_role_.find(role);
    if (indices == by_role_.end()) return std::nullopt;
    for (const std::size_t index : indices->second)
        if (auto captures = rules_[index].pattern.captures(text))
            return RuleMatch{.rule = &rules_[index], .captures = std::move(*captures)};
    return std::nullopt;
}

bool RuleSet::matches(std::string_view role, std::string_view text) const {
    const auto indices = by_role_.find(role);
    if (indices == by_role_.end()) return false;
    return std::any_of(indices->second.begin(), indices->second.end(),
                       [&](std::size_t index) { return rules_[index].pattern.matches(text); });
}

std::vector<const Rule*> RuleSet::of_role(std::string_view role) const {
    std::vector<const Rule*> found;
    if (const auto indices = by_role_.find(role); indices != by_role_.end())
        for (const std::size_t index : indices->second)
            found.push_back(&rules_[index]);
    return found;
}

const std::vector<std::string>& RuleSet::list(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = lists_.find(name);
    return found == lists_.end() ? none : found->second;
}

std::vector<RuleFailure> RuleSet::check() const {
    std::vector<RuleFailure> failures;
    const auto examine = [&failures](const Rule& rule, const std::vector<std::string>& texts,
                                     bool should_match) {
        for (const std::string& text : texts)
            if (rule.pattern.matches(text) != should_match)
                failures.push_back({.rule = rule.id,
                                    .file = rule.file,
                                    .line = rule.line,
                                    .text = text,
                                    .should_match = should_match});
    };
    for (const Rule& rule : rules_) {
        examine(rule, rule.must_match, true);
        examine(rule, rule.must_not_match, false);
    }
    return failures;
}

} // namespace kompass::rules
