#include "repair/spelling.h"

#include "repair/words.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>

namespace kompass::repair {
namespace {

bool is_all_capitals(std::u32string_view seen) {
    const auto letters = std::count_if(seen.begin(), seen.end(), unicode::is_letter);
    return letters >= 2 && std::all_of(seen.begin(), seen.end(), [](char32_t c) {
               return !unicode::is_letter(c) || unicode::is_upper(c);
           });
}

bool is_first_capital(const Candidate& candidate, char32_t sign, bool begins_sentence) {
    constexpr double rare_as_a_name = 10;
    const char32_t letter = candidate.word.front();
    // An l is what becomes of a capital I; of a small one where its dot was lost, which words show that are
    // many.
    if (letter == U'i' && sign == U'l') return begins_sentence || candidate.language > rare_as_a_name;
    if (begins_sentence)
        return unicode::is_upper(sign) || (!unicode::is_letter(sign) &&
                                           (text::is_swedish_letter(letter) || sign == U'|' || sign == U'['));
    // An O, S or I may be what was made of an ö or l; only of names it is more likely to be right.
    const bool may_be_small =
        (letter == U'ö' && (sign == U'O' || sign == U'S')) || (letter == U'l' && sign == U'I');
    return unicode::is_upper(sign) &&
           !(may_be_small && (candidate.language < rare_as_a_name || sign != U'O'));
}

} // namespace

std::u32string with_capitals(const Candidate& candidate, std::u32string_view seen, bool begins_sentence) {
    std::u32string written = candidate.word;
    if (is_all_capitals(seen)) {
        std::transform(written.begin(), written.end(), written.begin(), unicode::to_upper);
    } else {
        const auto first = std::min<std::size_t>(candidate.from.front(), seen.size() - 1);
        if (is_first_capital(candidate, seen[first], begins_sentence))
            written.front() = unicode::to_upper(written.front());
    }
    return written;
}

} // namespace kompass::repair
