// Which piece of which block holds each word that was read.
//
// A holder is the smallest thing that layout made: a block of text, a cell of a table, an item of a list in a
// cell. Words with boxes are held by the holder whose box they lie in. Transcripts have no boxes: there the
// holders' own words are followed through the lines in order. A word that no holder has is one that layout
// left out (a running head, a page number) or lost.
//
// Refers to the document and the blocks, which must outlive it. Pure and thread safe.
#pragma once

#include "model/block.h"
#include "model/document.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace kompass::account {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct Holder {
    std::size_t block = 0;
    std::size_t row = kNowhere, column = kNowhere; ///< of a table's cell
    std::size_t item = kNowhere;                   ///< of a cell that holds a list
    std::string_view text;
    const Places* places = nullptr;

    [[nodiscard]] bool is_cell() const { return row != kNowhere; }
};

/// A word as it was read.
struct HeldWord {
    std::string_view text;
    int page = 0;
    std::size_t line = 0;          ///< counts the lines of the document; words of pages: see holders.cpp
    const Word* word = nullptr;    ///< none in a transcript
    std::size_t holder = kNowhere; ///< index into Holdings::holders
};

struct Holdings {
    std::vector<Holder> holders; ///< in order of blocks
    std::vector<HeldWord> words; ///< in the order in which they were read
};

[[nodiscard]] Holdings holdings(const Document& document, const Blocks& blocks);

/// The words as they compare: letters and digits alone, whatever stands between them.
[[nodiscard]] std::string squeezed(std::string_view text);

/// The first words of a text, for a message.
[[nodiscard]] std::string start_of(std::string_view text);

/// "3. Politisk styrning" -> "Politisk styrning".
[[nodiscard]] std::string_view without_number(std::string_view text);

} // namespace kompass::account
