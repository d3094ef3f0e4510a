// What a report says: the content that a layout is made for. The shape and names are those of the gold
// records (corpus/README.md). What a report does not state is empty.
//
// Errors: std::runtime_error naming the file, where one cannot be read as a record.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace typesetter {

using Figure = std::optional<double>; // whole, or with a half

struct Score {
    Figure points, max, percent;
};

struct Question : Score {
    std::string number; // "3.2"
    std::string text;
};

struct Area {
    int number = 0;
    std::string title;
    std::vector<std::string> box_headings;
    Figure box_points;
    Score total;
    std::vector<Question> questions;
    std::vector<std::string> strengths, improvements, weaknesses, role_models;
};

struct Evaluation {
    int year = 0;
    std::vector<Figure> areas;
    Figure total;
};

struct Record {
    std::string name;
    std::string code;
    std::string edition;
    int year = 0, month = 0, ordinal = 0, interviewees = 0;
    std::vector<std::string> evaluators;
    std::vector<Area> areas;
    std::vector<Evaluation> history;
    std::vector<std::pair<std::string, std::string>> key_facts;

    Figure grand_total() const;
};

/// A gold record, or the first record of a file that `kompass extract` wrote.
Record read_record(const std::filesystem::path& file);

nlohmann::ordered_json to_json(const Record& record);

} // namespace typesetter
