// Where values stand, what found them there, and by what a report was extracted.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/verify.h"
#include "model/record_json.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::archive;

using Texts = std::vector<std::string>;

const Places on_cover{{1, Box{10, 20, 30, 40}}};

Record placed() {
    auto record = samples::plain_record("Zinkby", "9910", 2018, 40);
    record.kind = SourceKind::pdf;
    record.pages = {{1, Reading::text_layer, "a good text layer", std::nullopt},
                    {2, Reading::ocr, "no text layer", 0.9}};
    record.key_facts = {{"Invånare", "12 345"}};
    record.areas[0].role_models = {{"Ankeborg", "9901"}};
    record.areas[0].box_headings = {"Dialog", "Insyn"};
    record.areas[0].questions[0].score.places = {{2, std::nullopt}};
    record.areas[0].questions[0].score.repairs = {
        {"percent", "48", 40, "with 40 % the row gives 40", {CheckKind::row, CheckKind::sum}}};
    record.areas[0].strengths = {{"Öppenhet", "", {{2, Box{1, 2, 3, 4}}}}};
    record.provenance = {
        {report_cell(CellField::municipality), 0, "cover-title", on_cover},
        {report_cell(CellField::year), 0, "file-title", {}},
        {area_cell(1, CellField::box_headings), 1, "", {{2, std::nullopt}, {3, std::nullopt}}},
        {area_cell(1, CellField::box_headings), 2, "", {{3, std::nullopt}}},
        {area_cell(1, CellField::role_model, 1), 0, "inspiration", {{2, std::nullopt}}},
        {report_cell(CellField::key_facts), 1, "key-facts-head", on_cover}};
    return record;
}

Texts told(const std::filesystem::path& file, std::string_view sql) {
    return Connection::reading(file).texts(sql);
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("what a record tells of its values comes back, and a changed place is a change") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = placed();
        REQUIRE(archive.store(record, {}) == Outcome::taken);
        CHECK(archive.record(1) == record);
        CHECK(archive.revise(record, {}) == Outcome::known);
        record.provenance[0].places[0].page = 2;
        CHECK(archive.revise(record, {}) == Outcome::taken);
        CHECK(archive.record(1) == record);
        for (const auto& check : verify(folder.file("a.db")))
            CHECK_MESSAGE(check.faults.empty(), check.name);
    }

    TEST_CASE("the view tells of each value page, box, reading and rule") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(placed(), {});
        const auto of = [&](const std::string& cell) {
            return told(
                folder.file("a.db"),
                "SELECT cell || ' ' || coalesce(item, '–') || ' ' || coalesce(rule, '–') || ' ' || "
                "coalesce(page, '–') || ' ' || coalesce(reading, '–') || ' ' || coalesce(x0 || ' ' || y1, "
                "'–') FROM sources_of_values WHERE cell = '" +
                    cell + "' ORDER BY item, page");
        };
        CHECK(of("municipality") == Texts{"municipality – cover-title 1 text-layer 10.0 40.0"});
        CHECK(of("year") == Texts{"year – file-title – – –"});
        CHECK(of("area 1 box headings") == Texts{"area 1 box headings 1 – 2 ocr –",
                                                 "area 1 box headings 1 – 3 – –",
                                                 "area 1 box headings 2 – 3 – –"});
        CHECK(of("area 1 role model 1") == Texts{"area 1 role model 1 – inspiration 2 ocr –"});
        CHECK(of("key facts") == Texts{"key facts 1 key-facts-head 1 text-layer 10.0 40.0"});
        CHECK(of("1.1") == Texts{"1.1 – – 2 ocr –"});
        CHECK(of("area 1 strength 1") == Texts{"area 1 strength 1 – – 2 ocr 1.0 4.0"});
        CHECK(of("area 1 total") == Texts{"area 1 total – – – – –"});
        CHECK(told(folder.file("a.db"), "SELECT group_concat(kind) FROM (SELECT kind FROM score_repair_check "
                                        "ORDER BY kind)") == Texts{"row,sum"});
    }

    TEST_CASE("a loaded record tells by what it was made; one that tells nothing is not said to be ours") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.begin_run("kompass load", {{"rules", "ours"}});
        auto foreign = placed();
        foreign.extracted_by = {"9.9.9", "theirs"};
        archive.store(foreign, {});
        auto silent = samples::plain_record("Ankeborg", "9901", 2018, 40);
        archive.store(silent, {});
        Document document;
        document.sha256 = samples::hash(77);
        auto read_here = samples::plain_record("Gåseborg", "9902", 2018, 40);
        read_here.sha256 = document.sha256;
        archive.store(read_here, {}, {.document = &document, .path = {}});
        archive.end_run();
        CHECK(archive.record(1) == foreign);
        CHECK(archive.record(2) == silent);
        CHECK(archive.record(3).extracted_by.value().rules == "ours");
        CHECK(
            told(folder.file("a.db"), "SELECT version || ' ' || rules FROM extraction WHERE source_id = 1") ==
            Texts{"9.9.9 theirs"});

        // What is extracted anew here is ours, and a record that says the same is no change.
        auto again = foreign;
        again.extracted_by.reset();
        archive.begin_run("kompass reextract", {{"rules", "ours"}});
        CHECK(archive.revise(again, {}) == Outcome::known);
        archive.end_run();
        CHECK(archive.record(1).extracted_by.value().rules == "ours");
    }

    TEST_CASE("a line with what was read gives both, and is refused if that is of another source") {
        auto record = placed();
        Document document;
        document.file = record.file;
        document.sha256 = record.sha256;
        document.kind = SourceKind::transcript;
        document.pages.resize(1);
        document.pages[0].lines = {"ANALYS AV ZINKBY \"1\""};
        const auto line = with_reading(to_json(record), document);
        CHECK(record_from_json(line) == record);
        CHECK(reading_in(line) == document);
        CHECK(reading_in(to_json(record)) == std::nullopt);
        document.sha256 = samples::hash(5);
        CHECK_THROWS_WITH(reading_in(with_reading(to_json(record), document)),
                          "reading: it is of another source than the record");
    }

} // TEST_SUITE
