#include "archive/connection.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <unistd.h>

#include <type_traits>
#include <unordered_map>

namespace kompass::archive {

namespace {

namespace fs = std::filesystem;

/// What to do about an SQLite result code.
std::string advice(int code, const char* sqlite_says) {
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another process holds it locked; wait until that has ended and try again";
    case SQLITE_FULL:
        return "the disk is full; the report at hand was not stored: make room and run the command again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return "it cannot be written; check the rights of the file and of its folder, or choose another "
               "place with --archive";
    case SQLITE_CANTOPEN:
        return "it cannot be opened; check that it is a file and that you may read it and write in its "
               "folder";
    case SQLITE_NOTADB:
        return "it is not an SQLite file, or its head is damaged; choose another file with --archive, or "
               "restore it from a copy";
    case SQLITE_CORRUPT:
        return "it is damaged; restore it from a copy, or move it away and ingest the reports again";
    case SQLITE_IOERR:
        return fmt::format("the disk failed ({}); check the disk and its free space", sqlite_says);
    default:
        return sqlite_says;
    }
}

[[noreturn]] void raise(const fs::path& file, const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff; // the low byte is the code proper
    const auto message = fmt::format("archive {}: {}", file.string(), advice(code, error.what()));
    if (code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH) throw ConstraintError(message);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw LockedError(message);
    throw ArchiveError(message);
}

void bind(SQLite::Statement& statement, const Values& values) {
    int index = 0;
    for (const auto& value : values) {
        ++index;
        std::visit(
            [&](const auto& content) {
                using Content = std::decay_t<decltype(content)>;
                if constexpr (std::is_same_v<Content, std::monostate>)
                    statement.bind(index);
                else if constexpr (std::is_same_v<Content, Blob>)
                    statement.bind(index, content.bytes.data(), static_cast<int>(content.bytes.size()));
                else
                    statement.bind(index, content);
            },
            value.content());
    }
}

/// Ends a kept statement's run however it went, so that it holds no lock.
class Rewind {
public:
    explicit Rewind(SQLite::Statement& statement) : statement_(statement) {}
    Rewind(const Rewind&) = delete;
    Rewind& operator=(const Rewind&) = delete;
    Rewind(Rewind&&) = delete;
    Rewind& operator=(Rewind&&) = delete;
    ~Rewind() { static_cast<void>(statement_.tryReset()); } // says again what the run has thrown

private:
    SQLite::Statement& statement_;
};

void require_openable(const fs::path& file, Access access) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored))
        throw ArchiveError(fmt::format("archive {}: this is a folder; name a file in it", file.string()));
    if (access == Access::read && !fs::exists(file, ignored))
        throw ArchiveError(
            fmt::format("archive {}: there is no such file; make one with: kompass ingest --archive {} PATH…",
                        file.string(), file.string()));
    if (access == Access::write && file.has_parent_path() && !fs::exists(file.parent_path(), ignored))
        throw ArchiveError(fmt::format("archive {}: the folder {} does not exist; make it first",
                                       file.string(), file.parent_path().string()));
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// A file: address, in which '?', '#' and '%' of the path are escaped.
std::string immutable_uri(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string())
        uri += c == '?' || c == '#' || c == '%' ? fmt::format("%{:02X}", static_cast<unsigned char>(c))
                                                : std::string(1, c);
    return uri + "?immutable=1";
}

/// Reading, too, opens for writing where that is allowed (and then forbids it): only such a connection takes
/// away the -wal and -shm files beside the archive when it closes. In a folder that cannot be written SQLite
/// cannot make those files, so an archive without them is read as one that nobody changes.
SQLite::Database open_database(const fs::path& file, Access access, int patience) {
    if (access == Access::write)
        return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patience};
    const bool folder_writable = ::access(folder_of(file).c_str(), W_OK) == 0;
    if (folder_writable && ::access(file.c_str(), W_OK) == 0)
        return {file.string(), SQLite::OPEN_READWRITE, patience};
    if (folder_writable || fs::exists(file.string() + "-wal"))
        return {file.string(), SQLite::OPEN_READONLY, patience};
    return {immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience};
}

const SQLite::Statement& statement_of(void* statement) {
    return *static_cast<SQLite::Statement*>(statement);
}

SQLite::Column column_of(void* statement, int column) {
    return static_cast<SQLite::Statement*>(statement)->getColumn(column);
}

} // namespace

bool Row::is_null(int column) const {
    return statement_of(statement_).isColumnNull(column);
}
std::int64_t Row::id(int column) const {
    return column_of(statement_, column).getInt64();
}
int Row::integer(int column) const {
    return column_of(statement_, column).getInt();
}
double Row::real(int column) const {
    return column_of(statement_, column).getDouble();
}
std::string Row::text(int column) const {
    return column_of(statement_, column).getString();
}
std::string Row::blob(int column) const {
    const auto content = column_of(statement_, column);
    const auto* bytes = static_cast<const char*>(content.getBlob());
    return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(content.getBytes()));
}

std::optional<int> Row::optional_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Row::optional_real(int column) const {
    return is_null(column) ? std::nullopt : std::optional(real(column));
}

std::optional<std::string> Row::optional_text(int column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
}

struct Connection::State {
    State(const fs::path& name, Access access, int patience)
        : file(name), database(open_database(name, access, patience)) {}

    fs::path file;
    SQLite::Database database;
    // Keyed by the statement's text; declared after the database, since statements must go first.
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements;

    SQLite::Statement& prepared(std::string_view sql) {
        auto& statement = statements[std::string(sql)];
        if (!statement) statement = std::make_unique<SQLite::Statement>(database, std::string(sql));
        return *statement;
    }
};

Connection::Connection(const fs::path& file, Access access, std::chrono::milliseconds patience) {
    require_openable(file, access);
    try {
        state_ = std::make_unique<State>(file, access, static_cast<int>(patience.count()));
        state_->database.exec("PRAGMA foreign_keys = ON");
        // With WAL a killed process loses nothing it committed; a power cut may cost the last reports, whole
        // ones, and the next ingest takes them again. Waiting for the disk at each commit would cost more
        // than that.
        state_->database.exec("PRAGMA synchronous = NORMAL");
        if (access == Access::read) state_->database.exec("PRAGMA query_only = ON");
    } catch (const SQLite::Exception& error) {
        raise(file, error);
    }
}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

void Connection::script(const std::string& sql) {
    try {
        state_->database.exec(sql);
    } catch (const SQLite::Exception& error) {
        raise(state_->file, error);
    }
}

// NOLINTNEXTLINE(readability-make-member-function-const): what it runs changes the file
void Connection::run(std::string_view sql, const Values& values) {
    each(sql, values, [](const Row&) {});
}

std::int64_t Connection::insert(std::string_view sql, const Values& values) {
    run(sql, values);
    return state_->database.getLastInsertRowid();
}

void Connection::each(std::string_view sql, const Values& values,
                      const std::function<void(const Row&)>& on_row) const {
    try {
        auto& statement = state_->prepared(sql);
        const Rewind rewind(statement);
        bind(statement, values);
        while (statement.executeStep())
            on_row(Row(&statement));
    } catch (const SQLite::Exception& error) {
        raise(state_->file, error);
    }
}

std::optional<std::int64_t> Connection::number(std::string_view sql, const Values& values) const {
    std::optional<std::int64_t> first;
    bool seen = false;
    each(sql, values, [&](const Row& row) {
        if (!seen && !row.is_null(0)) first = row.id(0);
        seen = true;
    });
    return first;
}

void Connection::copy_to(const fs::path& copy) const {
    try {
        SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // All pages in one step: between steps a writer would make the copy begin anew.
        if (SQLite::Backup(target, state_->database).executeStep(-1) == SQLITE_DONE) return;
    } catch (const SQLite::Exception& error) {
        raise(copy, error);
    }
    throw LockedError(fmt::format("archive {}: {}", state_->file.string(), advice(SQLITE_BUSY, "")));
}

const fs::path& Connection::file() const {
    return state_->file;
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
    connection_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        connection_.run("ROLLBACK");
    } catch (const ArchiveError&) {
        // SQLite has already rolled back, as it does when the disk is full: nothing is left to undo.
        open_ = false;
    }
}

void Transaction::commit() {
    connection_.run("COMMIT");
    open_ = false;
}

std::string library_version() {
    return SQLite::getLibVersion();
}

} // namespace kompass::archive
