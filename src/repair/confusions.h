// What a scanner makes of letters, with weights: the confusion model. Loaded by rules/confusions_file.h.
//
// A confusion says that `seen` may stand for `meant`. Those of å ä ö have a cost among lost letters only,
// since how many of them are lost differs from text to text and is estimated (damage.h); others a cost among
// all letters. A cost is -ln of a probability. Immutable and thread safe once built.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace kompass::repair {

struct Confusion {
    std::u32string meant; ///< small letters
    std::u32string seen;  ///< empty: the letter left nothing behind
    double cost = 0;
    bool swedish = false; ///< `meant` is å, ä or ö
};

class Confusions {
public:
    explicit Confusions(std::vector<Confusion> all);

    /// Those whose `seen` begins with the sign.
    [[nodiscard]] const std::vector<Confusion>& beginning_with(char32_t sign) const;
    /// Those whose `seen` is empty.
    [[nodiscard]] const std::vector<Confusion>& of_nothing() const { return of_nothing_; }
    [[nodiscard]] const std::vector<Confusion>& all() const { return all_; }

private:
    std::vector<Confusion> all_, of_nothing_;
    std::unordered_map<char32_t, std::vector<Confusion>> by_first_;
};

} // namespace kompass::repair
