// Whether a text has lost its å ä ö, as one has that a scanner without Swedish read: the one place that
// decides.
//
// Told by how many of the letters are å ä ö (running Swedish has 4 to 6 %, tables of questions 2.4 %), and by
// the commonest words with å ä ö: whether they stand there, or what a foreign OCR makes of them (pa, for,
// ar). The share of few letters tells nothing. How likely a single letter is lost, which mending needs to
// know, is another question (repair/damage.h). Plain values; thread safe as such; no errors.
#pragma once

#include <cstddef>
#include <string_view>

namespace kompass::text {

enum class SpellingLoss {
    none,           ///< or nothing that could be told
    few_swedish,    ///< too few of the letters are å ä ö
    mangled_common, ///< the commonest words stand without them
};

/// What is counted in the words of a text.
struct Spelling {
    /// From so many letters on their share tells.
    static constexpr std::size_t telling_letters = 200;

    std::size_t letters = 0;
    std::size_t swedish = 0;             ///< å ä ö, of the letters
    std::size_t kept = 0, mutilated = 0; ///< common words with their å ä ö, and without

    void add_word(std::string_view word);
    void add_line(std::string_view line);

    [[nodiscard]] double swedish_percent() const;
    [[nodiscard]] SpellingLoss loss() const;
};

} // namespace kompass::text
