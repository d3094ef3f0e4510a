// One pass over all lines: what each word may be, which of that fits, and the lines with it written in.
//
// Repair passes over a text until nothing changes any more, since a mended word may help its neighbours. A
// pass does not own what it is given. One thread.
#pragma once

#include "repair/choice.h"
#include "repair/damage.h"
#include "repair/seen_words.h"
#include "repair/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kompass::repair {

struct Change {
    std::size_t line = 0; ///< index into the lines
    std::string before, after;
    std::string rule; ///< "normal-form", "sign", "spelling", "context"
    double probability = 1;
    bool applied = true;
};

/// What may be changed.
enum class Freedom : std::uint8_t { fixed, unless_known, free };

class Pass {
public:
    /// `freedom` is by line; empty: all are free.
    Pass(SeenWords& words, std::vector<std::string>& lines, const std::vector<Freedom>& freedom);

    [[nodiscard]] DamageEvidence evidence() const;

    /// Writes what is sure enough into the lines; tells that and what is worth a mark, in order.
    [[nodiscard]] std::vector<Change> run(double damage);

    /// The lines that hold words which may be changed and which neither lexicon nor dictionary knows.
    [[nodiscard]] std::vector<std::size_t> lines_of_unknown_words() const;

private:
    /// A token, or the two halves of a word.
    struct Place {
        const Token* first = nullptr;
        const Token* second = nullptr;
        const SeenWord* word = nullptr; ///< null: not in question
    };
    struct Decision {
        const Place* place = nullptr;
        const Candidate* candidate = nullptr;
        double probability = 0;
    };

    void find_places();
    void join_halves();
    [[nodiscard]] const SeenWord* joined(const Token& head, const Token& rest);
    [[nodiscard]] bool is_loose_fragment(std::size_t token) const;
    [[nodiscard]] bool may_change(const Place& place) const;
    /// What may stand at the place, and the candidates meant; the first (null) is to leave it.
    [[nodiscard]] Options options_at(const Place& place, double damage,
                                     std::vector<const Candidate*>& meant) const;
    void decide(std::size_t first, std::size_t last, double damage, std::vector<Decision>& decisions) const;
    void settle(const Decision& decision, double damage, std::vector<Change>& changes);
    void write(const Place& place, const Candidate& candidate, const std::u32string& written);
    void replace(const Token& token, const std::string& text);

    SeenWords& words_;
    std::vector<std::string>& lines_;
    const std::vector<Freedom>& freedom_;
    std::vector<Token> tokens_;
    std::unordered_map<std::size_t, std::size_t> halves_; ///< tokens that break off, and their rests
    std::unordered_set<std::size_t> rests_;
    std::unordered_set<std::size_t> fragments_; ///< tokens that may be the rest of one that was not found
    std::vector<Place> places_;
};

} // namespace kompass::repair
