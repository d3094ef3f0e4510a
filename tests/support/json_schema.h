// A JSON Schema (draft 4 to 7) to hold values to. The only place that includes valijson.
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace kompass::testing {

class JsonSchema {
public:
    explicit JsonSchema(const nlohmann::json& schema);
    JsonSchema(const JsonSchema&) = delete;
    JsonSchema& operator=(const JsonSchema&) = delete;
    JsonSchema(JsonSchema&&) = delete;
    JsonSchema& operator=(JsonSchema&&) = delete;
    ~JsonSchema();

    /// What is wrong with `json`; empty if nothing is.
    [[nodiscard]] std::string offence(const nlohmann::json& json) const;

private:
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
};

} // namespace kompass::testing
