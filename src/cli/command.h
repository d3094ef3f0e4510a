// A command as plain data: name, help, options and what runs it. The parser, the help, the manual pages, the
// completions of the shells and the tests that hold the documentation to it are all fed from this one
// declaration.
#pragma once

#include "cli/exit_code.h"
#include "cli/settings.h"
#include "cli/terminal/output.h"
#include "cli/terminal/talk.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace kompass::cli {

/// What an option that may be set for good is set to, and by what.
struct SettingInForce {
    std::string key; ///< of the config file
    std::vector<std::string> values;
    std::string from; ///< "option", "$KOMPASS_ARCHIVE", "file" or "default"
};

/// What a command is given besides its own options.
struct Context {
    const Settings& settings;
    const std::vector<SettingInForce>& in_force; ///< of the options that the command takes
    std::string command_line;                    ///< as typed, for the archive's list of runs
    Output& out;
    Talk& talk;
};

/// Where an option's value goes; what stands there before is its default.
using Target = std::variant<bool*, int*, std::string*, std::vector<std::string>*>;

struct Option {
    std::string names; ///< "--archive", or "FILE" for an argument without a name
    std::string value; ///< what help calls its value: "DIR"; for an argument "..." if there may be several
    std::string help;
    Target target;
    bool required = false;
    std::string environment = {};          ///< variable that may give it instead
    std::string setting = {};              ///< key of the config file that may give it instead
    std::vector<std::string> choices = {}; ///< the only values allowed
};

/// `run` shares ownership of what the options point to, so that a Command may be copied.
struct Command {
    std::string name;    ///< "ingest", or "rules check" for a command in a group
    std::string summary; ///< one line
    std::string details; ///< what one must know to use it; a line end parts paragraphs, see help_text.h
    std::string example; ///< whole command lines
    std::vector<Option> options;
    std::function<ExitCode(const Context&)> run;
    bool hidden = false;    ///< left out of help
    std::string group = {}; ///< what it is for, "Take in": help lists it there; set by all_commands
};

} // namespace kompass::cli
