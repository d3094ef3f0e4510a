// Options that several commands take, declared once.
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// The options that every command takes.
[[nodiscard]] std::vector<Option> settings_options(Settings& settings);

/// --archive FILE, or $KOMPASS_ARCHIVE, or as the config file says.
[[nodiscard]] Option archive_option(std::string& file, bool required = true);

/// --sources PATH, or as the config file says.
[[nodiscard]] Option sources_option(std::vector<std::string>& paths);

/// --format table|csv|json.
[[nodiscard]] Option format_option(std::string& format);
/// The same, and svg: a chart.
[[nodiscard]] Option format_or_chart_option(std::string& format);

/// --log FILE.
[[nodiscard]] Option log_option(std::string& file);

/// --sound-only: figures that are not sound are left out of `what`.
[[nodiscard]] Option sound_only_option(bool& sound_only, const std::string& what);

/// --area N, 1 to 8.
[[nodiscard]] Option area_option(int& area, std::string help);

} // namespace kompass::cli
