#include "json_schema.h"

// gcc 12 with sanitizers warns of uninitialised members inside <regex> (its bug 105562), which valijson uses.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace kompass::testing {

struct JsonSchema::Parsed {
    valijson::Schema schema;
};

JsonSchema::JsonSchema(const nlohmann::json& schema) : parsed_(std::make_unique<Parsed>()) {
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), parsed_->schema);
}

JsonSchema::~JsonSchema() = default;

std::string JsonSchema::offence(const nlohmann::json& json) const {
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(parsed_->schema, valijson::adapters::NlohmannJsonAdapter(json), &results))
        return "";
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

} // namespace kompass::testing
