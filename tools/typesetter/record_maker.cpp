#include "record_maker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace typesetter {

namespace {

/// How scores of a record are thrown: the level of the municipality, and whether halves are given.
struct Scoring {
    double level;
    bool halves;
};

std::vector<int> random_maxima(Dice& dice) {
    std::vector<int> maxima(static_cast<std::size_t>(dice.between(4, 7)), 10);
    for (int left = 100 - 10 * static_cast<int>(maxima.size()); left > 0; left -= 5)
        maxima[dice.below(maxima.size())] += 5;
    return maxima;
}

/// A share of the maximum, seldom near 0 or 1.
double share(Dice& dice, double level) {
    const double swing = (dice.real() + dice.real() + dice.real()) / 3 - 0.5;
    return std::clamp(level + 1.3 * swing, 0.0, 1.0);
}

double unrounded(Dice& dice, const Scoring& scoring, int max) {
    const double score = share(dice, scoring.level) * max;
    // Hundredths, and none that lies between two whole numbers, so that no two programs round it differently.
    return scoring.halves ? std::round(2 * score) / 2
                          : std::min<double>(max, std::floor(score * 50) / 50 +
                                                      0.01 * (std::floor(score * 50) / 50 < max));
}

double printed(double score, const Scoring& scoring) {
    return scoring.halves ? score : std::round(score);
}

void give_scores(Area& area, const std::vector<int>& maxima, Dice& dice, const Scoring& scoring) {
    double sum = 0;
    double maximum = 0;
    for (std::size_t i = 0; i < maxima.size(); ++i) {
        const double score = unrounded(dice, scoring, maxima[i]);
        Question& question = area.questions[i];
        question.points = printed(score, scoring);
        question.max = maxima[i];
        question.percent = std::round(100 * score / maxima[i]);
        sum += score;
        maximum += maxima[i];
    }
    area.total = {printed(sum, scoring), maximum, std::round(100 * sum / maximum)};
    area.total.percent = std::round(100 * *area.total.points / maximum);
    area.box_points = area.total.points;
}

std::vector<std::string> findings(const Traits& traits, Dice& dice, const std::function<std::string()>& one) {
    int count = dice.between(3, 6);
    if (traits.is("list_length", "short")) count = dice.between(1, 2);
    if (traits.is("list_length", "long")) count = dice.between(8, 14);
    if (traits.is("empty_lists", "some") && dice.chance(0.12)) count = 0;
    std::vector<std::string> list;
    for (int i = 0; i < count; ++i)
        list.push_back(one() + (traits.is("item_end", "stop") ? "." : ""));
    return list;
}

void give_texts(Area& area, const Traits& traits, Dice& dice, Writer& writer) {
    for (int left = dice.between(3, 6); left > 0; --left)
        area.box_headings.push_back(writer.heading());
    area.strengths = findings(traits, dice, [&] { return writer.strength(); });
    area.improvements = findings(traits, dice, [&] { return writer.improvement(); });
    if (traits.is("kinds", "three"))
        area.weaknesses = findings(traits, dice, [&] { return writer.weakness(); });
    constexpr std::array<std::string_view, 10> models{"Vallentuna", "Helsingborg", "Tyresö",     "Umeå",
                                                      "Västerås",   "Örebro",      "Södertälje", "Borås",
                                                      "Luleå",      "Ängelholm"};
    std::vector<std::string> names(models.begin(), models.end());
    dice.shuffle(names);
    if (!traits.is("role_models", "none"))
        area.role_models.assign(names.begin(), names.begin() + dice.between(1, 3));
}

Area make_area(const EditionArea& plan, int number, const Traits& traits, std::uint64_t seed,
               const Scoring& scoring) {
    Dice dice(seed, fmt::format("area {}", number));
    Writer writer(Dice(seed, fmt::format("words {}", number)), plan.theme);
    Area area{number, plan.title, {}, {}, {}, {}, {}, {}, {}, {}};
    std::vector<int> maxima;
    for (const EditionQuestion& question : plan.questions)
        maxima.push_back(question.max);
    if (maxima.empty()) maxima = random_maxima(dice);
    for (std::size_t i = 0; i < maxima.size(); ++i) {
        const bool known = i < plan.questions.size() && !plan.questions[i].wordings.empty();
        area.questions.push_back({{},
                                  fmt::format("{}.{}", number, i + 1),
                                  known ? dice.one_of(plan.questions[i].wordings) : writer.question()});
    }
    give_scores(area, maxima, dice, scoring);
    give_texts(area, traits, dice, writer);
    return area;
}

Evaluation evaluation_of(const Record& record) {
    Evaluation own{record.year, {}, record.grand_total()};
    for (const Area& area : record.areas)
        own.areas.push_back(area.total.points);
    return own;
}

/// An evaluation some years before the one given, with points not far from its.
Evaluation earlier(const Evaluation& later, Dice& dice, bool gaps) {
    Evaluation before{later.year - dice.between(2, 4), {}, 0};
    for (const Figure& points : later.areas)
        before.areas.push_back(std::clamp(points.value_or(50) + dice.between(-12, 6), 3.0, 97.0));
    if (gaps)
        for (int left = dice.between(1, 2); left > 0; --left)
            before.areas[dice.below(before.areas.size())] = std::nullopt;
    for (const Figure& points : before.areas)
        *before.total += points.value_or(0);
    return before;
}

void give_history(Record& record, const Traits& traits, Dice& dice) {
    if (traits.is("history", "none")) return;
    record.history = {evaluation_of(record)};
    const int more = traits.is("history", "difference") ? 1 : dice.between(1, 3);
    for (int i = 0; i < more; ++i)
        record.history.insert(record.history.begin(),
                              earlier(record.history.front(), dice, traits.is("history", "gaps") && i == 0));
    record.ordinal = more + 1;
}

void give_identity(Record& record, const Edition& edition, Dice& dice) {
    const int first = std::max(edition.first_year, 2002);
    record.year = dice.between(first, edition.last_year > 0 ? edition.last_year : 2023);
    record.month = dice.between(1, 12);
    record.ordinal = dice.between(1, 3);
    record.interviewees = 10 * dice.between(2, 5);
    record.evaluators = {person(dice) + ", SKL", person(dice) + ", SKL"};
    record.key_facts = {
        {"Antal invånare", fmt::format("{} {:03}", dice.between(6, 60), dice.between(0, 999))},
        {"Antal anställda", fmt::format("{} {:03}", dice.between(1, 5), dice.between(0, 999))},
        {"Skattesats", fmt::format("{},{:02}", dice.between(20, 23), dice.between(10, 99))},
        {"Styrande partier", "S och V"}};
}

/// Takes a figure out of about every tenth row.
void leave_gaps(Record& record, const Traits& traits, std::uint64_t seed) {
    Dice dice(seed, "gaps");
    const bool percents = !traits.is("percent_form", "none");
    const bool own_columns = traits.is("figure_form", "columns") || traits.is("figure_form", "p");
    for (Area& area : record.areas)
        for (Question& question : area.questions) {
            if (!dice.chance(0.1)) continue;
            if (percents && (!own_columns || dice.chance(0.5)))
                question.percent.reset();
            else if (own_columns)
                question.points.reset();
        }
}

void leave_percents(Record& record) {
    for (Area& area : record.areas) {
        area.total.percent.reset();
        for (Question& question : area.questions)
            question.percent.reset();
    }
}

} // namespace

std::vector<Municipality> read_municipalities(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
    std::vector<Municipality> list;
    std::string line;
    std::getline(in, line); // the head
    while (std::getline(in, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        if (second != std::string::npos)
            list.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1)});
    }
    if (list.empty()) throw std::runtime_error(fmt::format("{}: names no municipality", file.string()));
    return list;
}

Record make_record(const Edition& edition, const std::vector<Municipality>& municipalities,
                   const Traits& traits, std::uint64_t seed) {
    Dice dice(seed, "record");
    const Municipality& municipality = dice.one_of(municipalities);
    Record record;
    record.name = municipality.name;
    record.code = municipality.code;
    record.edition = edition.id;
    give_identity(record, edition, dice);
    const Scoring scoring{0.3 + 0.4 * dice.real(), !traits.is("halves", "none")};
    for (std::size_t i = 0; i < edition.areas.size(); ++i)
        record.areas.push_back(make_area(edition.areas[i], static_cast<int>(i) + 1, traits, seed, scoring));
    give_history(record, traits, dice);
    return record;
}

Record as_printed(Record record, const Traits& traits, std::uint64_t seed) {
    for (Area& area : record.areas) {
        if (traits.is("points_box", "none")) {
            area.box_headings.clear();
            area.box_points.reset();
        }
        if (traits.is("total_row", "none")) area.total = {};
        if (traits.is("role_models", "none")) area.role_models.clear();
    }
    if (traits.is("percent_form", "none")) leave_percents(record);
    if (!traits.is("score_gaps", "never")) leave_gaps(record, traits, seed);
    if (traits.is("history", "none")) record.history.clear();
    if (traits.is("key_facts", "none")) record.key_facts.clear();
    if (traits.is("evaluators", "none")) record.evaluators.clear();
    return record;
}

} // namespace typesetter
