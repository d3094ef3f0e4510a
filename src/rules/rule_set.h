// The rules that say what a report looks like: rules/layouts/*.toml, all files together.
//
// A rule has a role ("area_head", "strengths_head", …): the extractors ask for roles, so that a new report
// template is a new file and no new code. Every rule bears texts it must and must not match; `check`
// verifies them. Loading throws RulesError naming file and line. Immutable and thread safe once loaded.
#pragma once

#include "rules/pattern.h"
#include "rules/rules_error.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::rules {

struct Rule {
    std::string id;   ///< unique over all files
    std::string role; ///< what it recognises
    std::string file; ///< base name of the file it stands in
    int line = 0;
    Pattern pattern;
    std::vector<std::string> must_match, must_not_match;
};

/// A rule that matched, and its named groups.
struct RuleMatch {
    const Rule* rule = nullptr;
    Captures captures;

    /// The group's text, or empty if it took no part.
    [[nodiscard]] std::string group(std::string_view name) const;
};

/// One example that does not hold.
struct RuleFailure {
    std::string rule, file;
    int line = 0;
    std::string text;
    bool should_match = true;
};

class TomlNode;

class RuleSet {
public:
    using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

    /// Reads every *.toml in `directory`, in order of name.
    [[nodiscard]] static RuleSet load(const std::filesystem::path& directory);

    /// The first rule of the role that matches, in file order.
    [[nodiscard]] std::optional<RuleMatch> match(std::string_view role, std::string_view text) const;
    [[nodiscard]] bool matches(std::string_view role, std::string_view text) const;
    [[nodiscard]] std::vector<const Rule*> of_role(std::string_view role) const;
    /// The words of a list, e.g. list("unfinished_words"); empty if no file has it.
    [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;

    [[nodiscard]] const std::vector<Rule>& all() const { return rules_; }
    [[nodiscard]] std::vector<RuleFailure> check() const;

private:
    void add_lists(const TomlNode& lists);

    std::vector<Rule> rules_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_role_; ///< indices into rules_
    Lists lists_;
};

} // namespace kompass::rules
