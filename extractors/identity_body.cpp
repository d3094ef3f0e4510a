#include "extractors/identity_body.h"

#include "extractors/city_part.h"
#include "extractors/file_title.h"
#include "extractors/witnesses.h"
#include "model/record_facts.h"
#include "text/misreading.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace kompass {
namespace {

using rules::Municipality;

constexpr int kSaidInSentence = 6;
constexpr int kOnCover = 4;
constexpr int kInHeading = 2;

struct Body {
    enum class Kind { municipality, unknown_municipality, other };
    std::string name, code;
    Kind kind = Kind::municipality;
};

std::string on_one_line(std::string_view phrase) {
    std::string line(phrase);
    std::replace(line.begin(), line.end(), '\n', ' ');
    const auto words = text::tokens(line);
    return text::with_blanks(words, 0, words.size());
}

/// Weighs what the witnesses say.
class BodyVote {
public:
    explicit BodyVote(const rules::Knowledge& knowledge) : knowledge_(knowledge) {}

    /// `phrase` is what a rule took for a municipality's name; on one line with others it may begin too
    /// early.
    void municipality(std::string_view phrase, const std::string& place, int weight, const Heard& where) {
        const auto name = on_one_line(phrase);
        if (is_region(name)) return body(name, place, weight, where);
        if (const auto* known = known_at_end(name)) return say(*known, place, weight, where);
        say({name, "", Body::Kind::unknown_municipality}, place, weight, where);
    }

    /// A name of which nothing says that it is a municipality's.
    void bare_name(std::string_view phrase, const std::string& place, int weight, const Heard& where) {
        const auto name = on_one_line(phrase);
        if (const auto* known = knowledge_.municipalities.named(name))
            return say(*known, place, weight, where);
        say({name, "", Body::Kind::unknown_municipality}, place, weight, where);
    }

    /// What is a name only if the register has it.
    void known_name(std::string_view phrase, const std::string& place, int weight, const Heard& where) {
        if (const auto* known = knowledge_.municipalities.named(on_one_line(phrase)))
            say(*known, place, weight, where);
    }

    /// A district, region or county council.
    void body(std::string_view phrase, const std::string& place, int weight, const Heard& where) {
        const auto name = on_one_line(phrase);
        const auto* known = knowledge_.municipalities.named(name);
        if (known != nullptr && is_whole_county(*known)) return say(*known, place, weight, where);
        say({name, "", Body::Kind::other}, place, weight, where);
    }

    /// What the file is called, if it names one municipality.
    void file_title(std::string_view title) {
        const auto mentioned = knowledge_.municipalities.mentioned(title);
        if (mentioned.size() != 1) return;
        const auto& known = *mentioned.front();
        votes_.add_weakly(known.name, Body{known.name, known.code}, kInFile, kSaidByFile);
    }

    void mention(std::string_view text, const Places& places) {
        for (const auto* known : knowledge_.municipalities.mentioned(text))
            mentions_.say(known->name, {known->name, known->code}, "headings", 1, {"", places});
    }

    void mention_in_front(std::string_view front, const FrontPlaces& places) {
        for (const auto* known : knowledge_.municipalities.mentioned(front))
            mentions_.say(known->name, {known->name, known->code}, "headings", 1,
                          {"", places.of(known->name)});
    }

    void decide(Record& record) const {
        const auto* winner = votes_.winner();
        if (winner == nullptr) {
            // Nothing says that it is the report's own.
            if (const auto* mentioned = mentions_.winner()) {
                take(*mentioned, record);
                tell_where(mentions_.heard(), record);
                record.doubtful.emplace_back("municipality");
            }
            return;
        }
        take(*winner, record);
        tell_where(votes_.heard(), record);
        tell(*winner, record);
        // A scan loses a ring or dots, and makes none.
        const auto* twin = knowledge_.municipalities.twin_of(winner->name);
        if (twin != nullptr && votes_.has(twin->name)) take({twin->name, twin->code}, record);
    }

private:
    /// "STADSDELEN BACKEN", "Backen stadsdelsnämnd" and "Backen" are one.
    [[nodiscard]] std::string bare(const std::string& name) const {
        std::string key;
        for (const auto& word : text::tokens(name))
            if (!knowledge_.rules.matches("district_word", word))
                key += (key.empty() ? "" : " ") + unicode::folded(word);
        return key.empty() ? unicode::folded(name) : key;
    }

    void say(const Body& body, const std::string& place, int weight, const Heard& where) {
        votes_.say(body.code.empty() ? bare(body.name) : body.name, body, place, weight, where);
    }
    void say(const Municipality& known, const std::string& place, int weight, const Heard& where) {
        say(Body{known.name, known.code}, place, weight, where);
    }

    static void tell_where(const Heard& where, Record& record) {
        record.provenance.push_back({report_cell(CellField::municipality), 0, where.rule, where.places});
    }

    static void take(const Body& body, Record& record) {
        record.municipality = body.name;
        record.municipality_code = body.code;
    }

    void tell(const Body& winner, Record& record) const {
        const auto told = [&](Severity severity, const char* code, std::string message) {
            record.troubles.push_back({severity, code, std::move(message), record.file, std::nullopt, ""});
        };
        if (winner.kind == Body::Kind::unknown_municipality)
            told(Severity::warning, "unknown-municipality",
                 "the register has no municipality '" + winner.name +
                     "'; add it with --municipalities, or correct the name");
        if (winner.kind == Body::Kind::other)
            told(Severity::note, "not-a-municipality",
                 "the report is about '" + winner.name + "', which is no municipality and has no code");
        if (votes_.contested())
            told(Severity::warning, "municipality-contested",
                 "the report names more than one municipality as its own: " + votes_.story());
        const bool unprinted = votes_.rests_on(kInFile);
        if (unprinted)
            told(Severity::warning, "municipality-by-file",
                 fmt::format("no cover, sentence or title names the municipality, only what the file says of "
                             "itself: {}{}; look at the report",
                             votes_.story(),
                             mentions_.winner() == nullptr ? "" : "; mentioned: " + mentions_.story()));
        if (votes_.contested() || unprinted || winner.kind == Body::Kind::unknown_municipality)
            record.doubtful.emplace_back("municipality");
    }

    /// Regions are counties; one is a municipality too where it is its county's only one.
    [[nodiscard]] bool is_whole_county(const Municipality& known) const {
        const auto& all = knowledge_.municipalities.all();
        return std::count_if(all.begin(), all.end(), [&](const Municipality& other) {
                   return other.county_code == known.county_code;
               }) == 1;
    }

    [[nodiscard]] static bool is_region(std::string_view name) {
        return unicode::folded(name).starts_with("region ");
    }

    /// The municipality that the whole phrase names, or else the most of its last words.
    [[nodiscard]] const Municipality* known_at_end(std::string_view phrase) const {
        const auto words = text::tokens(phrase);
        for (std::size_t first = 0; first < words.size(); ++first)
            if (const auto* known =
                    knowledge_.municipalities.named(text::with_blanks(words, first, words.size())))
                return known;
        return nullptr;
    }

    const rules::Knowledge& knowledge_;
    Witnesses<Body> votes_, mentions_;
};

/// On the front: where the whole match stands, else the name.
Heard heard_in(const FrontPlaces& places, const rules::RuleMatch& match) {
    auto found = places.of(match.group(""));
    return {match.rule->id, found.empty() ? places.of(match.group("name")) : std::move(found)};
}

/// "Exempelstads stad Norra Backen": a district beside its city, if the front speaks of one; else it may be
/// anything.
bool hear_part_of_city(std::string_view front, const FrontPlaces& places, const rules::RuleSet& rules,
                       BodyVote& vote) {
    const auto found = rules.match("front_city_part", front);
    if (!found) return false;
    for (const auto& word : text::tokens(found->group("part")))
        if (rules.matches("no_name_word", word)) return false;
    vote.body(found->group("name"), "cover", speaks_of_districts(front) ? kOnCover : kInHeading,
              heard_in(places, *found));
    return speaks_of_districts(front);
}

/// Without a word of districts elsewhere it may be anything.
bool hear_part_above_city(std::string_view front, const FrontPlaces& places,
                          const rules::Knowledge& knowledge, BodyVote& vote) {
    const auto part = part_of_city_in(front, knowledge);
    if (!part) return false;
    vote.body(part->name, "cover", speaks_of_districts(front) ? kOnCover : kInHeading,
              {part->rule, places.of(part->name)});
    return speaks_of_districts(front);
}

/// The front without the association's name: its last word is a county council's too.
std::string without_publisher(std::string front, const rules::RuleSet& rules) {
    while (const auto found = rules.match("publisher_mention", front)) {
        const auto name = found->group("publisher");
        std::fill_n(front.begin() + static_cast<std::ptrdiff_t>(front.find(name)), name.size(), ' ');
    }
    return front;
}

/// What a chapter's title says of a city district, as of a municipality: "Stadsdelen X i förhållande till …".
void hear_title_body(const Block& title, const rules::RuleSet& rules, BodyVote& vote) {
    if (const auto found = rules.match("title_body", title.text))
        vote.body(found->group("name"), "headings", kInHeading, {found->rule->id, title.places});
}

/// The same in the list of contents.
void hear_title_body(std::string_view front, const FrontPlaces& places, const rules::RuleSet& rules,
                     BodyVote& vote) {
    if (const auto found = rules.match("title_body", front))
        vote.body(found->group("name"), "contents", kInHeading, heard_in(places, *found));
}

void hear_front(std::string_view front, const FrontPlaces& places, const rules::Knowledge& knowledge,
                BodyVote& vote) {
    const auto& rules = knowledge.rules;
    bool other = false;
    for (const auto* rule : rules.of_role("front_body"))
        if (const auto found = rule->pattern.captures(front); found && !other) {
            vote.body(found->at("name"), "cover", kOnCover, heard_in(places, {rule, *found}));
            other = true;
        }
    // A district's city stands beside it.
    if (other) return;
    if (hear_part_of_city(front, places, rules, vote) || hear_part_above_city(front, places, knowledge, vote))
        return;
    bool named = false;
    for (const auto& line : lines_in(front))
        if (const auto match = rules.match("title_municipality", line)) {
            vote.municipality(match->group("name"), "cover", kOnCover, heard_in(places, *match));
            named = true;
        }
    for (const auto* rule : rules.of_role("front_municipality"))
        if (const auto found = rule->pattern.captures(front)) {
            vote.municipality(found->at("name"), "cover", kOnCover, heard_in(places, {rule, *found}));
            named = true;
        }
    if (named) return;
    if (const auto bare = rules.match("front_bare_name", front))
        vote.bare_name(bare->group("name"), "cover", kOnCover, heard_in(places, *bare));
    else if (const auto known = rules.match("front_known_name", front))
        vote.known_name(known->group("name"), "cover", kOnCover, heard_in(places, *known));
}

/// Å, ä or ö were lost on the first pages, so that a name without them may be one with them.
bool has_lost_letters(const Document& document) {
    constexpr int pages_of_front = 2;
    return std::any_of(document.repairs.begin(), document.repairs.end(), [](const TextRepair& repair) {
        const auto after = unicode::code_points(repair.after);
        return repair.page <= pages_of_front &&
               std::any_of(after.begin(), after.end(), text::is_swedish_letter);
    });
}

} // namespace

void find_body(std::string_view front, const FrontPlaces& places, const Blocks& blocks,
               const Document& document, const rules::Knowledge& knowledge, Record& record) {
    const auto& rules = knowledge.rules;
    BodyVote vote(knowledge);
    const auto own_front = without_publisher(std::string(front), rules);
    hear_front(own_front, places, knowledge, vote);
    hear_title_body(own_front, places, rules, vote);
    vote.mention_in_front(own_front, places);
    for (const auto& block : blocks) {
        if (block.text.empty()) continue;
        if (const auto match = rules.match("evaluation_when", block.text))
            if (const auto name = match->group("municipality"); !name.empty())
                vote.municipality(name, "text", kSaidInSentence, {match->rule->id, block.places});
        if (const auto match = rules.match("nth_evaluation_when", block.text))
            vote.known_name(match->group("municipality"), "text", kSaidInSentence,
                            {match->rule->id, block.places});
        const bool heading = block.kind == BlockKind::heading && block.text.size() < 160;
        if (!heading) continue;
        if (const auto match = rules.match("title_municipality", block.text))
            vote.municipality(match->group("name"), "headings", kInHeading, {match->rule->id, block.places});
        hear_title_body(block, rules, vote);
        vote.mention(block.text, block.places);
    }
    for (const auto& title : file_titles(document.info))
        vote.file_title(title);
    vote.decide(record);
    const auto* twin =
        has_lost_letters(document) ? knowledge.municipalities.twin_of(record.municipality) : nullptr;
    if (twin == nullptr) return;
    add_doubt(record.doubtful, "municipality");
    record.troubles.push_back({Severity::warning, "municipality-contested",
                               fmt::format("the first pages lost some of their å ä ö: '{}' may be '{}'",
                                           record.municipality, twin->name),
                               record.file, std::nullopt, ""});
}

} // namespace kompass
