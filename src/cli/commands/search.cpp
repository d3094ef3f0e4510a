// kompass search: words in the texts of the archive's reports.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/search/search.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <memory>

namespace kompass::cli {
namespace {

struct SearchOptions {
    std::string archive;
    std::string format = "table";
    std::string municipality;
    int year = 0, area = 0; ///< 0: any
    int limit = 20;
    std::vector<std::string> kinds;
    std::vector<std::string> words;
};

enquiry::SearchQuery query_of(const SearchOptions& options, const Terminal& terminal) {
    enquiry::SearchQuery query;
    query.words = text::joined(options.words, " ");
    if (options.year > 0) query.year = options.year;
    if (options.area > 0) query.area = options.area;
    query.kinds = options.kinds;
    query.limit = options.limit;
    if (terminal.colour) {
        query.before_match = "\x1b[1m";
        query.after_match = "\x1b[0m";
    }
    return query;
}

const char* name_of(enquiry::Spelling spelling) {
    switch (spelling) {
    case enquiry::Spelling::as_typed:
        return text::message("as typed");
    case enquiry::Spelling::other_diacritics:
        return text::message("other diacritics");
    case enquiry::Spelling::related:
        break;
    }
    return text::message("other form or compound");
}

/// The line above the first passage of that spelling; empty: none is wanted.
std::string head_of(enquiry::Spelling spelling) {
    if (spelling == enquiry::Spelling::as_typed) return {};
    return spelling == enquiry::Spelling::other_diacritics ? text::tr("Spelt with other diacritics:\n")
                                                           : text::tr("Other forms and compounds:\n");
}

text::Table table_of(const enquiry::SearchResult& result) {
    text::Table table({{"report", text::Align::right},
                       {"municipality"},
                       {"year", text::Align::right},
                       {"edition"},
                       {"area", text::Align::right},
                       {"kind"},
                       {"spelling"},
                       {"text"},
                       {"state"},
                       {"evaluation"},
                       {"chapter"}});
    for (const auto& passage : result.passages)
        table.add({passage.report.id, text::value_of(passage.report.municipality),
                   text::value_of(passage.report.year), text::value_of(passage.report.edition),
                   text::value_of(passage.area), text::told(passage.kind),
                   text::told(name_of(passage.spelling)), passage.text, state_value(passage.state),
                   passage.report.key, text::value_of(passage.heading)});
    return table;
}

/// "area 3, strength", "chapter 'Kommunens styrkor'"
std::string place_of(const enquiry::Passage& passage) {
    if (passage.area) return text::tr("area {}, {}", *passage.area, text::tr(passage.kind));
    if (passage.heading.empty()) return text::tr("chapter {}", passage.chapter.value_or(0));
    return text::tr("chapter '{}'", passage.heading);
}

/// Two lines or more a passage: where it stands, what it says.
std::string text_of(const enquiry::SearchResult& result, const Terminal& terminal, StateMarks& marks) {
    std::string text;
    auto spelling = enquiry::Spelling::as_typed;
    for (const auto& passage : result.passages) {
        if (passage.spelling != spelling) text += head_of(passage.spelling);
        spelling = passage.spelling;
        const auto add = [&](std::size_t indent, const std::string& what) {
            for (const auto& line : text::wrapped(what, static_cast<std::size_t>(terminal.width) - indent))
                text += std::string(indent, ' ') + line + '\n';
        };
        add(2, fmt::format("{}, {} ({})", title_of(passage.report), place_of(passage), passage.report.key));
        add(4, passage.snippet + marks.of_text(passage.state));
    }
    return text;
}

std::string counts_of(const enquiry::SearchResult& result) {
    const auto all = result.all();
    const auto shown = static_cast<std::int64_t>(result.passages.size());
    auto text = (shown < all ? text::tr("{} of ", shown) : "") +
                text::counted(static_cast<std::size_t>(all), "passage");
    if (result.folded > 0) text += text::tr(", {} with other diacritics", result.folded);
    if (result.related > 0) text += text::tr(", {} with other forms or compounds", result.related);
    if (shown < all) text += text::tr("; --limit shows more");
    return text + '\n';
}

/// Nothing is found: what may be meant, or asked for otherwise.
void tell_hints(const enquiry::SearchHints& hints, Talk& talk) {
    const auto in_passages = [](std::int64_t passages) {
        return text::counted(static_cast<std::size_t>(passages), "passage");
    };
    bool all_found = true;
    for (const auto& [word, passages, meant] : hints.words) {
        if (passages > 0) continue;
        all_found = false;
        talk.remark(text::tr("no text has {}{}", word,
                             meant.empty() ? "" : text::tr("; there is: ") + text::joined(meant, ", ")));
    }
    for (const auto& [name, passages] : hints.filters)
        talk.remark(text::tr("without {}: {}", name, in_passages(passages)));
    if (!all_found || !hints.filters.empty()) return;
    for (const auto& word : hints.words)
        talk.remark(
            text::tr("{}: {}, but not together with the others", word.word, in_passages(word.passages)));
}

ExitCode search_archive(const SearchOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    auto query = query_of(options, context.out.terminal());
    if (!options.municipality.empty())
        for (auto& report : find_all_reports(archive, options.municipality))
            query.evaluations.push_back(std::move(report.key));
    enquiry::SearchResult result;
    enquiry::SearchHints hints;
    archive.consult([&](const archive::Connection& connection) {
        result = search(connection, query);
        if (result.all() == 0) hints = search_hints(connection, query);
    });
    tell_hints(hints, context.talk);
    const auto format = text::format_from(options.format);
    if (format != text::Format::table) {
        context.out.write(table_of(result).text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    StateMarks marks;
    context.out.write(text_of(result, context.out.terminal(), marks));
    if (!result.passages.empty()) context.out.write("\n");
    context.out.write(counts_of(result));
    write_note(marks, context.out);
    return ExitCode::all_well;
}

} // namespace

Command search_command() {
    const auto options = std::make_shared<SearchOptions>();
    return {.name = "search",
            .summary = "words in findings, questions, headings, role models and text",
            .details =
                "All WORDS must stand in a passage. '\"…\"' is a phrase, * at the end stands for any "
                "ending. å ä ö are letters; a word typed without them also finds those spelt with "
                "them, after all that are spelt as typed. Last come other forms of the words and Swedish "
                "compounds: dialog finds dialogen and medborgardialog. Where nothing is found, words that "
                "are like those asked for, and filters that leave nothing, are told.",
            .example = "  kompass search --archive arkiv.db medborgardialog\n"
                       "  kompass search --archive arkiv.db '\"intern kontroll\" uppfölj*' \\\n"
                       "          --kind improvement --area 3",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        {.names = "--municipality",
                         .value = "NAME",
                         .help = "only in its reports; or in one, named as for kompass show",
                         .target = &options->municipality},
                        {.names = "--year",
                         .value = "YEAR",
                         .help = "only in reports of that year",
                         .target = &options->year},
                        area_option(options->area, "only in this area, 1 to 8"),
                        {.names = "--kind",
                         .value = "KIND",
                         .help = "only this kind of passage; may be repeated",
                         .target = &options->kinds,
                         .choices = enquiry::passage_kinds()},
                        {.names = "--limit",
                         .value = "N",
                         .help = "show so many; default: 20",
                         .target = &options->limit},
                        {.names = "WORDS",
                         .value = "...",
                         .help = "what to search for",
                         .target = &options->words,
                         .required = true}},
            .run = [options](const Context& context) { return search_archive(*options, context); }};
}

} // namespace kompass::cli
