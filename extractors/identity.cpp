#include "extractors/identity.h"

#include "extractors/cover.h"
#include "model/printed_tokens.h"
#include "text/likeness.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace kompass {

namespace {

using rules::Municipality;

std::optional<int> whole(std::string_view digits) {
    if (digits.empty() || digits.size() > 4 ||
        digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return std::stoi(std::string(digits));
}

/// The place (1 is the first) of the list's word that reads most like `word`, if any does.
std::optional<int> place_in_list(const rules::RuleSet& rules, std::string_view list, std::string_view word) {
    constexpr double alike = 0.6;
    double best = alike;
    std::optional<int> place;
    int i = 0;
    for (const auto& known : rules.list(list)) {
        ++i;
        const double likeness = text::likeness(known, word);
        if (likeness > best) {
            best = likeness;
            place = i;
        }
    }
    return place;
}

/// Weighs who the report says it is about.
class MunicipalityVote {
public:
    explicit MunicipalityVote(const rules::Knowledge& knowledge) : knowledge_(knowledge) {}

    /// `phrase` is what a rule took for a name; unknown names are kept as printed.
    void name(std::string_view phrase, int weight) {
        phrase = text::trimmed(phrase);
        if (const auto* municipality = knowledge_.municipalities.named(phrase))
            votes_[municipality] += weight;
        else if (unknown_.empty() && weight > 1)
            unknown_ = std::string(phrase);
    }

    void mention(std::string_view text) {
        for (const auto* municipality : knowledge_.municipalities.mentioned(text))
            ++mentions_[municipality];
    }

    void decide(Record& record) const {
        const auto* winner = most(votes_);
        if (winner != nullptr) {
            record.municipality = winner->name;
            record.municipality_code = winner->code;
            if (contested(winner)) record.doubtful.emplace_back("municipality");
            return;
        }
        if (!unknown_.empty()) {
            record.municipality = unknown_;
            record.doubtful.emplace_back("municipality");
            record.troubles.push_back({Severity::warning, "unknown-municipality",
                                       "the register has no municipality '" + unknown_ +
                                           "'; add it with --municipalities, or correct the name",
                                       record.file, std::nullopt, ""});
            return;
        }
        if (const auto* mentioned = most(mentions_)) {
            record.municipality = mentioned->name;
            record.municipality_code = mentioned->code;
            record.doubtful.emplace_back("municipality");
        }
    }

private:
    using Votes = std::map<const Municipality*, int>;

    static const Municipality* most(const Votes& votes) {
        const auto best = std::max_element(votes.begin(), votes.end(),
                                           [](auto& a, auto& b) { return a.second < b.second; });
        return best == votes.end() ? nullptr : best->first;
    }

    /// Another municipality is named at least half as strongly.
    [[nodiscard]] bool contested(const Municipality* winner) const {
        const int won = votes_.at(winner);
        return std::any_of(votes_.begin(), votes_.end(),
                           [&](auto& vote) { return vote.first != winner && vote.second * 2 >= won; });
    }

    const rules::Knowledge& knowledge_;
    Votes votes_, mentions_;
    std::string unknown_;
};

void find_municipality(const std::vector<std::string>& cover, const Blocks& blocks,
                       const rules::Knowledge& knowledge, Record& record) {
    constexpr int said_in_sentence = 6;
    constexpr int on_cover = 4;
    constexpr int in_heading = 2;
    MunicipalityVote vote(knowledge);
    for (const auto& line : cover)
        if (const auto match = knowledge.rules.match("title_municipality", line))
            vote.name(match->group("name"), on_cover);
    for (const auto& block : blocks) {
        if (block.text.empty()) continue;
        if (const auto match = knowledge.rules.match("evaluation_when", block.text))
            vote.name(match->group("municipality"), said_in_sentence);
        const bool heading = block.kind == BlockKind::heading && block.text.size() < 160;
        if (!heading) continue;
        if (const auto match = knowledge.rules.match("title_municipality", block.text))
            vote.name(match->group("name"), in_heading);
        vote.mention(block.text);
    }
    vote.decide(record);
}

void find_time(const Blocks& blocks, const rules::Knowledge& knowledge, Record& record) {
    const auto& rules = knowledge.rules;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        if (!record.year)
            if (const auto match = rules.match("evaluation_when", block.text)) {
                record.year = whole(match->group("year"));
                if (const auto month = match->group("month"); !month.empty())
                    record.month = place_in_list(rules, "months", month);
            }
        if (!record.ordinal)
            if (const auto match = rules.match("evaluation_ordinal", block.text))
                record.ordinal = place_in_list(rules, "ordinals", match->group("ordinal"));
        if (!record.interviewees)
            if (const auto match = rules.match("interviewees", block.text)) {
                record.interviewees = whole(match->group("number"));
                if (const auto word = match->group("word"); !record.interviewees && !word.empty())
                    if (const auto tens = place_in_list(rules, "tens", word))
                        record.interviewees = 10 * *tens;
            }
    }
}

/// A cover that is nothing but a year tells the year where the text does not.
void find_year_on_cover(const std::vector<std::string>& cover, Record& record) {
    if (record.year) return;
    for (const auto& line : cover)
        if (const auto year = printed::year(text::trimmed(line))) {
            record.year = year;
            return;
        }
}

/// "Anna Berg, SKL, och Per Ek" as two.
void take_people(std::string_view people, std::vector<std::string>& evaluators) {
    constexpr std::array<std::string_view, 3> separators = {" och ", " samt ", ";"};
    std::string rest(people);
    for (const auto separator : separators)
        for (auto at = rest.find(separator); at != std::string::npos; at = rest.find(separator))
            rest.replace(at, separator.size(), "\n");
    for (std::size_t start = 0; start <= rest.size();) {
        const auto end = std::min(rest.find('\n', start), rest.size());
        auto person = text::trimmed(std::string_view(rest).substr(start, end - start));
        while (!person.empty() && (person.back() == ',' || person.back() == '.'))
            person.remove_suffix(1);
        if (!person.empty()) evaluators.emplace_back(person);
        start = end + 1;
    }
}

void find_evaluators(const std::vector<std::string>& cover, const rules::RuleSet& rules, Record& record) {
    for (const auto& line : cover) {
        if (const auto label = rules.match("evaluators_label", line))
            take_people(label->group("people"), record.evaluators);
        else if (rules.matches("evaluator", line))
            record.evaluators.push_back(line);
    }
}

void find_document_date(const Document& document, const std::vector<std::string>& cover,
                        const rules::RuleSet& rules, Record& record) {
    auto lines = cover;
    for (auto& line : margin_lines(document))
        if (const auto head = rules.match("running_head", line)) {
            if (const auto iso = head->group("date"); !iso.empty()) lines.push_back(iso);
            lines.push_back(std::move(line));
        }
    for (const auto& line : lines) {
        const auto match = rules.match("document_date", line);
        if (!match) continue;
        if (const auto iso = match->group("date"); !iso.empty()) {
            record.document_date = iso;
            return;
        }
        const auto day = whole(match->group("day"));
        const auto month = place_in_list(rules, "months", match->group("month_name"));
        const auto year = whole(match->group("year"));
        if (!day || !month || !year) continue;
        record.document_date = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
        return;
    }
}

} // namespace

void extract_identity(const Document& document, const Blocks& blocks, const rules::Knowledge& knowledge,
                      Record& record) {
    const auto cover = cover_lines(document);
    find_municipality(cover, blocks, knowledge, record);
    find_time(blocks, knowledge, record);
    find_year_on_cover(cover, record);
    find_evaluators(cover, knowledge.rules, record);
    find_document_date(document, cover, knowledge.rules, record);
}

} // namespace kompass
