// kompass describe: what the archive says of itself.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/outside/description.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "text/table.h"

#include <memory>

namespace kompass::cli {
namespace {

/// An option that was not given has its default still, which nobody may give: it holds a control character.
const std::string not_given = "\x7F not given";

struct DescribeOptions {
    std::string archive;
    std::string format = "table";
    archive::Description told{not_given, not_given, not_given, not_given, not_given,
                              not_given, not_given, not_given, "",        ""};
};

ExitCode show_description(const DescribeOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto known = archive.consult(archive::find_description);
    text::Table table({{"of the archive"}, {"told"}});
    const auto add = [&](const char* what, const std::string& told) {
        table.add({what, told.empty() ? text::Value{} : text::Value{told}});
    };
    add("title", known.title);
    add("publisher", known.publisher);
    add("publisher-type", known.publisher_type);
    add("contact", known.contact);
    add("email", known.email);
    add("licence", known.licence);
    add("access", known.access);
    add("base-url", known.address);
    add("release", known.version);
    add("released", known.released);
    context.out.write(table.text(text::format_from(options.format), context.out.terminal().table_width()));
    return ExitCode::all_well;
}

/// Takes over what was told now. True if anything was.
bool take(archive::Description& known, const archive::Description& told) {
    bool any = false;
    const auto take_one = [&](std::string archive::Description::*field) {
        if (told.*field == not_given) return;
        known.*field = told.*field;
        any = true;
    };
    using archive::Description;
    for (auto field :
         {&Description::title, &Description::publisher, &Description::publisher_type, &Description::contact,
          &Description::email, &Description::licence, &Description::access, &Description::address})
        take_one(field);
    return any;
}

ExitCode describe(const DescribeOptions& options, const Context& context) {
    archive::Description none;
    if (take(none, options.told)) {
        auto archive = open_to_change(options.archive, context);
        auto description = archive.consult(archive::find_description);
        take(description, options.told);
        archive.describe(description);
    }
    return show_description(options, context);
}

} // namespace

Command describe_command() {
    const auto options = std::make_shared<DescribeOptions>();
    auto& told = options->told;
    const auto option = [](const char* names, const char* value, const char* help, std::string& target) {
        return Option{.names = names, .value = value, .help = help, .target = &target};
    };
    return {.name = "describe",
            .summary = "what the archive says of itself: title, publisher, licence, contact",
            .details =
                "Shows it, after keeping what the options say; an empty value takes back what was told. It "
                "goes with "
                "the archive, and into exports, their DCAT-AP-SE and releases. TYPE is a code of ADMS: "
                "NationalAuthority, RegionalAuthority, LocalAuthority, Company, NonProfitOrganisation …",
            .example = "  kompass describe --archive arkiv.db --publisher \"Ankeborgs kommun\" \\\n"
                       "          --publisher-type LocalAuthority --access public \\\n"
                       "          --licence http://creativecommons.org/publicdomain/zero/1.0/",
            .options = {archive_option(options->archive),
                        option("--title", "TEXT", "what the archive is called", told.title),
                        option("--publisher", "NAME", "who hands it out", told.publisher),
                        option("--publisher-type", "TYPE", "what kind of body that is", told.publisher_type),
                        option("--contact", "NAME", "whom to ask", told.contact),
                        option("--email", "ADDRESS", "where to ask", told.email),
                        option("--licence", "URL", "address of the licence's text", told.licence),
                        option("--access", "RIGHTS", "public, restricted or non-public", told.access),
                        option("--base-url", "URL", "where it is published", told.address),
                        format_option(options->format)},
            .run = [options](const Context& context) { return describe(*options, context); }};
}

} // namespace kompass::cli
