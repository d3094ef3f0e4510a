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

nlohmann::json schema_in(const std::filesystem::path& file) {
    std::ifstream input(file);
    auto schema = nlohmann::json::parse(input);
    // valijson 1.0 holds null against `format`, which JSON Schema means for texts alone.
    schema["properties"]["evaluation"]["properties"]["document_date"].erase("format");
    return schema;
}

/// "Figures may become numbers with one decimal", says the schema of the seam, which has them whole yet.
nlohmann::json with_decimals(nlohmann::json schema) {
    const auto may_have = [](nlohmann::json& figure) { figure["type"] = {"number", "null"}; };
    auto& score = schema["definitions"]["score"]["properties"];
    auto& history = schema["properties"]["history"]["items"]["properties"];
    may_have(score["points"]);
    may_have(score["repairs"]["items"]["properties"]["value"]);
    may_have(schema["properties"]["areas"]["items"]["properties"]["box_points"]);
    may_have(history["areas"]["items"]);
    may_have(history["total"]);
    return schema;
}

void check_records(const nlohmann::json& schema_json) {
    const testing::JsonSchema schema(schema_json);
    auto json = nlohmann::json::parse(to_json(full_record()));
    CHECK(schema.offence(json) == "");
    json["areas"][0]["total"]["points"] = 8.5;
    CHECK(schema.offence(json) == "");
    json["areas"][0]["total"]["percent"] = 8.5;
    CHECK(schema.offence(json) != "");
    json["areas"][0]["total"]["percent"] = 8;
    json["areas"][0]["total"]["points"] = "8";
    CHECK(schema.offence(json) != "");
    CHECK(rc::check("random records obey the schema",
                    [&] { RC_ASSERT(schema.offence(nlohmann::json::parse(to_json(some_record()))) == ""); }));
}

} // namespace

TEST_SUITE("model") {
    TEST_CASE("what is written obeys docs/record.schema.json") {
        check_records(schema_in(KOMPASS_SOURCE_DIR "/docs/record.schema.json"));
    }

    TEST_CASE("what is written obeys the schema of the seam") {
        const auto file = shared_folder() / "record.schema.json";
        if (!std::filesystem::exists(file)) {
            MESSAGE("skipped: " << file.string() << " is missing");
            return;
        }
        check_records(with_decimals(schema_in(file)));
    }
}
