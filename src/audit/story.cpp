#include "audit/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace kompass::audit {
namespace {

/// "10.2": a tenth is what tells a reader which way it rounds.
std::string share(Decimal percent, Decimal max) {
    return fmt::format("{:.1f}", percent.real() * max.real() / 100);
}

std::string sum_clause(const Area& area, bool witnessed) {
    if (!witnessed || !area.total.points) return "";
    return fmt::format(" and the area sums to {} as printed", *area.total.points);
}

std::string row_story(const Area& area, const Question& question, const Figure& figure,
                      const std::string& read, bool witnessed) {
    const auto& score = question.score;
    const auto value = figure.value->value_or(0);
    const auto sum = sum_clause(area, witnessed);
    if (figure.cell.field == CellField::percent) {
        const auto was = read.empty() ? "has no percent that could be read" : fmt::format("reads {} %", read);
        return fmt::format("{} {}; with {} % the row gives {} ≈ {}{}", question.number, was, value,
                           share(value, score.max.value_or(0)), score.points.value_or(0), sum);
    }
    if (figure.cell.field == CellField::points) {
        const auto was =
            read.empty() ? "has no points that could be read" : fmt::format("reads {} for its points", read);
        if (!score.percent) return fmt::format("{} {}; with {}{}", question.number, was, value, sum);
        return fmt::format("{} {}; {} % of {} is {} ≈ {}{}", question.number, was, *score.percent,
                           score.max.value_or(0), share(*score.percent, score.max.value_or(0)), value, sum);
    }
    const auto was =
        read.empty() ? "has no maximum that could be read" : fmt::format("reads a maximum of {}", read);
    const auto maxima = area.total.max && witnessed
                            ? fmt::format("the maxima sum to {} as printed", *area.total.max)
                            : std::string("points and percent agree");
    return fmt::format("{} {}; with {} {}", question.number, was, value, maxima);
}

std::string total_story(const Area& area, const Figure& figure, const std::string& read, bool witnessed) {
    const auto was = read.empty() ? "cannot be read" : "reads " + read;
    const auto value = figure.value->value_or(0);
    if (figure.cell.field == CellField::percent)
        return fmt::format("the percent of area {}'s total {}; {} of {} is {} %", area.number, was,
                           area.total.points.value_or(0), area.total.max.value_or(0), value);
    if (figure.cell.field == CellField::max)
        return fmt::format("the maximum of area {} {}; {} {}", area.number, was,
                           witnessed ? "the questions' maxima sum to" : "every area has", value);
    std::vector<std::string> witnesses;
    if (witnessed) witnesses.emplace_back("the questions");
    if (area.total.percent) witnesses.emplace_back("its percent");
    if (area.box_points) witnesses.emplace_back("the points box");
    return fmt::format("the total of area {} {}; {} give{} {}", area.number, was,
                       fmt::join(witnesses, " and "), witnesses.size() == 1 && !witnessed ? "s" : "", value);
}

std::string told(const Change& change) {
    if (!change.read) return fmt::format("{} {} (not read)", name_of(change.cell), change.value);
    return fmt::format("{} {} (read {})", name_of(change.cell), change.value, *change.read);
}

std::string told(const std::vector<Change>& changes) {
    std::vector<std::string> parts;
    parts.reserve(changes.size());
    for (const auto& change : changes)
        parts.push_back(told(change));
    return fmt::format("{}", fmt::join(parts, " and "));
}

} // namespace

std::string repair_story(const Area& area, const Figure& figure, const std::string& read, bool witnessed) {
    for (const auto& question : area.questions)
        if (&question.score.repairs == figure.repairs)
            return row_story(area, question, figure, read, witnessed);
    if (&area.total.repairs == figure.repairs) return total_story(area, figure, read, witnessed);
    const auto place = &area.repairs == figure.repairs
                           ? std::string("the points box")
                           : "the table of evaluations (" + name_of(figure.cell) + ")";
    return fmt::format("{} {}; the score table has a total of {}", place,
                       read.empty() ? "cannot be read" : "reads " + read, figure.value->value_or(0));
}

std::string open_story(const std::vector<std::vector<Change>>& explanations) {
    constexpr std::size_t most_told = 3;
    std::vector<std::string> stories;
    for (const auto& changes : explanations) {
        if (changes.empty()) continue;
        const auto story = told(changes);
        const bool new_story = std::find(stories.begin(), stories.end(), story) == stories.end();
        if (new_story) stories.push_back(story);
    }
    if (stories.empty()) return {};
    const bool more = stories.size() > most_told;
    if (more) stories.resize(most_told);
    return fmt::format("If OCR misread a figure, it may be {}{}.", fmt::join(stories, ", or "),
                       more ? ", among others" : "");
}

} // namespace kompass::audit
