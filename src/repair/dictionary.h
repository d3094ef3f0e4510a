// The Swedish dictionary of Hunspell: the only place that includes its headers.
//
// Asked only about words that the lexicon does not hold, so it is loaded (some 50 ms) at the first such
// question; answers are kept. Without hunspell-sv on the machine it knows no word at all. One thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace kompass::repair {

class Dictionary {
public:
    Dictionary();
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;
    Dictionary(Dictionary&&) = delete;
    Dictionary& operator=(Dictionary&&) = delete;

    /// A Swedish word, or a compound of such.
    [[nodiscard]] bool knows(const std::string& word);

    /// The stems of its parts, in each way in which it can be read: "medborgardialogen" is medborgar, dialog.
    /// None if it is no word.
    [[nodiscard]] std::vector<std::vector<std::string>> stems(const std::string& word);

    /// Where the dictionary of this machine is; empty if there is none.
    [[nodiscard]] static std::string file();

private:
    struct Loaded;
    /// Loads it at the first question.
    Loaded& loaded();

    std::unique_ptr<Loaded> loaded_;
};

} // namespace kompass::repair
