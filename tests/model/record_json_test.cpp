#include "model/record_json.h"

#include "sample_records.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <functional>
#include <stdexcept>
#include <string>

using namespace kompass;
using namespace kompass::sample;

namespace {

using Json = nlohmann::ordered_json;

/// A report record as small as may be, to break in many ways.
Json small_record() {
    return Json::parse(R"({"record_version": 1,
        "source": {"file": "a.txt", "sha256": "", "kind": "transcript", "pages": []},
        "municipality": {}, "evaluation": {}, "edition": "2016",
        "areas": [{"number": 1, "title": "T", "questions": [{"number": "1.1", "text": "Q"}], "total": {}}]})");
}

std::string complaint_about(const std::string& json) {
    try {
        (void)record_from_json(json);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

std::string complaint_after(const std::function<void(Json&)>& change) {
    auto json = small_record();
    change(json);
    return complaint_about(json.dump());
}

} // namespace

TEST_SUITE("model") {
    TEST_CASE("a number too large for any type and a hash that is none are complaints, too") {
        CHECK(complaint_about(R"({"record_version": 1e999})").find("1e999") != std::string::npos);
        for (const std::string hash : {"ab", "';touch PWNED;'"})
            CHECK(complaint_after([&](Json& json) { json["source"]["sha256"] = hash; }) ==
                  "source.sha256: expected a SHA-256 of 64 digits 0-9a-f, found \"" + hash + "\"");
        CHECK(complaint_after([](Json& json) { json["source"]["sha256"] = std::string(64, 'A'); }) != "none");
        CHECK(complaint_after([](Json& json) { json["source"]["sha256"] = std::string(64, 'a'); }) == "none");
    }

    TEST_CASE("a record survives the way to JSON and back") {
        CHECK(rc::check("record_from_json(to_json(r)) == r", [] {
            const Record record = some_record();
            const std::string json = to_json(record);
            RC_ASSERT(json.find('\n') == std::string::npos);
            const Record again = record_from_json(json);
            RC_ASSERT(to_json(again) == json);
            RC_ASSERT(again == record);
        }));
    }

    TEST_CASE("JSON has the schema's keys, in its order, and null for what is not stated") {
        CHECK(
            to_json(Record{}) ==
            R"({"record_version":1,"source":{"file":"","sha256":"","kind":"pdf","pages":[]},"municipality":{},)"
            R"("evaluation":{"year":null,"month":null,"ordinal":null,"interviewees":null,"document_date":null},)"
            R"("evaluators":[],"edition":"","doubtful":[],"areas":[],"history":[],"key_facts":{},)"
            R"("findings_of_audit":[],"text_repairs":0,"troubles":[]})");
    }

    TEST_CASE("evaluators' details are one for each evaluator, or none") {
        auto json = Json::parse(to_json(full_record()));
        CHECK(json["evaluator_details"].dump() ==
              R"([{"name":"A. Prövare","role":"utredare","employer":"SKL","doubtful":["employer"]}])");
        json["evaluator_details"][0]["role"] = nullptr;
        json["evaluator_details"][0].erase("doubtful");
        CHECK(record_from_json(json.dump()).evaluator_details ==
              std::vector<Evaluator>{{"A. Prövare", "", "SKL", {}}});
        auto without = json;
        without.erase("evaluator_details");
        const auto old = record_from_json(without.dump());
        CHECK(old.evaluators.size() == 1);
        CHECK(old.evaluator_details.empty());
        CHECK(to_json(old) == without.dump());
        auto nameless = json;
        nameless["evaluator_details"][0]["name"] = "";
        CHECK_THROWS_AS(static_cast<void>(record_from_json(nameless.dump())), std::runtime_error);
        json["evaluators"].push_back("B");
        CHECK_THROWS_AS(static_cast<void>(record_from_json(json.dump())), std::runtime_error);
    }

    TEST_CASE("coordinates are rounded to a tenth of a point") {
        auto json = Json::parse(to_json(full_record()));
        CHECK(json["areas"][0]["questions"][0]["places"].dump() == R"([{"page":3,"box":[1.0,2.0,3.3,4.0]}])");
    }

    TEST_CASE("notes about a value are left out where there are none") {
        auto json = Json::parse(to_json(full_record()));
        CHECK(json["areas"][0]["total"].dump() == R"({"points":8,"max":100,"percent":8})");
        CHECK(json["areas"][0]["role_models"].dump() ==
              R"([{"name":"Storvik","code":"9902"},{"name":"Okänd"}])");
        CHECK(json["areas"][0]["questions"][0]["candidates"].dump() == R"({"percent":[52,62]})");
    }

    TEST_CASE("a key fact met twice keeps both values") {
        Record record;
        record.key_facts = {{"Parti", "A"}, {"Invånare", "5"}, {"Parti", "B"}};
        CHECK(Json::parse(to_json(record))["key_facts"].dump() == R"({"Parti":"A; B","Invånare":"5"})");
    }

    TEST_CASE("ill-formed UTF-8 is replaced, not thrown at") {
        Record record;
        record.municipality = "K\xC3";
        CHECK(Json::parse(to_json(record))["municipality"]["name"] == "K\uFFFD");
    }

    TEST_CASE("the smallest record is read; keys that are not known are ignored") {
        auto json = small_record();
        json["later"] = {{"more", 1}};
        json["history"] = nullptr;
        auto record = record_from_json(json.dump());
        CHECK(record.file == "a.txt");
        CHECK(record.areas.at(0).questions.at(0).number == "1.1");
        CHECK_FALSE(record.areas.at(0).total.points.has_value());
        CHECK(record.history.empty());
    }

    TEST_CASE("points with a half come and go as numbers with a decimal, whole ones as whole numbers") {
        auto json = small_record();
        json["areas"][0]["box_points"] = 42.5;
        json["areas"][0]["total"] = {{"points", 42.5}, {"max", 100}, {"percent", 43}};
        json["history"] = {{{"year", 2006}, {"areas", {42.5, 50, nullptr}}, {"total", 426.0}}};
        const auto record = record_from_json(json.dump());
        const auto half = Decimal::from_tenths(425);
        CHECK(record.areas.at(0).box_points == half);
        CHECK(record.areas.at(0).total.points == half);
        CHECK(record.history.at(0).areas == std::vector<std::optional<Decimal>>{half, 50, std::nullopt});
        CHECK(record.history.at(0).total == 426);
        const auto written = to_json(record);
        CHECK(written.find(R"("box_points":42.5)") != std::string::npos);
        CHECK(written.find(R"("areas":[42.5,50,null],"total":426})") != std::string::npos);
        CHECK(record_from_json(written) == record);
    }

    TEST_CASE("a complaint names the key and what was found") {
        CHECK(complaint_after([](Json& j) { j["areas"][0]["total"]["points"] = "x"; }) ==
              "areas[0].total.points: expected a number with one decimal at most, or null, found \"x\"");
        CHECK(complaint_after([](Json& j) { j["areas"][0]["total"]["points"] = 9.25; }) ==
              "areas[0].total.points: expected a number with one decimal at most, or null, found 9.25");
        CHECK(complaint_after([](Json& j) { j["areas"][0]["questions"][0]["max"] = 2.5; }) ==
              "areas[0].questions[0].max: expected a whole number or null, found 2.5");
        CHECK(complaint_after([](Json& j) {
                  j["areas"][0]["questions"] = Json::array();
                  for (int i = 0; i < 100; ++i)
                      j["areas"][0]["questions"].push_back({{"number", "1.1"}, {"text", "Q"}});
              }) == "areas[0].questions: expected at most 99 in the list, found 100");
        CHECK(complaint_after([](Json& j) { j["areas"][0]["number"] = 9; }) ==
              "areas[0].number: expected a whole number from 1 to 8, found 9");
        CHECK(complaint_after([](Json& j) { j["areas"][0]["questions"][0]["number"] = "1,1"; }) ==
              "areas[0].questions[0].number: expected a question's number such as \"4.2\", found \"1,1\"");
        CHECK(complaint_after([](Json& j) { j["areas"] = Json::object(); }) ==
              "areas: expected a list, found an object");
        CHECK(complaint_after([](Json& j) { j["source"] = Json::array(); }) ==
              "source: expected an object, found a list");
        CHECK(complaint_after([](Json& j) { j["source"]["kind"] = "epub"; }) ==
              "source.kind: unknown source kind 'epub'");
        CHECK(complaint_after([](Json& j) { j["source"].erase("sha256"); }) ==
              "source: the key \"sha256\" is missing");
        CHECK(complaint_after([](Json& j) { j.erase("edition"); }) == "the key \"edition\" is missing");
        CHECK(complaint_after([](Json& j) { j["edition"] = nullptr; }) == "none");
        CHECK(complaint_after([](Json& j) { j["edition"] = 2015; }) ==
              "edition: expected a text, found 2015");
        CHECK(complaint_after([](Json& j) { j["record_version"] = 2; }) ==
              "record_version: expected record version 1, found 2");
        CHECK(complaint_after([](Json& j) { j["municipality"]["code"] = "208"; }) ==
              "municipality.code: expected a code of four digits, found \"208\"");
        CHECK(complaint_after([](Json& j) { j["evaluation"]["month"] = 13; }) ==
              "evaluation.month: expected a whole number from 1 to 12, found 13");
        CHECK(complaint_after([](Json& j) { j["text_repairs"] = 3'000'000'000; }) ==
              "text_repairs: expected a whole number or null, found 3000000000");
        CHECK(complaint_after([](Json& j) {
                  j["areas"][0]["places"] = {{{"page", 1}, {"box", {1, 2}}}};
              }) == "areas[0].places[0].box: expected four coordinates: x0, y0, x1, y1");
    }

    TEST_CASE("what no cell could be called by is refused") {
        CHECK(
            complaint_after([](Json& j) {
                j["findings_of_audit"] =
                    Json::parse(R"([{"kind":"row","verdict":"exact","cell":"4.4 poäng"}])");
            }) ==
            "findings_of_audit[0].cell: expected a cell's name such as \"4.2 points\", found \"4.4 poäng\"");
        CHECK(complaint_after([](Json& j) {
                  j["history"] = Json::parse(R"([{"year":0,"areas":[],"total":null}])");
              }) == "history[0].year: expected a whole number from 1 to 9999, found 0");
        CHECK(complaint_after([](Json& j) {
                  j["history"] = Json::parse(R"([{"year":2014,"areas":[1,2,3,4,5,6,7,8,9],"total":null}])");
              }).starts_with("history[0].areas: expected the points of eight areas"));
    }

    TEST_CASE("a long value is cut between characters") {
        std::string long_text = "a";
        for (int i = 0; i < 100; ++i)
            long_text += "å";
        auto complaint = complaint_after([&](Json& j) { j["areas"][0]["box_points"] = long_text; });
        CHECK(complaint.size() < 150);
        CHECK(complaint.ends_with("å…"));
    }

    TEST_CASE("what is no JSON is called so") {
        CHECK(complaint_about("").starts_with("this is no JSON: "));
        CHECK(complaint_about("{\"record_version\": 1").starts_with("this is no JSON: "));
        CHECK(complaint_about("[1]") == "expected an object, found a list");
    }
}
