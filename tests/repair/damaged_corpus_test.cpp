// Clean text of the corpus, damaged as the confusion model says scanners damage it: how much comes back.
#include "tests/support/repairer.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace kompass;

namespace {

std::vector<std::string> corpus_lines() {
    std::vector<std::string> lines;
    for (const auto* name : {"almvik-2014", "granhult-2017", "tallmo-2017", "vasterlunda-2019"}) {
        std::ifstream file(std::filesystem::path(KOMPASS_SOURCE_DIR) / "corpus" / "transcripts" /
                           (std::string(name) + ".txt"));
        for (std::string line; std::getline(file, line);)
            lines.push_back(line);
    }
    return lines;
}

/// A misreading of the letter, drawn by weight. Plain arithmetic on the generator's numbers: the standard's
/// distributions differ between libraries.
std::u32string misread(char32_t letter, std::mt19937& random) {
    double drawn = (random() >> 8U) / static_cast<double>(1U << 24U);
    for (const auto& confusion : testing::confusions().all()) {
        if (confusion.meant != std::u32string(1, letter)) continue;
        drawn -= std::exp(-confusion.cost);
        if (drawn < 0) return confusion.seen;
    }
    return std::u32string(1, letter == U'ö' ? U'o' : U'a');
}

std::string damaged(const std::string& line, std::mt19937& random) {
    std::u32string result;
    for (const char32_t c : unicode::code_points(line)) {
        if (text::is_swedish_letter(c))
            result += c < 0xE0 ? std::u32string(1, c == U'Ö' ? U'O' : U'A') : misread(c, random);
        else
            result += c;
    }
    return unicode::utf8(result);
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

bool bears_swedish_letter(const std::string& word) {
    const auto points = unicode::code_points(word);
    return std::any_of(points.begin(), points.end(), text::is_swedish_letter);
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("of clean text damaged by the confusion model, nearly all comes back") {
        std::mt19937 random(2017);
        const auto clean = corpus_lines();
        REQUIRE(clean.size() > 400);
        std::vector<std::string> lines;
        for (const auto& line : clean)
            lines.push_back(damaged(line, random));
        const auto result = testing::repairer().repaired(lines);
        int swedish = 0, back = 0, other = 0, harmed = 0;
        for (std::size_t i = 0; i < clean.size(); ++i) {
            const auto wanted = words_of(clean[i]), got = words_of(result.lines[i]);
            REQUIRE(wanted.size() == got.size());
            for (std::size_t j = 0; j < wanted.size(); ++j) {
                const bool marked = bears_swedish_letter(wanted[j]);
                (marked ? swedish : other) += 1;
                back += marked && wanted[j] == got[j] ? 1 : 0;
                harmed += !marked && wanted[j] != got[j] ? 1 : 0;
            }
        }
        MESSAGE(back << " of " << swedish << " words with å ä ö came back, " << harmed << " of " << other
                     << " others were harmed");
        CHECK(back >= swedish * 97 / 100);
        CHECK(harmed <= other / 500);
    }
}
