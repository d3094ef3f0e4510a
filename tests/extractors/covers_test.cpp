// Covers in the forms that published reports take: covers.toml, and the beginnings of published ones where
// they are at hand. A wrong value without a mark is the worst that can happen, so it is asked of every form
// in three settings.
#include "extractors/identity.h"

#include "model/record_facts.h"
#include "read/transcript_reader.h"
#include "rules/knowledge.h"
#include "rules/toml_file.h"
#include "tests/support/real_rules.h"
#include "tests/support/shared_folder.h"
#include "tests/support/transcript.h"
#include "tests/support/typeset_page.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

using namespace kompass;

namespace {

using Texts = std::vector<std::string>;

/// The rules, and the corpus's municipalities beside the registered ones.
const rules::Knowledge& knowledge_of_covers() {
    static const auto knowledge = [] {
        const std::filesystem::path source = KOMPASS_SOURCE_DIR;
        auto loaded = rules::Knowledge::load(source / "rules");
        loaded.municipalities.add(source / "corpus" / "municipalities.csv");
        return loaded;
    }();
    return knowledge;
}

struct Cover {
    std::string name, text, municipality, code, told;
    std::optional<int> year, month;
    std::optional<std::string> date;
    Texts evaluators, persons, doubtful;
    bool one_line = true;
};

Cover cover_from(const rules::TomlNode& node) {
    node.allow_only({"name", "text", "municipality", "code", "told", "year", "month", "date", "evaluators",
                     "persons", "doubtful", "one_line"});
    const auto text = [&](const char* key) {
        const auto* found = node.find(key);
        return found != nullptr ? found->text() : std::string();
    };
    const auto number = [&](const char* key) {
        const auto* found = node.find(key);
        return found != nullptr ? std::optional(found->number()) : std::nullopt;
    };
    const auto texts = [&](const char* key) {
        const auto* found = node.find(key);
        return found != nullptr ? found->texts() : Texts();
    };
    Cover cover{.name = text("name"),
                .text = text("text"),
                .municipality = text("municipality"),
                .code = text("code"),
                .told = text("told"),
                .year = number("year"),
                .month = number("month"),
                .date = {},
                .evaluators = texts("evaluators"),
                .persons = texts("persons"),
                .doubtful = texts("doubtful")};
    if (const auto date = text("date"); !date.empty()) cover.date = date;
    if (const auto* one_line = node.find("one_line")) cover.one_line = one_line->truth();
    return cover;
}

std::vector<Cover> covers() {
    std::vector<Cover> covers;
    const auto file = std::filesystem::path(KOMPASS_SOURCE_DIR) / "tests" / "extractors" / "covers.toml";
    const auto read = rules::TomlNode::parse(file);
    for (const auto& node : read.at("cover").list())
        covers.push_back(cover_from(node));
    return covers;
}

Texts pages_of(const std::string& text) {
    Texts pages;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find('\f', start), text.size());
        pages.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return pages;
}

Record identity_of(const Document& document) {
    Record record;
    extract_identity(document, testing::laid_out(document), knowledge_of_covers(), record);
    return record;
}

Document typeset_of(const std::string& text) {
    std::vector<testing::TypesetPage> pages;
    for (const auto& page : pages_of(text))
        pages.push_back(testing::TypesetPage(static_cast<int>(pages.size()) + 1).text(page));
    return testing::typeset(pages);
}

/// Each page on one line.
Document on_one_line(const std::string& text) {
    std::string joined;
    for (const auto& page : pages_of(text)) {
        const auto words = text::tokens([&] {
            auto blank = page;
            std::replace(blank.begin(), blank.end(), '\n', ' ');
            return blank;
        }());
        joined += text::with_blanks(words, 0, words.size()) + "\n";
    }
    return testing::transcript(joined);
}

bool is_told(const Record& record, const std::string& code) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [&](const Trouble& trouble) { return trouble.code == code; });
}

std::string shown(const std::optional<int>& number) {
    return number ? std::to_string(*number) : "-";
}

/// "Anna Ek | senior konsult | SKL?": name, role, employer; what is doubtful has a question mark.
std::string shown(const Evaluator& person) {
    const auto field = [&](const char* name, const std::string& value) {
        return (value.empty() ? "-" : value) + (is_doubtful(person.doubtful, name) ? "?" : "");
    };
    return fmt::format("{} | {} | {}", field("name", person.name), field("role", person.role),
                       field("employer", person.employer));
}

Texts persons_of(const Record& record) {
    Texts persons;
    for (const auto& person : record.evaluator_details)
        persons.push_back(shown(person));
    return persons;
}

std::string joined(const Texts& texts) {
    std::string line;
    for (const auto& text : texts)
        line += (line.empty() ? "" : "; ") + text;
    return line;
}

std::string shown(const Record& record) {
    return fmt::format("{} {} | {}-{} | {} | {} | doubtful: {}", record.municipality,
                       record.municipality_code, shown(record.year), shown(record.month),
                       record.document_date.value_or("-"), joined(record.evaluators),
                       joined(record.doubtful));
}

Record wanted(const Cover& cover) {
    Record record;
    record.municipality = cover.municipality;
    record.municipality_code = cover.code;
    record.year = cover.year;
    record.month = cover.month;
    record.document_date = cover.date;
    record.evaluators = cover.evaluators;
    record.doubtful = cover.doubtful;
    return record;
}

void check_all_right(const Cover& cover, const Record& record) {
    CHECK(shown(record) == shown(wanted(cover)));
    CHECK(joined(persons_of(record)) == joined(cover.persons));
    if (!cover.told.empty()) CHECK(is_told(record, cover.told));
}

/// The persons are the cover's; what stands of one bears a mark or is as printed. A role or employer that the
/// form leaves to the line ends may be lost.
void check_persons(const Cover& cover, const Record& record) {
    REQUIRE(record.evaluators.size() == cover.persons.size());
    REQUIRE(record.evaluator_details.size() == cover.persons.size());
    for (std::size_t i = 0; i < cover.persons.size(); ++i) {
        const auto& person = record.evaluator_details[i];
        const auto printed = "| " + cover.persons[i] + " |";
        for (const auto& [field, value] : {std::pair{"name", &person.name}, std::pair{"role", &person.role},
                                           std::pair{"employer", &person.employer}})
            if (!value->empty() && !is_doubtful(person.doubtful, field))
                CHECK(printed.find("| " + *value + " |") != std::string::npos);
    }
}

/// A value that stands there is right or marked.
void check_nothing_wrong_unmarked(const Cover& cover, const Record& record) {
    if (!record.municipality.empty() && !is_doubtful(record.doubtful, "municipality")) {
        CHECK(record.municipality == cover.municipality);
        CHECK(record.municipality_code == cover.code);
    }
    if (record.year && !is_doubtful(record.doubtful, "year")) CHECK(record.year == cover.year);
    if (record.month && !is_doubtful(record.doubtful, "month")) CHECK(record.month == cover.month);
    if (record.document_date && !is_doubtful(record.doubtful, "document_date"))
        CHECK(record.document_date == cover.date);
    if (!record.evaluators.empty() && !is_doubtful(record.doubtful, "evaluators"))
        check_persons(cover, record);
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("covers of every form, as lines") {
        const auto all = covers();
        CHECK(all.size() >= 40);
        for (const auto& cover : all) {
            CAPTURE(cover.name);
            check_all_right(cover, identity_of(testing::transcript(cover.text)));
        }
    }

    TEST_CASE("covers of every form, as pages") {
        for (const auto& cover : covers()) {
            if (cover.text.find('<') != std::string::npos) continue; // HTML is set in transcripts alone
            CAPTURE(cover.name);
            check_all_right(cover, identity_of(typeset_of(cover.text)));
        }
    }

    TEST_CASE("covers of every form, each page on one line") {
        for (const auto& cover : covers()) {
            CAPTURE(cover.name);
            const auto record = identity_of(on_one_line(cover.text));
            if (cover.one_line)
                check_all_right(cover, record);
            else
                check_nothing_wrong_unmarked(cover, record);
        }
    }

    TEST_CASE("the beginnings of published reports") {
        struct Beginning {
            const char *file, *identity, *persons;
        };
        for (const auto& expected : {
                 Beginning{"kinda-2011",
                           "Kinda 0513 | 2011-- | - | Leif Eldås; Bengt-Olof Knuttson; "
                           "Anders Norrlid, SKL | doubtful: ",
                           "Leif Eldås | - | SKL; Bengt-Olof Knuttson | - | SKL; Anders Norrlid | - | SKL"},
                 Beginning{"ljungby-2018",
                           "Ljungby 0781 | 2018-- | 2018-05-03 | Lars Strid, senior konsult (SKL); "
                           "Ulrika Elming, Ängelholms kommun | doubtful: ",
                           "Lars Strid | senior konsult | SKL; Ulrika Elming | - | Ängelholms kommun"},
                 Beginning{"strangnas-2014",
                           "Strängnäs 0486 | 2014-- | 2015-01-09 | J. Henrik Bergström, SKL; "
                           "Britt-Marie Hedlund, Knivsta kommun | doubtful: ",
                           "J. Henrik Bergström | - | SKL; Britt-Marie Hedlund | - | Knivsta kommun"},
                 Beginning{
                     "tranemo-2006",
                     "Tranemo 1452 | 2006-12 | 2007-02-02 | Ingmar Kärrsten, Falkenbergs kommun; "
                     "Lena Tegenfeldt, Uddevalla kommun | doubtful: document_date",
                     "Ingmar Kärrsten | - | Falkenbergs kommun; Lena Tegenfeldt | - | Uddevalla kommun"},
             }) {
            const auto file = testing::shared_file("covers/" + std::string(expected.file) + ".txt");
            if (!file) continue;
            CAPTURE(expected.file);
            std::ifstream stream(*file, std::ios::binary);
            const std::string text(std::istreambuf_iterator<char>(stream), {});
            const auto record = identity_of(testing::transcript(text));
            CHECK(shown(record) == std::string(expected.identity));
            CHECK(joined(persons_of(record)) == std::string(expected.persons));
        }
    }
}
