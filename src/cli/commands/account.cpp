// kompass account: what became of every word and every part of a report.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/telling.h"
#include "model/record_json.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/table.h"

#include <filesystem>
#include <memory>

namespace kompass::cli {
namespace {

struct AccountOptions {
    std::string archive;
    std::string format = "table";
    std::vector<std::string> report;
    bool all = false;
    bool words = false;
};

/// Those found and those that no report needs to have are told with --all only.
text::Table part_table(const Account& account, bool all) {
    text::Table table(
        {{"part"}, {"area", text::Align::right}, {"page", text::Align::right}, {"state"}, {"why"}});
    for (const auto& part : account.parts)
        if (all || is_faulty(part))
            table.add({text::told(name_of(part.kind)), text::value_of(part.area), text::value_of(part.page),
                       text::told(name_of(part.state)), text::retold_value(part.why)});
    return table;
}

text::Table unclaimed_table(const Account& account) {
    text::Table table({{"looks_like"}, {"words", text::Align::right}, {"page", text::Align::right}});
    for (const auto& unclaimed : account.unclaimed)
        table.add({text::told(name_of(unclaimed.looks_like)), unclaimed.words,
                   unclaimed.places.empty() ? text::Value{} : text::Value{unclaimed.places.front().page}});
    return table;
}

void print_paragraph(const std::string& text, Output& out) {
    constexpr std::size_t page = 80;
    for (const auto& line : text::wrapped(text, page))
        out.print("{}\n", line);
}

void print_for_people(const Account& account, const AccountOptions& options, Output& out) {
    const auto& words = account.words;
    const auto told =
        text::tr("Of {} words {} stand in the record, {} are prose, {} furniture (running heads, page "
                 "numbers, contents) and {} unclaimed.",
                 words.read, words.claimed, words.prose, words.furniture, words.unclaimed);
    print_paragraph(text::retold(summary(account)), out);
    out.write("\n");
    print_paragraph(told, out);
    for (const auto& table : {part_table(account, options.all), unclaimed_table(account)})
        if (!table.empty()) out.print("\n{}", table.text(text::Format::table, out.terminal().table_width()));
}

ExitCode tell(const Account& account, const AccountOptions& options, Output& out) {
    const auto format = text::format_from(options.format);
    if (options.words)
        out.write(unclaimed_table(account).text(format, out.terminal().table_width()));
    else if (format == text::Format::table)
        print_for_people(account, options, out);
    else if (format == text::Format::json)
        out.write(to_json(account) + "\n");
    else
        out.write(part_table(account, true).text(format, out.terminal().table_width()));
    return is_whole(account) ? ExitCode::all_well : ExitCode::needs_a_look;
}

ExitCode account_of_file(const AccountOptions& options, const Context& context) {
    auto code = ExitCode::nothing_done;
    const auto show = [&](const auto& /*file*/, const Document& /*document*/,
                          const pipeline::Understanding& understanding) {
        const auto& record = understanding.record;
        if (record.account)
            code = tell(*record.account, options, context.out);
        else
            tell_troubles(record.troubles, context.talk);
    };
    tell_remarks(
        pipeline::understand_sources({options.report.front()}, pipeline_options(context.settings), show),
        context.talk);
    return code;
}

/// Of the preferred document that of its evaluation: what another document has is not missing. Of a former
/// one its own.
std::optional<Account> account_of(const archive::Archive& archive, const enquiry::ReportIdentity& report) {
    if (report.key.empty() || report.is_former) return archive.record(report.id).account;
    return archive.effective(report.id).record.account;
}

ExitCode account_of_kept(const AccountOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto report = find_report(archive, options.report);
    const auto account = account_of(archive, report);
    if (account) return tell(*account, options, context.out);
    context.talk.error(
        archive.reading(report.sha256)
            ? text::tr(
                  "{}: not accounted for; kompass reextract or kompass ingest --again gives it an account",
                  report.file)
            : text::tr(
                  "{}: not accounted for, and what was read of it is not kept: where its file is at hand, "
                  "kompass ingest --again gives it an account",
                  report.file));
    return ExitCode::nothing_done;
}

/// A file that is there is read; all else names a report of the archive, if there is one.
bool is_file(const AccountOptions& options) {
    std::error_code ignored;
    return options.report.size() == 1 &&
           (options.archive.empty() || std::filesystem::exists(options.report.front(), ignored));
}

ExitCode account(const AccountOptions& options, const Context& context) {
    if (is_file(options)) return account_of_file(options, context);
    if (options.archive.empty())
        throw std::runtime_error(text::tr("name a file, or an archive with --archive and a report in it"));
    return account_of_kept(options, context);
}

} // namespace

Command account_command() {
    const auto options = std::make_shared<AccountOptions>();
    return {
        .name = "account",
        .summary = "what became of every word and every part of a report",
        .details =
            "Every part that the report should hold is found, damaged, missing or not in the report, with "
            "the reason; every word that was read stands in the record, is prose, is furniture, or is "
            "unclaimed. The table tells the parts that are damaged or missing (--all: every part), and where "
            "words stand that no part holds. csv gives every part, json the whole account. Exit code 3 tells "
            "that the report is not whole.\n"
            "REPORT is a file, or a report of the archive named as for kompass show; what is the name of a "
            "file that is there, is the file.",
        .example = "  kompass account avesta-2014.pdf\n  kompass account --archive arkiv.db Avesta 2014",
        .options =
            {archive_option(options->archive, false),
             format_option(options->format),
             {.names = "--all", .value = "", .help = "every part, found ones too", .target = &options->all},
             {.names = "--words",
              .value = "",
              .help = "instead, where words stand that no part holds",
              .target = &options->words},
             {.names = "REPORT",
              .value = "...",
              .help = "a PDF, an image or a transcript, or a report of the archive",
              .target = &options->report,
              .required = true}},
        .run = [options](const Context& context) { return account(*options, context); }};
}

} // namespace kompass::cli
