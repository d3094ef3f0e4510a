// What `--help` says, from the declarations of commands: pure functions, lines of at most 80 columns.
//
// In a command's details a line end parts paragraphs, which are filled; a line with two blanks after its
// first words is a row of a list, of which the rest hangs under what follows the blanks.
#pragma once

#include "cli/command.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass::cli {

/// What the program is, in a sentence.
inline constexpr std::string_view about_program = "kompass turns published Kommunkompassen reports (PDF, "
                                                  "scan or text) into one archive of scores, findings and "
                                                  "their arithmetic.";

/// The first word of a command's name: what stands in the program's list.
[[nodiscard]] std::string first_word(const Command& command);

/// The visible commands of that first word: one, or several of a group such as "corrections".
[[nodiscard]] std::vector<const Command*> commands_of(const std::vector<Command>& commands,
                                                      const std::string& first_word);

/// The titles of groups with their rows (first word, summary), in order; hidden commands are left out. Of
/// several commands with one first word the first one's summary speaks for all.
using Rows = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::vector<std::pair<std::string, Rows>> grouped_rows(const std::vector<Command>& commands);

/// "-q, --quiet", "--jobs N"; of an argument "PATH ...".
[[nodiscard]] std::string head_of(const Option& option);

[[nodiscard]] bool is_argument(const Option& option);

/// "kompass ingest [OPTIONS] PATH..."
[[nodiscard]] std::string usage_of(const Command& command);

/// Head and rest of a row of a list in details; both empty if the line is none.
[[nodiscard]] std::pair<std::string, std::string> list_row(const std::string& line);

[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

[[nodiscard]] std::string program_help(const std::vector<Command>& commands);
[[nodiscard]] std::string command_help(const Command& command);
/// Of "corrections", which is no command but has some.
[[nodiscard]] std::string group_help(const std::vector<const Command*>& group);

} // namespace kompass::cli
