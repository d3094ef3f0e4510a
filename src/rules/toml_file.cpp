#include "rules/toml_file.h"

#include "rules/rules_error.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <toml++/toml.h>
#include <utility>

namespace kompass::rules {
namespace {

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the file's own nesting, which toml++ limits
TomlNode converted(const toml::node& node, const std::string& file) {
    const int line = line_of(node);
    if (const auto* table = node.as_table()) {
        TomlNode::Table members;
        for (const auto& [key, value] : *table)
            members.emplace(std::string(key.str()), converted(value, file));
        return {std::move(members), file, line};
    }
    if (const auto* array = node.as_array()) {
        TomlNode::List items;
        items.reserve(array->size());
        for (const auto& item : *array)
            items.push_back(converted(item, file));
        return {std::move(items), file, line};
    }
    if (const auto* text = node.as_string()) return {text->get(), file, line};
    if (const auto* number = node.as_integer()) return {number->get(), file, line};
    if (const auto* truth = node.as_boolean()) return {truth->get(), file, line};
    throw RulesError(
        fmt::format("{}:{}: only texts, whole numbers, true, false, lists and tables are known", file, line));
}

} // namespace

TomlNode::TomlNode(Value value, std::string file, int line)
    : value_(std::move(value)), file_(std::move(file)), line_(line) {}

TomlNode TomlNode::parse(const std::filesystem::path& path) {
    const std::string file = path.filename().string();
    try {
        return converted(toml::parse_file(path.string()), file);
    } catch (const toml::parse_error& error) {
        throw RulesError(fmt::format("{}:{}: {}", file, error.source().begin.line, error.description()));
    }
}

TomlNode TomlNode::parse_text(std::string_view text, const std::string& file) {
    try {
        return converted(toml::parse(text), file);
    } catch (const toml::parse_error& error) {
        throw RulesError(fmt::format("{}:{}: {}", file, error.source().begin.line, error.description()));
    }
}

const TomlNode::Table& TomlNode::table() const {
    if (const auto* table = std::get_if<Table>(&value_)) return *table;
    fail("a table is wanted here");
}

const TomlNode::List& TomlNode::list() const {
    if (const auto* list = std::get_if<List>(&value_)) return *list;
    fail("a list is wanted here");
}

const std::string& TomlNode::text() const {
    const auto* text = std::get_if<std::string>(&value_);
    if (text == nullptr || text->empty()) fail("a text is wanted here");
    return *text;
}

int TomlNode::number() const {
    const auto* number = std::get_if<std::int64_t>(&value_);
    if (number == nullptr || *number < 0 || *number > std::numeric_limits<int>::max())
        fail("a whole number is wanted here");
    return static_cast<int>(*number);
}

bool TomlNode::truth() const {
    if (const auto* truth = std::get_if<bool>(&value_)) return *truth;
    fail("true or false is wanted here");
}

std::vector<std::string> TomlNode::texts() const {
    std::vector<std::string> result;
    for (const TomlNode& item : list())
        result.push_back(item.text());
    return result;
}

const TomlNode& TomlNode::at(std::string_view key) const {
    if (const TomlNode* member = find(key)) return *member;
    fail(fmt::format("\"{}\" is missing", key));
}

const TomlNode* TomlNode::find(std::string_view key) const {
    const Table& members = table();
    const auto found = members.find(key);
    return found == members.end() ? nullptr : &found->second;
}

void TomlNode::allow_only(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, member] : table())
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            member.fail(fmt::format("\"{}\" is no known key here", key));
}

void TomlNode::fail(std::string_view message) const {
    throw RulesError(fmt::format("{}:{}: {}", file_, line_, message));
}

std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& directory) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    if (files.empty()) throw RulesError(fmt::format("{}: no *.toml is found there", directory.string()));
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace kompass::rules
