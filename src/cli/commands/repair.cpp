// kompass repair: a filter for Swedish text that a scanner damaged.
#include "cli/commands.h"

#include "read/file_bytes.h"
#include "read/source_kind.h"
#include "text/language.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct RepairOptions {
    std::string file = "-";
    bool explain = false;
    bool dry_run = false;
};

std::string bytes_of(const std::string& file) {
    if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    auto [bytes, error] = read::read_file(file);
    if (!error.empty()) throw std::runtime_error(file + ": " + error);
    return std::move(bytes);
}

void require_text(const std::string& bytes, const std::string& file) {
    if (read::is_text(read::content_of(bytes))) return;
    throw std::runtime_error(text::tr(
        "{0} is no text; `kompass text {0}` prints what is read of a PDF or a picture, words repaired",
        file));
}

/// Lines without their ends; the last one is empty if the text ends with a line end.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    lines.push_back(text.substr(begin));
    return lines;
}

std::string without_tabs(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

/// Pages end as in transcripts: at a form feed, and before a line that begins with exactly one blank.
void print_changes(const repair::Repaired& repaired, const std::vector<std::string>& lines, Output& out) {
    out.write("page\tline\tbefore\tafter\trule\tprobability\tdone\n");
    std::size_t line = 0;
    int page = 1;
    for (const auto& change : repaired.changes) {
        for (; line <= change.line; ++line) {
            const bool breaks = lines[line].starts_with(' ') && !lines[line].starts_with("  ") && line > 0;
            page +=
                (breaks ? 1 : 0) + static_cast<int>(std::count(lines[line].begin(), lines[line].end(), '\f'));
        }
        out.print("{}\t{}\t{}\t{}\t{}\t{:.3f}\t{}\n", page, change.line + 1, without_tabs(change.before),
                  without_tabs(change.after), change.rule, change.probability, change.applied ? "yes" : "no");
    }
}

ExitCode repair_text(const RepairOptions& options, const Context& context) {
    const auto bytes = bytes_of(options.file);
    require_text(bytes, options.file);
    const auto lines = lines_of(bytes);
    const auto repaired = pipeline::make_repairer(knowledge_sources(context.settings)).repaired(lines);
    const auto done = static_cast<std::size_t>(std::count_if(
        repaired.changes.begin(), repaired.changes.end(), [](const auto& change) { return change.applied; }));
    if (options.explain) {
        print_changes(repaired, lines, context.out);
    } else if (options.dry_run) {
        const auto in_doubt = repaired.changes.size() - done;
        context.out.print("{} would be repaired, {}; {:.0f} % of the å ä ö seem lost\n",
                          text::counted(done, "word"), text::tr_many(in_doubt, "{} left in doubt", in_doubt),
                          100 * repaired.damage);
    } else {
        for (std::size_t i = 0; i < repaired.lines.size(); ++i)
            context.out.print("{}{}", repaired.lines[i], i + 1 < repaired.lines.size() ? "\n" : "");
    }
    return ExitCode::all_well;
}

} // namespace

Command repair_command() {
    const auto options = std::make_shared<RepairOptions>();
    return {.name = "repair",
            .summary = "mend Swedish text that a scanner damaged, line for line",
            .details = "Prints the text with its words mended: lost å ä ö, misread letters, spacing "
                       "diacritics. Lines, figures and what is known and fits stay; what is unsure stays, "
                       "too. extract and ingest do the same with what they read.",
            .example = "  kompass repair old-transcript.txt > mended.txt\n"
                       "  kompass repair --explain old-transcript.txt | sort -t \"$(printf '\\t')\" -k 6",
            .options = {{.names = "--explain",
                         .value = "",
                         .help = "instead of the text: every change, and every word left in doubt, as TSV",
                         .target = &options->explain},
                        {.names = "--dry-run",
                         .value = "",
                         .help = "instead of the text: how many words would be changed",
                         .target = &options->dry_run},
                        {.names = "FILE",
                         .value = "",
                         .help = "text in UTF-8; default: standard input",
                         .target = &options->file}},
            .run = [options](const Context& context) { return repair_text(*options, context); }};
}

} // namespace kompass::cli
