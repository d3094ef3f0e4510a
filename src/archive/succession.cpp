#include "archive/succession.h"

#include "archive/reader.h"
#include "archive/writer.h"
#include "model/record_json.h"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace kompass::archive {
namespace {

using Id = std::int64_t;

constexpr const char* file_replaced = "file-replaced";

/// What one report has for it when it stands against another.
struct Standing {
    Id source = 0, report = 0;
    std::string file, date;
    std::optional<int> parts; ///< how many were found; none: not accounted for
    int faulty = 0;           ///< parts that are damaged or missing
    int figures = 0, doubts = 0;
    int distance = 0; ///< from the print: 0 born digital, 1 read by OCR, 2 a transcript
};

Standing standing_of(const Connection& connection, Id source) {
    Standing standing;
    connection.each(
        "SELECT s.id AS source, r.id AS report, s.file, coalesce(r.document_date, '') AS date, "
        "CASE WHEN EXISTS (SELECT 1 FROM account WHERE report_id = r.id) THEN "
        "(SELECT count(*) FROM account_part WHERE report_id = r.id AND state = 'found') END AS parts, "
        "(SELECT count(*) FROM account_part WHERE report_id = r.id AND state IN ('damaged', 'missing')) AS "
        "faulty, "
        "(SELECT count(points) FROM area_score WHERE report_id = r.id) + "
        "(SELECT count(q.points) FROM question_score q JOIN area_score a ON a.id = q.area_score_id "
        "WHERE a.report_id = r.id) AS figures, "
        "(SELECT count(*) FROM doubt d JOIN entry e ON e.id = d.entry_id WHERE e.source_id = s.id) AS "
        "doubts, "
        "CASE WHEN s.kind = 'transcript' THEN 2 ELSE EXISTS "
        "(SELECT 1 FROM page WHERE source_id = s.id AND reading = 'ocr') END AS distance "
        "FROM source s JOIN report r ON r.source_id = s.id WHERE s.id = ?",
        {source}, [&](const Row& row) {
            standing = {row.id("source"),
                        row.id("report"),
                        row.text("file"),
                        row.text("date"),
                        row.optional_integer("parts"),
                        row.integer("faulty"),
                        row.integer("figures"),
                        row.integer("doubts"),
                        row.integer("distance")};
        });
    return standing;
}

/// One thing that may decide between two.
struct Criterion {
    const char* code;
    int (*order)(const Standing& a, const Standing& b); ///< below 0: `a` is better, 0: this does not decide
    std::string (*why)(const Standing& better, const Standing& other);
};

int by_date(const Standing& a, const Standing& b) {
    return a.date.empty() || b.date.empty() ? 0 : b.date.compare(a.date);
}

/// Only accounts compare: a report without one may hold as much.
bool accounted(const Standing& a, const Standing& b) {
    return a.parts && b.parts;
}

int by_parts(const Standing& a, const Standing& b) {
    return accounted(a, b) ? b.parts.value_or(0) - a.parts.value_or(0) : 0;
}

int doubts(const Standing& standing, const Standing& rival) {
    return standing.doubts + (accounted(standing, rival) ? standing.faulty : 0);
}

/// In the order in which they are asked; the last always decides.
constexpr std::array criteria{
    Criterion{"later-edition", by_date,
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} is dated {}, {} {}", better.file, better.date, other.file,
                                     other.date);
              }},
    Criterion{"more-complete", by_parts,
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} has {} parts, {} {}", better.file, better.parts.value_or(0),
                                     other.file, other.parts.value_or(0));
              }},
    Criterion{"more-complete", [](const Standing& a, const Standing& b) { return b.figures - a.figures; },
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} has {} figures, {} {}", better.file, better.figures, other.file,
                                     other.figures);
              }},
    Criterion{"fewer-doubts",
              [](const Standing& a, const Standing& b) { return doubts(a, b) - doubts(b, a); },
              [](const Standing& better, const Standing& other) {
                  return fmt::format("{} has {} doubtful values and faulty parts, {} {}", better.file,
                                     doubts(better, other), other.file, doubts(other, better));
              }},
    Criterion{"nearer-source", [](const Standing& a, const Standing& b) { return a.distance - b.distance; },
              [](const Standing& better, const Standing& /*other*/) {
                  return fmt::format("{} is nearer to the print", better.file);
              }},
    Criterion{"first-taken",
              [](const Standing& a, const Standing& b) { return a.source < b.source ? -1 : 1; },
              [](const Standing& better, const Standing& /*other*/) {
                  return fmt::format("nothing tells them apart, and {} came first", better.file);
              }},
};

/// The current report of `loser` becomes a former one.
void retire(Connection& connection, const Standing& loser, Id winner, const char* reason,
            const std::string& why) {
    const auto record = to_json(read_report(connection, loser.report));
    erase_report(connection, loser.source);
    connection.run("INSERT INTO former_report (source_id, report_id, superseded_by, reason, why, record) "
                   "VALUES (?, ?, ?, ?, ?, ?)",
                   {loser.source, loser.report, winner, reason, why, record});
    connection.run("UPDATE former_report SET superseded_by = ? WHERE superseded_by = ?",
                   {winner, loser.source});
}

/// Decides between two current reports; which source stays current.
Id decide(Connection& connection, Id source, Id rival) {
    const auto own = standing_of(connection, source);
    const auto other = standing_of(connection, rival);
    const auto* criterion = criteria.begin();
    while (criterion->order(own, other) == 0)
        ++criterion;
    const bool own_is_better = criterion->order(own, other) < 0;
    const auto& better = own_is_better ? own : other;
    const auto& worse = own_is_better ? other : own;
    retire(connection, worse, better.source, criterion->code, criterion->why(better, worse));
    return better.source;
}

/// Two current reports that state the same municipality and year, both beyond doubt.
std::vector<Id> rivals_of(const Connection& connection, Id source) {
    std::vector<Id> rivals;
    connection.each(
        "SELECT o.source_id FROM report r JOIN report o ON o.municipality_code IS r.municipality_code "
        "AND o.year = r.year AND o.id <> r.id "
        "WHERE r.source_id = ? AND (r.municipality_code IS NOT NULL OR o.municipality = r.municipality) "
        "AND coalesce(o.ordinal = r.ordinal, 1) "
        "AND NOT EXISTS (SELECT 1 FROM doubt WHERE entry_id IN (r.entry_id, o.entry_id) "
        "AND field IN ('municipality', 'year')) ORDER BY o.source_id",
        {source}, [&](const Row& row) { rivals.push_back(row.id("source_id")); });
    return rivals;
}

/// True if both are current and nothing they state of themselves differs.
bool may_be_one(const Connection& connection, Id source, Id other) {
    return connection
        .number("SELECT 1 FROM report r JOIN report o ON o.source_id = ? WHERE r.source_id = ? "
                "AND coalesce(o.municipality_code = r.municipality_code, 1) "
                "AND coalesce(o.year = r.year, 1) AND coalesce(o.ordinal = r.ordinal, 1)",
                {other, source})
        .has_value();
}

bool take_place_of(Connection& connection, Id source, Id replaced) {
    if (!may_be_one(connection, source, replaced)) return false;
    const auto loser = standing_of(connection, replaced);
    const auto winner = standing_of(connection, source);
    retire(connection, loser, source, file_replaced,
           fmt::format("{} was found with other content", winner.file));
    return true;
}

void settle_by_evaluation(Connection& connection, Id source) {
    for (const auto rival : rivals_of(connection, source))
        if (decide(connection, source, rival) != source) return;
}

/// What must be known of a former report to write it again.
struct Former {
    Id source = 0, report = 0, successor = 0;
    std::string reason, record;
};

std::vector<Former> formers(const Connection& connection, std::string_view condition, Id source) {
    std::vector<Former> found;
    connection.each(fmt::format("SELECT source_id, report_id, superseded_by, reason, record "
                                "FROM former_report WHERE {} = ? ORDER BY source_id",
                                condition),
                    {source}, [&](const Row& row) {
                        found.push_back({row.id("source_id"), row.id("report_id"), row.id("superseded_by"),
                                         row.text("reason"), row.text("record")});
                    });
    return found;
}

/// Makes a former report a current one and decides again.
void reconsider(Connection& connection, const Former& former, const Record& record,
                const std::vector<rules::Edition>& editions) {
    connection.run("DELETE FROM former_report WHERE source_id = ?", {former.source});
    write_report_again(connection, former.source, former.report, record, editions);
    if (former.reason == file_replaced && take_place_of(connection, former.successor, former.source)) return;
    settle_by_evaluation(connection, former.source);
}

} // namespace

void settle(Connection& connection, Id source, const std::string& replaced) {
    const auto before = connection.number("SELECT s.id FROM source s JOIN report r ON r.source_id = s.id "
                                          "WHERE s.sha256 = ? AND s.id <> ?",
                                          {replaced, source});
    if (before) take_place_of(connection, source, *before);
    settle_by_evaluation(connection, source);
}

void replace_report(Connection& connection, Id source, const Record& record,
                    const std::vector<rules::Edition>& editions) {
    if (const auto own = formers(connection, "source_id", source); !own.empty()) {
        reconsider(connection, own.front(), record, editions);
        return;
    }
    const auto number = connection.number("SELECT id FROM report WHERE source_id = ?", {source}).value();
    const auto decided_by_it = formers(connection, "superseded_by", source);
    erase_report(connection, source);
    write_report_again(connection, source, number, record, editions);
    settle_by_evaluation(connection, source);
    for (const auto& former : decided_by_it)
        reconsider(connection, former, record_from_json(former.record), editions);
}

Record report_of(const Connection& connection, Id source) {
    if (const auto number = connection.number("SELECT id FROM report WHERE source_id = ?", {source}))
        return read_report(connection, *number);
    const auto own = formers(connection, "source_id", source);
    if (own.empty())
        throw ArchiveError(fmt::format("archive {}: source {} has no report; see kompass verify",
                                       connection.file().string(), source));
    return record_from_json(own.front().record);
}

Record report_numbered(const Connection& connection, Id report) {
    const auto former = formers(connection, "report_id", report);
    return former.empty() ? read_report(connection, report) : record_from_json(former.front().record);
}

} // namespace kompass::archive
