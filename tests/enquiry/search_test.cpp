// Full-text search: what is found, in which order, and that the index keeps up with the tables.
#include "enquiry/search/search.h"

#include "archive/decisions.h"
#include "archive/evaluation/evaluations.h"
#include "archive/outside/definitions.h"
#include "archive/schema/schema.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace kompass::enquiry;

/// A report with these strengths in area 1.
Record report_of(const std::string& municipality, const std::string& code, int year,
                 const std::vector<std::string>& strengths) {
    auto record = samples::plain_record(municipality, code, year, 50);
    for (const auto& text : strengths)
        record.areas.front().strengths.push_back({text, "", {}});
    return record;
}

Connection archive_of(const std::filesystem::path& file, const std::vector<Record>& records) {
    auto connection = Connection::writing(samples::lock_of(file));
    make_if_blank(connection);
    for (const auto& record : records)
        write_report(connection, record, {}, std::nullopt);
    settle_all(connection);
    return connection;
}

SearchQuery query_of(const std::string& words) {
    SearchQuery query;
    query.words = words;
    return query;
}

/// The texts found, parted by '|'; '/' stands before those found only without regard to diacritics, '+'
/// before those found by other forms and compounds.
std::string found(const Connection& connection, const SearchQuery& query) {
    std::string texts;
    auto spelling = Spelling::as_typed;
    for (const auto& passage : search(connection, query).passages) {
        if (passage.spelling != spelling)
            texts += passage.spelling == Spelling::other_diacritics ? "/" : "+";
        else if (!texts.empty())
            texts += "|";
        spelling = passage.spelling;
        texts += passage.text;
    }
    return texts;
}

std::string found(const Connection& connection, const std::string& words) {
    return found(connection, query_of(words));
}

} // namespace

TEST_SUITE("enquiry") {

    TEST_CASE("å ä ö are letters; without them a word finds the others, after all that read as typed") {
        const samples::TemporaryFolder folder;
        const auto connection = archive_of(
            folder.file("a.db"), {report_of("Ankeborg", "9901", 2017,
                                            {"Tydliga mål för alla, och mål igen: mål", "Mal på orden"})});
        CHECK(found(connection, "mål") == "Tydliga mål för alla, och mål igen: mål");
        CHECK(found(connection, "MÅL") == "Tydliga mål för alla, och mål igen: mål");
        CHECK(found(connection, "mal") == "Mal på orden/Tydliga mål för alla, och mål igen: mål");
        CHECK(found(connection, "Tydliga mal") == "/Tydliga mål för alla, och mål igen: mål");
        CHECK(found(connection, "mål for") == "/Tydliga mål för alla, och mål igen: mål");
        CHECK(found(connection, "måls") == "+Tydliga mål för alla, och mål igen: mål");
        CHECK(found(connection, "mäl").empty());
        CHECK(found(connection, "för orden").empty());

        const auto result = search(connection, query_of("mal"));
        CHECK(result.as_typed == 1);
        CHECK(result.folded == 1);
    }

    TEST_CASE("other forms and compounds are found after what stands as typed") {
        const samples::TemporaryFolder folder;
        const auto connection = archive_of(
            folder.file("a.db"),
            {report_of("Ankeborg", "9901", 2017,
                       {"Tidig dialog", "Medborgardialoger hålls", "Dialogen är öppen",
                        "Ett dialogmöte i maj", "Felanmälan på nätet", "Uppföljning av ändamål",
                        "Uppföljningen av mål", "Målstyrning", "Köpingsbladet", "Anmälningar tas emot"})});
        const auto texts = [&](const std::string& words) {
            std::vector<std::string> all;
            for (const auto& passage : search(connection, query_of(words)).passages)
                all.push_back(passage.text);
            std::sort(all.begin() + (all.empty() ? 0 : 1), all.end());
            return all;
        };
        CHECK(texts("dialog") == std::vector<std::string>{"Tidig dialog", "Dialogen är öppen",
                                                          "Ett dialogmöte i maj", "Medborgardialoger hålls"});
        CHECK(search(connection, query_of("dialog")).as_typed == 1);
        CHECK(search(connection, query_of("dialog")).related == 3);
        CHECK(found(connection, "dialogmöten") == "+Ett dialogmöte i maj");
        CHECK(found(connection, "medborgardialogen") == "+Medborgardialoger hålls");
        CHECK(found(connection, "anmälan") == "+Felanmälan på nätet");
        CHECK(found(connection, "uppföljningens mål") == "+Uppföljningen av mål");
        CHECK(found(connection, "uppfoljning") == "/Uppföljning av ändamål+Uppföljningen av mål");
        CHECK(texts("mål") == std::vector<std::string>{"Uppföljningen av mål", "Målstyrning"});
        CHECK(found(connection, "köping").empty());
        CHECK(found(connection, "\"dialog\"") == "Tidig dialog"); // a phrase has no forms
        CHECK(search(connection, query_of("dialog")).passages.back().snippet.find('[') != std::string::npos);
    }

    TEST_CASE("where nothing is found, what may be meant and which filter leaves nothing is told") {
        const samples::TemporaryFolder folder;
        const auto connection = archive_of(
            folder.file("a.db"), {report_of("Ankeborg", "9901", 2017, {"Medborgardialog i maj", "Budget"})});
        const auto unknown = search_hints(connection, query_of("medborgardialgo"));
        REQUIRE(unknown.words.size() == 1);
        CHECK(unknown.words.front().passages == 0);
        CHECK(unknown.words.front().meant == std::vector<std::string>{"medborgardialog"});

        auto query = query_of("maj");
        query.year = 2018;
        query.area = 1;
        const auto filtered = search_hints(connection, query);
        REQUIRE(filtered.filters.size() == 1);
        CHECK(filtered.filters.front().name == "--year");
        CHECK(filtered.filters.front().passages == 1);
        query.area = 2;
        CHECK(search_hints(connection, query).filters.front().name == "any filter");

        const auto apart = search_hints(connection, query_of("maj budget"));
        CHECK(apart.filters.empty());
        for (const auto& word : apart.words)
            CHECK(word.passages == 1);
    }

    TEST_CASE("phrases, prefixes and signs") {
        const samples::TemporaryFolder folder;
        const auto connection = archive_of(
            folder.file("a.db"), {report_of("Ankeborg", "9901", 2017,
                                            {"E-tjänster dygnet runt", "Tjänster på nätet, e som epost",
                                             "Intern kontroll följs upp", "Kontroll av intern post"})});
        CHECK(found(connection, "e-tjänster") == "E-tjänster dygnet runt");
        CHECK(found(connection, "\"intern kontroll\"") == "Intern kontroll följs upp");
        CHECK(found(connection, "\"intern kon\"*") == "Intern kontroll följs upp");
        CHECK(found(connection, "föl*") == "Intern kontroll följs upp");
        CHECK(found(connection, "fol*") == "/Intern kontroll följs upp");
        CHECK(found(connection, "\"intern kontroll") == "Intern kontroll följs upp");
        for (const auto* words :
             {"AND", "dygnet NOT", "(dygnet", "dygnet:", "runt^", "a\"b\"c", "text : dygnet"})
            CHECK_NOTHROW_MESSAGE(found(connection, words), words);
        CHECK(found(connection, "dygnet – (runt)") == "E-tjänster dygnet runt");
        CHECK_THROWS_AS(found(connection, ""), std::invalid_argument);
        CHECK_THROWS_AS(found(connection, " * \"\" "), std::invalid_argument);
    }

    TEST_CASE("signs about a word are none of it; of what they join, the last part has forms") {
        const samples::TemporaryFolder folder;
        const auto connection =
            archive_of(folder.file("a.db"), {report_of("Ankeborg", "9901", 2017,
                                                       {"Tidig dialog", "Medborgardialoger hålls",
                                                        "E-tjänster dygnet runt", "Tjänster, e som epost"})});
        for (const auto* words : {"dialog", "dialog,", "dialog?", "(dialog)", "–dialog…", "”dialog”"})
            CHECK_MESSAGE(found(connection, words) == "Tidig dialog+Medborgardialoger hålls", words);
        CHECK(found(connection, "(dial*)") == "Tidig dialog");
        CHECK(found(connection, "dial*,") == "Tidig dialog");
        CHECK(found(connection, "e-tjänst") == "+E-tjänster dygnet runt");
        CHECK(found(connection, "E-TJÄNST?") == "+E-tjänster dygnet runt");
        CHECK(found(connection, "e-tj*") == "E-tjänster dygnet runt");
        CHECK(search_hints(connection, query_of("x-tjänst")).words.front().word == "\"x tjänst\"");
    }

    TEST_CASE("filters by municipality, year, area and kind; a limit") {
        const samples::TemporaryFolder folder;
        auto rich = samples::rich_record();
        const auto connection =
            archive_of(folder.file("a.db"), {report_of("Gåseborg", "9902", 2018, {"Bra mål"}),
                                             report_of("Gaseborg", "9903", 2018, {"Höga mål"}), rich});
        auto query = query_of("mål");
        CHECK(search(connection, query).as_typed == 3);
        const auto keys_of = [&](const char* reference) {
            std::vector<std::string> keys;
            for (const auto& report : find_reports(connection, reference))
                keys.push_back(report.key);
            return keys;
        };
        query.evaluations = keys_of("gåseborg");
        CHECK(found(connection, query) == "Bra mål");
        query.evaluations = keys_of("GASEBORG");
        CHECK(found(connection, query) == "Höga mål");
        query.evaluations = keys_of("Ankeborg");
        CHECK(found(connection, query) == "Tydliga mål för nämnderna");
        query.year = 2018;
        CHECK(found(connection, query).empty());
        query.evaluations.clear();
        CHECK(search(connection, query).as_typed == 2);
        query.area = 2;
        CHECK(search(connection, query).as_typed == 0);

        auto questions = query_of("strategi");
        questions.kinds = {"question"};
        CHECK(found(connection, questions) == "Finns det en strategi?");
        questions.kinds = {"strength", "weakness"};
        CHECK(found(connection, questions).empty());
        CHECK(found(connection, "ankeborg") == "Ankeborg");     // a role model
        CHECK(found(connection, "nätet") == "Dialog på nätet"); // a heading
        CHECK(found(connection, "nämnder") == "Öppna nämnder|Kommunen har prövat öppna nämnder i tre år."
                                              "+Tydliga mål för nämnderna");

        auto few = query_of("mål");
        few.limit = 2;
        const auto result = search(connection, few);
        CHECK(result.passages.size() == 2);
        CHECK(result.as_typed == 3);
    }

    TEST_CASE("a snippet marks the words found") {
        const samples::TemporaryFolder folder;
        const auto connection =
            archive_of(folder.file("a.db"), {report_of("Ankeborg", "9901", 2017, {"Tydliga mål och plan"})});
        CHECK(search(connection, query_of("mål")).passages.at(0).snippet == "Tydliga [mål] och plan");
        auto query = query_of("mal");
        query.before_match = "<";
        query.after_match = ">";
        CHECK(search(connection, query).passages.at(0).snippet == "Tydliga <mål> och plan");
    }

    TEST_CASE("the index follows what is in effect") {
        const samples::TemporaryFolder folder;
        auto connection =
            archive_of(folder.file("a.db"), {samples::rich_record(), samples::random_record(3)});
        const auto check_equal = [&] {
            CHECK_NOTHROW(connection.run(
                "INSERT INTO passage_search (passage_search, rank) VALUES ('integrity-check', 1)"));
            CHECK(connection.number("SELECT count(*) FROM passage") ==
                  connection.number(
                      "SELECT (SELECT count(*) FROM finding) + (SELECT count(*) FROM question_score) "
                      "+ (SELECT count(*) FROM box_heading) + (SELECT count(*) FROM role_model) "
                      "+ (SELECT count(*) FROM paragraph) + (SELECT count(*) FROM chapter_paragraph) "
                      "+ (SELECT count(*) FROM chapter WHERE heading <> '')"));
        };
        check_equal();
        const auto decide = [&](const std::string& cell, const std::string& value) {
            add_decision(connection,
                         {samples::rich_record().sha256, cell, std::nullopt, value, "Anna", "sett", {}});
            settle_all(connection);
        };
        decide("area 1 strength 1", "Tydliga planer");
        CHECK(search(connection, query_of("nämnderna")).as_typed == 0);
        CHECK(found(connection, "planer") == "Tydliga planer");
        decide("1.1 text", "Nytt ord: xylofon");
        CHECK(found(connection, "xylofon") == "Nytt ord: xylofon");
        CHECK(found(connection, "xylofoner") == "+Nytt ord: xylofon");
        check_equal();
        connection.run("DELETE FROM source WHERE file = 'ankeborg-2017.pdf'");
        CHECK(found(connection, "planer").empty());
        check_equal();
        connection.run("DELETE FROM source");
        CHECK(connection.number("SELECT count(*) FROM passage") == 0);
        check_equal();
    }

    TEST_CASE("a chapter that changes or goes takes its passages with it; a decided role model is found") {
        const samples::TemporaryFolder folder;
        auto connection = archive_of(folder.file("a.db"), {samples::rich_record()});
        const auto count = [&](const char* kind) {
            return connection.number("SELECT count(text) FROM passage_text WHERE kind = ?", {kind}).value();
        };
        const auto is_sound = [&] {
            CHECK_NOTHROW(connection.run(
                "INSERT INTO passage_search (passage_search, rank) VALUES ('integrity-check', 1)"));
        };
        const auto headings = count("chapter-heading");
        const auto paragraphs = count("chapter");
        REQUIRE(headings > 1);
        REQUIRE(paragraphs > 1);
        connection.run("UPDATE chapter SET heading = 'Annat' "
                       "WHERE id = (SELECT min(id) FROM chapter WHERE heading <> '')");
        CHECK(count("chapter-heading") == headings - 1);
        is_sound();
        connection.run("UPDATE chapter_paragraph SET text = 'Xylofoner' "
                       "WHERE (chapter_id, position) IN (SELECT min(chapter_id), 1 FROM chapter_paragraph)");
        CHECK(count("chapter") == paragraphs - 1);
        is_sound();
        settle_all(connection);
        CHECK(count("chapter-heading") == headings);
        CHECK(found(connection, "xylofoner") == "Xylofoner");
        connection.run("DELETE FROM chapter");
        CHECK(count("chapter-heading") + count("chapter") == 0);
        is_sound();
        add_decision(connection, {samples::rich_record().sha256,
                                  "area 1 role model 1",
                                  std::nullopt,
                                  "Xylofonköping",
                                  "Anna",
                                  "sett",
                                  {}});
        settle_all(connection);
        CHECK(found(connection, "xylofonköping") == "Xylofonköping");
        is_sound();
    }

    TEST_CASE("an archive made before there was such a search is searched after it is opened") {
        const samples::TemporaryFolder folder;
        std::filesystem::copy_file(KOMPASS_SOURCE_DIR "/tests/archive/old/v2.db", folder.file("a.db"));
        static_cast<void>(samples::upgraded(folder.file("a.db")));
        const auto connection = Connection::reading(folder.file("a.db"));
        CHECK(found(connection, "kortversion") ==
              "Årsredovisningen ges ut i en kortversion på åtta sidor som delas ut till alla hushåll");
        CHECK(found(connection, "arsredovisningen") == '/' + found(connection, "kortversion"));
    }

} // TEST_SUITE
