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

/// "2017" of "20177" is no year.
bool is_cut_number(const std::string& text, std::size_t end) {
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    return end > 0 && is_digit(end - 1) && is_digit(end);
}

/// All matches of a role's rules; what one found is taken out of the text, what stands around it stays.
std::vector<rules::RuleMatch> all_of(std::string_view role, std::string_view group, std::string& text,
                                     const rules::RuleSet& rules, const char* instead = " ") {
    std::vector<rules::RuleMatch> found;
    for (const auto* rule : rules.of_role(role))
        while (auto captures = rule->pattern.captures(text)) {
            rules::RuleMatch match{rule, std::move(*captures)};
            const auto date = match.group(group);
            const auto at = text.find(date, text.find(match.group("")));
            const bool whole = !is_cut_number(text, at + date.size());
            text.replace(at, date.size(), instead);
            if (whole) found.push_back(std::move(match));
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

/// Takes out when the document was written, printed or signed.
void take_document_times(std::string& front, const rules::RuleSet& rules) {
    for (const char* role : {"report_time_word", "document_time_word"})
        (void)all_of(role, "when", front, rules, "#");
}

/// A title's bare year first, unless it may be that of the instrument: it stands where a date beside it
/// weighs the same.
std::vector<When> said_on_cover(std::string front, const FrontPlaces& places, const rules::RuleSet& rules) {
    const auto whole = front;
    std::vector<When> said;
    for (const auto role : cover_times)
        for (const auto& match : all_of(role, "when", front, rules))
            if (auto when = when_of(match, rules)) {
                when->place = "cover";
                when->where = heard_in(places, match, "when");
                when->weight = role == cover_times.front() ? kSaidInSentence : kOnCover;
                said.push_back(*when);
            }
    const auto instrument = rules.match("instrument_year_word", whole);
    const auto of_instrument = instrument ? whole_number(instrument->group("year")) : std::nullopt;
    std::stable_partition(said.begin(), said.end(),
                          [&](const When& when) { return !when.month && when.year != of_instrument; });
    return said;
}

/// A line or a chapter's title, and where it stands.
struct PlacedLine {
    std::string text;
    Places places;
};

/// "Norra Backen hösten 2013": a line or a chapter's title that is the municipality's name and a time.
std::vector<When> said_beside_name(const std::vector<PlacedLine>& lines, const std::string& municipality,
                                   const char* place, int weight, const rules::RuleSet& rules) {
    std::vector<When> said;
    const auto name = unicode::folded(municipality);
    if (name.empty()) return said;
    for (const auto& line : lines) {
        if (!unicode::folded(line.text).starts_with(name)) continue;
        const auto match = rules.match("time_behind_name", line.text);
        auto when = match ? when_of(*match, rules) : std::nullopt;
        if (!when) continue;
        when->place = place;
        when->weight = weight;
        when->where.places = line.places;
        said.push_back(*when);
    }
    return said;
}

/// The sentence in one form that says when.
std::optional<When> said_in_sentence(const Blocks& blocks, const rules::RuleSet& rules) {
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        const auto match = rules.match("evaluation_when", block.text);
        if (!match) continue;
        if (auto when = when_of(*match, rules)) { // further sentences tell of earlier evaluations
            when->where.places = block.places;
            return when;
        }
    }
    return std::nullopt;
}

/// "Kommunens andra utvärdering genomfördes i maj 2012", of the latest that is told. A cover of a later year
/// makes it an earlier one's, but for the next year, in which the document may have been written.
std::optional<When> said_of_the_nth(const Blocks& blocks, const std::vector<When>& on_cover,
                                    const rules::RuleSet& rules) {
    int earliest = 0;
    for (const auto& when : on_cover)
        earliest = std::max(earliest, when.year - 1);
    std::optional<When> latest;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        const auto match = rules.match("nth_evaluation_when", block.text);
        const auto when = match ? when_of(*match, rules) : std::nullopt;
        if (!when || when->year < earliest || (latest && when->year <= latest->year)) continue;
        latest = when;
        latest->where.places = block.places;
    }
    return latest;
}

std::vector<PlacedLine> headings_in(const Blocks& blocks) {
    std::vector<PlacedLine> headings;
    for (const auto& block : blocks)
        if (block.kind == BlockKind::heading) headings.push_back({block.text, block.places});
    return headings;
}

std::vector<PlacedLine> cover_lines(std::string_view cover, const FrontPlaces& places) {
    std::vector<PlacedLine> lines;
    for (auto& line : lines_in(cover)) {
        auto where = places.of(line);
        lines.push_back({std::move(line), std::move(where)});
    }
    return lines;
}

std::vector<When> said_in_report(const FrontLines& front, const Blocks& blocks,
                                 const std::string& municipality, const rules::RuleSet& rules) {
    std::string own(front.text);
    take_other_times(own, rules);
    take_document_times(own, rules);
    auto on_cover = said_on_cover(own, front.places, rules);
    for (const auto& when :
         said_beside_name(cover_lines(own, front.places), municipality, "cover", kOnCover, rules))
        on_cover.push_back(when);
    std::vector<When> said;
    auto sentence = said_in_sentence(blocks, rules);
    if (!sentence) sentence = said_of_the_nth(blocks, on_cover, rules);
    if (sentence) {
        sentence->place = "text";
        sentence->weight = kSaidInSentence;
        said.push_back(*sentence);
    }
    said.insert(said.end(), on_cover.begin(), on_cover.end());
    for (const auto& when :
         said_beside_name(headings_in(blocks), municipality, "headings", kInPageHead, rules))
        said.push_back(when);
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

struct MonthTold {
    int month = 0;
    Heard where;
};

/// The month that a sentence of the role tells of the evaluation of the year: it may leave the year out.
std::optional<MonthTold> month_told(const char* role, const Blocks& blocks, int year,
                                    const rules::RuleSet& rules) {
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        const auto match = rules.match(role, block.text);
        if (!match || rules.matches("earlier_evaluation_word", match->group("sentence"))) continue;
        const auto said = whole_number(match->group("year"));
        const auto other = rules.match("loose_date_word", match->group("sentence"));
        if ((said && said != year) || (other && whole_number(other->group("year")) != year)) continue;
        if (const auto month = place_in_list(rules, "months", match->group("month")))
            return MonthTold{*month, {match->rule->id, block.places}};
    }
    return std::nullopt;
}

/// Where no form says when, the one year that the front names all the same, but for days of documents and
/// other times: to be looked at.
std::optional<When> loosely_said(const FrontLines& lines, const rules::RuleSet& rules) {
    std::string front(lines.text);
    take_other_times(front, rules);
    (void)all_of("document_time_word", "when", front, rules, "#");
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

/// "Kommunkompassen 2016" may tell the instrument's year: where nothing else does, a sentence that tells a
/// later one is heard as loudly.
void hear_against_instrument(std::string_view front, const Blocks& blocks, const rules::RuleSet& rules,
                             Witnesses<int>& years) {
    const auto instrument = rules.match("instrument_year_word", front);
    if (!instrument || whole_number(instrument->group("year")) != *years.winner()) return;
    const auto told = told_in_passing(blocks, rules);
    if (told && told->year > *years.winner())
        years.say(std::to_string(told->year), told->year, "text", kSaidInSentence, told->where);
}

void find_month(const FrontLines& front, const Blocks& blocks, const std::vector<When>& said,
                const rules::RuleSet& rules, Record& record) {
    Witnesses<int> months;
    for (const auto& when : said)
        if (when.month && when.year == record.year)
            months.say(std::to_string(*when.month), *when.month, when.place, when.weight, when.where);
    if (months.winner() == nullptr)
        if (const auto told = told_in_passing(blocks, rules);
            told && told->month && told->year == record.year)
            months.say(std::to_string(*told->month), *told->month, "text", kOnCover, told->where);
    if (months.winner() == nullptr) {
        if (const auto told = month_told("evaluation_month", blocks, *record.year, rules))
            months.say(std::to_string(told->month), told->month, "text", kOnCover, told->where);
        say_months_alone(front, rules, months);
    }
    if (months.winner() != nullptr) {
        record.month = *months.winner();
        tell_where(CellField::month, months.heard(), record);
        if (months.contested()) doubt_contested(record, "month", "month-contested", "month", months.story());
        return;
    }
    const auto loosely = month_told("evaluation_month_loosely", blocks, *record.year, rules);
    if (!loosely) return;
    record.month = loosely->month;
    tell_where(CellField::month, loosely->where, record);
    doubt(record, "month", "month-loosely-said",
          "only a sentence that may be of something else tells the month; look at the report");
}

} // namespace

void find_time(const FrontLines& front, const Blocks& blocks, const FileInfo& info,
               const rules::RuleSet& rules, Record& record) {
    const auto said = said_in_report(front, blocks, record.municipality, rules);
    Witnesses<int> years;
    for (const auto& when : said)
        years.say(std::to_string(when.year), when.year, when.place, when.weight, when.where);
    for (const auto& title : file_titles(info))
        if (const auto year = year_of_title(title, rules))
            years.add_weakly(std::to_string(*year), *year, kInFile, kSaidByFile);
    if (years.winner() == nullptr) return take_loose_time(front, blocks, rules, record);
    hear_against_instrument(front.text, blocks, rules, years);
    record.year = *years.winner();
    tell_where(CellField::year, years.heard(), record);
    if (years.contested()) doubt_contested(record, "year", "year-contested", "year", years.story());
    if (years.rests_on(kInFile))
        doubt(record, "year", "year-by-file",
              fmt::format("neither cover nor text says when the municipality was evaluated, only what the "
                          "file says of itself: {}; look at the report",
                          years.story()));
    find_month(front, blocks, said, rules, record);
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
