#include "archive/connection.h"

#include "archive/existing_file.h"
#include "read/stop.h"
#include "text/file_name.h"
#include "text/unicode.h"

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

std::string text_of(const SQLite::Column& content) {
    auto text = content.getString();
    return unicode::is_valid_utf8(text) ? text : text::file_name_text(text);
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
SQLite::Database open_for_reading(const fs::path& file, int patience) {
    const bool folder_writable = ::access(folder_of(file).c_str(), W_OK) == 0;
    if (folder_writable && ::access(file.c_str(), W_OK) == 0)
        return {file.string(), SQLite::OPEN_READWRITE, patience};
    if (folder_writable || fs::exists(file.string() + "-wal"))
        return {file.string(), SQLite::OPEN_READONLY, patience};
    return {immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience};
}

} // namespace

/// A prepared statement, which knows its columns by name.
class Statement {
public:
    Statement(const SQLite::Database& database, const std::string& sql) : statement_(database, sql) {
        for (int column = 0; column < statement_.getColumnCount(); ++column)
            columns_.emplace_back(statement_.getColumnName(column));
    }

    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

    [[nodiscard]] SQLite::Statement& prepared() { return statement_; }

    [[nodiscard]] SQLite::Column column(std::string_view name) const {
        return statement_.getColumn(static_cast<int>(position_of(name)));
    }

    [[nodiscard]] SQLite::Column first_column() const { return statement_.getColumn(0); }

private:
    /// Columns are mostly asked for in the order in which they stand.
    [[nodiscard]] std::size_t position_of(std::string_view name) const {
        for (std::size_t tried = 0; tried < columns_.size(); ++tried) {
            const auto position = next_ < columns_.size() ? next_ : 0;
            next_ = position + 1;
            if (columns_[position] == name) return position;
        }
        throw std::logic_error(
            fmt::format("the statement has no column {}: {}", name, statement_.getQuery()));
    }

    SQLite::Statement statement_;
    std::vector<std::string> columns_;
    mutable std::size_t next_ = 0;
};

const std::vector<std::string>& Row::columns() const {
    return statement_.columns();
}
bool Row::is_null(std::string_view column) const {
    return statement_.column(column).isNull();
}
std::int64_t Row::id(std::string_view column) const {
    return statement_.column(column).getInt64();
}
int Row::integer(std::string_view column) const {
    return statement_.column(column).getInt();
}
double Row::real(std::string_view column) const {
    return statement_.column(column).getDouble();
}
std::string Row::text(std::string_view column) const {
    return text_of(statement_.column(column));
}
std::string Row::blob(std::string_view column) const {
    const auto content = statement_.column(column);
    const auto* bytes = static_cast<const char*>(content.getBlob());
    return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(content.getBytes()));
}

std::optional<int> Row::optional_integer(std::string_view column) const {
    const auto content = statement_.column(column);
    return content.isNull() ? std::nullopt : std::optional(content.getInt());
}

Decimal Row::decimal(std::string_view column) const {
    return optional_decimal(column).value_or(0);
}

std::optional<Decimal> Row::optional_decimal(std::string_view column) const {
    const auto content = statement_.column(column);
    return content.isNull() ? std::nullopt : Decimal::from_real(content.getDouble());
}

std::optional<double> Row::optional_real(std::string_view column) const {
    const auto content = statement_.column(column);
    return content.isNull() ? std::nullopt : std::optional(content.getDouble());
}

std::optional<std::string> Row::optional_text(std::string_view column) const {
    const auto content = statement_.column(column);
    return content.isNull() ? std::nullopt : std::optional(text_of(content));
}

struct Connection::State {
    State(fs::path name, std::optional<WriterLock> held, SQLite::Database opened, bool writes)
        : file(std::move(name)), lock(std::move(held)), database(std::move(opened)) {
        database.exec("PRAGMA foreign_keys = ON");
        // With WAL a killed process loses nothing it committed; a power cut may cost the last reports, whole
        // ones, and the next ingest takes them again. Waiting for the disk at each commit would cost more
        // than that.
        database.exec("PRAGMA synchronous = NORMAL");
        if (!writes) database.exec("PRAGMA query_only = ON");
    }

    fs::path file;
    std::optional<WriterLock> lock; ///< let go of after the database is closed
    SQLite::Database database;
    // Keyed by the statement's text; declared after the database, since statements must go first.
    std::unordered_map<std::string, std::unique_ptr<Statement>> statements;

    Statement& prepared(std::string_view sql) {
        auto& statement = statements[std::string(sql)];
        if (!statement) statement = std::make_unique<Statement>(database, std::string(sql));
        return *statement;
    }
};

Connection::Connection(std::unique_ptr<State> state) : state_(std::move(state)) {}

Connection Connection::reading(const fs::path& file) {
    require_there(file);
    try {
        return Connection(std::make_unique<State>(
            file, std::nullopt, open_for_reading(file, static_cast<int>(patience.count())), false));
    } catch (const SQLite::Exception& error) {
        raise(file, error);
    }
}

Connection Connection::writing(WriterLock lock, std::chrono::milliseconds waiting) {
    auto file = lock.archive();
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                  static_cast<int>(waiting.count()));
        return Connection(std::make_unique<State>(file, std::move(lock), std::move(database), true));
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
        const Rewind rewind(statement.prepared());
        bind(statement.prepared(), values);
        while (statement.prepared().executeStep()) {
            read::stop_if_asked(); // a statement without rows ends: a rollback among them
            on_row(Row(statement));
        }
    } catch (const SQLite::Exception& error) {
        raise(state_->file, error);
    }
}

std::optional<std::int64_t> Connection::number(std::string_view sql, const Values& values) const {
    std::optional<std::int64_t> first;
    bool seen = false;
    each(sql, values, [&](const Row& row) {
        const auto content = row.statement_.first_column();
        if (!seen && !content.isNull()) first = content.getInt64();
        seen = true;
    });
    return first;
}

std::vector<std::string> Connection::texts(std::string_view sql, const Values& values) const {
    std::vector<std::string> texts;
    each(sql, values, [&](const Row& row) { texts.push_back(text_of(row.statement_.first_column())); });
    return texts;
}
namespace {

/// All pages in one step: between steps a writer would make the copy begin anew.
void copy_all(SQLite::Database& target, SQLite::Database& source, const fs::path& file) {
    if (SQLite::Backup(target, source).executeStep(-1) != SQLITE_DONE)
        throw LockedError(fmt::format("archive {}: {}", file.string(), advice(SQLITE_BUSY, "")));
}

} // namespace

void Connection::copy_to(const fs::path& copy) const {
    try {
        SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        copy_all(target, state_->database, state_->file);
    } catch (const SQLite::Exception& error) {
        raise(copy, error);
    }
}

Connection Connection::private_copy() const {
    try {
        SQLite::Database target("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE); // no name: a temporary one
        copy_all(target, state_->database, state_->file);
        return Connection(std::make_unique<State>(state_->file, std::nullopt, std::move(target), true));
    } catch (const SQLite::Exception& error) {
        raise(state_->file, error);
    }
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
