// Words as a scanner left them, and what is known of each: its candidates, and what it is as it stands.
//
// Remembers every word it was asked about, since texts repeat themselves. One thread.
#pragma once

#include "repair/candidates.h"
#include "repair/dictionary.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kompass::repair {

struct SeenWord {
    std::u32string small; ///< as it stands, in small letters
    std::vector<Candidate> candidates;
    std::optional<std::size_t> itself; ///< which candidate it is as it stands
    double unknown = unknown_word;     ///< its cost as it stands, where it is no candidate
    bool is_name_like = false;         ///< begins with a capital
    bool is_known = false;             ///< a word as it stands
    bool has_lost = false;             ///< no word, but one if it had its å ä ö
};

class SeenWords {
public:
    SeenWords(Lexicon lexicon, Confusions confusions);

    /// Stays where it is until `forget`.
    [[nodiscard]] const SeenWord& at(const CandidateQuery& query);

    /// Makes room if there is little; what `at` gave is gone then.
    void forget_if_many();

    /// Whether the dictionary has the word, or the compound.
    [[nodiscard]] bool is_in_dictionary(std::u32string_view word);

    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

private:
    [[nodiscard]] SeenWord made(const CandidateQuery& query);
    void weigh_as_it_stands(const CandidateQuery& query, SeenWord& word);

    Lexicon lexicon_;
    Confusions confusions_;
    Dictionary dictionary_;
    std::unordered_map<std::u32string, std::unique_ptr<const SeenWord>> words_;
};

[[nodiscard]] bool has_swedish_letter(std::u32string_view word);
[[nodiscard]] std::u32string lowered(std::u32string_view word);

} // namespace kompass::repair
