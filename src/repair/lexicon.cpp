#include "repair/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cstring>
#include <string>

namespace kompass::repair {
namespace {

constexpr std::string_view magic = "KOMPLEX1";
constexpr std::size_t count_of_parts = 4;
constexpr std::size_t header_size = magic.size() + count_of_parts * sizeof(std::uint32_t);

constexpr std::u32string_view letters = U"abcdefghijklmnopqrstuvwxyzåäöéüèàáñøæëóíçêâôîû";

constexpr std::uint32_t edge_bits = 21, code_bits = 6, form_bits = 3;
constexpr std::uint32_t last_edge = 1U << (edge_bits + code_bits + form_bits);

constexpr std::uint32_t field(std::uint32_t edge, std::uint32_t from, std::uint32_t bits) {
    return edge >> from & ((1U << bits) - 1);
}

constexpr std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCDULL;
    return value ^ value >> 33U;
}

constexpr auto codes = [] {
    std::array<std::uint8_t, 0x100> table{};
    for (std::size_t i = 0; i < letters.size(); ++i)
        table.at(letters[i]) = static_cast<std::uint8_t>(i + 1);
    return table;
}();

} // namespace

struct Lexicon::Map {
    explicit Map(const std::filesystem::path& file) {
        const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) throw LexiconError(file.string() + " cannot be read; tools/make-lexicon builds it");
        struct stat facts {};
        const bool known = ::fstat(fd, &facts) == 0 && facts.st_size > 0;
        size = known ? static_cast<std::size_t>(facts.st_size) : 0;
        if (known) start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
        ::close(fd);
        if (!known || start == MAP_FAILED) throw LexiconError(file.string() + " cannot be mapped");
    }
    ~Map() { ::munmap(start, size); }
    Map(const Map&) = delete;
    Map& operator=(const Map&) = delete;
    Map(Map&&) = delete;
    Map& operator=(Map&&) = delete;

    void* start = MAP_FAILED;
    std::size_t size = 0;
};

Lexicon Lexicon::load(const std::filesystem::path& file) {
    Lexicon lexicon;
    lexicon.map_ = std::make_shared<const Map>(file);
    const auto* bytes = static_cast<const std::byte*>(lexicon.map_->start);
    std::array<std::uint32_t, count_of_parts> counts{};
    const bool headed =
        lexicon.map_->size >= header_size && std::memcmp(bytes, magic.data(), magic.size()) == 0;
    if (headed) std::memcpy(counts.data(), bytes + magic.size(), sizeof counts);
    const auto [edges, words, pairs, unused] = counts;
    const std::uint64_t numbers = std::uint64_t{edges} + words + pairs;
    if (!headed || lexicon.map_->size != header_size + numbers * sizeof(std::uint32_t) || edges < 2 ||
        !std::has_single_bit(words) || !std::has_single_bit(pairs))
        throw LexiconError(file.string() + " is no lexicon of this version; tools/make-lexicon builds it");
    // The header is a multiple of four long and a map begins at a page, so the numbers are aligned.
    const auto* first = static_cast<const std::uint32_t*>(static_cast<const void*>(bytes + header_size));
    const std::span<const std::uint32_t> all(first, numbers);
    lexicon.edges_ = all.subspan(0, edges);
    lexicon.words_ = all.subspan(edges, words);
    lexicon.pairs_ = all.subspan(std::size_t{edges} + words, pairs);
    return lexicon;
}

std::optional<std::uint8_t> Lexicon::code_of(char32_t letter) {
    if (letter >= codes.size() || codes.at(letter) == 0) return std::nullopt;
    return static_cast<std::uint8_t>(codes.at(letter) - 1);
}

std::optional<Lexicon::Node> Lexicon::step(Node from, std::uint8_t code) const {
    if (from.first_edge == 0) return std::nullopt;
    for (std::size_t at = from.first_edge; at < edges_.size(); ++at) {
        const auto edge = edges_[at];
        if (field(edge, edge_bits, code_bits) == code)
            return Node{field(edge, 0, edge_bits),
                        static_cast<std::uint8_t>(field(edge, edge_bits + code_bits, form_bits))};
        if ((edge & last_edge) != 0) return std::nullopt;
    }
    return std::nullopt;
}

std::uint8_t Lexicon::forms_of(std::u32string_view word) const {
    Node node;
    for (const char32_t letter : word) {
        const auto code = code_of(letter);
        const auto next = code ? step(node, *code) : std::nullopt;
        if (!next) return 0;
        node = *next;
    }
    return node.forms;
}

Lexicon::Key Lexicon::key_of(std::string_view word) {
    Key hash = 0xCBF29CE484222325ULL;
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

std::optional<double> Lexicon::found(std::span<const std::uint32_t> table, std::uint64_t hash) {
    const auto bits = static_cast<unsigned>(std::bit_width(table.size()) - 1);
    const auto wanted = static_cast<std::uint32_t>(hash & 0xFFFFFFU);
    // A table that is full (none is built so) ends the search after one round.
    for (std::size_t at = hash >> (64U - bits), tried = 0; tried < table.size(); ++tried) {
        const auto slot = table[at];
        if (slot == 0) return std::nullopt;
        if (slot >> 8U == wanted) return (slot & 0xFFU) / 10.0;
        at = (at + 1) & (table.size() - 1);
    }
    return std::nullopt;
}

std::optional<double> Lexicon::word_cost(Key word) const {
    return found(words_, mixed(word));
}

std::optional<double> Lexicon::pair_cost(Key first, Key second) const {
    return found(pairs_, mixed(first * 0x9E3779B97F4A7C15ULL + second));
}

} // namespace kompass::repair
