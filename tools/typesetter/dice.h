// Chance from a seed. The same seed gives the same throws on every machine: only the engine of the standard
// library is used, whose numbers are laid down, none of its distributions, whose are not.
// A die for a named purpose (`Dice(seed, "bullet")`) does not change when others are added or thrown more
// often. Not thread-safe; cheap to copy.
#pragma once

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace typesetter {

class Dice {
public:
    explicit Dice(std::uint64_t seed, std::string_view purpose = {}) : engine_(mixed(seed, purpose)) {}

    /// 0 … count-1; count is not 0.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    int between(int least, int most) {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
    }
    /// 0 ≤ x < 1
    double real() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
    bool chance(double share) { return real() < share; }

    template <class List>
    const auto& one_of(const List& list) {
        return list[below(std::size(list))];
    }

    /// In a new order; std::shuffle's order is not laid down.
    template <class T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t left = list.size(); left > 1; --left)
            std::swap(list[left - 1], list[below(left)]);
    }

private:
    static std::uint64_t mixed(std::uint64_t seed, std::string_view purpose) {
        std::uint64_t hash = 0xcbf29ce484222325 ^ (seed * 0x9e3779b97f4a7c15); // FNV-1a
        for (const char letter : purpose)
            hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
        return hash ^ (hash >> 29);
    }

    std::mt19937_64 engine_;
};

} // namespace typesetter
