#include "rules/edition.h"

#include "model/instrument.h"
#include "rules/rules_error.h"
#include "rules/toml_file.h"
#include "text/likeness.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace kompass::rules {
namespace {

constexpr double reads_alike = 0.8; ///< two texts are the same but for damage and small changes

QuestionDefinition question_from(const TomlNode& node, int area, std::set<std::string>& numbers) {
    node.allow_only({"number", "max", "wordings"});
    QuestionDefinition question;
    question.number = node.at("number").text();
    if (!question.number.starts_with(fmt::format("{}.", area)))
        node.fail(fmt::format("question {} stands in area {}", question.number, area));
    if (!numbers.insert(question.number).second)
        node.fail(fmt::format("question {} stands twice", question.number));
    question.wordings = node.at("wordings").texts();
    if (question.wordings.empty()) node.fail("a question needs a wording");
    if (const TomlNode* max = node.find("max")) question.max = max->number();
    return question;
}

AreaDefinition area_from(const TomlNode& node, std::set<std::string>& question_numbers) {
    node.allow_only({"number", "title", "aliases", "question"});
    AreaDefinition area;
    area.number = node.at("number").number();
    if (area.number < 1 || area.number > area_count)
        node.fail(fmt::format("areas are numbered 1 to {}", area_count));
    area.title = node.at("title").text();
    if (const TomlNode* aliases = node.find("aliases")) area.aliases = aliases->texts();
    if (const TomlNode* questions = node.find("question"))
        for (const TomlNode& question : questions->list())
            area.questions.push_back(question_from(question, area.number, question_numbers));
    return area;
}

/// Kommunkompassen, where the edition names none.
Instrument instrument_of(const TomlNode& node, const Instruments& instruments) {
    const auto* named = node.find("instrument");
    const auto id = named == nullptr ? Instrument{}.id : named->text();
    if (const auto* instrument = instruments.with_id(id)) return *instrument;
    if (id == Instrument{}.id) return {};
    std::string known;
    for (const auto& instrument : instruments.all())
        known += (known.empty() ? "" : ", ") + instrument.id;
    named->fail(fmt::format("no instrument \"{}\" is in rules/instruments, only {}", id, known));
}

Edition edition_from(const TomlNode& node, const Instruments& instruments) {
    node.allow_only({"id", "instrument", "first_year", "last_year", "area"});
    Edition edition;
    edition.id = node.at("id").text();
    edition.instrument = instrument_of(node, instruments);
    edition.first_year = node.at("first_year").number();
    if (const TomlNode* last = node.find("last_year")) edition.last_year = last->number();
    if (edition.last_year < edition.first_year)
        node.at("last_year").fail("the edition ends before it begins");
    std::set<std::string> question_numbers;
    std::set<int> area_numbers;
    if (const TomlNode* areas = node.find("area")) {
        for (const TomlNode& area : areas->list()) {
            edition.areas.push_back(area_from(area, question_numbers));
            if (!area_numbers.insert(edition.areas.back().number).second)
                area.fail(fmt::format("area {} stands twice", edition.areas.back().number));
        }
    }
    return edition;
}

const AreaDefinition* area_of(const Edition& edition, int number) {
    const auto found = std::find_if(edition.areas.begin(), edition.areas.end(),
                                    [number](const AreaDefinition& area) { return area.number == number; });
    return found == edition.areas.end() ? nullptr : &*found;
}

int area_of_question(std::string_view number) {
    int area = 0;
    std::from_chars(number.data(), number.data() + number.size(), area);
    return area;
}

/// What one edition makes of the evidence. Points for and against are in questions: 1 is one question.
struct Fit {
    const Edition* edition = nullptr;
    double points = 0;
    int matched = 0; ///< questions and titles that read like this edition's
    int foreign = 0; ///< questions and titles that it does not have
};

void weigh_question(const EditionEvidence::AskedQuestion& asked, Fit& fit) {
    const AreaDefinition* area = area_of(*fit.edition, area_of_question(asked.number));
    if (area == nullptr || area->questions.empty()) return; // its questions are not known
    double best = 0;
    for (const QuestionDefinition& question : area->questions) {
        if (question.number != asked.number) continue;
        for (const std::string& wording : question.wordings)
            best = std::max(best, text::likeness(asked.text, wording));
    }
    if (best >= reads_alike) {
        // Editions differ by few words: what is nearly alike counts far less than what is alike.
        fit.points += 1 - (1 - best) * 3;
        ++fit.matched;
    } else {
        fit.points -= 1;
        ++fit.foreign;
    }
}

bool any_reads_like(const std::vector<std::string>& texts, std::string_view title) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text::likeness(text, title) >= reads_alike; });
}

void weigh_title(const EditionEvidence::SeenTitle& seen, Fit& fit) {
    constexpr double own_title = 0.5;
    constexpr double alias = 0.25;
    const AreaDefinition* area = area_of(*fit.edition, seen.area);
    if (area == nullptr) return;
    if (text::likeness(area->title, seen.title) >= reads_alike) {
        fit.points += own_title;
        ++fit.matched;
    } else if (any_reads_like(area->aliases, seen.title)) {
        fit.points += alias;
        ++fit.matched;
    } else {
        fit.points -= own_title;
        ++fit.foreign;
    }
}

Fit fit_of(const Edition& edition, const EditionEvidence& evidence) {
    Fit fit{.edition = &edition};
    for (const auto& question : evidence.questions)
        weigh_question(question, fit);
    for (const auto& title : evidence.titles)
        weigh_title(title, fit);
    return fit;
}

bool in_use(const Edition& edition, int year, int slack = 0) {
    return year >= edition.first_year - slack && year <= edition.last_year + slack;
}

std::vector<const Edition*> in_order(std::vector<const Edition*> editions) {
    std::sort(editions.begin(), editions.end(),
              [](const Edition* a, const Edition* b) { return a->first_year < b->first_year; });
    return editions;
}

/// An edition of another instrument than the report's is none of its.
bool may_be_of(const Edition& edition, const EditionEvidence& evidence) {
    return evidence.instrument.empty() || edition.instrument.id == evidence.instrument;
}

EditionGuess guess_by_year(const std::vector<Edition>& editions, const EditionEvidence& evidence,
                           std::string_view reason) {
    const auto& year = evidence.year;
    if (year)
        for (const Edition& edition : editions)
            if (may_be_of(edition, evidence) && in_use(edition, *year))
                return {.id = edition.id,
                        .certain = false,
                        .why = fmt::format("{}; the year is {}", reason, *year)};
    return {.id = "", .certain = false, .why = std::string(reason)};
}

} // namespace

Editions Editions::load(const std::filesystem::path& directory, const Instruments& instruments) {
    Editions loaded;
    std::set<std::string> ids;
    for (const auto& path : toml_files_in(directory)) {
        const TomlNode file = TomlNode::parse(path);
        loaded.editions_.push_back(edition_from(file, instruments));
        const std::string& id = loaded.editions_.back().id;
        if (!ids.insert(id).second)
            file.at("id").fail(fmt::format("the edition {} stands in another file", id));
    }
    return loaded;
}

const Edition* Editions::with_id(std::string_view id) const {
    const auto found = std::find_if(editions_.begin(), editions_.end(),
                                    [id](const Edition& edition) { return edition.id == id; });
    return found == editions_.end() ? nullptr : &*found;
}

bool Editions::any_of_instrument(std::string_view id) const {
    return std::any_of(editions_.begin(), editions_.end(),
                       [id](const Edition& edition) { return edition.instrument.id == id; });
}

std::string Editions::refusal_of(const Instrument& instrument) const {
    std::set<std::string> known;
    for (const auto& edition : editions_)
        known.insert(edition.instrument.name);
    return fmt::format("this is a report of {}, in {}, and there are rules for {} alone; taking it needs an "
                       "edition with instrument = \"{}\" in rules/editions, its register of municipalities "
                       "rules/{}, and rules for its headings: docs/extending.md, \"Another instrument\"",
                       instrument.name, instrument.language, fmt::join(known, " and "), instrument.id,
                       instrument.municipalities);
}

void Editions::require(std::string_view id) const {
    if (id.empty() || with_id(id) != nullptr) return;
    std::string known;
    for (const auto& edition : editions_)
        known += (known.empty() ? "" : ", ") + edition.id;
    throw std::runtime_error(
        fmt::format("no edition \"{}\" is known, only {}; docs/extending.md tells how to add "
                    "one by a file",
                    id, known));
}

EditionGuess Editions::infer(const EditionEvidence& evidence) const {
    if (evidence.questions.empty() && evidence.titles.empty())
        return guess_by_year(editions_, evidence, "neither questions nor titles were found");
    std::vector<Fit> fits;
    for (const Edition& edition : editions_)
        if (!edition.areas.empty() && may_be_of(edition, evidence)) fits.push_back(fit_of(edition, evidence));
    std::stable_sort(fits.begin(), fits.end(),
                     [](const Fit& a, const Fit& b) { return a.points > b.points; });
    if (fits.empty() || fits.front().matched <= fits.front().foreign)
        return guess_by_year(editions_, evidence, "questions and titles fit no edition known");

    constexpr double clear_lead = 1;    // one question more
    constexpr double slight_lead = 0.2; // less than what one title tells
    Fit best = fits.front();
    double lead = fits.size() > 1 ? best.points - fits[1].points : best.points;
    if (lead < clear_lead && fits.size() > 1 && evidence.year && !in_use(*best.edition, *evidence.year) &&
        in_use(*fits[1].edition, *evidence.year)) {
        best = fits[1];
        lead = -lead;
    }
    EditionGuess guess{.id = best.edition->id, .certain = true, .why = {}};
    guess.why = fmt::format("{} questions and titles are those of {}, {} are not", best.matched, guess.id,
                            best.foreign);
    const bool year_agrees = evidence.year && in_use(*best.edition, *evidence.year);
    const bool year_contradicts = evidence.year && !in_use(*best.edition, *evidence.year, 1);
    if (year_contradicts) {
        guess.certain = false;
        guess.why += fmt::format("; but the year is {}", *evidence.year);
    } else if (lead < slight_lead || (lead < clear_lead && !year_agrees)) {
        guess.certain = false;
        guess.why += "; another edition fits nearly as well";
    }
    return guess;
}

std::vector<const Edition*> Editions::with_title(int area, std::string_view title) const {
    std::vector<const Edition*> found;
    for (const Edition& edition : editions_) {
        const AreaDefinition* defined = area_of(edition, area);
        if (defined != nullptr &&
            (text::likeness(defined->title, title) >= reads_alike || any_reads_like(defined->aliases, title)))
            found.push_back(&edition);
    }
    return in_order(std::move(found));
}

std::vector<const Edition*>
Editions::asking(const std::vector<EditionEvidence::AskedQuestion>& questions) const {
    std::vector<const Edition*> found;
    for (const Edition& edition : editions_) {
        Fit fit{.edition = &edition};
        for (const auto& question : questions)
            weigh_question(question, fit);
        if (fit.matched > 0 && 2 * static_cast<std::size_t>(fit.matched) >= questions.size())
            found.push_back(&edition);
    }
    return in_order(std::move(found));
}

const Edition* Editions::before(std::string_view id) const {
    const Edition* known = with_id(id);
    const Edition* nearest = nullptr;
    for (const Edition& edition : editions_)
        if (known != nullptr && edition.first_year < known->first_year &&
            (nearest == nullptr || edition.first_year > nearest->first_year))
            nearest = &edition;
    return nearest;
}

const Edition* Editions::after(std::string_view id) const {
    const Edition* known = with_id(id);
    const Edition* nearest = nullptr;
    for (const Edition& edition : editions_)
        if (known != nullptr && edition.first_year > known->first_year &&
            (nearest == nullptr || edition.first_year < nearest->first_year))
            nearest = &edition;
    return nearest;
}

int Editions::area_of_title(std::string_view title) const {
    double best = reads_alike;
    int number = 0;
    const auto consider = [&](int area, const std::string& known) {
        // A title that was cut at a line's end ("brukaroriente-") is compared with as much of a known one.
        const bool cut = title.ends_with('-') && known.size() > title.size();
        const double alike =
            text::likeness(title, cut ? std::string_view(known).substr(0, title.size() - 1) : known);
        if (alike >= best && (number == 0 || alike > best)) {
            best = alike;
            number = area;
        }
    };
    for (const Edition& edition : editions_) {
        for (const AreaDefinition& area : edition.areas) {
            consider(area.number, area.title);
            for (const std::string& alias : area.aliases)
                consider(area.number, alias);
        }
    }
    return number;
}

} // namespace kompass::rules
