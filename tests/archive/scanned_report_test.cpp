// The whole way of a scanned report, from pages that OCR read (recorded) to the archive, also when a worker
// is lost over one of them.
#include "archive/archive.h"
#include "archive/connection.h"
#include "model/record_json.h"
#include "read/work/reader_pool.h"
#include "tests/archive/samples.h"
#include "tests/read/fault_plan.h"
#include "tests/read/recorded_pages.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"
#include "tests/support/real_rules.h"
#include "tests/support/repairer.h"
#include "tests/support/shown.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <string_view>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace std::chrono_literals;
using kompass::testing::shown;

/// With the register of the corpus, whose municipalities are invented.
const rules::Knowledge& knowledge() {
    static const auto all = [] {
        auto known = kompass::testing::knowledge();
        known.municipalities.add(KOMPASS_SOURCE_DIR "/corpus/municipalities.csv");
        return known;
    }();
    return all;
}

/// But for those that tell of areas the three pages do not have.
Troubles troubles_of_reading(const Record& record) {
    Troubles troubles;
    std::copy_if(record.troubles.begin(), record.troubles.end(), std::back_inserter(troubles),
                 [](const Trouble& trouble) {
                     return trouble.code != "score-table-incomplete" && trouble.code != "not-whole";
                 });
    return troubles;
}

/// The record of a scan whose pages are the recorded ones, read by that plan.
Record record_by(const char* plan, const std::filesystem::path& file) {
    const read::tests::FaultPlan fault(plan);
    read::PoolOptions options;
    options.worker_command = {"/proc/self/exe"};
    options.jobs = 2;
    // Only what hangs is waited for, so that the others may be slow.
    options.ocr_limit = std::string_view(plan).find("hang") == std::string_view::npos ? 20s : 1s;
#ifndef __SANITIZE_ADDRESS__
    options.memory_limit = 256UL << 20;
#endif
    Record record;
    read::read_all({file}, options, [&](const Document& document) {
        record = pipeline::understand(document, knowledge(), kompass::testing::repairer()).record;
    });
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
    CHECK(errno == ECHILD);
    return record;
}

std::string scan() {
    return read::tests::tiny_pdf({read::tests::recorded_from.size(), {"72 400 300 9 re f", {}}});
}

const Area& area(const Record& record, int number) {
    const auto found = std::find_if(record.areas.begin(), record.areas.end(),
                                    [&](const Area& area) { return area.number == number; });
    REQUIRE(found != record.areas.end());
    return *found;
}

std::vector<std::string> questions(const Area& area) {
    std::vector<std::string> lines;
    for (const auto& question : area.questions)
        lines.push_back(shown(question));
    return lines;
}

std::vector<std::string> page_rows(const Connection& connection) {
    return connection.texts(
        "SELECT reading || ': ' || why || coalesce(' ' || round(confidence, 2), '') FROM page "
        "ORDER BY number");
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a scanned report becomes a record, with how each page was read") {
        const read::tests::TempFolder folder;
        const auto record = record_by("none/recorded", folder.write("skannad.pdf", scan()));
        CHECK(troubles_of_reading(record).empty());
        CHECK(record.municipality == "Älmvik");
        CHECK(record.year == 2014);
        CHECK(area(record, 1).box_points == 43);
        CHECK(area(record, 1).box_headings.size() == 4);
        CHECK(shown(area(record, 1).total) == "43/100 43%");
        CHECK(questions(area(record, 1)) ==
              std::vector<std::string>{
                  "1.1 6/15 37% Finns en plan/strategi för demokratiutveckling och information?",
                  "1.2 8/20 39% Hur informeras medborgarna?",
                  "1.3 7/25 30% Hur informeras medborgarna om resultat?",
                  "1.4 16/30 54% Hur främjas medborgardialog och deltagande?",
                  "1.5 6/10 58% Etik — hur hanteras korruption?"});
        CHECK(shown(area(record, 2).total) == "64/100 64%");
        CHECK(area(record, 2).questions.size() == 6);

        REQUIRE(record.pages.size() == 3);
        for (const auto& page : record.pages) {
            CHECK(page.reading == Reading::ocr);
            CHECK(page.why.starts_with("OCR: no text layer; read at "));
            CHECK(page.confidence > 0.75);
        }
        const auto json = nlohmann::json::parse(to_json(record));
        const auto& last = json.at("source").at("pages").at(2);
        CHECK(last.at("reading") == "ocr");
        CHECK(last.at("why") == record.pages[2].why);
        CHECK(last.at("confidence") == *record.pages[2].confidence);
    }

    TEST_CASE("a report that loses a page to OCR is taken, the page named, nothing left behind") {
        const std::pair<const char*, const char*> plans[] = {
            {"ocr:crash@2/recorded", "page-crashed"},          {"ocr:hang@2/recorded", "page-stalled"},
            {"ocr:garbage@2/recorded", "page-crashed"},        {"ocr:throw@2/recorded", "page-crashed"},
            {"ocr:abort@2/recorded", "page-out-of-memory"},
#ifndef __SANITIZE_ADDRESS__
            {"ocr:allocate@2/recorded", "page-out-of-memory"},
#endif
        };
        for (const auto& [plan, code] : plans) {
            CAPTURE(plan);
            const read::tests::TempFolder folder;
            const auto record = record_by(plan, folder.write("skannad.pdf", scan()));
            const auto troubles = troubles_of_reading(record);
            REQUIRE(troubles.size() == 1);
            CHECK(troubles[0].code == code);
            CHECK(troubles[0].place == Place{2, std::nullopt});
            CHECK(shown(area(record, 2).total) == "64/100 64%");

            const auto archive_file = folder.path() / "a.db";
            auto archive = samples::writable(archive_file);
            CHECK(archive.store(record, knowledge()) == Outcome::taken);
            REQUIRE(samples::reports(archive).size() == 1);
            CHECK(archive.record(samples::reports(archive)[0].id) == record);
            const auto connection = Connection::reading(archive_file);
            const auto pages = page_rows(connection);
            REQUIRE(pages.size() == 3);
            CHECK(pages[0].starts_with("ocr: OCR: no text layer; read at 300 dpi 0."));
            CHECK(pages[1].starts_with("failed: OCR: no text layer; "));
            CHECK(connection.number("SELECT page FROM trouble JOIN place ON entry_id = trouble.id "
                                    "WHERE code = ? AND severity = 'warning'",
                                    {code}) == 2);
        }
    }

} // TEST_SUITE
