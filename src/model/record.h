// The report record: the seam between reading and storing (record.schema.json names the same things).
//
// What a source does not state is nullopt or empty, never guessed. What is unsure is named in `doubtful`
// beside it, and `candidates` lists the values it may have. Plain values.
#pragma once

#include "model/account.h"
#include "model/cell.h"
#include "model/correction.h"
#include "model/decimal.h"
#include "model/document.h"
#include "model/place.h"
#include "model/provenance.h"
#include "model/text_repair.h"
#include "model/trouble.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass {

/// Which arithmetic was checked.
enum class CheckKind {
    row,          ///< points, maximum and percent of a question or a total agree
    sum,          ///< the questions' points give the area's total, the areas' that of a scoring
    maxima,       ///< the questions' maxima sum to the printed maximum
    hundred,      ///< the area's maximum is 100
    box,          ///< the Rubriker/Poäng box agrees with the score table
    history_sum,  ///< a history column sums to its total
    history_year, ///< the history column of the report's own year equals its areas
};

/// A figure that was misread and repaired; what was read is kept.
struct ScoreRepair {
    std::string field; ///< the figure's name in the notes: note_of() of its cell
    std::string read;  ///< empty: nothing was read there
    Decimal value;
    std::string why;
    std::vector<CheckKind> checks{}; ///< that tell the value; none in a record made before they were named

    bool operator==(const ScoreRepair&) const = default;
};

/// Points reached, which may have a half; the maximum and the percentage, which are whole.
struct Score {
    std::optional<Decimal> points, max, percent;
    std::vector<std::string> doubtful;                      ///< names of fields a person should check
    std::map<std::string, std::vector<Decimal>> candidates; ///< field -> values it may have, best first
    std::vector<ScoreRepair> repairs;
    Places places;

    bool operator==(const Score&) const = default;
};

struct Question {
    std::string number; ///< "4.2"
    std::string text;   ///< as printed
    Score score;

    bool operator==(const Question&) const = default;
};

struct Finding {
    std::string text;
    std::string raw; ///< as read, where that differs from text
    Places places;

    bool operator==(const Finding&) const = default;
};

/// A paragraph of running text, of an area or a chapter.
struct Paragraph {
    std::string text;
    int page = 1; ///< where it begins

    bool operator==(const Paragraph&) const = default;
};

/// What the report says outside its eight areas: an introduction, a chapter on method, "Kommunens styrkor".
struct Chapter {
    std::string heading; ///< as printed; empty: the text stands before any heading
    int page = 1;        ///< where it begins
    std::vector<Paragraph> paragraphs;

    bool operator==(const Chapter&) const = default;
};

struct RoleModel {
    std::string name, code;

    bool operator==(const RoleModel&) const = default;
};

struct Area {
    int number = 0;                         ///< 1 to 8
    std::string title;                      ///< as in the area's heading
    std::optional<std::string> table_title; ///< as in the head of its score table
    std::vector<std::string> box_headings;
    std::optional<Decimal> box_points;
    Score total;
    std::vector<Question> questions;
    std::vector<Finding> strengths, improvements, weaknesses;
    std::vector<RoleModel> role_models;
    std::vector<Paragraph> prose;                           ///< what is neither box nor table nor finding
    std::vector<std::string> doubtful;                      ///< e.g. "box_points", "strengths"
    std::map<std::string, std::vector<Decimal>> candidates; ///< of "box_points", best first
    std::vector<ScoreRepair> repairs;                       ///< of "box_points"
    Places places; ///< of the points box, if there is one, else of the heading

    bool operator==(const Area&) const = default;
};

/// One column of the table of earlier evaluations.
struct HistoryColumn {
    int year = 0;
    std::vector<std::optional<Decimal>> areas; ///< area 1 first
    std::optional<Decimal> total;
    Places places;
    std::vector<std::string> doubtful{};                      ///< note_of() of its cells
    std::map<std::string, std::vector<Decimal>> candidates{}; ///< of the same fields, best first
    std::vector<ScoreRepair> repairs{};

    bool operator==(const HistoryColumn&) const = default;
};

/// What the report is scored by another edition of the instrument, beside its own scores: municipalities were
/// given both when the instrument was revised. Its figures never stand in for the report's own.
struct Scoring {
    std::string edition;               ///< its id; empty: not to be told
    std::string label;                 ///< what tells of it, as printed: "Poäng enligt tidigare modell"
    std::vector<std::string> doubtful; ///< "edition"
    std::vector<Area> areas; ///< in order of number; titles, total and questions alone, questions if printed
    Score total;             ///< of all areas
    std::vector<HistoryColumn> history; ///< earlier evaluations that are said to be scored so
    Places places;

    bool operator==(const Scoring&) const = default;
};

/// The number by which cells and people name the scoring at `index` of a record; the report's own is the
/// first.
[[nodiscard]] constexpr int number_of_scoring(std::size_t index) {
    return static_cast<int>(index) + 2;
}

/// What the arithmetic says of one check.
enum class Verdict { exact, rounding, inconsistent };

struct AuditFinding {
    CheckKind kind = CheckKind::row;
    Verdict verdict = Verdict::exact;
    int area = 0;            ///< 0: not of one area
    Cell cell;               ///< the figure, or the whole of a row or column
    std::string printed;     ///< what the report prints there
    std::string expected;    ///< what follows from the rest, e.g. "51" or "50–51"
    std::string explanation; ///< a sentence a controller understands
    Places places;

    bool operator==(const AuditFinding&) const = default;
};

struct PageNote {
    int number = 1;
    Reading reading = Reading::empty;
    std::string why;
    std::optional<double> confidence;

    bool operator==(const PageNote&) const = default;
};

/// Where a file came from, as a person said; what was not said is empty.
struct FileOrigin {
    std::string url, publisher;
    std::string retrieved; ///< the day, ISO 8601
    std::string licence, note;

    bool operator==(const FileOrigin&) const = default;
};

/// A person who evaluated, taken apart; `evaluators` of the record has the same person as printed.
struct Evaluator {
    std::string name;
    std::string role, employer;        ///< as printed; empty: not printed
    std::vector<std::string> doubtful; ///< "name", "role", "employer": what a person should check

    bool operator==(const Evaluator&) const = default;
};

struct Record {
    // source
    std::string file, sha256;
    SourceKind kind = SourceKind::pdf;
    std::optional<FileOrigin> origin; ///< what the archive knows; no document says it itself
    std::vector<PageNote> pages;
    // municipality: empty where it was not found
    std::string municipality, municipality_code;
    // evaluation
    std::optional<int> year, month, ordinal, interviewees;
    std::optional<std::string> document_date; ///< ISO 8601, e.g. "2019-02-08"
    std::vector<std::string> evaluators;      ///< as printed: "Anna Berg, senior konsult (SKL)"
    std::vector<Evaluator> evaluator_details; ///< one for each; none in a record made before there were any
    std::string edition;                      ///< its id, "2016"; which there are, rules/editions says
    std::vector<std::string> doubtful;        ///< "municipality", "year", "edition", …
    std::vector<Area> areas;                  ///< in order of number
    std::vector<HistoryColumn> history;
    std::vector<Scoring> scorings;                              ///< beside the report's own
    std::vector<std::pair<std::string, std::string>> key_facts; ///< label, value, as printed, in order
    std::vector<Chapter> chapters; ///< in reading order; none in a record made before they were kept
    std::vector<AuditFinding> findings_of_audit;
    int text_repairs = 0;     ///< how many words the text repair changed
    TextRepairs word_repairs; ///< which; empty in a record that came without them
    Troubles troubles;
    std::optional<Account> account; ///< of words and parts; none in a record made before there were accounts
    Provenances provenance;         ///< none in a record made before it was kept
    std::optional<ExtractedBy> extracted_by; ///< told where a record leaves its machine, else not
    std::vector<Correction> corrections; ///< in the order made; nothing else in the record is changed by them

    bool operator==(const Record&) const = default;
};

[[nodiscard]] const char* name_of(Verdict verdict);
[[nodiscard]] const char* name_of(CheckKind kind);
[[nodiscard]] Verdict verdict_from(const std::string& name);
[[nodiscard]] CheckKind check_kind_from(const std::string& name);

} // namespace kompass
