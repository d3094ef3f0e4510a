#include "cli/shared_options.h"

#include "model/instrument.h"
#include "text/table.h"

#include <utility>

namespace kompass::cli {

Option archive_option(std::string& file) {
    return {.names = "--archive",
            .value = "FILE",
            .help = "the archive, one SQLite file; $KOMPASS_ARCHIVE may name it instead",
            .target = &file,
            .required = true,
            .environment = "KOMPASS_ARCHIVE"};
}

Option format_option(std::string& format) {
    return {.names = "--format",
            .value = "FORMAT",
            .help = "table for people (the default), csv for spreadsheets, json for programs",
            .target = &format,
            .choices = text::format_names()};
}

Option log_option(std::string& file) {
    return {.names = "--log",
            .value = "FILE",
            .help = "append the run's events to FILE, one JSON object a line",
            .target = &file};
}

namespace {

std::vector<std::string> area_numbers() {
    std::vector<std::string> numbers;
    for (int area = 1; area <= area_count; ++area)
        numbers.push_back(std::to_string(area));
    return numbers;
}

} // namespace

Option area_option(int& area, std::string help) {
    return {
        .names = "--area", .value = "N", .help = std::move(help), .target = &area, .choices = area_numbers()};
}

} // namespace kompass::cli
