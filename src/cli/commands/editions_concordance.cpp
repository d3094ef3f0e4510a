// kompass editions concordance: which questions of two editions may be the same.
#include "cli/commands.h"

#include "cli/shared_options.h"
#include "rules/knowledge.h"
#include "rules/likely_same.h"
#include "text/language.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

namespace kompass::cli {
namespace {

struct ConcordanceOptions {
    std::string from, to;
    std::string format = "table";
};

const rules::Edition& edition_named(const std::string& id, const rules::Editions& editions) {
    editions.require(id);
    const auto* edition = editions.with_id(id);
    if (edition == nullptr) throw std::runtime_error(text::tr("which edition? --from and --to name two"));
    return *edition;
}

void require_questions(const rules::Edition& edition) {
    if (std::none_of(edition.areas.begin(), edition.areas.end(),
                     [](const auto& area) { return !area.questions.empty(); }))
        throw std::runtime_error(
            text::tr("the rules do not know the questions of edition {}; kompass editions "
                     "learn proposes them from archived reports",
                     edition.id));
}

/// What the rules say of the two, in a word; of those that are not compared nothing.
std::string kind_in_rules(const rules::Concordance& concordance, const rules::QuestionName& from,
                          const rules::QuestionName& to) {
    for (const auto& link : concordance.links())
        if ((link.from == from && link.to == to) || (link.from == to && link.to == from))
            return name_of(link.kind);
    const auto same = concordance.same();
    return std::find(same.begin(), same.end(), std::pair(from, to)) != same.end() ? "same" : "";
}

std::string number_of(const rules::QuestionDefinition* question) {
    return question == nullptr ? "" : question->number;
}

text::Value max_of(const rules::QuestionDefinition* question) {
    return question == nullptr || !question->max ? text::Value{} : text::Value{*question->max};
}

text::Table table_for_people() {
    return text::Table({{"from"},
                        {"to"},
                        {"likeness", text::Align::right},
                        {"max", text::Align::right},
                        {"in_rules"},
                        {"", text::Align::left, text::Layout::below}});
}

/// The first five columns are those of rules/concordance.csv.
text::Table table_for_programs() {
    return text::Table({{"from_edition"},
                        {"from_question"},
                        {"to_edition"},
                        {"to_question"},
                        {"kind"},
                        {"likeness", text::Align::right},
                        {"from_max", text::Align::right},
                        {"to_max", text::Align::right},
                        {"in_rules"},
                        {"from_wording"},
                        {"to_wording"}});
}

std::string maxima_of(const rules::LikelySame& pair) {
    const auto text = [](const rules::QuestionDefinition* question) {
        return question == nullptr || !question->max ? std::string("–") : std::to_string(*question->max);
    };
    return text(pair.from) == text(pair.to) ? text(pair.to) : text(pair.from) + " / " + text(pair.to);
}

std::string wordings_of(const rules::LikelySame& pair) {
    if (pair.from == nullptr) return pair.to_wording;
    if (pair.to == nullptr || pair.from_wording == pair.to_wording) return pair.from_wording;
    return pair.from_wording + " / " + pair.to_wording;
}

text::Value likeness_of(const rules::LikelySame& pair) {
    const bool both = pair.from != nullptr && pair.to != nullptr;
    return both ? text::Value{fmt::format("{:.2f}", pair.likeness)} : text::Value{};
}

ExitCode propose(const ConcordanceOptions& options, const Context& context) {
    const auto knowledge = rules::Knowledge::load(rules::find_rules(context.settings.rules));
    const auto& older = edition_named(options.from, knowledge.editions);
    const auto& newer = edition_named(options.to, knowledge.editions);
    require_questions(older);
    require_questions(newer);
    const auto format = text::format_from(options.format);
    const bool for_people = format == text::Format::table;
    auto table = for_people ? table_for_people() : table_for_programs();
    for (const auto& pair : rules::likely_same(older, newer)) {
        const auto from = number_of(pair.from);
        const auto to = number_of(pair.to);
        const auto known = kind_in_rules(knowledge.concordance, {older.id, from}, {newer.id, to});
        if (for_people)
            table.add({text::value_of(from), text::value_of(to), likeness_of(pair), maxima_of(pair),
                       known.empty() ? text::Value{} : text::told(known), wordings_of(pair)});
        else
            table.add({older.id, text::value_of(from), newer.id, text::value_of(to),
                       from.empty() || to.empty() ? text::Value{} : text::Value{"same"}, likeness_of(pair),
                       max_of(pair.from), max_of(pair.to), text::value_of(known),
                       text::value_of(pair.from_wording), text::value_of(pair.to_wording)});
    }
    context.out.write(table.text(format, context.out.terminal().table_width()));
    return ExitCode::all_well;
}

} // namespace

Command editions_concordance_command() {
    const auto options = std::make_shared<ConcordanceOptions>();
    return {
        .name = "editions concordance",
        .summary = "propose which questions of two editions are the same",
        .details =
            "One row for each pair of questions whose wordings read most alike, in either direction, by a "
            "likeness of 0.75 or more (1: equal but for case and diacritics); then those that are like "
            "none. Numbers and maxima are told beside it and decide nothing: per cent compare where maxima "
            "differ. It is a proposal: take the rows that you accept into rules/concordance.csv (--format "
            "csv prints its form; further columns are no matter there), where kind may also be split or "
            "merged. Only what stands there is compared across editions.",
        .example = "  kompass editions concordance --from 2010 --to 2016\n"
                   "  kompass editions concordance --from 2010 --to 2016 --format csv > proposal.csv",
        .options = {{.names = "--from",
                     .value = "ID",
                     .help = "the older edition",
                     .target = &options->from,
                     .required = true},
                    {.names = "--to",
                     .value = "ID",
                     .help = "the newer edition",
                     .target = &options->to,
                     .required = true},
                    format_option(options->format)},
        .run = [options](const Context& context) { return propose(*options, context); }};
}

} // namespace kompass::cli
