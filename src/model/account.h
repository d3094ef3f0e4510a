// The account of a report: what became of every word that was read and of every part that was to be expected.
//
// Every word is in exactly one of four accounts, so that `claimed + prose + furniture + unclaimed == read`
// always holds. Every part that a report may hold is named once an area, with its state and the reason. The
// shape is record.schema.json's. Plain values, thread safe as such.
#pragma once

#include "model/place.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass {

/// What a report consists of. Those up to role_models belong to an area, `page` to a printed page number.
enum class PartKind {
    title,
    box,
    score_table,
    strengths,
    improvements,
    weaknesses,
    role_models,
    history,
    key_facts,
    identity,
    page,
};

enum class PartState {
    found,         ///< in the record, and nothing speaks against it
    damaged,       ///< in the record, but something is wrong or lacking
    missing,       ///< not in the record, though it was to be expected
    not_in_report, ///< not in the record, and nothing says that it should be
};

/// What unclaimed words look like.
enum class Look { table, list, heading, text, picture };

struct Part {
    PartKind kind = PartKind::identity;
    std::optional<int> area; ///< 1 to 8; none where the part belongs to no area
    std::optional<int> page; ///< the printed number, of part `page` only
    PartState state = PartState::found;
    std::string why;              ///< what is wrong, why it was expected, or why it is not; empty if found
    std::optional<int> scoring{}; ///< of a scoring beside the report's own, 2 the first; none: of the report

    bool operator==(const Part&) const = default;
};

/// Words that stand together and that neither a value of the record nor its prose holds.
struct Unclaimed {
    Look looks_like = Look::text;
    int words = 0;
    Places places;

    bool operator==(const Unclaimed&) const = default;
};

struct WordCounts {
    int read = 0;
    int claimed = 0;   ///< stand in a value of the record, or head one
    int prose = 0;     ///< running text of an area or chapter, and its headings
    int furniture = 0; ///< running heads, page numbers, contents, bullets, labels of charts
    int unclaimed = 0;

    bool operator==(const WordCounts&) const = default;
};

/// The code of the trouble that tells, in a record, that its account is not whole.
inline constexpr auto not_whole = "not-whole";

struct Account {
    WordCounts words;
    std::vector<Unclaimed> unclaimed; ///< in reading order
    std::vector<Part> parts;          ///< by area, then those of the whole report

    bool operator==(const Account&) const = default;
};

[[nodiscard]] const char* name_of(PartKind kind);
[[nodiscard]] const char* name_of(PartState state);
[[nodiscard]] const char* name_of(Look look);
/// Throw std::invalid_argument for names they do not know.
[[nodiscard]] PartKind part_kind_from(const std::string& name);
[[nodiscard]] PartState part_state_from(const std::string& name);
[[nodiscard]] Look look_from(const std::string& name);

/// True if the part is not as it should be: damaged or missing.
[[nodiscard]] inline bool is_faulty(const Part& part) {
    return part.state == PartState::damaged || part.state == PartState::missing;
}

/// True if nothing is damaged or missing.
[[nodiscard]] bool is_whole(const Account& account);

/// One line for people: "41 of 41 parts", "34 of 41: no strengths in areas 2–8, page 5 missing".
[[nodiscard]] std::string summary(const Account& account);

/// The same, or "not accounted for" of a report that was extracted before there were accounts.
[[nodiscard]] std::string summary(const std::optional<Account>& account);

/// The parts that `other` has found and `account` has not: damaged where they are damaged there, else
/// missing.
[[nodiscard]] std::vector<Part> lacking(const Account& account, const Account& other);

/// Faulty parts for people: "no strengths in areas 2–8, page 5 missing, history damaged".
[[nodiscard]] std::string in_words(const std::vector<Part>& faulty);

/// One part for people: "strengths of area 2 missing: why", "page 5 missing: why".
[[nodiscard]] std::string describe(const Part& part);

/// What of the words was accounted for, 0 to 1; 1 if none was read.
[[nodiscard]] double share_accounted(const WordCounts& words);

} // namespace kompass
