#include "repair/spelling.h"

#include "repair/words.h"

#include <algorithm>

namespace kompass::repair {
namespace {

bool is_all_capitals(std::u32string_view seen) {
    const auto letters = std::count_if(seen.begin(), seen.end(), is_letter);
    return letters >= 2 &&
           std::all_of(seen.begin(), seen.end(), [](char32_t c) { return !is_letter(c) || is_upper(c); });
}

bool is_first_capital(char32_t letter, char32_t sign, bool begins_sentence) {
    if (sign == U'|' || sign == U'[' || (sign == U'I' && letter == U'l')) return begins_sentence;
    if (!is_letter(sign)) return begins_sentence && is_swedish_letter(letter);
    const bool misread_sign = sign == U'S' && letter == U'ö';
    return is_upper(sign) && (begins_sentence || !misread_sign);
}

} // namespace

std::u32string with_capitals(const Candidate& candidate, std::u32string_view seen, bool begins_sentence) {
    std::u32string written = candidate.word;
    if (is_all_capitals(seen)) {
        std::transform(written.begin(), written.end(), written.begin(), upper);
    } else {
        const auto first = std::min<std::size_t>(candidate.from.front(), seen.size() - 1);
        if (is_first_capital(written.front(), seen[first], begins_sentence))
            written.front() = upper(written.front());
    }
    return written;
}

} // namespace kompass::repair
