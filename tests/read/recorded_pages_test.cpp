// The recorded pages are what the engine reads. UPDATE_GOLDEN=1 records them anew.
#include "tests/read/recorded_pages.h"

#include "read/file_bytes.h"
#include "read/ocr/ocr.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;

bool recording() {
    const char* update = std::getenv("UPDATE_GOLDEN");
    return update != nullptr && std::string_view(update) == "1";
}

Page read_now(int number) {
    const auto report = read_file(KOMPASS_SOURCE_DIR "/corpus/pdf/almvik-2014.pdf");
    REQUIRE(report.error.empty());
    const int in_corpus = recorded_from.at(static_cast<std::size_t>(number - 1));
    auto page = ocr_page(report.bytes, SourceKind::pdf, in_corpus, {});
    page.number = number;
    return page;
}

std::multiset<std::string> texts(const Page& page) {
    std::multiset<std::string> texts;
    for (const auto& word : page.words)
        texts.insert(word.text);
    return texts;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("recorded pages are what the engine reads") {
        if (recording())
            for (int number = 1; number <= static_cast<int>(recorded_from.size()); ++number)
                record_page(read_now(number));
        // One page is enough to tell a stale recording; another processor may round a word otherwise.
        const auto now = texts(read_now(3));
        const auto then = texts(recorded_page(3));
        std::multiset<std::string> both;
        std::set_intersection(now.begin(), now.end(), then.begin(), then.end(),
                              std::inserter(both, both.end()));
        CHECK(then.size() > 200);
        CHECK(static_cast<double>(both.size()) >
              0.97 * static_cast<double>(std::max(now.size(), then.size())));
    }
}
