// Parts that several patterns share, by name: `{months}` in a pattern stands for the fragment, as a group.
//
// A name is of small letters and underscores, which tells `{months}` from `{0,3}` and `\p{Lu}`. A fragment
// may hold others, not itself. Every list of the rules is a fragment too: any one of its words. Thread safe
// once filled; what is wrong is a PatternError.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::rules {

class Fragments {
public:
    /// False if the name is taken.
    bool add(const std::string& name, const std::string& expression);
    void add_list(const std::string& name, const std::vector<std::string>& words);

    /// Throws PatternError naming a fragment that there is none of, or that holds itself.
    [[nodiscard]] std::string expanded(std::string_view pattern) const;

private:
    [[nodiscard]] std::string expanded(std::string_view pattern, std::vector<std::string>& open) const;
    [[nodiscard]] std::string expression_of(const std::string& name) const;

    std::map<std::string, std::string> expressions_;
    std::map<std::string, std::vector<std::string>> lists_;
};

} // namespace kompass::rules
