// A connection to an SQLite file: the only place that includes SQLite headers.
//
// A connection either reads, and cannot write, or holds the archive's writer lock: there is no other way to
// one that writes an archive. A private copy of one may be changed; nobody else sees it. Statements are
// prepared once and kept. Every failure is an ArchiveError that names the file and says what to do; what a
// constraint of the schema refuses is a ConstraintError. A statement's rows are read in a callback, which
// must not run the same statement text again. One connection a thread.
#pragma once

#include "archive/error.h"
#include "archive/writer_lock.h"
#include "model/decimal.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kompass::archive {

/// Bytes that are no text.
struct Blob {
    std::string bytes;
};

/// What a statement's `?` stands for. An empty optional is NULL.
class Value {
public:
    using Content = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

    Value(std::nullopt_t /*null*/) {}
    Value(int number) : content_(std::int64_t{number}) {}
    Value(std::int64_t number) : content_(number) {}
    Value(double number) : content_(number) {}
    Value(Decimal number) {
        if (number.is_whole())
            content_ = number.whole();
        else
            content_ = number.real();
    }
    Value(const char* text) : content_(std::string(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(std::string text) : content_(std::move(text)) {}
    Value(Blob blob) : content_(std::move(blob)) {}
    template <typename T>
    Value(const std::optional<T>& optional) {
        if (optional) *this = Value(*optional);
    }

    [[nodiscard]] const Content& content() const { return content_; }

private:
    Content content_;
};

using Values = std::vector<Value>;

/// NULL for the empty text, which the record uses for "unknown".
[[nodiscard]] inline Value null_if_empty(const std::string& text) {
    return text.empty() ? Value(std::nullopt) : Value(text);
}

class Statement;

/// The row a statement stands at. Columns go by their names in the SELECT; one that it has not is a
/// std::logic_error. Text is valid UTF-8 even where the file's is not: names of files came into early
/// archives as they were, and are given as they would be stored today (text/file_name.h). Valid until the
/// callback that it is given to returns.
class Row {
public:
    explicit Row(const Statement& statement) : statement_(statement) {}

    [[nodiscard]] const std::vector<std::string>& columns() const;
    [[nodiscard]] bool is_null(std::string_view column) const;
    [[nodiscard]] std::int64_t id(std::string_view column) const;
    [[nodiscard]] int integer(std::string_view column) const;
    [[nodiscard]] double real(std::string_view column) const;
    [[nodiscard]] std::string text(std::string_view column) const; ///< empty for NULL
    [[nodiscard]] std::string blob(std::string_view column) const; ///< empty for NULL
    [[nodiscard]] std::optional<int> optional_integer(std::string_view column) const;
    [[nodiscard]] Decimal decimal(std::string_view column) const;
    [[nodiscard]] std::optional<Decimal> optional_decimal(std::string_view column) const;
    [[nodiscard]] std::optional<double> optional_real(std::string_view column) const;
    [[nodiscard]] std::optional<std::string> optional_text(std::string_view column) const;

private:
    friend class Connection; // gives the first column without a name
    const Statement& statement_;
};

class Connection {
public:
    /// How long to wait for another process that holds the file locked.
    static constexpr std::chrono::milliseconds patience = std::chrono::seconds(10);

    /// Opens a file that must exist, without looking at its content; what is there, stays as it is.
    [[nodiscard]] static Connection reading(const std::filesystem::path& file);
    /// Opens the file that the lock is of, made if missing, without looking at its content. The lock is let
    /// go of when the connection has closed.
    [[nodiscard]] static Connection writing(WriterLock lock, std::chrono::milliseconds waiting = patience);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Runs statements that need no values.
    void script(const std::string& sql);
    /// Runs one statement that gives no rows. Not const: such a statement changes the file or its locks.
    void run(std::string_view sql, const Values& values = {});
    /// Runs an INSERT and gives the new row's id.
    std::int64_t insert(std::string_view sql, const Values& values);
    void each(std::string_view sql, const Values& values,
              const std::function<void(const Row&)>& on_row) const;
    /// The first column of the first row; nullopt if there is no row or it is NULL.
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view sql, const Values& values = {}) const;
    /// The first column of each row; empty for NULL.
    [[nodiscard]] std::vector<std::string> texts(std::string_view sql, const Values& values = {}) const;

    /// Writes all that is committed, of one moment, into a new file; others may write meanwhile.
    void copy_to(const std::filesystem::path& copy) const;

    /// All that is committed, of one moment, for this connection alone: SQLite holds it in memory, and in a
    /// file without a name what is too much for that. It is called by the name of what it was copied from.
    [[nodiscard]] Connection private_copy() const;

    [[nodiscard]] const std::filesystem::path& file() const;

private:
    struct State;
    explicit Connection(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// All or nothing: what was not committed when it goes out of scope is undone.
class Transaction {
public:
    enum class Kind {
        read, ///< every query sees the same state
        write ///< takes the write lock at once, so that nothing read before it is stale
    };

    Transaction(Connection& connection, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

/// The version of the SQLite library in use.
[[nodiscard]] std::string library_version();

} // namespace kompass::archive
