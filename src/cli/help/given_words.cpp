#include "cli/help/given_words.h"

#include "cli/help/help_text.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

namespace kompass::cli {
namespace {

bool is_option(const std::string& word) {
    return word.size() > 1 && word.starts_with('-');
}

/// The options of any command that take the word after them.
std::set<std::string> names_with_value(const std::vector<Command>& commands,
                                       const std::vector<Option>& settings) {
    std::vector<Option> options = settings;
    for (const auto& command : commands)
        options.insert(options.end(), command.options.begin(), command.options.end());
    std::erase_if(options, [](const Option& option) { return std::holds_alternative<bool*>(option.target); });
    const auto names = names_of(options);
    return {names.begin(), names.end()};
}

/// A group, such as "corrections", names a command only together with the next word.
bool is_group(const std::vector<Command>& commands, const std::string& word) {
    return std::any_of(commands.begin(), commands.end(),
                       [&](const Command& command) { return command.name.starts_with(word + " "); });
}

/// How many letters must be put in, left out, changed or swapped with their neighbour.
std::size_t slips_between(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> slips(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                slips[i][j] = i + j;
                continue;
            }
            const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
            slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, slips[i - 1][j - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
    return slips[a.size()][b.size()];
}

} // namespace

GivenWords in_order(const std::vector<Command>& commands, const std::vector<Option>& settings,
                    const std::vector<std::string>& words) {
    const auto with_value = names_with_value(commands, settings);
    GivenWords given;
    bool value_due = false;
    bool complete = false;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (complete || *word == "--") { // what is left keeps its order
            given.rest.insert(given.rest.end(), word, words.end());
            break;
        }
        if (value_due || is_option(*word)) {
            given.rest.push_back(*word);
            value_due = !value_due && with_value.contains(*word);
            continue;
        }
        given.command.push_back(*word);
        complete = given.command.size() == 2 || !is_group(commands, *word);
    }
    return given;
}

std::string nearest(const std::string& word, const std::vector<std::string>& names) {
    std::string best;
    // A third of the letters may be wrong; who typed only a beginning is understood, too.
    auto least = std::max<std::size_t>(word.size() / 3, 1) + 1;
    for (const auto& name : names) {
        const auto slips = word.size() > 1 && name.starts_with(word) ? 0 : slips_between(word, name);
        if (slips >= least) continue;
        least = slips;
        best = name;
    }
    return best;
}

std::vector<std::string> names_of(const std::vector<Option>& options) {
    std::vector<std::string> names;
    for (const auto& option : options) {
        if (is_argument(option)) continue;
        std::istringstream stream(option.names);
        for (std::string name; std::getline(stream, name, ',');)
            names.push_back(name);
    }
    return names;
}

} // namespace kompass::cli
