#include "model/record_json.h"

#include "sample_records.h"
#include "tests/support/json_schema.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

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
        const testing::JsonSchema schema(schema_json);
        auto json = nlohmann::json::parse(to_json(full_record()));
        CHECK(schema.offence(json) == "");
        json["areas"][0]["total"]["points"] = "8";
        CHECK(schema.offence(json) != "");
        CHECK(rc::check("random records obey the schema", [&] {
            RC_ASSERT(schema.offence(nlohmann::json::parse(to_json(some_record()))) == "");
        }));
    }
}
