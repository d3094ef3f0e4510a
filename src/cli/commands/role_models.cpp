// kompass role-models: who is named as a role model, by whom and for what.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/help/did_you_mean.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/role_models.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <memory>
#include <set>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct RoleModelOptions {
    std::string archive;
    std::string format = "table";
    int area = 0; ///< 0: any
    std::vector<std::string> name;
};

text::Table machine_table(const std::vector<enquiry::RoleModelNaming>& namings) {
    text::Table table({{"role_model"},
                       {"area", text::Align::right},
                       {"title"},
                       {"named_by"},
                       {"year", text::Align::right},
                       {"edition"},
                       {"report", text::Align::right},
                       {"state"},
                       {"evaluation"}});
    for (const auto& naming : namings)
        table.add({naming.role_model, naming.area, text::value_of(naming.title),
                   text::value_of(naming.named_by.municipality), text::value_of(naming.named_by.year),
                   text::value_of(naming.named_by.edition), naming.named_by.id, state_value(naming.state),
                   naming.named_by.key});
    return table;
}

text::Table table_for_people(const std::vector<enquiry::RoleModelNaming>& namings, StateMarks& marks) {
    text::Table table({{"role_model"},
                       {"area", text::Align::right},
                       {"title"},
                       {"named_by"},
                       {"year", text::Align::right},
                       {"edition"},
                       {"evaluation"}});
    for (const auto& naming : namings)
        table.add({naming.role_model + marks.of(naming.state), naming.area, text::value_of(naming.title),
                   text::value_of(naming.named_by.municipality), text::value_of(naming.named_by.year),
                   text::value_of(naming.named_by.edition), naming.named_by.key});
    return table;
}

[[noreturn]] void raise_missing(const archive::Archive& archive, const std::string& name) {
    std::vector<std::string> names;
    archive.consult([&](const archive::Connection& connection) {
        for (const auto& naming : enquiry::role_models(connection, "", std::nullopt))
            names.push_back(naming.role_model);
    });
    throw std::runtime_error(text::tr("no report names '{}' as a role model", name) +
                             did_you_mean(name, names));
}

ExitCode list_role_models(const RoleModelOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    std::vector<enquiry::RoleModelNaming> namings;
    archive.consult([&](const archive::Connection& connection) {
        namings = enquiry::role_models(connection, text::joined(options.name, " "),
                                       options.area > 0 ? std::optional(options.area) : std::nullopt);
    });
    if (namings.empty() && !options.name.empty()) raise_missing(archive, text::joined(options.name, " "));
    const auto format = text::format_from(options.format);
    if (format != text::Format::table) {
        context.out.write(machine_table(namings).text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    StateMarks marks;
    context.out.write(table_for_people(namings, marks).text(format, context.out.terminal().table_width()));
    std::set<std::string> models;
    std::set<std::int64_t> reports;
    for (const auto& naming : namings) {
        models.insert(naming.role_model);
        reports.insert(naming.named_by.id);
    }
    context.out.print("{}{}\n", namings.empty() ? "" : "\n",
                      text::tr_many(models.size(), "{}, named in {}",
                                    text::counted(models.size(), "role model"),
                                    text::counted(reports.size(), "report")));
    write_note(marks, context.out);
    return ExitCode::all_well;
}

} // namespace

Command role_models_command() {
    const auto options = std::make_shared<RoleModelOptions>();
    return {.name = "role-models",
            .summary = "who is named as a role model, by whom and for what",
            .details = "One row for each time that a report names a municipality as a model in an area.",
            .example = "  kompass role-models --archive arkiv.db Helsingborg\n"
                       "  kompass role-models --archive arkiv.db --area 3 --format csv",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        area_option(options->area, "only in this area, 1 to 8"),
                        {.names = "MUNICIPALITY",
                         .value = "...",
                         .help = "only this role model",
                         .target = &options->name}},
            .run = [options](const Context& context) { return list_role_models(*options, context); }};
}

} // namespace kompass::cli
