#include "record.h"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

namespace typesetter {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

Figure figure(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? Figure() : Figure(found->get<double>());
}

int whole(const json& object, const char* key) {
    return static_cast<int>(figure(object, key).value_or(0));
}

Score score(const json& object) {
    return {figure(object, "points"), figure(object, "max"), figure(object, "percent")};
}

/// Texts that stand as such or, in a record, as {"text": …} or {"name": …}.
std::vector<std::string> texts(const json& object, const char* key) {
    std::vector<std::string> list;
    for (const json& item : object.value(key, json::array())) {
        const json& text = item.is_string()        ? item
                           : item.contains("text") ? item.at("text")
                                                   : item.at("name");
        list.push_back(text.get<std::string>());
    }
    return list;
}

Area area(const json& object) {
    Area made{object.at("number"),           object.at("title"),
              texts(object, "box_headings"), figure(object, "box_points"),
              score(object.at("total")),     {},
              texts(object, "strengths"),    texts(object, "improvements"),
              texts(object, "weaknesses"),   texts(object, "role_models")};
    for (const json& question : object.at("questions"))
        made.questions.push_back({score(question), question.at("number"), question.at("text")});
    return made;
}

Evaluation evaluation(const json& object) {
    Evaluation made{object.at("year"), {}, figure(object, "total")};
    for (const json& points : object.at("areas"))
        made.areas.push_back(points.is_null() ? Figure() : Figure(points.get<double>()));
    return made;
}

Record record_of(const json& object) {
    Record made;
    made.name = object.at("municipality").at("name");
    made.code = object.at("municipality").value("code", "");
    made.edition = object.value("edition", "");
    const json& when = object.at("evaluation");
    made.year = whole(when, "year");
    made.month = whole(when, "month");
    made.ordinal = whole(when, "ordinal");
    made.interviewees = whole(when, "interviewees");
    made.evaluators = texts(object, "evaluators");
    for (const json& one : object.at("areas"))
        made.areas.push_back(area(one));
    for (const json& one : object.value("history", json::array()))
        made.history.push_back(evaluation(one));
    const json facts = object.value("key_facts", json::object());
    for (const auto& [label, fact] : facts.items())
        made.key_facts.emplace_back(label, fact);
    return made;
}

/// Whole numbers are written as such.
ordered_json number(const Figure& value) {
    if (!value) return nullptr;
    if (*value == std::floor(*value)) return static_cast<int>(*value);
    return *value;
}

ordered_json number(int value) {
    return value == 0 ? ordered_json(nullptr) : ordered_json(value);
}

void put(ordered_json& object, const Score& score) {
    object["points"] = number(score.points);
    object["max"] = number(score.max);
    object["percent"] = number(score.percent);
}

ordered_json to_json(const Area& area) {
    ordered_json object{{"number", area.number}, {"title", area.title}, {"box_headings", area.box_headings}};
    object["box_points"] = number(area.box_points);
    object["strengths"] = area.strengths;
    object["improvements"] = area.improvements;
    object["weaknesses"] = area.weaknesses;
    object["role_models"] = area.role_models;
    put(object["total"], area.total);
    object["questions"] = ordered_json::array();
    for (const Question& question : area.questions) {
        ordered_json row{{"number", question.number}, {"text", question.text}};
        put(row, question);
        object["questions"].push_back(std::move(row));
    }
    return object;
}

ordered_json to_json(const Evaluation& evaluation) {
    ordered_json object{{"year", evaluation.year}, {"areas", ordered_json::array()}};
    for (const Figure& points : evaluation.areas)
        object["areas"].push_back(number(points));
    object["total"] = number(evaluation.total);
    return object;
}

} // namespace

Figure Record::grand_total() const {
    double sum = 0;
    for (const Area& area : areas) {
        const Figure points = area.total.points ? area.total.points : area.box_points;
        if (!points) return {};
        sum += *points;
    }
    return sum;
}

Record read_record(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
    try {
        json object;
        in >> object;
        return record_of(object);
    } catch (const json::exception& trouble) {
        throw std::runtime_error(fmt::format("{}: no record: {}", file.string(), trouble.what()));
    }
}

ordered_json to_json(const Record& record) {
    ordered_json object;
    object["municipality"] = {{"name", record.name}, {"code", record.code}};
    object["evaluation"] = {{"year", number(record.year)},
                            {"month", number(record.month)},
                            {"ordinal", number(record.ordinal)},
                            {"interviewees", number(record.interviewees)}};
    object["evaluators"] = record.evaluators;
    object["edition"] = record.edition;
    object["areas"] = ordered_json::array();
    for (const Area& area : record.areas)
        object["areas"].push_back(to_json(area));
    object["history"] = ordered_json::array();
    for (const Evaluation& evaluation : record.history)
        object["history"].push_back(to_json(evaluation));
    object["key_facts"] = ordered_json::object();
    for (const auto& [label, fact] : record.key_facts)
        object["key_facts"][label] = fact;
    return object;
}

} // namespace typesetter
