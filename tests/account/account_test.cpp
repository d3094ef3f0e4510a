// What a record does not hold is told: by damaging documents one thing at a time.
#include "account/account.h"
#include "account/holders.h"
#include "account/page_numbers.h"
#include "extractors/outline.h"
#include "pipeline/understand.h"
#include "read/reader.h"
#include "tests/support/damage.h"
#include "tests/support/real_rules.h"
#include "tests/support/repairer.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

using namespace kompass;

namespace {

pipeline::Understanding understood(const Document& document) {
    return pipeline::understand(document, testing::knowledge(), testing::repairer());
}

Document corpus(const std::string& name) {
    return read::read_document(std::filesystem::path(KOMPASS_SOURCE_DIR) / "corpus" / name, {});
}

int sum(const WordCounts& words) {
    return words.claimed + words.prose + words.furniture + words.unclaimed;
}

/// Each foot stands as printed.
Document pages_with(const std::vector<std::vector<std::string>>& feet) {
    Document document;
    for (std::size_t p = 0; p < feet.size(); ++p) {
        Page page;
        page.number = static_cast<int>(p + 1);
        page.width = 595;
        page.height = 842;
        page.reading = Reading::text_layer;
        double x = 100;
        for (const auto& word : feet[p]) {
            page.words.push_back({word, {x, 800, x + 20, 810}, 10, false, 1, {}});
            x += 25;
        }
        page.words.push_back({"Sida-" + std::to_string(p), {100, 300, 140, 310}, 10, false, 1, {}});
        document.pages.push_back(std::move(page));
    }
    return document;
}

std::string faults(const Document& document) {
    std::string told;
    for (const auto& fault : account::page_faults(document))
        told += std::to_string(fault.printed) +
                (fault.kind == account::PageFault::Kind::missing ? " missing; "
                 : fault.kind == account::PageFault::Kind::twice ? " twice; "
                                                                 : " out of order; ");
    return told;
}

/// "3" stands as "3 (6)" on one of six pages, and "" as nothing.
std::string faults(const std::vector<std::string>& numbers) {
    std::vector<std::vector<std::string>> feet;
    for (const auto& number : numbers)
        feet.push_back(number.empty()
                           ? std::vector<std::string>{}
                           : std::vector<std::string>{number, "(" + std::to_string(numbers.size()) + ")"});
    return faults(pages_with(feet));
}

} // namespace

TEST_SUITE("account") {

    TEST_CASE("a report that is read whole has nothing damaged or missing") {
        for (const auto* name : {"pdf/almvik-2014.pdf", "pdf/sundamar-2015.pdf", "pdf/vasterlunda-2019.pdf",
                                 "transcripts/granhult-2017.txt", "transcripts/storanas-2018-ocr.txt"}) {
            CAPTURE(name);
            const auto record = understood(corpus(name)).record;
            REQUIRE(record.account);
            CHECK(summary(*record.account).ends_with(" parts"));
            CHECK(is_whole(*record.account));
            CHECK(sum(record.account->words) == record.account->words.read);
        }
    }

    TEST_CASE("nothing that is damaged is lost in silence") {
        // tools/measure-losses does all damages of all reports; here those of pages, and every thirteenth
        // other, of one report a layout.
        for (const auto* name : {"pdf/granhult-2017.pdf", "pdf/storanas-2018.pdf"}) {
            const auto whole = understood(corpus(name));
            const auto all = testing::damages(whole.mended, whole.blocks);
            REQUIRE(all.size() > 500);
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (i % 13 != 0 && !all[i].name.starts_with("page ")) continue;
                const auto losses = testing::silent_losses(whole.record, understood(all[i].document).record);
                CAPTURE(all[i].name);
                CHECK(losses == std::vector<std::string>{});
            }
        }
    }

    TEST_CASE("a row of sums that lacks one figure is damaged, unless that is told doubtful") {
        auto [mended, blocks, record] = understood(corpus("pdf/bjorkasa-2016.pdf"));
        const auto fault = [&] {
            const auto account = account::account_of(mended, blocks, outline(blocks, testing::knowledge()),
                                                     record, testing::knowledge());
            const auto table = std::find_if(account.parts.begin(), account.parts.end(), [](const Part& part) {
                return part.kind == PartKind::score_table && part.area == 3;
            });
            return table == account.parts.end() ? "none" : table->why;
        };
        CHECK(fault().empty());
        record.areas[2].total.max.reset();
        CHECK(fault() == "the row of sums lacks a figure");
        record.areas[2].total.doubtful = {"max"};
        CHECK(fault().empty());
    }

    TEST_CASE("a line has room in its own column alone") {
        testing::TypesetPage page;
        page.text("Område 1 Offentlighet och demokrati", {14, true}).text("Styrkor", testing::kBold);
        page.text("• Jämförelser görs via nätverken\n  Insikt och KKiK\n• Öppna möten\n").space(10);
        page.text("                                        Förbättringsområden", testing::kBold);
        page.text("                                        • Fler språk på den samlade webbplatsen\n"
                  "                                        • Tydligare svar\n");
        const auto [mended, blocks, record] = understood(testing::typeset({page}));
        REQUIRE(record.areas.size() == 1);
        REQUIRE(record.areas[0].strengths.size() == 2);
        REQUIRE(record.areas[0].improvements.size() == 2);
        const auto account = account::account_of(mended, blocks, outline(blocks, testing::knowledge()),
                                                 record, testing::knowledge());
        CHECK(!account.parts.empty());
        for (const auto& part : account.parts)
            CHECK_MESSAGE(part.why != "an item holds another one", part.why);
    }

    TEST_CASE("the accounts sum to the words read, whatever a document holds") {
        rc::check("sums agree", [] {
            static const std::array texts = {"Område", "1",     "Styrkor", "•",    "43",  "100",
                                             "1.1",    "Poäng", "och",     "<ul>", "2017"};
            Document document;
            const int count = *rc::gen::inRange(0, 4);
            for (int p = 1; p <= count; ++p) {
                Page page;
                page.number = p;
                page.width = 595;
                page.height = 842;
                const int words = *rc::gen::inRange(0, 40);
                for (int w = 0; w < words; ++w) {
                    const double x = *rc::gen::inRange(0, 560);
                    const double y = *rc::gen::inRange(0, 830);
                    page.words.push_back({texts[*rc::gen::inRange<std::size_t>(0, texts.size())],
                                          {x, y, x + 30, y + 10},
                                          10,
                                          false,
                                          1,
                                          {}});
                }
                document.pages.push_back(std::move(page));
            }
            const auto blocks = testing::laid_out(document);
            const auto account = account::account_of(document, blocks, {}, Record{}, testing::knowledge());
            RC_ASSERT(sum(account.words) == account.words.read);
            int read = 0;
            for (const auto& page : document.pages)
                read += static_cast<int>(page.words.size());
            RC_ASSERT(account.words.read == read);
        });
    }

    TEST_CASE("printed page numbers tell which page is missing, stands twice or is out of order") {
        CHECK(faults({"", "2", "3", "4", "5", "6"}).empty());
        CHECK(faults({"1", "2", "4", "5", "6"}) == "3 missing; ");
        CHECK(faults({"1", "2", "2", "3", "4", "5"}) ==
              "2 twice; 6 missing; "); // six are told of, five are there
        CHECK(faults({"1", "3", "2", "4", "5"}).find("2 out of order; ") != std::string::npos);
        // A row of figures at a page's head reads like a page number.
        CHECK(faults({"1", "2", "1.3 Finns mål? 11 (15)", "4", "5", "6"}).empty());
        CHECK(faults(pages_with({{"1/6"}, {"2/6"}, {"4/6"}, {"5/6"}, {"6/6"}})) == "3 missing; ");
        // One line in a margin may hold anything.
        CHECK(faults({"", "", "Resultat 11 (15)", "", "", ""}).empty());
        CHECK(faults(pages_with({{"64 (100)"}, {"5 (15)"}, {"13 (25)"}, {"6 (15)"}, {"6 (15)"}})).empty());
        CHECK(faults(pages_with({{"64 (100)"}, {"43 (100)"}, {"51 (100)"}, {"38 (100)"}})).empty());
        CHECK(faults({"5", "4", "3", "2", "1"}) ==
              "4 out of order; 3 out of order; 2 out of order; 1 out of order; ");
    }
}
