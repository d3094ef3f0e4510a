#include "text/lost_spelling.h"

#include "text/misreading.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace kompass::text {
namespace {

constexpr double least_swedish_percent = 1.5;

/// One of the commonest words with å ä ö, and what is left of it without, which is no Swedish word of its own
/// or hardly ever met.
struct CommonWord {
    std::string_view kept, mutilated;
};

constexpr std::array<CommonWord, 14> common_words = {{{"på", "pa"},
                                                      {"för", "for"},
                                                      {"är", "ar"},
                                                      {"från", "fran"},
                                                      {"när", "nar"},
                                                      {"även", "aven"},
                                                      {"också", "ocksa"},
                                                      {"två", "tva"},
                                                      {"där", "dar"},
                                                      {"över", "over"},
                                                      {"måste", "maste"},
                                                      {"både", "bade"},
                                                      {"åtgärder", "atgarder"},
                                                      {"många", "manga"}}};

/// Without the signs that stand after words.
std::string_view bare(std::string_view word) {
    const auto last = word.find_last_not_of(".,:;!?)");
    return word.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

} // namespace

void Spelling::add_word(std::string_view word) {
    for (const char32_t point : unicode::code_points(word)) {
        letters += unicode::is_letter(point) ? 1 : 0;
        swedish += is_swedish_letter(point) ? 1 : 0;
    }
    for (const auto& common : common_words) {
        kept += bare(word) == common.kept ? 1 : 0;
        mutilated += bare(word) == common.mutilated ? 1 : 0;
    }
}

void Spelling::add_line(std::string_view line) {
    for (const auto& word : tokens(line))
        add_word(word);
}

double Spelling::swedish_percent() const {
    return letters == 0 ? 0.0 : 100.0 * static_cast<double>(swedish) / static_cast<double>(letters);
}

SpellingLoss Spelling::loss() const {
    // A list of names or addresses may have few å ä ö: its words are whole all the same.
    const bool words_are_whole = kept > 0 && mutilated == 0;
    if (letters >= telling_letters && swedish_percent() < least_swedish_percent && !words_are_whole)
        return SpellingLoss::few_swedish;
    if (mutilated >= 3 && 2 * mutilated > kept) return SpellingLoss::mangled_common;
    return SpellingLoss::none;
}

} // namespace kompass::text
