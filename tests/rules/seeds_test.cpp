#include "rules/knowledge.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <set>

using namespace kompass::rules;
namespace fs = std::filesystem;

namespace {

fs::path shared_folder() {
    if (const char* named = std::getenv("KOMPASS_SHARED")) return named;
    return fs::path(KOMPASS_SOURCE_DIR "/../shared");
}

std::vector<std::string> lines_of(const fs::path& file) {
    std::vector<std::string> lines;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const auto first = line.find_first_not_of(" \r");
        const auto last = line.find_last_not_of(" \r");
        lines.push_back(first == std::string::npos ? "" : line.substr(first, last - first + 1));
    }
    return lines;
}

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("published reports show their areas, their municipality and their role models") {
        const Knowledge knowledge = Knowledge::load(fs::path(KOMPASS_SOURCE_DIR) / "rules");
        struct Expectation {
            const char *file, *role, *municipality;
        };
        for (const Expectation& expected : {Expectation{"avesta-2014", "area_head", "Avesta"},
                                            Expectation{"koping-2017", "area_head", "Köping"},
                                            Expectation{"kumla-2017", "area_head", "Kumla"},
                                            Expectation{"norsjo-2018", "area_section_head", "Norsjö"}}) {
            const fs::path file = shared_folder() / "seeds" / (std::string(expected.file) + ".txt");
            if (!fs::exists(file)) {
                MESSAGE("skipped: " << file.string() << " is missing");
                continue;
            }
            std::multiset<std::string> areas;
            std::set<std::string> named;
            for (const std::string& line : lines_of(file)) {
                if (const auto head = knowledge.rules.match(expected.role, line);
                    head && !knowledge.rules.matches("toc_line", line)) {
                    areas.insert(head->group("number"));
                    CHECK(std::to_string(knowledge.editions.area_of_title(head->group("title"))) ==
                          head->group("number"));
                }
                if (const auto title = knowledge.rules.match("title_municipality", line))
                    if (const auto* found = knowledge.municipalities.named(title->group("name")))
                        named.insert(found->name);
            }
            CHECK(areas == std::multiset<std::string>{"1", "2", "3", "4", "5", "6", "7", "8"});
            CHECK(named == std::set<std::string>{expected.municipality});
        }
    }
}
