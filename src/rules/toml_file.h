// A TOML file as a tree that knows where it stands: the only place that includes toml++.
//
// Rules files are written by hand, so every complaint names file and line. A node is a table, a list, a text
// or a whole number; asking it for what it is not throws RulesError, and so does any other kind of value.
// Plain values; safe to read from several threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kompass::rules {

class TomlNode {
public:
    using Table = std::map<std::string, TomlNode, std::less<>>;
    using List = std::vector<TomlNode>;
    using Value = std::variant<Table, List, std::string, std::int64_t, bool>;

    TomlNode(Value value, std::string file, int line);

    /// Throws RulesError if the file cannot be read or is no TOML.
    [[nodiscard]] static TomlNode parse(const std::filesystem::path& path);
    /// The same of a text; `file` is what complaints call it.
    [[nodiscard]] static TomlNode parse_text(std::string_view text, const std::string& file);

    [[nodiscard]] const Table& table() const;
    [[nodiscard]] const List& list() const;
    [[nodiscard]] bool is_list() const { return std::holds_alternative<List>(value_); }
    [[nodiscard]] const std::string& text() const; ///< never empty
    [[nodiscard]] int number() const;
    [[nodiscard]] bool truth() const;
    [[nodiscard]] std::vector<std::string> texts() const; ///< of a list of texts

    /// The member of that name; `at` throws if it is missing, `find` gives null.
    [[nodiscard]] const TomlNode& at(std::string_view key) const;
    [[nodiscard]] const TomlNode* find(std::string_view key) const;
    /// Throws if the table has any other key: most often a slip of the pen.
    void allow_only(std::initializer_list<std::string_view> keys) const;

    [[nodiscard]] const std::string& file() const { return file_; } ///< base name
    [[nodiscard]] int line() const { return line_; }
    [[noreturn]] void fail(std::string_view message) const;

private:
    Value value_;
    std::string file_;
    int line_;
};

/// The *.toml of a directory, by name. Throws RulesError if there is none.
[[nodiscard]] std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& directory);

} // namespace kompass::rules
