#include "archive/scorings.h"

#include "archive/outside/definitions.h"

#include <utility>

namespace kompass::archive {
namespace {

using Id = std::int64_t;

/// Writes the rows of one scoring.
class ScoringWriter {
public:
    ScoringWriter(Connection& connection, EntryWriter& entries, Id scoring)
        : connection_(connection), entries_(entries), scoring_(scoring) {}

    void write(const Scoring& scoring) {
        for (const auto& area : scoring.areas) {
            write_row(area.number, std::nullopt, area.title, area.table_title, area.total);
            for (const auto& question : area.questions)
                write_row(area.number, question.number, question.text, std::nullopt, question.score);
        }
        write_row(std::nullopt, std::nullopt, std::nullopt, std::nullopt, scoring.total);
        for (const auto& column : scoring.history)
            write_column(column);
    }

private:
    void write_row(const Value& area, const Value& question, const Value& text, const Value& table_title,
                   const Score& score) {
        connection_.run("INSERT INTO scoring_row (id, scoring_id, position, area, question, text, "
                        "table_title, points, max, percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        {entries_.add("scoring-row", score), scoring_, ++rows_, area, question, text,
                         table_title, score.points, score.max, score.percent});
    }

    void write_column(const HistoryColumn& column) {
        const Id id = entries_.add("scoring-column", column.places);
        entries_.add_notes(id, column);
        connection_.run(
            "INSERT INTO scoring_column (id, scoring_id, position, year, total) VALUES (?, ?, ?, ?, ?)",
            {id, scoring_, ++columns_, column.year, column.total});
        int area = 0;
        for (const auto& points : column.areas)
            connection_.run("INSERT INTO scoring_past (column_id, area, points) VALUES (?, ?, ?)",
                            {id, ++area, points});
    }

    Connection& connection_;
    EntryWriter& entries_;
    Id scoring_;
    int rows_ = 0, columns_ = 0;
};

void read_rows(const Connection& connection, const EntryReader& entries, Id id, Scoring& scoring) {
    connection.each("SELECT id, area, question, text, table_title, points, max, percent FROM scoring_row "
                    "WHERE scoring_id = ? ORDER BY position",
                    {id}, [&](const Row& row) {
                        auto score = entries.score(row.id("id"), row);
                        if (row.is_null("area")) {
                            scoring.total = std::move(score);
                        } else if (row.is_null("question")) {
                            auto& area = scoring.areas.emplace_back();
                            area.number = row.integer("area");
                            area.title = row.text("text");
                            area.table_title = row.optional_text("table_title");
                            area.total = std::move(score);
                        } else {
                            scoring.areas.back().questions.push_back(
                                {row.text("question"), row.text("text"), std::move(score)});
                        }
                    });
}

void read_columns(const Connection& connection, const EntryReader& entries, Id id, Scoring& scoring) {
    connection.each("SELECT id, year, total FROM scoring_column WHERE scoring_id = ? ORDER BY position", {id},
                    [&](const Row& row) {
                        const Id column_id = row.id("id");
                        HistoryColumn column{row.integer("year"),
                                             {},
                                             row.optional_decimal("total"),
                                             entries.places(column_id)};
                        entries.add_notes(column_id, column);
                        connection.each("SELECT points FROM scoring_past WHERE column_id = ? ORDER BY area",
                                        {column_id}, [&](const Row& past) {
                                            column.areas.push_back(past.optional_decimal("points"));
                                        });
                        scoring.history.push_back(std::move(column));
                    });
}

} // namespace

void write_scorings(Connection& connection, EntryWriter& entries, Id report,
                    const std::vector<Scoring>& scorings) {
    for (std::size_t i = 0; i < scorings.size(); ++i) {
        const auto& scoring = scorings[i];
        const Id id = entries.add("scoring", scoring.places);
        entries.add_doubts(id, scoring.doubtful);
        connection.run("INSERT INTO scoring (id, report_id, number, edition, label) VALUES (?, ?, ?, ?, ?)",
                       {id, report, number_of_scoring(i), edition_reference(connection, scoring.edition),
                        null_if_empty(scoring.label)});
        ScoringWriter(connection, entries, id).write(scoring);
    }
}

std::vector<Scoring> read_scorings(const Connection& connection, const EntryReader& entries, Id report) {
    std::vector<Scoring> scorings;
    connection.each("SELECT id, edition, label FROM scoring WHERE report_id = ? ORDER BY number", {report},
                    [&](const Row& row) {
                        const Id id = row.id("id");
                        auto& scoring = scorings.emplace_back();
                        scoring.edition = row.text("edition");
                        scoring.label = row.text("label");
                        scoring.doubtful = entries.doubts(id);
                        scoring.places = entries.places(id);
                        read_rows(connection, entries, id, scoring);
                        read_columns(connection, entries, id, scoring);
                    });
    return scorings;
}

} // namespace kompass::archive
