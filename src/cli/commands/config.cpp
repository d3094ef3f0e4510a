// kompass config: what is set for every command, by what, and setting it for good.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/config/config_file.h"
#include "cli/shared_options.h"
#include "pipeline/knowledge_sources.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct ConfigOptions {
    std::string archive;
    std::vector<std::string> sources;
    std::string format = "table";
    std::string key;
    std::vector<std::string> values;
    bool unset = false;
};

/// Of no other option of the program, so that it may be asked for by its key.
std::vector<std::string> value_of(const std::string& key, const Context& context) {
    const auto found = std::find_if(context.in_force.begin(), context.in_force.end(),
                                    [&](const SettingInForce& setting) { return setting.key == key; });
    return found == context.in_force.end() ? std::vector<std::string>{} : found->values;
}

ExitCode show_all(const ConfigOptions& options, const Context& context) {
    text::Table table({{"setting"}, {"value"}, {"from"}});
    for (const auto& key : config_keys())
        for (const auto& setting : context.in_force) {
            if (setting.key != key.name) continue;
            if (setting.values.empty()) table.add({key.name, text::Value{}, text::told(setting.from)});
            for (const auto& value : setting.values)
                table.add({key.name, value, text::told(setting.from)});
        }
    const auto format = text::format_from(options.format);
    context.out.write(table.text(format, context.out.terminal().table_width()));
    if (format != text::Format::table) return ExitCode::all_well;
    const auto place = Config::place();
    const bool there = !place.empty() && fs::exists(place);
    context.out.write("\n");
    context.out.write_paragraph(
        there ? text::tr("file: {}", place.string())
              : text::tr("file: {} (there is none yet: kompass config KEY VALUE makes it)", place.string()));
    return ExitCode::all_well;
}

ExitCode show_one(const std::string& key, const Context& context) {
    for (const auto& value : value_of(key, context))
        context.out.print("{}\n", value);
    return ExitCode::all_well;
}

int whole_number(const ConfigKey& key, const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1)
        throw ConfigError(text::tr("{}: '{}' is not a whole number from 1 up", key.name, text));
    return number;
}

/// Throws, saying why, if commands could not work with it.
void try_out(const ConfigKey& key, const std::vector<std::string>& paths, const Context& context) {
    if (key.name == "sources")
        for (const auto& path : paths)
            if (!fs::exists(path)) throw ConfigError(text::tr("sources: there is no {}", path));
    if (key.name == "rules") static_cast<void>(rules::Knowledge::load(rules::find_rules(paths.front())));
    if (key.name == "municipalities")
        static_cast<void>(pipeline::load_knowledge({context.settings.rules, paths, {}}));
    if (key.name != "archive") return;
    const fs::path archive = paths.front();
    if (fs::exists(archive))
        static_cast<void>(archive::Archive::open(archive));
    else if (!fs::is_directory(archive.parent_path()))
        throw ConfigError(text::tr("archive: there is no folder {}", archive.parent_path().string()));
    else
        context.talk.remark(text::tr("there is no {} yet; kompass ingest makes it", archive.string()));
}

/// As the file is to have them, whole paths; throws if they are wrong.
std::vector<std::string> checked(const ConfigKey& key, const std::vector<std::string>& given,
                                 const Context& context) {
    if (given.size() > 1 && key.kind != ConfigKey::Kind::paths)
        throw ConfigError(
            text::tr("{} is one, and {} are given: {}", key.name, given.size(), text::joined(given, " ")));
    if (key.kind == ConfigKey::Kind::number) return {std::to_string(whole_number(key, given.front()))};
    if (key.kind == ConfigKey::Kind::language) return {checked_language(key, given.front())};
    std::vector<std::string> paths;
    paths.reserve(given.size());
    for (const auto& path : given)
        if (path.empty())
            throw ConfigError(text::tr("{}: a path is wanted; to take it out: kompass config {} --unset",
                                       key.name, key.name));
    for (const auto& path : given)
        paths.push_back(fs::absolute(path).lexically_normal().string());
    try_out(key, paths, context);
    return paths;
}

/// What the file has, be it a setting that there is not.
ExitCode unset(const std::string& name, const Context& context) {
    if (!is_in_config(name)) {
        context.talk.remark(text::tr("{}: {} was not set", Config::place().string(), config_key(name).name));
        return ExitCode::all_well;
    }
    set_in_config({name, ConfigKey::Kind::path, {}}, {});
    context.talk.remark(text::tr("{}: {} is no longer set", Config::place().string(), name));
    return ExitCode::all_well;
}

ExitCode configure(const ConfigOptions& options, const Context& context) {
    if (options.key.empty()) {
        if (!options.unset) return show_all(options, context);
        context.talk.error(text::tr("name the setting that is to be taken out"));
        return ExitCode::usage;
    }
    if (options.unset && !options.values.empty()) {
        context.talk.error(text::tr("either a value is set, or --unset takes it out"));
        return ExitCode::usage;
    }
    if (options.unset) return unset(options.key, context);
    const auto& key = config_key(options.key);
    if (options.values.empty()) return show_one(key.name, context);
    set_in_config(key, checked(key, options.values, context));
    context.talk.remark(text::tr("{}: {} is set", Config::place().string(), key.name));
    return ExitCode::all_well;
}

std::string details() {
    std::string text =
        "Without KEY it lists every setting, its value, and what it is from: an option, an "
        "environment variable, the file or the default; the first of these that there is counts. "
        "With KEY alone it prints the value; with values it sets it for every command, in "
        "$XDG_CONFIG_HOME/kompass/config.toml, else ~/.config/kompass/config.toml, which may be "
        "written by hand, too. What commands could not work with is refused.\n";
    for (const auto& key : config_keys())
        text += fmt::format("{}  {}\n", key.name, key.help);
    return text;
}

} // namespace

Command config_command() {
    const auto options = std::make_shared<ConfigOptions>();
    return {.name = "config",
            .summary = "what is set for every command, and setting it for good",
            .details = details(),
            .example = "  kompass config\n"
                       "  kompass config archive arkiv.db\n"
                       "  kompass config sources reports/\n"
                       "  kompass config jobs --unset",
            .options = {archive_option(options->archive, false),
                        sources_option(options->sources),
                        format_option(options->format),
                        {.names = "--unset",
                         .value = "",
                         .help = "take the setting out of the file",
                         .target = &options->unset},
                        {.names = "KEY", .value = "", .help = "which setting", .target = &options->key},
                        {.names = "VALUE",
                         .value = "...",
                         .help = "what it is to be; sources and municipalities may be several",
                         .target = &options->values}},
            .run = [options](const Context& context) { return configure(*options, context); }};
}

} // namespace kompass::cli
