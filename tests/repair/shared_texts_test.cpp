// Published transcripts that a scanner damaged, where they are at hand. The lexicon holds no counts of
// koping-2017.
#include "tests/support/repairer.h"
#include "tests/support/shared_folder.h"
#include "text/unicode.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

using namespace kompass;

namespace {

std::optional<std::vector<std::string>> lines_of(const std::string& name) {
    const auto file = testing::shared_file(name);
    if (!file) return std::nullopt;
    std::ifstream stream(*file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

struct Score {
    int words = 0, right = 0, swedish = 0, swedish_right = 0, harmed = 0;
};

using Bag = std::map<std::string, int>;

/// How often each word with a letter stands in the line.
Bag bag_of(const std::string& line) {
    Bag bag;
    std::istringstream stream(line);
    for (std::string word; stream >> word;) {
        const auto points = unicode::code_points(word);
        if (std::any_of(points.begin(), points.end(), unicode::is_letter)) ++bag[word];
    }
    return bag;
}

void add_line(const std::string& clean, const std::string& raw, const std::string& mended, Score& score) {
    const auto before = bag_of(raw), after = bag_of(mended);
    const auto in = [](const Bag& bag, const std::string& word) {
        const auto found = bag.find(word);
        return found == bag.end() ? 0 : found->second;
    };
    for (const auto& [word, count] : bag_of(clean)) {
        const int right = std::min(count, in(after, word));
        const bool is_swedish = repair::has_swedish_letter(unicode::code_points(word));
        score.words += count;
        score.right += right;
        score.swedish += is_swedish ? count : 0;
        score.swedish_right += is_swedish ? right : 0;
        score.harmed += std::max(0, std::min(count, in(before, word)) - right);
    }
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("koping-2017: words that an English OCR damaged") {
        const auto raw = lines_of("seeds/koping-2017.txt"), clean = lines_of("clean/koping-2017.txt");
        if (!raw || !clean) return;
        const auto mended = testing::repairer().repaired(*raw);
        REQUIRE(mended.lines.size() == clean->size());
        Score score;
        for (std::size_t i = 0; i < clean->size(); ++i)
            add_line((*clean)[i], (*raw)[i], mended.lines[i], score);
        MESSAGE(score.right << " of " << score.words << " words, " << score.swedish_right << " of "
                            << score.swedish << " with å ä ö, " << score.harmed << " harmed");
        CHECK(score.right >= 0.99 * score.words);
        CHECK(score.swedish_right >= 0.98 * score.swedish);
        CHECK(score.harmed <= 4);
    }

    TEST_CASE("reports that are clean stay as they are") {
        for (const auto* name : {"seeds/avesta-2014.txt", "seeds/kumla-2017.txt", "clean/koping-2017.txt"}) {
            const auto lines = lines_of(name);
            if (!lines) return;
            CAPTURE(name);
            const auto mended = testing::repairer().repaired(*lines);
            const auto changed = std::count_if(mended.changes.begin(), mended.changes.end(),
                                               [](const repair::Change& change) { return change.applied; });
            CHECK(changed <= 1);
        }
    }

    TEST_CASE("repaired text, repaired again, is the same") {
        for (const auto* name : {"seeds/koping-2017.txt", "seeds/norsjo-2018.txt"}) {
            const auto lines = lines_of(name);
            if (!lines) return;
            CAPTURE(name);
            const auto once = testing::repairer().repaired(*lines);
            CHECK(testing::repairer().repaired(once.lines).lines == once.lines);
        }
    }
}
