#include "archive/accounts.h"

#include "archive/place_rows.h"

#include <cstddef>
#include <vector>

namespace kompass::archive {

namespace {

using Id = std::int64_t;

void write_parts(Connection& connection, Id report, const std::vector<Part>& parts) {
    int position = 0;
    for (const auto& part : parts)
        connection.run(
            "INSERT INTO account_part (report_id, position, part, area, printed_page, state, why, scoring) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            {report, ++position, name_of(part.kind), part.area, part.page, name_of(part.state),
             null_if_empty(part.why), part.scoring});
}

void write_unclaimed(Connection& connection, Id report, const std::vector<Unclaimed>& unclaimed) {
    int position = 0;
    for (const auto& words : unclaimed) {
        const Id id = connection.insert(
            "INSERT INTO unclaimed (report_id, position, looks_like, words) VALUES (?, ?, ?, ?)",
            {report, ++position, name_of(words.looks_like), words.words});
        int place_position = 0;
        for (const auto& place : words.places)
            connection.run("INSERT INTO unclaimed_place (unclaimed_id, position, page, x0, y0, x1, y1) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)",
                           place_row(id, ++place_position, place));
    }
}

std::vector<Part> read_parts(const Connection& connection, Id report) {
    std::vector<Part> parts;
    connection.each(
        "SELECT part, area, printed_page, state, why, scoring FROM account_part WHERE report_id = ? "
        "ORDER BY position",
        {report}, [&](const Row& row) {
            parts.push_back({part_kind_from(row.text("part")), row.optional_integer("area"),
                             row.optional_integer("printed_page"), part_state_from(row.text("state")),
                             row.text("why"), row.optional_integer("scoring")});
        });
    return parts;
}

std::vector<Unclaimed> read_unclaimed(const Connection& connection, Id report) {
    std::vector<Unclaimed> unclaimed;
    connection.each(
        "SELECT u.position, looks_like, words, page, x0, y0, x1, y1 FROM unclaimed u "
        "LEFT JOIN unclaimed_place p ON p.unclaimed_id = u.id WHERE report_id = ? "
        "ORDER BY u.position, p.position",
        {report}, [&](const Row& row) {
            if (static_cast<std::size_t>(row.integer("position")) > unclaimed.size())
                unclaimed.push_back({look_from(row.text("looks_like")), row.integer("words"), {}});
            if (!row.is_null("page")) unclaimed.back().places.push_back(place_of(row));
        });
    return unclaimed;
}

} // namespace

void write_account(Connection& connection, Id report, const Account& account) {
    const auto& words = account.words;
    connection.run(
        "INSERT INTO account (report_id, summary, read, claimed, prose, furniture, unclaimed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        {report, summary(account), words.read, words.claimed, words.prose, words.furniture, words.unclaimed});
    write_parts(connection, report, account.parts);
    write_unclaimed(connection, report, account.unclaimed);
}

std::optional<Account> read_account(const Connection& connection, Id report) {
    std::optional<Account> account;
    connection.each("SELECT read, claimed, prose, furniture, unclaimed FROM account WHERE report_id = ?",
                    {report}, [&](const Row& row) {
                        account.emplace().words = {row.integer("read"), row.integer("claimed"),
                                                   row.integer("prose"), row.integer("furniture"),
                                                   row.integer("unclaimed")};
                    });
    if (!account) return account;
    account->parts = read_parts(connection, report);
    account->unclaimed = read_unclaimed(connection, report);
    return account;
}

} // namespace kompass::archive
