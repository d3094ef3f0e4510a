#include "model/record_json.h"

#include "model/document_json.h"
#include "model/instrument.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace kompass {

/// For nlohmann: whole numbers stay whole.
static void to_json(nlohmann::ordered_json& json, Decimal number) {
    if (number.is_whole())
        json = number.whole();
    else
        json = number.real();
}

namespace {

using Json = nlohmann::ordered_json;

constexpr int record_version = 1;

// ---- Writing ----

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

/// Notes about a value: left out where there are none.
template <class List>
void add_unless_empty(Json& object, const char* key, const List& list) {
    if (!list.empty()) object[key] = list;
}

template <class T, class Write>
Json list_of(const std::vector<T>& items, Write write) {
    Json list = Json::array();
    for (const auto& item : items)
        list.push_back(write(item));
    return list;
}

/// To 0.1 point; adding zero turns -0.0 into 0.0.
double rounded(double coordinate) {
    return std::round(coordinate * 10) / 10 + 0.0;
}

void add_place(Json& object, const Place& place) {
    object["page"] = place.page;
    if (place.box)
        object["box"] = {rounded(place.box->x0), rounded(place.box->y0), rounded(place.box->x1),
                         rounded(place.box->y1)};
}

void add_places(Json& object, const Places& places) {
    if (places.empty()) return;
    object["places"] = list_of(places, [](const Place& place) {
        Json json = Json::object();
        add_place(json, place);
        return json;
    });
}

/// Of a score, an area or a history column.
template <typename Noted>
void add_notes(Json& object, const Noted& noted) {
    add_unless_empty(object, "doubtful", noted.doubtful);
    add_unless_empty(object, "candidates", noted.candidates);
    if (!noted.repairs.empty())
        object["repairs"] = list_of(noted.repairs, [](const ScoreRepair& repair) {
            Json json{
                {"field", repair.field}, {"read", repair.read}, {"value", repair.value}, {"why", repair.why}};
            if (!repair.checks.empty())
                json["checks"] = list_of(repair.checks, [](CheckKind kind) { return Json(name_of(kind)); });
            return json;
        });
}

void add_score(Json& object, const Score& score) {
    object["points"] = or_null(score.points);
    object["max"] = or_null(score.max);
    object["percent"] = or_null(score.percent);
    add_notes(object, score);
    add_places(object, score.places);
}

Json write_total(const Score& score) {
    Json json = Json::object();
    add_score(json, score);
    return json;
}

Json write_question(const Question& question) {
    Json json{{"number", question.number}, {"text", question.text}};
    add_score(json, question.score);
    return json;
}

Json write_finding(const Finding& finding) {
    Json json{{"text", finding.text}};
    add_unless_empty(json, "raw", finding.raw);
    add_places(json, finding.places);
    return json;
}

/// Of a municipality: what is not known is left out.
Json write_name_and_code(const std::string& name, const std::string& code) {
    Json json = Json::object();
    add_unless_empty(json, "name", name);
    add_unless_empty(json, "code", code);
    return json;
}

Json write_paragraph(const Paragraph& paragraph) {
    return Json{{"text", paragraph.text}, {"page", paragraph.page}};
}

Json write_chapter(const Chapter& chapter) {
    return Json{{"heading", text_or_null(chapter.heading)},
                {"page", chapter.page},
                {"paragraphs", list_of(chapter.paragraphs, write_paragraph)}};
}

Json write_area(const Area& area) {
    Json json{{"number", area.number},
              {"title", area.title},
              {"table_title", or_null(area.table_title)},
              {"box_headings", area.box_headings},
              {"box_points", or_null(area.box_points)},
              {"total", write_total(area.total)},
              {"questions", list_of(area.questions, write_question)},
              {"strengths", list_of(area.strengths, write_finding)},
              {"improvements", list_of(area.improvements, write_finding)},
              {"weaknesses", list_of(area.weaknesses, write_finding)},
              {"role_models",
               list_of(area.role_models,
                       [](const RoleModel& model) { return write_name_and_code(model.name, model.code); })},
              {"prose", list_of(area.prose, write_paragraph)}};
    add_notes(json, area);
    add_places(json, area.places);
    return json;
}

Json write_evaluator(const Evaluator& evaluator) {
    Json json{{"name", evaluator.name},
              {"role", text_or_null(evaluator.role)},
              {"employer", text_or_null(evaluator.employer)}};
    add_unless_empty(json, "doubtful", evaluator.doubtful);
    return json;
}

Json write_history_column(const HistoryColumn& column) {
    Json json{{"year", column.year},
              {"areas", list_of(column.areas, or_null<Decimal>)},
              {"total", or_null(column.total)}};
    add_notes(json, column);
    add_places(json, column.places);
    return json;
}

Json write_scored_area(const Area& area) {
    return Json{{"number", area.number},
                {"title", area.title},
                {"table_title", or_null(area.table_title)},
                {"total", write_total(area.total)},
                {"questions", list_of(area.questions, write_question)}};
}

Json write_scoring(const Scoring& scoring) {
    Json json{{"edition", scoring.edition.empty() ? Json(nullptr) : Json(scoring.edition)}};
    add_unless_empty(json, "label", scoring.label);
    add_unless_empty(json, "doubtful", scoring.doubtful);
    json["areas"] = list_of(scoring.areas, write_scored_area);
    json["total"] = write_total(scoring.total);
    if (!scoring.history.empty()) json["history"] = list_of(scoring.history, write_history_column);
    add_places(json, scoring.places);
    return json;
}

Json write_audit_finding(const AuditFinding& finding) {
    Json json{{"kind", name_of(finding.kind)},
              {"verdict", name_of(finding.verdict)},
              {"area", finding.area},
              {"cell", name_of(finding.cell)},
              {"printed", finding.printed},
              {"expected", finding.expected},
              {"explanation", finding.explanation}};
    add_places(json, finding.places);
    return json;
}

Json write_trouble(const Trouble& trouble) {
    Json json{{"severity", name_of(trouble.severity)}, {"code", trouble.code}, {"message", trouble.message}};
    add_unless_empty(json, "file", trouble.file);
    if (trouble.place) add_place(json, *trouble.place);
    add_unless_empty(json, "rule", trouble.rule);
    return json;
}

Json write_word_repair(const TextRepair& repair) {
    return Json{{"page", repair.page},   {"line", repair.line}, {"before", repair.before},
                {"after", repair.after}, {"rule", repair.rule}, {"probability", repair.probability}};
}

Json write_provenance(const Provenance& one) {
    Json json{{"of", name_of(one.of)}};
    if (one.item != 0) json["item"] = one.item;
    add_unless_empty(json, "rule", one.rule);
    add_places(json, one.places);
    return json;
}

Json write_extracted_by(const ExtractedBy& by) {
    return Json{{"version", by.version}, {"rules", by.rules}};
}

Json write_correction(const Correction& correction) {
    Json json{
        {"cell", correction.cell}, {"was", or_null(correction.was)}, {"value", or_null(correction.value)},
        {"by", correction.author}, {"why", correction.why},          {"at", correction.made_at}};
    if (correction.withdrawn) json["withdrawn"] = true;
    return json;
}

Json write_part(const Part& part) {
    Json json{{"part", name_of(part.kind)}, {"area", or_null(part.area)}};
    if (part.scoring) json["scoring"] = *part.scoring;
    if (part.page) json["page"] = *part.page;
    json["state"] = name_of(part.state);
    add_unless_empty(json, "why", part.why);
    return json;
}

Json write_unclaimed(const Unclaimed& unclaimed) {
    Json json{{"looks_like", name_of(unclaimed.looks_like)}, {"words", unclaimed.words}};
    json["places"] = Json::array();
    add_places(json, unclaimed.places);
    return json;
}

Json write_account(const Account& account) {
    return Json{{"words",
                 {{"read", account.words.read},
                  {"claimed", account.words.claimed},
                  {"prose", account.words.prose},
                  {"furniture", account.words.furniture},
                  {"unclaimed", account.words.unclaimed}}},
                {"unclaimed", list_of(account.unclaimed, write_unclaimed)},
                {"parts", list_of(account.parts, write_part)}};
}

Json write_page(const PageNote& page) {
    return Json{{"number", page.number},
                {"reading", name_of(page.reading)},
                {"why", page.why},
                {"confidence", or_null(page.confidence)}};
}

Json write_key_facts(const std::vector<std::pair<std::string, std::string>>& facts) {
    Json json = Json::object();
    for (const auto& [label, value] : facts) {
        if (json.contains(label))
            json[label] = json[label].get<std::string>() + "; " + value;
        else
            json[label] = value;
    }
    return json;
}

Json write_origin(const FileOrigin& origin) {
    Json json = Json::object();
    add_unless_empty(json, "url", origin.url);
    add_unless_empty(json, "publisher", origin.publisher);
    add_unless_empty(json, "retrieved", origin.retrieved);
    add_unless_empty(json, "licence", origin.licence);
    add_unless_empty(json, "note", origin.note);
    return json;
}

Json write_source(const Record& record) {
    Json json{{"file", record.file},
              {"sha256", record.sha256},
              {"kind", name_of(record.kind)},
              {"pages", list_of(record.pages, write_page)}};
    if (record.origin) json["origin"] = write_origin(*record.origin);
    return json;
}

Json write_evaluation(const Record& record) {
    return Json{{"year", or_null(record.year)},
                {"month", or_null(record.month)},
                {"ordinal", or_null(record.ordinal)},
                {"interviewees", or_null(record.interviewees)},
                {"document_date", or_null(record.document_date)}};
}

// ---- Reading ----

/// A value as an error message shows it: short, and whole characters only.
std::string shown(const Json& value) {
    constexpr std::size_t longest = 60;
    if (value.is_object()) return "an object";
    if (value.is_array()) return "a list";
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

/// A JSON value and the path of keys that led to it, so that every complaint can name it.
class Node {
public:
    Node(const Json& value, std::string path) : value_(&value), path_(std::move(path)) {}

    [[noreturn]] void complain(const std::string& what) const {
        throw std::runtime_error(path_.empty() ? what : path_ + ": " + what);
    }
    [[noreturn]] void expected(const std::string& what) const {
        complain("expected " + what + ", found " + shown(*value_));
    }

    /// The value of a key that must be there.
    [[nodiscard]] Node at(const char* key) const {
        auto found = object().find(key);
        if (found == value_->end()) complain(std::string("the key \"") + key + "\" is missing");
        return {*found, path_of(key)};
    }

    /// The value of a key that may be missing or null.
    [[nodiscard]] std::optional<Node> find(const char* key) const {
        auto found = object().find(key);
        if (found == value_->end() || found->is_null()) return std::nullopt;
        return Node(*found, path_of(key));
    }

    [[nodiscard]] std::vector<Node> items() const {
        if (!value_->is_array()) expected("a list");
        std::vector<Node> nodes;
        nodes.reserve(value_->size());
        for (std::size_t i = 0; i < value_->size(); ++i)
            nodes.emplace_back((*value_)[i], path_ + "[" + std::to_string(i) + "]");
        return nodes;
    }

    [[nodiscard]] std::vector<Node> items_up_to(std::size_t most) const {
        if (value_->is_array() && value_->size() > most)
            complain("expected at most " + std::to_string(most) + " in the list, found " +
                     std::to_string(value_->size()));
        return items();
    }

    [[nodiscard]] std::vector<std::pair<std::string, Node>> members() const {
        std::vector<std::pair<std::string, Node>> nodes;
        for (const auto& [key, value] : object().items())
            nodes.emplace_back(key, Node(value, path_of(key)));
        return nodes;
    }

    [[nodiscard]] std::string text() const {
        if (!value_->is_string()) expected("a text");
        return value_->get<std::string>();
    }

    [[nodiscard]] bool truth() const {
        if (!value_->is_boolean()) expected("true or false");
        return value_->get<bool>();
    }

    [[nodiscard]] int whole() const {
        if (!is_whole()) expected("a whole number");
        return value_->get<int>();
    }

    [[nodiscard]] int whole_between(int least, int most) const {
        if (!is_whole() || whole() < least || whole() > most)
            expected("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return whole();
    }

    [[nodiscard]] std::optional<int> whole_or_null() const {
        if (value_->is_null()) return std::nullopt;
        if (!is_whole()) expected("a whole number or null");
        return value_->get<int>();
    }

    /// A figure that may have a decimal.
    [[nodiscard]] Decimal figure() const {
        const auto number = as_figure();
        if (!number) expected("a number with one decimal at most");
        return *number;
    }

    [[nodiscard]] std::optional<Decimal> figure_or_null() const {
        if (value_->is_null()) return std::nullopt;
        const auto number = as_figure();
        if (!number) expected("a number with one decimal at most, or null");
        return number;
    }

    [[nodiscard]] double number() const {
        if (!value_->is_number()) expected("a number");
        return value_->get<double>();
    }

    /// What `from_name` makes of the text; it throws std::invalid_argument for names it does not know.
    template <class Enum>
    [[nodiscard]] Enum named(Enum (*from_name)(const std::string&)) const {
        try {
            return from_name(text());
        } catch (const std::invalid_argument& error) {
            complain(error.what());
        }
    }

private:
    [[nodiscard]] const Json& object() const {
        if (!value_->is_object()) expected("an object");
        return *value_;
    }
    [[nodiscard]] std::string path_of(const std::string& key) const {
        return path_.empty() ? key : path_ + "." + key;
    }
    [[nodiscard]] std::optional<Decimal> as_figure() const {
        if (is_whole()) return value_->get<int>();
        return value_->is_number_float() ? Decimal::from_real(value_->get<double>()) : std::nullopt;
    }
    [[nodiscard]] bool is_whole() const {
        if (value_->is_number_unsigned())
            return value_->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<int>::max()};
        if (!value_->is_number_integer()) return false;
        auto number = value_->get<std::int64_t>();
        return number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    }

    const Json* value_;
    std::string path_;
};

/// The items of a list that may be missing.
template <class Read>
auto read_list(const Node& node, const char* key, Read read) {
    std::vector<std::invoke_result_t<Read, const Node&>> list;
    if (auto found = node.find(key))
        for (const auto& item : found->items())
            list.push_back(read(item));
    return list;
}

std::string read_text(const Node& node) {
    return node.text();
}

std::vector<std::string> read_texts(const Node& node, const char* key) {
    return read_list(node, key, read_text);
}

/// The text of a key that may be missing; empty then.
std::string read_text_if_any(const Node& node, const char* key) {
    auto found = node.find(key);
    return found ? found->text() : std::string();
}

std::optional<int> read_whole(const Node& node, const char* key) {
    auto found = node.find(key);
    return found ? found->whole_or_null() : std::nullopt;
}

std::optional<Decimal> read_figure(const Node& node, const char* key) {
    auto found = node.find(key);
    return found ? found->figure_or_null() : std::nullopt;
}

std::string read_code(const Node& node, const char* key) {
    auto found = node.find(key);
    if (!found) return {};
    auto code = found->text();
    auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() != 4 || !std::all_of(code.begin(), code.end(), is_digit))
        found->expected("a code of four digits");
    return code;
}

Place read_place(const Node& node) {
    Place place{node.at("page").whole(), std::nullopt};
    if (auto box = node.find("box")) {
        auto corners = box->items();
        if (corners.size() != 4) box->complain("expected four coordinates: x0, y0, x1, y1");
        place.box = Box{corners[0].number(), corners[1].number(), corners[2].number(), corners[3].number()};
    }
    return place;
}

Places read_places(const Node& node) {
    return read_list(node, "places", read_place);
}

ScoreRepair read_repair(const Node& node) {
    const auto kind = [](const Node& check) { return check.named(check_kind_from); };
    return {node.at("field").text(), node.at("read").text(), node.at("value").figure(), node.at("why").text(),
            read_list(node, "checks", kind)};
}

template <typename Noted>
void read_notes(const Node& node, Noted& noted) {
    noted.doubtful = read_texts(node, "doubtful");
    if (auto candidates = node.find("candidates"))
        for (const auto& [field, values] : candidates->members())
            for (const auto& value : values.items())
                noted.candidates[field].push_back(value.figure());
    noted.repairs = read_list(node, "repairs", read_repair);
}

Score read_score(const Node& node) {
    Score score;
    score.points = read_figure(node, "points");
    score.max = read_whole(node, "max");
    score.percent = read_whole(node, "percent");
    read_notes(node, score);
    score.places = read_places(node);
    return score;
}

Question read_question(const Node& node) {
    auto number = node.at("number").text();
    if (!is_question_number(number)) node.at("number").expected("a question's number such as \"4.2\"");
    return {number, node.at("text").text(), read_score(node)};
}

Finding read_finding(const Node& node) {
    return {node.at("text").text(), read_text_if_any(node, "raw"), read_places(node)};
}

RoleModel read_role_model(const Node& node) {
    return {read_text_if_any(node, "name"), read_code(node, "code")};
}

Paragraph read_paragraph(const Node& node) {
    return {node.at("text").text(), node.at("page").whole()};
}

Chapter read_chapter(const Node& node) {
    constexpr int most = std::numeric_limits<int>::max();
    return {read_text_if_any(node, "heading"), node.at("page").whole_between(1, most),
            read_list(node, "paragraphs", read_paragraph)};
}

constexpr std::size_t most_questions = 99; ///< of an area: as many as numbers like "4.12" can name

Area read_area(const Node& node) {
    Area area;
    area.number = node.at("number").whole_between(1, area_count);
    area.title = node.at("title").text();
    if (auto title = node.find("table_title")) area.table_title = title->text();
    area.box_headings = read_texts(node, "box_headings");
    area.box_points = read_figure(node, "box_points");
    area.total = read_score(node.at("total"));
    for (const auto& question : node.at("questions").items_up_to(most_questions))
        area.questions.push_back(read_question(question));
    area.strengths = read_list(node, "strengths", read_finding);
    area.improvements = read_list(node, "improvements", read_finding);
    area.weaknesses = read_list(node, "weaknesses", read_finding);
    area.role_models = read_list(node, "role_models", read_role_model);
    area.prose = read_list(node, "prose", read_paragraph);
    read_notes(node, area);
    area.places = read_places(node);
    return area;
}

HistoryColumn read_history_column(const Node& node) {
    constexpr int latest_year = 9999;
    HistoryColumn column;
    column.year = node.at("year").whole_between(1, latest_year);
    for (const auto& points : node.at("areas").items())
        column.areas.push_back(points.figure_or_null());
    if (column.areas.size() > area_count) node.at("areas").expected("the points of eight areas");
    column.total = node.at("total").figure_or_null();
    read_notes(node, column);
    column.places = read_places(node);
    return column;
}

Area read_scored_area(const Node& node) {
    Area area;
    area.number = node.at("number").whole_between(1, area_count);
    area.title = node.at("title").text();
    if (auto title = node.find("table_title")) area.table_title = title->text();
    area.total = read_score(node.at("total"));
    if (auto questions = node.find("questions"))
        for (const auto& question : questions->items_up_to(most_questions))
            area.questions.push_back(read_question(question));
    return area;
}

Scoring read_scoring(const Node& node) {
    Scoring scoring;
    scoring.edition = read_text_if_any(node, "edition");
    scoring.label = read_text_if_any(node, "label");
    scoring.doubtful = read_texts(node, "doubtful");
    scoring.areas = read_list(node, "areas", read_scored_area);
    if (const auto total = node.find("total")) scoring.total = read_score(*total);
    scoring.history = read_list(node, "history", read_history_column);
    scoring.places = read_places(node);
    return scoring;
}

Cell read_cell(const Node& node) {
    const auto name = node.find("cell");
    if (!name) return {};
    const auto cell = cell_from(name->text());
    if (!cell) name->expected("a cell's name such as \"4.2 points\"");
    return *cell;
}

AuditFinding read_audit_finding(const Node& node) {
    AuditFinding finding;
    finding.kind = node.at("kind").named(check_kind_from);
    finding.verdict = node.at("verdict").named(verdict_from);
    finding.area = read_whole(node, "area").value_or(0);
    finding.cell = read_cell(node);
    finding.printed = read_text_if_any(node, "printed");
    finding.expected = read_text_if_any(node, "expected");
    finding.explanation = read_text_if_any(node, "explanation");
    finding.places = read_places(node);
    return finding;
}

Trouble read_trouble(const Node& node) {
    Trouble trouble;
    trouble.severity = node.at("severity").named(severity_from);
    trouble.code = node.at("code").text();
    trouble.message = node.at("message").text();
    trouble.file = read_text_if_any(node, "file");
    if (node.find("page")) trouble.place = read_place(node);
    trouble.rule = read_text_if_any(node, "rule");
    return trouble;
}

TextRepair read_word_repair(const Node& node) {
    constexpr int most = std::numeric_limits<int>::max();
    return {node.at("page").whole_between(1, most),
            node.at("line").whole_between(1, most),
            node.at("before").text(),
            node.at("after").text(),
            node.at("rule").text(),
            node.at("probability").number()};
}

Provenance read_provenance(const Node& node) {
    constexpr int most = std::numeric_limits<int>::max();
    const auto cell = cell_from(node.at("of").text());
    if (!cell) node.at("of").expected("a cell's name such as \"municipality\"");
    Provenance one{*cell, 0, read_text_if_any(node, "rule"), read_places(node)};
    if (const auto item = node.find("item")) one.item = item->whole_between(1, most);
    return one;
}

ExtractedBy read_extracted_by(const Node& node) {
    return {node.at("version").text(), node.at("rules").text()};
}

Correction read_correction(const Node& node) {
    Correction correction;
    correction.cell = node.at("cell").text();
    if (const auto was = node.find("was")) correction.was = was->text();
    if (const auto value = node.find("value")) correction.value = value->text();
    correction.author = node.at("by").text();
    correction.why = node.at("why").text();
    correction.made_at = node.at("at").text();
    if (const auto withdrawn = node.find("withdrawn")) correction.withdrawn = withdrawn->truth();
    return correction;
}

Part read_part(const Node& node) {
    Part part;
    part.kind = node.at("part").named(part_kind_from);
    if (const auto area = node.find("area")) part.area = area->whole_between(1, area_count);
    part.page = read_whole(node, "page");
    part.state = node.at("state").named(part_state_from);
    part.why = read_text_if_any(node, "why");
    part.scoring = read_whole(node, "scoring");
    return part;
}

Unclaimed read_unclaimed(const Node& node) {
    Unclaimed unclaimed;
    unclaimed.looks_like = node.at("looks_like").named(look_from);
    unclaimed.words = read_whole(node, "words").value_or(0);
    unclaimed.places = read_places(node);
    return unclaimed;
}

WordCounts read_word_counts(const Node& node) {
    const auto count = [&](const char* key) {
        return node.at(key).whole_between(0, std::numeric_limits<int>::max());
    };
    const WordCounts words{count("read"), count("claimed"), count("prose"), count("furniture"),
                           count("unclaimed")};
    const auto sum = std::int64_t{words.claimed} + words.prose + words.furniture + words.unclaimed;
    if (sum != words.read)
        node.complain("the accounts sum to " + std::to_string(sum) + ", not to the " +
                      std::to_string(words.read) + " words read");
    return words;
}

Account read_account(const Node& node) {
    return {read_word_counts(node.at("words")), read_list(node, "unclaimed", read_unclaimed),
            read_list(node, "parts", read_part)};
}

PageNote read_page(const Node& node) {
    PageNote page;
    page.number = node.at("number").whole_between(1, std::numeric_limits<int>::max());
    page.reading = node.at("reading").named(reading_from);
    page.why = node.at("why").text();
    if (auto confidence = node.find("confidence")) page.confidence = confidence->number();
    return page;
}

/// Empty is a file that could not be read.
std::string read_sha256(const Node& node) {
    auto hash = node.text();
    const auto is_hex_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (!hash.empty() && (hash.size() != 64 || !std::all_of(hash.begin(), hash.end(), is_hex_digit)))
        node.expected("a SHA-256 of 64 digits 0-9a-f");
    return hash;
}

FileOrigin read_origin(const Node& node) {
    return {read_text_if_any(node, "url"), read_text_if_any(node, "publisher"),
            read_text_if_any(node, "retrieved"), read_text_if_any(node, "licence"),
            read_text_if_any(node, "note")};
}

void read_source(const Node& node, Record& record) {
    record.file = node.at("file").text();
    record.sha256 = read_sha256(node.at("sha256"));
    record.kind = node.at("kind").named(source_kind_from);
    if (const auto origin = node.find("origin")) record.origin = read_origin(*origin);
    for (const auto& page : node.at("pages").items())
        record.pages.push_back(read_page(page));
}

void read_evaluation(const Node& node, Record& record) {
    record.year = read_whole(node, "year");
    if (auto month = node.find("month")) record.month = month->whole_between(1, 12);
    record.ordinal = read_whole(node, "ordinal");
    record.interviewees = read_whole(node, "interviewees");
    if (auto date = node.find("document_date")) record.document_date = date->text();
}

Evaluator read_evaluator(const Node& node) {
    Evaluator evaluator{node.at("name").text(), read_text_if_any(node, "role"),
                        read_text_if_any(node, "employer"), read_texts(node, "doubtful")};
    if (evaluator.name.empty()) node.complain("an evaluator has a name");
    return evaluator;
}

void read_evaluators(const Node& node, Record& record) {
    record.evaluators = read_texts(node, "evaluators");
    record.evaluator_details = read_list(node, "evaluator_details", read_evaluator);
    const auto details = record.evaluator_details.size();
    if (details != 0 && details != record.evaluators.size())
        node.complain("there are " + std::to_string(details) + " evaluator_details of " +
                      std::to_string(record.evaluators.size()) + " evaluators");
}

Record read_record(const Node& node) {
    Record record;
    if (auto version = node.at("record_version"); version.whole() != record_version)
        version.expected("record version " + std::to_string(record_version));
    read_source(node.at("source"), record);
    auto municipality = node.at("municipality");
    record.municipality = read_text_if_any(municipality, "name");
    record.municipality_code = read_code(municipality, "code");
    read_evaluation(node.at("evaluation"), record);
    read_evaluators(node, record);
    static_cast<void>(node.at("edition")); // null: it could not be told
    record.edition = read_text_if_any(node, "edition");
    record.doubtful = read_texts(node, "doubtful");
    for (const auto& area : node.at("areas").items())
        record.areas.push_back(read_area(area));
    record.history = read_list(node, "history", read_history_column);
    record.scorings = read_list(node, "scorings", read_scoring);
    if (auto facts = node.find("key_facts"))
        for (const auto& [label, value] : facts->members())
            record.key_facts.emplace_back(label, value.text());
    record.chapters = read_list(node, "chapters", read_chapter);
    record.findings_of_audit = read_list(node, "findings_of_audit", read_audit_finding);
    record.text_repairs = read_whole(node, "text_repairs").value_or(0);
    record.troubles = read_list(node, "troubles", read_trouble);
    record.word_repairs = read_list(node, "word_repairs", read_word_repair);
    if (const auto account = node.find("account")) record.account = read_account(*account);
    record.provenance = read_list(node, "provenance", read_provenance);
    if (const auto by = node.find("extracted_by")) record.extracted_by = read_extracted_by(*by);
    record.corrections = read_list(node, "corrections", read_correction);
    for (auto& correction : record.corrections)
        correction.sha256 = record.sha256;
    return record;
}

std::string in_one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string to_json(const Account& account) {
    return in_one_line(write_account(account));
}

std::string to_json(const Record& record, const std::string& key) {
    Json json{{"record_version", record_version},
              {"source", write_source(record)},
              {"municipality", write_name_and_code(record.municipality, record.municipality_code)},
              {"evaluation", write_evaluation(record)},
              {"evaluators", record.evaluators},
              {"edition", record.edition},
              {"doubtful", record.doubtful},
              {"areas", list_of(record.areas, write_area)},
              {"history", list_of(record.history, write_history_column)},
              {"key_facts", write_key_facts(record.key_facts)},
              {"findings_of_audit", list_of(record.findings_of_audit, write_audit_finding)},
              {"text_repairs", record.text_repairs},
              {"troubles", list_of(record.troubles, write_trouble)}};
    if (!key.empty()) json["evaluation"]["key"] = key;
    if (!record.evaluator_details.empty())
        json["evaluator_details"] = list_of(record.evaluator_details, write_evaluator);
    if (!record.chapters.empty()) json["chapters"] = list_of(record.chapters, write_chapter);
    if (!record.scorings.empty()) json["scorings"] = list_of(record.scorings, write_scoring);
    if (!record.word_repairs.empty()) json["word_repairs"] = list_of(record.word_repairs, write_word_repair);
    if (record.account) json["account"] = write_account(*record.account);
    if (!record.provenance.empty()) json["provenance"] = list_of(record.provenance, write_provenance);
    if (record.extracted_by) json["extracted_by"] = write_extracted_by(*record.extracted_by);
    if (!record.corrections.empty()) json["corrections"] = list_of(record.corrections, write_correction);
    return in_one_line(json);
}

std::string with_reading(std::string record, const Document& document) {
    record.pop_back(); // the brace that closes it
    return record + ",\"reading\":" + to_json(document) + '}';
}

namespace {

Json parsed(std::string_view json) {
    try {
        return Json::parse(json);
    } catch (const Json::exception& error) { // no JSON, or a number that no type of ours holds
        throw std::runtime_error(std::string("this is no JSON: ") + error.what());
    }
}

} // namespace

std::optional<Document> reading_in(std::string_view json) {
    const auto line = parsed(json);
    const Node node(line, "");
    if (!node.find("reading")) return std::nullopt;
    auto document = document_from_json(in_one_line(line.at("reading")));
    if (document.sha256 != node.at("source").at("sha256").text())
        node.at("reading").complain("it is of another source than the record");
    return document;
}

Record record_from_json(std::string_view json) {
    const auto line = parsed(json);
    return read_record(Node(line, ""));
}

} // namespace kompass
