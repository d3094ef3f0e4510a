// Candidates: the words that a scanner could have made a seen word from.
//
// A best-first walk over the seen word and the lexicon's graph at once: every step reads a letter as it
// stands or as one of the confusions that may have made it. A word may be a compound of parts that the
// dictionary lets begin and end one. Immutable; thread safe.
#pragma once

#include "repair/confusions.h"
#include "repair/lexicon.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::repair {

struct Candidate {
    std::u32string word;             ///< in small letters
    std::vector<std::uint16_t> from; ///< for each of its letters, the seen sign it was read from
    double noise = 0;                ///< cost of the confusions, their share in what is lost left out
    int lost = 0;                    ///< å ä ö that were read as something else
    int kept = 0;                    ///< å ä ö that stand there
    int odd = 0;                     ///< confusions of other letters
    int parts = 1;                   ///< more than one: a compound that the lexicon does not hold as such
    double language = 0;             ///< -ln of how likely the word is by itself
    Lexicon::Key key = 0;            ///< 0 for compounds
};

struct CandidateQuery {
    std::u32string_view seen;
    std::size_t break_at = 0; ///< a line ends before this sign; 0: nowhere
    bool first_part = false;  ///< a hyphen follows: what may begin a compound will do
};

class CandidateSearch {
public:
    /// Neither is owned; both must outlive the search.
    CandidateSearch(const Lexicon& lexicon, const Confusions& confusions)
        : lexicon_(lexicon), confusions_(confusions) {}

    /// Best first. The word as it stands is among them only if it is in the lexicon.
    [[nodiscard]] std::vector<Candidate> candidates(const CandidateQuery& query) const;

private:
    const Lexicon& lexicon_;
    const Confusions& confusions_;
};

/// Costs of words of which no count is known, -ln p.
inline constexpr double uncounted_word = 17.5, unknown_word = 24;

} // namespace kompass::repair
