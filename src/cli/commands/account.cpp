// kompass account: what became of every word and every part of a report.
#include "cli/commands.h"

#include "cli/shared_options.h"
#include "cli/telling.h"
#include "text/fitting.h"
#include "text/table.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

struct AccountOptions {
    std::string format = "table";
    std::string file;
    bool all = false;
    bool words = false;
};

/// Those found and those that no report needs to have are told with --all only.
text::Table part_table(const Account& account, bool all) {
    text::Table table(
        {{"part"}, {"area", text::Align::right}, {"page", text::Align::right}, {"state"}, {"why"}});
    for (const auto& part : account.parts)
        if (all || is_faulty(part))
            table.add({name_of(part.kind), text::value_of(part.area), text::value_of(part.page),
                       name_of(part.state), text::value_of(part.why)});
    return table;
}

text::Table unclaimed_table(const Account& account) {
    text::Table table({{"looks_like"}, {"words", text::Align::right}, {"page", text::Align::right}});
    for (const auto& unclaimed : account.unclaimed)
        table.add({name_of(unclaimed.looks_like), unclaimed.words,
                   unclaimed.places.empty() ? text::Value{} : text::Value{unclaimed.places.front().page}});
    return table;
}

void print_for_people(const Account& account, const AccountOptions& options, Output& out) {
    const auto& words = account.words;
    out.print("{}{}\n\n", summary(account), is_whole(account) ? "" : " parts");
    out.print("Of {} words {} stand in the record, {} are prose, {} furniture (running heads, page numbers, "
              "contents) and {} unclaimed.\n",
              words.read, words.claimed, words.prose, words.furniture, words.unclaimed);
    for (const auto& table : {part_table(account, options.all), unclaimed_table(account)})
        if (!table.empty()) out.print("\n{}", table.text(text::Format::table));
}

ExitCode account_for_file(const AccountOptions& options, const Context& context) {
    auto code = ExitCode::nothing_done;
    const auto show = [&](const auto& /*file*/, const Document& /*document*/,
                          const pipeline::Understanding& understanding) {
        const auto& record = understanding.record;
        if (!record.account) {
            tell_troubles(record.troubles, context.talk);
            return;
        }
        const auto& account = *record.account;
        const auto format = text::format_from(options.format);
        if (options.words)
            context.out.write(unclaimed_table(account).text(format));
        else if (format == text::Format::table)
            print_for_people(account, options, context.out);
        else
            context.out.write(part_table(account, true).text(format));
        code = is_whole(account) ? ExitCode::all_well : ExitCode::needs_a_look;
    };
    tell_remarks(pipeline::understand_sources({options.file}, pipeline_options(context.settings), show),
                 context.talk);
    return code;
}

} // namespace

Command account_command() {
    const auto options = std::make_shared<AccountOptions>();
    return {
        .name = "account",
        .summary = "what became of every word and every part of a report",
        .details =
            "Every part that the report should hold is found, damaged, missing or not in the report, with "
            "the "
            "reason; every word that was read stands in the record, is prose, is furniture, or is unclaimed. "
            "The table tells the parts that are damaged or missing (--all: every part), and where words "
            "stand "
            "that no part holds. csv and json give every part. Exit code 3 tells that the report is not "
            "whole.",
        .example = "  kompass account avesta-2014.pdf\n  kompass account --format json kumla-2017.txt",
        .options =
            {format_option(options->format),
             {.names = "--all", .value = "", .help = "every part, found ones too", .target = &options->all},
             {.names = "--words",
              .value = "",
              .help = "instead, where words stand that no part holds",
              .target = &options->words},
             {.names = "FILE",
              .value = "",
              .help = "a PDF, an image or a transcript",
              .target = &options->file,
              .required = true}},
        .run = [options](const Context& context) { return account_for_file(*options, context); }};
}

} // namespace kompass::cli
