#include "extractors/identity_time.h"

#include "extractors/cover.h"
#include "extractors/file_title.h"
#include "extractors/identity_words.h"
#include "extractors/witnesses.h"
#include "model/record_facts.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

namespace kompass {
namespace {

constexpr int kSaidInSentence = 6;
constexpr int kOnCover = 4;
constexpr int kInPageHead = 2;

/// The roles that find the evaluation's time on a cover; the first is said in words.
constexpr std::array<std::string_view, 3> cover_times{"cover_evaluation", "cover_span", "cover_date"};

/// A year, and a month if one is said with it.
struct When {
    int year = 0;
    std::optional<int> month;
    std::string place;
    int weight = 0;
    Heard where{};
};

std::optional<When> when_of(const rules::RuleMatch& match, const rules::RuleSet& rules) {
    constexpr int century = 2000; // of "-09"
    const auto year = whole_number(match.group("year"));
    if (!year) return std::nullopt;
    When when{*year < century ? *year + century : *year, std::nullopt, "", 0, {match.rule->id, {}}};
    if (const auto month = match.group("month"); !month.empty())
        when.month = unicode::has_letter(month) ? place_in_list(rules, "months", month) : whole_number(month);
    return when;
}

/// All matches of a role's rules; what one found is taken out of the text, what stands around it stays.
std::vector<rules::RuleMatch> all_of(std::string_view role, std::string_view group, std::string& text,
                                     const rules::RuleSet& rules, const char* instead = " ") {
    std::vector<rules::RuleMatch> found;
    for (const auto* rule : rules.of_role(role))
        while (auto captures = rule->pattern.captures(text)) {
            found.push_back({rule, std::move(*captures)});
            const auto date = found.back().group(group);
            text.replace(text.find(date, text.find(found.back().group(""))), date.size(), instead);
        }
    return found;
}

/// On the first pages: where the group stands, else the whole match.
Heard heard_in(const FrontPlaces& places, const rules::RuleMatch& match, std::string_view group) {
    auto found = places.of(match.group(group));
    return {match.rule->id, found.empty() ? places.of(match.group("")) : std::move(found)};
}

/// Takes out what is another's time: an earlier evaluation's, the instrument's, a decision's.
void take_other_times(std::string& front, const rules::RuleSet& rules) {
    (void)all_of("other_time_word", "when", front, rules, "#"); // over which its words reach no further date
}

/// A title's bare year first: it stands where a date beside it weighs the same.
std::vector<When> said_on_cover(std::string front, const FrontPlaces& places, const rules::RuleSet& rules) {
    std::vector<When> said;
    for (const auto role : cover_times)
        for (const auto& match : all_of(role, "when", front, rules))
            if (auto when = when_of(match, rules)) {
                when->place = "cover";
                when->where = heard_in(places, match, "when");
                when->weight = role == cover_times.front() ? kSaidInSentence : kOnCover;
                said.push_back(*when);
            }
    std::stable_partition(said.begin(), said.end(), [](const When& when) { return !when.month; });
    return said;
}

std::vector<When> said_in_report(const FrontLines& front, const Blocks& blocks, const rules::RuleSet& rules) {
    std::vector<When> said;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        const auto match = rules.match("evaluation_when", block.text);
        if (!match) continue;
        auto when = when_of(*match, rules);
        if (!when) continue;
        when->place = "text";
        when->where.places = block.places;
        when->weight = kSaidInSentence;
        said.push_back(*when);
        break; // further sentences tell of earlier evaluations
    }
    std::string own(front.text);
    take_other_times(own, rules);
    const auto cover = said_on_cover(own, front.places, rules);
    said.insert(said.end(), cover.begin(), cover.end());
    if (const auto head = rules.match("head_year", front.text))
        if (auto when = when_of(*head, rules)) {
            when->place = "page head";
            when->where = heard_in(front.places, *head, "");
            when->weight = kInPageHead;
            said.push_back(*when);
        }
    return said;
}

void doubt(Record& record, const char* field, const char* code, std::string message) {
    add_doubt(record.doubtful, field);
    record.troubles.push_back({Severity::warning, code, std::move(message), record.file, std::nullopt, ""});
}

void doubt_contested(Record& record, const char* field, const char* code, const std::string& what,
                     const std::string& story) {
    doubt(record, field, code, fmt::format("the report names more than one {}: {}", what, story));
}

/// The first sentence that tells of visits, interviews or the like and of a month, and of no other
/// evaluation.
std::optional<When> told_in_passing(const Blocks& blocks, const rules::RuleSet& rules) {
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        const auto match = rules.match("evaluation_when_loosely", block.text);
        if (!match || rules.matches("earlier_evaluation_word", match->group("sentence"))) continue;
        auto when = when_of(*match, rules);
        if (when) when->where.places = block.places;
        return when;
    }
    return std::nullopt;
}

/// Where no form says when, the one year that the front names all the same, but for days of documents and
/// other times: to be looked at.
std::optional<When> loosely_said(const FrontLines& lines, const rules::RuleSet& rules) {
    std::string front(lines.text);
    take_other_times(front, rules);
    (void)all_of("document_date", "", front, rules);
    std::optional<When> only;
    for (const auto& match : all_of("loose_date_word", "when", front, rules)) {
        auto when = when_of(match, rules);
        if (!when || (only && only->year != when->year)) return std::nullopt;
        when->where = heard_in(lines.places, match, "when");
        if (only && !when->month) when->month = only->month;
        only = when;
    }
    return only;
}

/// "24-26 april" on a line, where the year stands elsewhere on the cover.
void say_months_alone(const FrontLines& lines, const rules::RuleSet& rules, Witnesses<int>& months) {
    std::string front(lines.text);
    take_other_times(front, rules);
    for (const auto role : cover_times)
        (void)all_of(role, "when", front, rules);
    for (const auto& match : all_of("cover_month", "when", front, rules))
        if (const auto month = place_in_list(rules, "months", match.group("month")))
            months.say(std::to_string(*month), *month, "cover", kOnCover,
                       heard_in(lines.places, match, "when"));
}

void tell_where(CellField field, const Heard& where, Record& record) {
    record.provenance.push_back({report_cell(field), 0, where.rule, where.places});
}

void take_loose_time(const FrontLines& front, const Blocks& blocks, const rules::RuleSet& rules,
                     Record& record) {
    auto when = told_in_passing(blocks, rules);
    if (!when) when = loosely_said(front, rules);
    if (!when) return;
    record.year = when->year;
    record.month = when->month;
    tell_where(CellField::year, when->where, record);
    if (when->month) tell_where(CellField::month, when->where, record);
    doubt(record, "year", "year-loosely-said",
          fmt::format("no words that the rules know say when the municipality was evaluated; {} is the year "
                      "that the first pages name: look at the report",
                      when->year));
    if (when->month) add_doubt(record.doubtful, "month");
}

/// The one year that a title names, but for days: those may be of the document.
std::optional<int> year_of_title(std::string title, const rules::RuleSet& rules) {
    (void)all_of("file_title_day", "day", title, rules);
    std::optional<int> year;
    for (const auto& match : all_of("file_title_year", "year", title, rules)) {
        const auto said = whole_number(match.group("year"));
        if (year && said != year) return std::nullopt;
        year = said;
    }
    return year;
}

/// The day that a rule for dates found, as ISO 8601.
std::optional<std::string> date_of(const rules::RuleMatch& match, const rules::RuleSet& rules) {
    if (auto iso = match.group("date"); !iso.empty()) return iso;
    const auto day = whole_number(match.group("day"));
    const auto month = place_in_list(rules, "months", match.group("month_name"));
    const auto year = whole_number(match.group("year"));
    if (!day || !month || !year) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

/// Whether a registry's mark stands on the line of the date or on one beside it: then it is the day that the
/// report came in somewhere.
bool is_of_registry(std::string_view front, std::string_view date, const rules::RuleSet& rules) {
    std::array<std::string_view, 3> lines; // that before the date's, its own, that behind it
    for (bool found = false; !front.empty();) {
        const auto end = front.find('\n');
        std::rotate(lines.begin(), lines.begin() + 1, lines.end());
        lines.back() = front.substr(0, end);
        front.remove_prefix(end == std::string_view::npos ? front.size() : end + 1);
        if (found) break;
        found = lines.back().find(date) != std::string_view::npos;
        if (found && front.empty()) std::rotate(lines.begin(), lines.begin() + 1, lines.end());
    }
    const auto& own = lines[1];
    if (rules.matches("own_date_word", own) && !rules.matches("registry_mark", own)) return false;
    return std::any_of(lines.begin(), lines.end(),
                       [&](std::string_view line) { return rules.matches("registry_mark", line); });
}

/// A date, and where it was found.
struct FoundDate {
    std::string date;
    Heard where;
};

std::optional<FoundDate> date_in_page_heads(const Document& document, const rules::RuleSet& rules) {
    for (const auto& line : margin_lines(document))
        if (const auto head = rules.match("running_head", line.text))
            if (auto iso = head->group("date"); !iso.empty())
                return FoundDate{iso, {head->rule->id, {line.place}}};
    return std::nullopt;
}

} // namespace

void find_time(const FrontLines& front, const Blocks& blocks, const FileInfo& info,
               const rules::RuleSet& rules, Record& record) {
    const auto said = said_in_report(front, blocks, rules);
    Witnesses<int> years;
    for (const auto& when : said)
        years.say(std::to_string(when.year), when.year, when.place, when.weight, when.where);
    for (const auto& title : file_titles(info))
        if (const auto year = year_of_title(title, rules))
            years.add_weakly(std::to_string(*year), *year, kInFile, kSaidByFile);
    if (years.winner() == nullptr) return take_loose_time(front, blocks, rules, record);
    record.year = *years.winner();
    tell_where(CellField::year, years.heard(), record);
    if (years.contested()) doubt_contested(record, "year", "year-contested", "year", years.story());
    if (years.rests_on(kInFile))
        doubt(record, "year", "year-by-file",
              fmt::format("neither cover nor text says when the municipality was evaluated, only what the "
                          "file says of itself: {}; look at the report",
                          years.story()));
    Witnesses<int> months;
    for (const auto& when : said)
        if (when.month && when.year == record.year)
            months.say(std::to_string(*when.month), *when.month, when.place, when.weight, when.where);
    if (months.winner() == nullptr)
        if (const auto told = told_in_passing(blocks, rules);
            told && told->month && told->year == record.year)
            months.say(std::to_string(*told->month), *told->month, "text", kOnCover, told->where);
    if (months.winner() == nullptr) say_months_alone(front, rules, months);
    if (months.winner() == nullptr) return;
    record.month = *months.winner();
    tell_where(CellField::month, months.heard(), record);
    if (months.contested()) doubt_contested(record, "month", "month-contested", "month", months.story());
}

void find_document_date(const FrontLines& front, const Document& document, const rules::RuleSet& rules,
                        Record& record) {
    Witnesses<std::string> dates;
    auto heads = date_in_page_heads(document, rules);
    std::string cover(front.text);
    (void)all_of("cover_span", "when", cover, rules);
    for (const auto& match : all_of("head_date", "date", cover, rules))
        if (const auto date = date_of(match, rules); date && !heads)
            heads = FoundDate{*date, heard_in(front.places, match, "date")};
    for (const auto& match : all_of("document_date", "", cover, rules)) {
        const auto date = date_of(match, rules);
        if (!date || dates.winner() != nullptr) continue;
        const auto printed = match.group("");
        const auto line = text::trimmed(text::trimmed(printed).substr(0, text::trimmed(printed).find('\n')));
        if (is_of_registry(front.text, line, rules))
            record.troubles.push_back(
                {Severity::note, "registry-date",
                 fmt::format("the cover bears the date {} beside a registry's mark: it came in then", *date),
                 record.file, std::nullopt, ""});
        else
            dates.say(*date, *date, "cover", kOnCover, heard_in(front.places, match, ""));
    }
    if (heads) dates.say(heads->date, heads->date, "page head", kInPageHead, heads->where);
    if (dates.winner() == nullptr) return;
    record.document_date = *dates.winner();
    tell_where(CellField::document_date, dates.heard(), record);
    if (dates.contested())
        doubt_contested(record, "document_date", "document-date-contested", "date of the document",
                        dates.story());
}

} // namespace kompass
