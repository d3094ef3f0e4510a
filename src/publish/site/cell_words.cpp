#include "publish/site/cell_words.h"

#include "publish/site/wordings.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace kompass::publish::site {
namespace {

std::string_view word_of(CellField field) {
    switch (field) {
    case CellField::points:
        return say("cell.points");
    case CellField::max:
        return say("cell.max");
    case CellField::percent:
        return say("cell.percent");
    case CellField::text:
        return say("cell.text");
    case CellField::title:
    case CellField::table_title:
        return say("cell.title");
    case CellField::box_points:
    case CellField::box_headings:
        return say("cell.box");
    case CellField::strength:
    case CellField::strengths:
        return say("cell.strengths");
    case CellField::improvement:
    case CellField::improvements:
        return say("cell.improvements");
    case CellField::weakness:
    case CellField::weaknesses:
        return say("cell.weaknesses");
    case CellField::role_model:
    case CellField::role_models:
        return say("cell.models");
    case CellField::evaluator:
    case CellField::evaluators:
        return say("report.evaluators");
    case CellField::municipality:
    case CellField::municipality_code:
        return say("cell.municipality");
    case CellField::year:
        return say("cell.year");
    case CellField::month:
        return say("cell.month");
    case CellField::ordinal:
        return say("cell.ordinal");
    case CellField::interviewees:
        return say("cell.interviewees");
    case CellField::document_date:
        return say("cell.date");
    case CellField::edition:
        return say("cell.edition");
    default:
        return name_of(field);
    }
}

std::string whole_of(const Cell& cell) {
    switch (cell.kind) {
    case CellKind::report:
        return "";
    case CellKind::question:
        return question_number_of(cell);
    case CellKind::total:
        return cell.area == 0 ? std::string(say("cell.grand")) : fmt::format(say("cell.total"), cell.area);
    case CellKind::area:
        return fmt::format(say("cell.area"), cell.area);
    case CellKind::history:
        return fmt::format(say("cell.history"), cell.year) + ", " +
               (cell.area == 0 ? std::string(say("cell.grand")) : fmt::format(say("cell.area"), cell.area));
    }
    return "";
}

std::string_view word_of(PartKind kind) {
    switch (kind) {
    case PartKind::title:
        return say("part.title");
    case PartKind::box:
        return say("part.box");
    case PartKind::score_table:
        return say("part.table");
    case PartKind::strengths:
        return say("part.strengths");
    case PartKind::improvements:
        return say("part.improvements");
    case PartKind::weaknesses:
        return say("part.weaknesses");
    case PartKind::role_models:
        return say("part.models");
    case PartKind::history:
        return say("part.history");
    case PartKind::key_facts:
        return say("part.facts");
    case PartKind::identity:
        return say("part.identity");
    case PartKind::page:
        break;
    }
    return "";
}

} // namespace

std::string words_of(const Cell& cell) {
    auto words = whole_of(cell);
    const auto field =
        cell.field == CellField::whole || cell.kind == CellKind::history ? "" : word_of(cell.field);
    if (!words.empty() && !field.empty()) words += ", ";
    words += field;
    if (cell.position > 0) words += fmt::format(" {}", cell.position);
    return (cell.scoring == 0 ? "" : std::string(say("cell.scoring"))) + words;
}

std::string words_of(const Part& part) {
    auto words = part.page ? fmt::format(say("part.page"), *part.page) : std::string(word_of(part.kind));
    if (part.area) words += fmt::format(say("part.of_area"), *part.area);
    return words;
}

std::string words_of_values(std::string values) {
    for (const auto& [english, words] :
         {std::pair<std::string_view, std::string_view>{" of ", say("values.of")},
          {", or ", say("values.or")},
          {"a maximum above 0", say("values.above")}})
        for (auto at = values.find(english); at != std::string::npos;
             at = values.find(english, at + words.size()))
            values.replace(at, english.size(), words);
    constexpr std::string_view digits = "0123456789";
    for (auto at = values.find('.', 1); at != std::string::npos; at = values.find('.', at + 1))
        if (digits.find(values[at - 1]) != std::string_view::npos && at + 1 < values.size() &&
            digits.find(values[at + 1]) != std::string_view::npos)
            values[at] = ',';
    return values;
}

} // namespace kompass::publish::site
