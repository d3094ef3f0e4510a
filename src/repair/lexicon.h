// The lexicon: which words there are, how often they and their pairs occur. Read-only, a mapped file.
//
// rules/repair/lexicon.bin, built by tools/make-lexicon, holds three parts after "KOMPLEX1" and four counts
// (edges, word slots, pair slots, words), all numbers 32 bits, lowest byte first:
//   - a minimal acyclic graph of all forms: an edge is the first edge of the node it leads to (21 bits, 0:
//   none), the
//     letter's code (6), what the form that ends there may be (3: Form), whether it is its node's last edge
//     (1);
//   - two hash tables (open addressing) of words and of pairs: a slot is 24 bits of the key's hash and the
//   cost in
//     tenths in the lowest byte, 0 if the slot is empty.
// A cost is -ln p: of a word among all words, of a pair given its first word. "." stands for the end of a
// sentence and "#" for a number. A key that is not in a table is taken for one that is at most once in some
// million times. Immutable and thread safe once loaded; cheap to copy (copies share the map). Loading throws
// LexiconError.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

namespace kompass::repair {

struct LexiconError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What a form may be; a mask.
enum Form : std::uint8_t { whole_word = 1, begins_compound = 2, ends_compound = 4 };

class Lexicon {
public:
    /// A place in the graph: the letters that led there are the beginning of a form, or one.
    struct Node {
        std::uint32_t first_edge = 1; ///< the root's, unless said otherwise
        std::uint8_t forms = 0;
    };

    /// A word's hash, to look up pairs quickly; 0 is no word's.
    using Key = std::uint64_t;

    [[nodiscard]] static Lexicon load(const std::filesystem::path& file);

    /// The letter's code in the graph, or nothing if no form has that letter. Capitals have none.
    [[nodiscard]] static std::optional<std::uint8_t> code_of(char32_t letter);

    [[nodiscard]] std::optional<Node> step(Node from, std::uint8_t code) const;
    /// What the word, in small letters, is; 0 if the graph does not hold it.
    [[nodiscard]] std::uint8_t forms_of(std::u32string_view word) const;

    [[nodiscard]] static Key key_of(std::string_view word);
    /// Nothing for words that were never counted, though the graph may hold them.
    [[nodiscard]] std::optional<double> word_cost(Key word) const;
    [[nodiscard]] std::optional<double> pair_cost(Key first, Key second) const;

private:
    struct Map;
    [[nodiscard]] static std::optional<double> found(std::span<const std::uint32_t> table,
                                                     std::uint64_t hash);

    std::shared_ptr<const Map> map_;
    std::span<const std::uint32_t> edges_, words_, pairs_;
};

} // namespace kompass::repair
