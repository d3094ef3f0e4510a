#include "cli/help/did_you_mean.h"

#include "cli/help/given_words.h"
#include "text/language.h"
#include "text/unicode.h"

#include <algorithm>
#include <iterator>

namespace kompass::cli {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& names) {
    if (word.size() < 2) return {}; // it may be any
    std::vector<std::string> folded;
    std::transform(names.begin(), names.end(), std::back_inserter(folded),
                   [](const std::string& name) { return unicode::folded(name); });
    const auto meant = nearest(unicode::folded(word), folded);
    const auto found = std::find(folded.begin(), folded.end(), meant);
    if (meant.empty() || found == folded.end()) return {};
    return text::tr("; did you mean ") + names.at(static_cast<std::size_t>(found - folded.begin())) + "?";
}

} // namespace kompass::cli
