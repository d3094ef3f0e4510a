#include "enquiry/export_tables.h"

#include <algorithm>
#include <initializer_list>

namespace kompass::enquiry {

namespace {

using Column = ExportColumn;
using Type = ExportColumn::Type;

const std::string position = "position";

/// What every table begins with: which evaluation a row is of, by its lasting name and in words.
std::vector<Column> subject() {
    return {{"evaluation", Type::text, "lasting key of the evaluation, e.g. se-1983-2017-10", true},
            {"municipality", Type::text, "the municipality evaluated; empty: not found"},
            {"year", Type::integer, "of the evaluation"},
            {"edition", Type::text, "of the instrument; scores compare only within one"}};
}

/// Of tables of what reports print of other years.
std::vector<Column> printing_subject() {
    auto columns = subject();
    columns.at(2) = {"printed_in", Type::integer, "year of the report that prints it"};
    columns.at(3) = {"printed_in_edition", Type::text,
                     "of the instrument, of that report; which one the year told of had is not stated"};
    columns.push_back({"year", Type::integer, "of the evaluation told of", true});
    return columns;
}

/// What every table ends with: the document that the row is taken from.
std::vector<Column> origin() {
    return {{"document", Type::text, "hash (SHA-256) of the document that it is from", true},
            {"source", Type::text, "base name of that document's file", true}};
}

Column area() {
    return {"area", Type::integer, "number of the area, 1 to 8", true};
}

Column position_among(const std::string& what) {
    return {position, Type::integer, "order among " + what + ", 1 is the first", true};
}

Column points() {
    return {"points", Type::number, "as printed, with one decimal at most; empty: not stated"};
}

Column state() {
    return {
        "state", Type::text,
        "sound, from another file, decided, repaired, inconsistent or doubtful, the foremost of its figures; "
        "empty: none is stated"};
}

Column state_of(const std::string& field) {
    return {field + "_state", Type::text, "of " + field + "; empty: not stated"};
}

std::vector<Column> figures() {
    return {{"points", Type::number, "reached, with one decimal at most; empty: not stated"},
            {"max", Type::integer, "points that can be reached; empty: not stated"},
            {"percent", Type::integer, "points of max, per cent, whole, as printed; empty: not stated"},
            state(),
            state_of("points"),
            state_of("max"),
            state_of("percent")};
}

/// What people told of where a file came from.
std::vector<Column> file_origin() {
    return {{"url", Type::text, "address that the file was fetched from; empty: not told"},
            {"publisher", Type::text, "who published it there; empty: not told"},
            {"retrieved", Type::date, "the day it was fetched, ISO 8601; empty: not told"},
            {"licence", Type::text, "under which it may be used; empty: not told"},
            {"note", Type::text, "what else was told of where it came from"}};
}

std::vector<Column> joined(std::initializer_list<std::vector<Column>> parts) {
    std::vector<Column> columns;
    for (const auto& part : parts)
        columns.insert(columns.end(), part.begin(), part.end());
    return columns;
}

ExportTable reports_table() {
    return {
        "reports",
        "reports",
        "Reports",
        "One row an evaluation, with the document that is preferred for it.",
        joined({subject(),
                {{"municipality_code", Type::text, "official code, four digits"},
                 {"county", Type::text, "of the municipality, from the register"},
                 {"month", Type::integer, "of the evaluation, 1 to 12"},
                 {"ordinal", Type::integer, "1: the municipality's first evaluation; empty: not stated"},
                 {"interviewees", Type::integer, "persons, in round figures; empty: not stated"},
                 {"document_date", Type::date, "date of the document, ISO 8601; empty: not stated"},
                 {"parts", Type::text,
                  "its parts in one line, e.g. 41 of 41 parts; not accounted for: taken before there were "
                  "accounts",
                  true},
                 {"accounted", Type::number,
                  "share of the words read that are accounted for, 0 to 1; empty: not accounted for"},
                 {"documents", Type::integer, "how many files tell of it", true},
                 {"state", Type::text, "of what it says of itself; empty: nothing"},
                 {"kind", Type::text, "of the document: pdf, image or transcript", true},
                 {"instrument", Type::text, "that the edition is of; empty: the edition is not known"}},
                file_origin(),
                origin()}),
        {"evaluation"},
        ""};
}

ExportTable documents_table() {
    return {"documents",
            "documents",
            "Documents",
            "Every file that tells of an evaluation, the preferred one first, and where it came from.",
            joined({subject(),
                    {position_among("the documents of the evaluation"),
                     {"state", Type::text, "current: the preferred document; former: another goes before it",
                      true},
                     {"why", Type::text, "why the preferred one goes before it; empty: it is that one"},
                     {"kind", Type::text, "pdf, image or transcript", true}},
                    file_origin(),
                    origin()}),
            {"evaluation", position},
            "position"};
}

ExportTable evaluators_table() {
    return {"evaluators",
            "evaluators",
            "Evaluators",
            "The persons who evaluated, in the order of the report.",
            joined({subject(),
                    {position_among("those of the evaluation"),
                     {"name", Type::text,
                      "of the person; of a report taken before persons were taken apart, as printed", true},
                     {"role", Type::text, "as printed; empty: not printed"},
                     {"employer", Type::text,
                      "as printed; of several who share one, each has it; empty: not printed"},
                     {"printed", Type::text, "the person with role and employer, as printed", true},
                     {"state", Type::text, "sound, from another file or doubtful", true},
                     state_of("name"),
                     state_of("role"),
                     state_of("employer")},
                    origin()}),
            {"evaluation", position},
            position};
}

ExportTable known_totals_table() {
    auto columns =
        joined({subject(),
                {{"month", Type::integer, "of the evaluation, as the publication tells it; empty: not told"},
                 {"area", Type::integer, "number of the area; empty: all areas together"},
                 {"known", Type::number, "points that the publication gives", true},
                 {"points", Type::number, "points in the archive; empty: it has none"},
                 {"points_state", Type::text, "of points"},
                 {"difference", Type::number, "points less known; empty: nothing to compare with"},
                 {"state", Type::text, "agrees, differs, no figure (the report lacks it) or no report", true},
                 {"publication", Type::text, "that gives it", true}},
                origin()});
    for (auto& column : columns)
        if (column.name == "evaluation" || column.name == "document" || column.name == "source")
            column.required = false; // there may be no report
    return {"known-totals",
            "known_totals",
            "Known totals",
            "What other publications give of evaluations, beside what the archive has. It changes nothing.",
            std::move(columns),
            {},
            "municipality_code, year, month, publication, area"};
}

ExportTable totals_table() {
    return {"totals",
            "grand_totals",
            "Totals",
            "One row an evaluation: the sum of its eight areas.",
            joined({subject(),
                    {{"points", Type::number, "sum of the eight areas; empty unless all eight are stated"},
                     {"max", Type::integer, "sum of their maxima"},
                     {"areas", Type::integer, "how many areas' totals are stated", true},
                     state()},
                    origin()}),
            {"evaluation"},
            "",
            "points"};
}

ExportTable areas_table() {
    return {"areas",
            "area_totals",
            "Areas",
            "One row an area of an evaluation: the last row of its score table.",
            joined({subject(),
                    {area(), {"title", Type::text, "as in the area's heading"}},
                    figures(),
                    {{"box_points", Type::number, "points in the box Rubriker/Poäng; empty: no box"},
                     state_of("box_points"),
                     state_of("title")},
                    origin()}),
            {"evaluation", "area"},
            "area"};
}

ExportTable questions_table() {
    return {"questions",
            "scores",
            "Questions",
            "One row a question of an evaluation.",
            joined({subject(),
                    {area(),
                     position_among("the rows of the area"),
                     {"question", Type::text, "number as printed, e.g. 4.2"},
                     {"text", Type::text, "the question as printed"}},
                    figures(),
                    {state_of("text")},
                    origin()}),
            {"evaluation", "area", position},
            "area, position"};
}

ExportTable findings_table() {
    return {"findings",
            "findings",
            "Findings",
            "Strengths, improvements and weaknesses, in the order of the report.",
            joined({subject(),
                    {area(),
                     {"kind", Type::text, "strength, improvement or weakness", true},
                     position_among("those of its kind in the area"),
                     {"text", Type::text, "joined over line ends"},
                     {"state", Type::text, "sound, from another file, decided or doubtful", true}},
                    origin()}),
            {"evaluation", "area", "kind", position},
            "area, kind = 'weakness', kind = 'improvement', position",
            "text"};
}

ExportTable role_models_table() {
    return {"role-models",
            "role_models",
            "Role models",
            "Municipalities that a report names as models in an area.",
            joined({subject(),
                    {area(),
                     {"title", Type::text, "of the area, as in its heading"},
                     position_among("those of the area"),
                     {"role_model", Type::text, "the municipality named", true},
                     {"role_model_code", Type::text, "official code; empty: not recognised"},
                     {"state", Type::text, "sound, from another file or doubtful", true}},
                    origin()}),
            {"evaluation", "area", position},
            "area, position",
            "role_model"};
}

ExportTable chapters_table() {
    return {"chapters",
            "chapters",
            "Chapters",
            "What reports say outside the eight areas: each paragraph, under the heading of its chapter.",
            joined({subject(),
                    {{"chapter", Type::integer, "order of the chapter in the report, 1 is the first", true},
                     {"heading", Type::text, "as printed; empty: the text stands before any heading"},
                     {position, Type::integer,
                      "order of the paragraph in the chapter; empty: the heading has no text of its own"},
                     {"text", Type::text, "joined over line ends; empty: none"},
                     {"page", Type::integer, "in the file where it begins", true},
                     {"state", Type::text, "sound or from another file", true}},
                    origin()}),
            {},
            "chapter, position",
            "text"};
}

ExportTable history_table() {
    return {"history",
            "history",
            "History",
            "What reports print of earlier evaluations, area by area. Their edition is not stated.",
            joined({printing_subject(), {area(), points(), state()}, origin()}),
            {},
            "year, area, points",
            "points"};
}

ExportTable history_totals_table() {
    return {"history-totals",
            "history_totals",
            "Totals of the history",
            "What reports print of earlier evaluations, all areas together. Their edition is not stated.",
            joined({printing_subject(), {points(), state()}, origin()}),
            {},
            "year, points",
            "points"};
}

/// Of tables of scorings beside the reports' own.
std::vector<Column> other_subject() {
    auto columns = subject();
    columns.at(3) = {"edition", Type::text, "of the instrument that it is scored by; empty: not to be told"};
    columns.push_back({"scoring", Type::integer, "its number; the report's own is the first", true});
    return columns;
}

Column edition_state() {
    return {"edition_state", Type::text, "of edition: sound, doubtful or decided; empty: not stated"};
}

ExportTable other_totals_table() {
    return {"other-totals",
            "other_grand_totals",
            "Totals of other scorings",
            "One row a scoring by another edition that a report prints beside its own, all areas together.",
            joined({other_subject(),
                    {{"points", Type::number, "sum of the eight areas; empty unless all eight are stated"},
                     {"printed", Type::number, "the total as printed; empty: not stated"},
                     {"max", Type::integer, "points that can be reached, as printed; empty: not stated"},
                     {"percent", Type::integer, "as printed; empty: not stated"},
                     {"state", Type::text, "of points, as in other tables; empty: not stated"},
                     state_of("printed"),
                     edition_state()},
                    origin()}),
            {"evaluation", "scoring"},
            "scoring",
            "points"};
}

ExportTable other_areas_table() {
    return {"other-areas",
            "other_area_totals",
            "Areas of other scorings",
            "One row an area of a scoring by another edition that a report prints beside its own.",
            joined({other_subject(),
                    {area(), {"title", Type::text, "as printed; empty: none was found"}},
                    figures(),
                    {edition_state()},
                    origin()}),
            {"evaluation", "scoring", "area"},
            "scoring, area"};
}

ExportTable other_questions_table() {
    return {"other-questions",
            "other_scores",
            "Questions of other scorings",
            "One row a question of a scoring by another edition that a report prints beside its own.",
            joined({other_subject(),
                    {area(),
                     position_among("the rows of the scoring"),
                     {"question", Type::text, "number as printed, e.g. 4.2", true},
                     {"text", Type::text, "the question as printed"}},
                    figures(),
                    {edition_state()},
                    origin()}),
            {"evaluation", "scoring", position},
            "scoring, position"};
}

ExportTable other_history_table() {
    return {"other-history",
            "other_history",
            "History of other scorings",
            "What reports print of earlier evaluations and say to be scored by another edition.",
            joined({{{"evaluation", Type::text, "lasting key of the evaluation whose report prints it", true},
                     {"municipality", Type::text, "the municipality evaluated; empty: not found"},
                     {"printed_in", Type::integer, "year of the report that prints it"},
                     {"edition", Type::text, "of the instrument; empty: not to be told"},
                     {"scoring", Type::integer, "its number; the report's own is the first", true},
                     {"year", Type::integer, "of the evaluation told of", true},
                     {"area", Type::integer, "number of the area, 1 to 8; empty: all together"},
                     points(),
                     state(),
                     edition_state()},
                    origin()}),
            {},
            "scoring, year, area",
            "points"};
}

ExportTable inconsistencies_table() {
    return {"inconsistencies",
            "inconsistencies",
            "Inconsistencies",
            "Figures that a report's other figures contradict. They stand as published.",
            joined({subject(),
                    {position_among("the checks of the evaluation"),
                     {"area", Type::integer, "number of the area; empty: not of one area"},
                     {"cell", Type::text, "what was checked, e.g. 4.4 percent", true},
                     {"kind", Type::text, "which arithmetic", true},
                     {"printed", Type::text, "what the report prints there", false, true},
                     {"expected", Type::text, "what follows from the rest", false, true},
                     {"explanation", Type::text, "a sentence for people"},
                     {"layer", Type::text, "of printed figures, of those in effect, or of both", true}},
                    origin()}),
            {"evaluation", position},
            "position"};
}

ExportTable figures_table() {
    return {
        "figures",
        "figures",
        "Figures",
        "Every figure by its name: what was read, what a person decided, what counts and how sure it is. The "
        "other tables hold what counts.",
        joined(
            {subject(),
             {{"area", Type::integer, "number of the area; empty: not of one area"},
              {"cell", Type::text, "the figure's name, e.g. 4.4 percent", true},
              {"read", Type::text, "what was read, as published or misread; empty: nothing was", false, true},
              {"value", Type::number, "as read, or as the arithmetic repaired it"},
              {"corrected", Type::number, "what a person decided"},
              {"effective", Type::number, "what counts"},
              {"state", Type::text, "sound, from another file, decided, repaired, inconsistent or doubtful",
               true},
              {"candidates", Type::text, "of a doubtful figure: what it may be, best first", false, true},
              {"why", Type::text, "of a repaired figure: the reason"}},
             origin()}),
        {},
        "area IS NULL, area, cell",
        "effective"};
}

ExportTable parts_table() {
    return {
        "parts",
        "completeness",
        "Parts",
        "What of each report was found, and what was not though it was to be expected.",
        joined(
            {subject(),
             {position_among("the parts of the evaluation"),
              {"area", Type::integer, "number of the area; empty: a part of no area"},
              {"scoring", Type::integer, "number of the scoring it is of; empty: of the report's own"},
              {"part", Type::text, "e.g. strengths, score_table; page: a page by its printed number", true},
              {"state", Type::text, "found, damaged, missing or not_in_report", true},
              {"why", Type::text, "what is wrong, why it is expected, or why it is not; empty: found"},
              {"place", Type::text, "page of the file where it, or its area, begins; empty: not known"}},
             origin()}),
        {"evaluation", position},
        "position"};
}

std::string statement_of(const ExportTable& table) {
    std::string names;
    for (const auto& column : table.columns)
        names += (names.empty() ? "" : ", ") + column.name;
    return "SELECT " + names + " FROM " + table.view + " ORDER BY evaluation" +
           (table.order.empty() ? "" : ", " + table.order);
}

} // namespace

std::optional<std::size_t> ExportTable::place_of(const std::string& column) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ExportColumn& other) { return other.name == column; });
    return found == columns.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::size_t> ExportTable::state_of(const std::string& column) const {
    return column == stated ? place_of("state") : place_of(column + "_state");
}

const std::vector<ExportTable>& export_tables() {
    static const std::vector<ExportTable> tables{
        reports_table(),         totals_table(),      areas_table(),           questions_table(),
        findings_table(),        role_models_table(), history_table(),         history_totals_table(),
        other_totals_table(),    other_areas_table(), other_questions_table(), other_history_table(),
        inconsistencies_table(), figures_table(),     parts_table(),           documents_table(),
        evaluators_table(),      chapters_table(),    known_totals_table()};
    return tables;
}

ExportExtent export_extent(const archive::Connection& connection) {
    ExportExtent extent;
    connection.each("SELECT count(*) AS reports, min(year) AS first, max(year) AS last, "
                    "(SELECT count(*) FROM account k JOIN evaluation e ON e.report_id = k.report_id "
                    "WHERE NOT EXISTS (SELECT 1 FROM account_part p WHERE p.report_id = k.report_id "
                    "AND p.state IN ('damaged', 'missing'))) AS whole, "
                    "(SELECT substr(max(at), 1, 10) FROM (SELECT max(coalesce(ended_at, started_at)) AS at "
                    "FROM run UNION ALL "
                    "SELECT max(made_at) FROM decision)) AS changed FROM reports",
                    {}, [&](const archive::Row& row) {
                        extent = {row.integer("reports"),
                                  row.integer("whole"),
                                  row.optional_integer("first"),
                                  row.optional_integer("last"),
                                  row.text("changed"),
                                  {},
                                  {}};
                    });
    extent.instruments = connection.texts(
        "SELECT DISTINCT instrument FROM reports WHERE instrument IS NOT NULL ORDER BY instrument");
    connection.each("SELECT source, url, publisher, retrieved, licence, note FROM documents "
                    "WHERE coalesce(url, publisher, retrieved, licence, note) IS NOT NULL "
                    "ORDER BY evaluation, position",
                    {}, [&](const archive::Row& row) {
                        extent.origins.emplace_back(row.text("source"),
                                                    FileOrigin{row.text("url"), row.text("publisher"),
                                                               row.text("retrieved"), row.text("licence"),
                                                               row.text("note")});
                    });
    return extent;
}

void each_row(const archive::Connection& connection, const ExportTable& table,
              const std::function<void(const ExportRow&)>& on_row) {
    connection.each(statement_of(table), {}, [&](const archive::Row& row) {
        ExportRow values;
        for (const auto& column : table.columns)
            values.push_back(row.optional_text(column.name));
        on_row(values);
    });
}

} // namespace kompass::enquiry
