// What hangs on the entries of a source, whatever they are of: places, doubts, candidates, repairs.
//
// An entry shares its id with the row of the thing itself. Part of the caller's transaction; neither class is
// thread safe.
#pragma once

#include "archive/connection.h"
#include "model/record.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace kompass::archive {

class EntryWriter {
public:
    EntryWriter(Connection& connection, std::int64_t source) : connection_(connection), source_(source) {}

    std::int64_t add(const char* kind);
    std::int64_t add(const char* kind, const Places& places);
    std::int64_t add(const char* kind, const Score& score);

    /// Doubts, candidates and repairs of a score, an area or a history column.
    template <typename Noted>
    void add_notes(std::int64_t entry, const Noted& noted) {
        add_doubts(entry, noted.doubtful);
        for (const auto& [field, values] : noted.candidates)
            add_candidates(entry, field, values);
        add_repairs(entry, noted.repairs);
    }
    void add_doubts(std::int64_t entry, const std::vector<std::string>& fields);
    void add_troubles(const Troubles& troubles);

private:
    void add_candidates(std::int64_t entry, const std::string& field, const std::vector<Decimal>& values);
    void add_repairs(std::int64_t entry, const std::vector<ScoreRepair>& repairs);

    Connection& connection_;
    std::int64_t source_;
};

/// Reads those of a source in one go.
class EntryReader {
public:
    EntryReader(const Connection& connection, std::int64_t source);

    [[nodiscard]] Places places(std::int64_t entry) const { return of(places_, entry); }
    [[nodiscard]] std::vector<std::string> doubts(std::int64_t entry) const { return of(doubts_, entry); }

    /// Doubts, candidates and repairs of a score, an area or a history column.
    template <typename Noted>
    void add_notes(std::int64_t entry, Noted& noted) const {
        noted.doubtful = doubts(entry);
        noted.candidates = of(candidates_, entry);
        noted.repairs = of(repairs_, entry);
    }

    /// The score of `entry`, of which the row has the three figures.
    [[nodiscard]] Score score(std::int64_t entry, const Row& row) const;

private:
    template <typename T>
    static T of(const std::unordered_map<std::int64_t, T>& details, std::int64_t entry) {
        const auto found = details.find(entry);
        return found == details.end() ? T{} : found->second;
    }

    std::unordered_map<std::int64_t, Places> places_;
    std::unordered_map<std::int64_t, std::vector<std::string>> doubts_;
    std::unordered_map<std::int64_t, std::map<std::string, std::vector<Decimal>>> candidates_;
    std::unordered_map<std::int64_t, std::vector<ScoreRepair>> repairs_;
};

} // namespace kompass::archive
