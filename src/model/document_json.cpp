#include "model/document_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace kompass {
namespace {

using Json = nlohmann::ordered_json;

// ---- Writing ----

Json write_box(const Box& box) {
    return {box.x0, box.y0, box.x1, box.y1};
}

Json write_word(const Word& word) {
    Json json{word.text,   word.box.x0,    word.box.y0,       word.box.x1,
              word.box.y1, word.font_size, word.bold ? 1 : 0, word.confidence};
    if (!word.readings.empty()) json.push_back(word.readings);
    return json;
}

Json write_page(const Page& page) {
    Json json{
        {"number", page.number}, {"width", page.width},
        {"height", page.height}, {"reading", name_of(page.reading)},
        {"why", page.why},       {"confidence", page.confidence ? Json(*page.confidence) : Json(nullptr)}};
    if (!page.lines.empty()) json["lines"] = page.lines;
    for (const auto& [word, why] : page.apart)
        json["apart"].push_back({{"why", name_of(why)}, {"word", write_word(word)}});
    for (const auto& box : page.unread)
        json["unread"].push_back(write_box(box));
    if (page.words.empty()) return json;
    auto& words = json["words"] = Json::array();
    for (const auto& word : page.words)
        words.push_back(write_word(word));
    return json;
}

Json write_trouble(const Trouble& trouble) {
    Json json{{"severity", name_of(trouble.severity)},
              {"code", trouble.code},
              {"message", trouble.message},
              {"file", trouble.file},
              {"rule", trouble.rule}};
    if (!trouble.place) return json;
    json["page"] = trouble.place->page;
    if (trouble.place->box) json["box"] = write_box(*trouble.place->box);
    return json;
}

Json write_info(const FileInfo& info) {
    Json json = Json::object();
    if (!info.title.empty()) json["title"] = info.title;
    if (!info.subject.empty()) json["subject"] = info.subject;
    return json;
}

// ---- Reading ----

Box read_box(const Json& json, std::size_t first) {
    return {json.at(first).get<double>(), json.at(first + 1).get<double>(), json.at(first + 2).get<double>(),
            json.at(first + 3).get<double>()};
}

Word read_word(const Json& json) {
    constexpr std::size_t further_readings = 8;
    Word word;
    word.text = json.at(0).get<std::string>();
    word.box = read_box(json, 1);
    word.font_size = json.at(5).get<double>();
    word.bold = json.at(6).get<int>() != 0;
    word.confidence = json.at(7).get<double>();
    if (json.size() > further_readings)
        word.readings = json.at(further_readings).get<std::vector<std::string>>();
    return word;
}

Page read_page(const Json& json) {
    Page page;
    page.number = json.at("number").get<int>();
    page.width = json.at("width").get<double>();
    page.height = json.at("height").get<double>();
    page.reading = reading_from(json.at("reading").get<std::string>());
    page.why = json.at("why").get<std::string>();
    if (!json.at("confidence").is_null()) page.confidence = json.at("confidence").get<double>();
    if (json.contains("lines")) page.lines = json.at("lines").get<std::vector<std::string>>();
    if (json.contains("words"))
        for (const auto& word : json.at("words"))
            page.words.push_back(read_word(word));
    if (json.contains("apart"))
        for (const auto& word : json.at("apart"))
            page.apart.push_back({read_word(word.at("word")), apart_from(word.at("why").get<std::string>())});
    if (json.contains("unread"))
        for (const auto& box : json.at("unread"))
            page.unread.push_back(read_box(box, 0));
    return page;
}

Trouble read_trouble(const Json& json) {
    Trouble trouble;
    trouble.severity = severity_from(json.at("severity").get<std::string>());
    trouble.code = json.at("code").get<std::string>();
    trouble.message = json.at("message").get<std::string>();
    trouble.file = json.at("file").get<std::string>();
    trouble.rule = json.at("rule").get<std::string>();
    if (!json.contains("page")) return trouble;
    trouble.place = Place{json.at("page").get<int>(), std::nullopt};
    if (json.contains("box")) trouble.place->box = read_box(json.at("box"), 0);
    return trouble;
}

FileInfo read_info(const Json& json) {
    return {json.value("title", ""), json.value("subject", "")};
}

Document read_document(const Json& json) {
    Document document;
    document.file = json.at("file").get<std::string>();
    document.sha256 = json.at("sha256").get<std::string>();
    document.kind = source_kind_from(json.at("kind").get<std::string>());
    for (const auto& page : json.at("pages"))
        document.pages.push_back(read_page(page));
    for (const auto& trouble : json.at("troubles"))
        document.troubles.push_back(read_trouble(trouble));
    if (json.contains("info")) document.info = read_info(json.at("info"));
    return document;
}

} // namespace

std::string to_json(const Document& document) {
    Json json{{"file", document.file},
              {"sha256", document.sha256},
              {"kind", name_of(document.kind)},
              {"pages", Json::array()},
              {"troubles", Json::array()}};
    for (const auto& page : document.pages)
        json["pages"].push_back(write_page(page));
    for (const auto& trouble : document.troubles)
        json["troubles"].push_back(write_trouble(trouble));
    if (document.info != FileInfo{}) json["info"] = write_info(document.info);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Document document_from_json(std::string_view json) {
    try {
        return read_document(Json::parse(json));
    } catch (const Json::exception& error) {
        throw std::runtime_error(std::string("no document as it was read: ") + error.what());
    } catch (const std::invalid_argument& error) {
        throw std::runtime_error(std::string("no document as it was read: ") + error.what());
    }
}

} // namespace kompass
