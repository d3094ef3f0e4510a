#include "enquiry/export_tables.h"

#include <algorithm>

namespace kompass::enquiry {

namespace {

using Column = ExportColumn;
using Type = ExportColumn::Type;

const std::string position = "position";

Column report_id() {
    return {"report", Type::integer, "the report it stands in", true};
}

Column municipality() {
    return {"municipality", Type::text, "the municipality evaluated; empty: not found"};
}

Column year() {
    return {"year", Type::integer, "of the evaluation"};
}

Column edition() {
    return {"edition", Type::text, "of the instrument; scores compare only within one"};
}

Column area() {
    return {"area", Type::integer, "number of the area, 1 to 8", true};
}

/// The names that last: of the evaluation, and of the document that the row is taken from.
Column evaluation() {
    return {"evaluation", Type::text, "lasting key of the evaluation, e.g. se-1983-2017-10", true};
}

Column document() {
    return {"document", Type::text, "hash (SHA-256) of the document that it is from", true};
}

Column position_among(const std::string& what) {
    return {position, Type::integer, "order among " + what + ", 1 is the first", true};
}

std::vector<Column> figures() {
    return {{"points", Type::number, "reached, with one decimal at most; empty: not stated"},
            {"max", Type::integer, "points that can be reached; empty: not stated"},
            {"percent", Type::integer, "points of max, per cent, whole, as printed; empty: not stated"}};
}

std::vector<Column> joined(std::vector<Column> columns, const std::vector<Column>& more) {
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

ExportTable reports_table() {
    return {
        "reports",
        "reports",
        "Reports",
        "One row a report.",
        {{"report", Type::integer, "key of the report in the archive this was exported from", true},
         municipality(),
         {"municipality_code", Type::text, "official code, four digits"},
         {"county", Type::text, "of the municipality, from the register"},
         year(),
         {"month", Type::integer, "of the evaluation, 1 to 12"},
         edition(),
         {"points", Type::number, "sum of the eight areas; empty unless all eight are stated"},
         {"max", Type::integer, "sum of their maxima"},
         {"doubtful", Type::text, "fields that a person should check, separated by commas"},
         {"parts", Type::text,
          "its parts in one line, e.g. 41 of 41 parts; not accounted for: taken before there were accounts",
          true},
         {"accounted", Type::number,
          "share of the words read that are accounted for, 0 to 1; empty: not accounted for"},
         {"file", Type::text, "base name of the source", true},
         {"kind", Type::text, "pdf, image or transcript", true},
         {"sha256", Type::text, "of the source's bytes: its identity", true},
         evaluation()},
        {"report"}};
}

ExportTable areas_table() {
    return {"areas",
            "area_totals",
            "Areas",
            "One row an area of a report: the last row of its score table.",
            joined(joined({report_id(),
                           municipality(),
                           year(),
                           edition(),
                           area(),
                           {"title", Type::text, "as in the area's heading"}},
                          figures()),
                   {{"box_points", Type::number, "points in the box Rubriker/Poäng; empty: no box"},
                    {"doubtful", Type::text, "fields that a person should check, separated by commas"},
                    evaluation(),
                    document()}),
            {"report", "area"}};
}

ExportTable questions_table() {
    return {"questions",
            "scores",
            "Questions",
            "One row a question of a report.",
            joined(joined({report_id(),
                           municipality(),
                           year(),
                           edition(),
                           area(),
                           position_among("the rows of the area"),
                           {"question", Type::text, "number as printed, e.g. 4.2"},
                           {"text", Type::text, "the question as printed"}},
                          figures()),
                   {{"doubtful", Type::text, "fields that a person should check, separated by commas"},
                    evaluation(),
                    document()}),
            {"report", "area", position}};
}

ExportTable findings_table() {
    return {"findings",
            "findings_list",
            "Findings",
            "Strengths, improvements and weaknesses, in the order of the report.",
            {report_id(),
             municipality(),
             year(),
             area(),
             {"kind", Type::text, "strength, improvement or weakness", true},
             position_among("those of its kind in the area"),
             {"text", Type::text, "joined over line ends"},
             evaluation(),
             document()},
            {"report", "area", "kind", position}};
}

ExportTable role_models_table() {
    return {"role-models",
            "role_models_list",
            "Role models",
            "Municipalities that a report names as models in an area.",
            {report_id(),
             municipality(),
             year(),
             edition(),
             area(),
             {"title", Type::text, "of the area, as in its heading"},
             {"role_model", Type::text, "the municipality named", true},
             {"role_model_code", Type::text, "official code; empty: not recognised"},
             evaluation()},
            {}};
}

ExportTable history_table() {
    return {
        "history",
        "history_list",
        "History",
        "What reports print of earlier evaluations. Their edition is not stated.",
        {report_id(),
         municipality(),
         {"printed_in", Type::integer, "year of the report that prints it"},
         {"year", Type::integer, "of the evaluation told of", true},
         {"area", Type::integer, "number of the area; empty: all areas together"},
         {"points", Type::number, "as printed; empty: not stated"},
         {"state", Type::text, "consistent, inconsistent, repaired, doubtful or decided; empty: not stated"},
         evaluation()},
        {}};
}

ExportTable inconsistencies_table() {
    return {"inconsistencies",
            "inconsistencies",
            "Inconsistencies",
            "Figures that a report's other figures contradict. They stand as published.",
            {report_id(),
             municipality(),
             year(),
             {"area", Type::integer, "number of the area; empty: not of one area"},
             {"cell", Type::text, "what was checked, e.g. 4.4 percent", true},
             {"kind", Type::text, "which arithmetic", true},
             {"printed", Type::text, "what the report prints there"},
             {"expected", Type::text, "what follows from the rest"},
             {"explanation", Type::text, "a sentence for people"},
             {"layer", Type::text, "of printed figures, of those in effect, or of both", true},
             evaluation()},
            {}};
}

ExportTable figures_table() {
    return {
        "figures",
        "notable_figures",
        "Figures with a story",
        "Figures that were repaired, are doubtful, contradict others or were decided by a person. The other "
        "tables hold the effective ones.",
        {report_id(),
         municipality(),
         year(),
         {"area", Type::integer, "number of the area; empty: not of one area"},
         {"cell", Type::text, "the figure's name, e.g. 4.4 percent", true},
         {"read", Type::text, "what was read, as published or misread; empty: nothing was"},
         {"value", Type::number, "as read, or as the arithmetic repaired it"},
         {"corrected", Type::number, "what a person decided"},
         {"effective", Type::number, "what counts"},
         {"status", Type::text, "inconsistent, repaired, doubtful or decided", true},
         {"candidates", Type::text, "of a doubtful figure: what it may be, best first"},
         {"why", Type::text, "of a repaired figure: the reason"},
         evaluation(),
         document()},
        {}};
}

ExportTable parts_table() {
    return {"parts",
            "completeness",
            "Parts",
            "What of each report was found, and what was not though it was to be expected.",
            {report_id(),
             municipality(),
             year(),
             {"area", Type::integer, "number of the area; empty: a part of no area"},
             {"part", Type::text, "e.g. strengths, score_table; page: a page by its printed number", true},
             {"state", Type::text, "found, damaged, missing or not_in_report", true},
             {"why", Type::text, "what is wrong, why it is expected, or why it is not; empty: found"},
             {"place", Type::text, "page of the file where it, or its area, begins; empty: not known"},
             evaluation(),
             document()},
            {}};
}

std::string statement_of(const ExportTable& table) {
    std::string names;
    for (const auto& column : table.columns)
        names += (names.empty() ? "" : ", ") +
                 std::string(table.view == "scores" && column.name == position ? "NULL AS " : "") +
                 column.name;
    return "SELECT " + names + " FROM " + table.view;
}

/// Numbers the rows of a report's area, which come together, where the view has no position.
class Counter {
public:
    explicit Counter(const ExportTable& table) {
        const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                        [](const Column& column) { return column.name == position; });
        if (table.view == "scores") at_ = static_cast<std::size_t>(found - table.columns.begin());
    }

    void number(ExportRow& row) {
        if (at_ == 0) return;
        const ExportRow group{row.front(), row.at(at_ - 1)};
        count_ = group == group_ ? count_ + 1 : 1;
        group_ = group;
        row.at(at_) = std::to_string(count_);
    }

private:
    std::size_t at_ = 0; ///< 0: nothing to number
    ExportRow group_;
    int count_ = 0;
};

} // namespace

const std::vector<ExportTable>& export_tables() {
    static const std::vector<ExportTable> tables{
        reports_table(), areas_table(),           questions_table(), findings_table(), role_models_table(),
        history_table(), inconsistencies_table(), figures_table(),   parts_table()};
    return tables;
}

ExportExtent export_extent(const archive::Connection& connection) {
    ExportExtent extent;
    connection.each(
        "SELECT count(*) AS reports, min(year) AS first, max(year) AS last, "
        "(SELECT count(*) FROM account k WHERE NOT EXISTS (SELECT 1 FROM account_part p "
        "WHERE p.report_id = k.report_id AND p.state IN ('damaged', 'missing'))) AS whole FROM reports",
        {}, [&](const archive::Row& row) {
            extent = {row.integer("reports"), row.integer("whole"), row.optional_integer("first"),
                      row.optional_integer("last")};
        });
    return extent;
}

void each_row(const archive::Connection& connection, const ExportTable& table,
              const std::function<void(const ExportRow&)>& on_row) {
    Counter counter(table);
    connection.each(statement_of(table), {}, [&](const archive::Row& row) {
        ExportRow values;
        for (const auto& column : table.columns)
            values.push_back(row.optional_text(column.name));
        counter.number(values);
        on_row(values);
    });
}

} // namespace kompass::enquiry
