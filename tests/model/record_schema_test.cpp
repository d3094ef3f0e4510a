#include "model/record_json.h"

#include "sample_records.h"

// gcc 12 with sanitizers warns of uninitialised members inside <regex> (its bug 105562), which valijson uses.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace kompass;
using namespace kompass::sample;

namespace {

std::filesystem::path shared_folder() {
    const char* given = std::getenv("KOMPASS_SHARED");
    return given != nullptr ? std::filesystem::path(given)
                            : std::filesystem::path(KOMPASS_SOURCE_DIR "/../shared");
}

/// What is wrong with `json`; empty if nothing is.
std::string offence(const valijson::Schema& schema, const nlohmann::json& json) {
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(json), &results)) return "";
    std::string text = "no reason given";
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        text.clear();
        for (const auto& step : error.context)
            text += step;
        text += ": " + error.description;
    }
    return text;
}

} // namespace

TEST_SUITE("model") {
    TEST_CASE("what is written obeys record.schema.json") {
        const auto file = shared_folder() / "record.schema.json";
        if (!std::filesystem::exists(file)) {
            MESSAGE("skipped: " << file.string() << " is missing");
            return;
        }
        std::ifstream input(file);
        auto schema_json = nlohmann::json::parse(input);
        // valijson 1.0 holds null against `format`, which JSON Schema means for texts alone.
        schema_json["properties"]["evaluation"]["properties"]["document_date"].erase("format");
        valijson::Schema schema;
        valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
        auto json = nlohmann::json::parse(to_json(full_record()));
        CHECK(offence(schema, json) == "");
        json["areas"][0]["total"]["points"] = "8";
        CHECK(offence(schema, json) != "");
        CHECK(rc::check("random records obey the schema", [&] {
            RC_ASSERT(offence(schema, nlohmann::json::parse(to_json(some_record()))) == "");
        }));
    }
}
