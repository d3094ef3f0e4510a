#include "cli/shared_options.h"

#include "model/instrument.h"
#include "text/language.h"
#include "text/table.h"

#include <utility>

namespace kompass::cli {

std::vector<Option> settings_options(Settings& settings) {
    return {
        {.names = "--rules",
         .value = "DIR",
         .help = "directory of rules; default: $KOMPASS_RULES, else the program's own",
         .target = &settings.rules,
         .environment = "KOMPASS_RULES",
         .setting = "rules"},
        {.names = "--municipalities",
         .value = "CSV",
         .help = "further register of municipalities (code,name,county_code,county); may be repeated",
         .target = &settings.municipalities,
         .setting = "municipalities"},
        {.names = "--jobs",
         .value = "N",
         .help = "worker processes that read at once; default: one a core",
         .target = &settings.jobs,
         .setting = "jobs"},
        {.names = "--max-pages",
         .value = "N",
         .help = "refuse documents of more pages; default: 2000",
         .target = &settings.max_pages,
         .setting = "max-pages"},
        {.names = "--no-cache",
         .value = "",
         .help = "read scanned pages anew, even those read before; keep nothing",
         .target = &settings.no_cache},
        {.names = "--no-pager",
         .value = "",
         .help = "print to the terminal itself, not through $KOMPASS_PAGER, $PAGER or less",
         .target = &settings.no_pager},
        {.names = "--lang",
         .value = "LANGUAGE",
         .help = "what the program speaks: en (English) or sv (Swedish); default: the locale's language",
         .target = &settings.lang,
         .setting = "lang",
         .choices = text::language_names()},
        {.names = "--quiet,-q",
         .value = "",
         .help = "no progress and no remarks; errors still show",
         .target = &settings.quiet},
    };
}

Option archive_option(std::string& file, bool required) {
    return {.names = "--archive",
            .value = "FILE",
            .help = "the archive, one SQLite file; $KOMPASS_ARCHIVE or kompass config may name it instead",
            .target = &file,
            .required = required,
            .environment = "KOMPASS_ARCHIVE",
            .setting = "archive"};
}

Option sources_option(std::vector<std::string>& paths) {
    return {.names = "--sources",
            .value = "PATH",
            .help = "file or folder of sources, in the place of where they were; may be repeated",
            .target = &paths,
            .setting = "sources"};
}

Option format_option(std::string& format) {
    return {.names = "--format",
            .value = "FORMAT",
            .help = "table for people (the default), csv for spreadsheets, json for programs",
            .target = &format,
            .choices = text::format_names()};
}

Option format_or_chart_option(std::string& format) {
    auto option = format_option(format);
    option.help += ", svg a chart";
    option.choices.emplace_back("svg");
    return option;
}

Option log_option(std::string& file) {
    return {.names = "--log",
            .value = "FILE",
            .help = "append the run's events to FILE, one JSON object a line",
            .target = &file};
}

Option sound_only_option(bool& sound_only, const std::string& what) {
    return {.names = "--sound-only",
            .value = "",
            .help = "leave doubtful and inconsistent figures out of " + what + ", and say how many",
            .target = &sound_only};
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
