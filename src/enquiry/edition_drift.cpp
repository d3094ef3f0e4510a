#include "enquiry/edition_drift.h"

#include "rules/likely_same.h"
#include "text/likeness.h"

#include <algorithm>
#include <optional>

namespace kompass::enquiry {
namespace {

constexpr double same_text = 0.97; ///< equal but for damage

double likeness_to(const std::vector<std::string>& known, const std::string& text) {
    double best = 0;
    for (const auto& one : known)
        best = std::max(best, text::likeness(one, text));
    return best;
}

/// What a question should be.
struct Reference {
    std::vector<std::string> wordings; ///< empty: there is no such question
    std::optional<int> max;
};

const rules::AreaDefinition* defined_area(const rules::Edition& edition, int number) {
    const auto found = std::find_if(edition.areas.begin(), edition.areas.end(),
                                    [&](const auto& area) { return area.number == number; });
    return found == edition.areas.end() ? nullptr : &*found;
}

Reference reference_of(const PrintedQuestion& question, const rules::AreaDefinition* area) {
    Reference reference;
    if (area == nullptr || area->questions.empty()) {
        if (!question.wordings.empty()) reference.wordings = {question.wordings.front().value};
        if (!question.maxima.empty()) reference.max = question.maxima.front().value;
        return reference;
    }
    for (const auto& defined : area->questions)
        if (defined.number == question.number) reference = {defined.wordings, defined.max};
    return reference;
}

void add_titles(const PrintedArea& area, const rules::AreaDefinition* defined, std::vector<Drift>& found) {
    auto known = defined != nullptr ? defined->aliases : std::vector<std::string>{};
    const auto title = defined != nullptr ? defined->title : std::string();
    known.push_back(title);
    for (const auto& printed : area.titles)
        if (likeness_to(known, printed.value) < same_text)
            found.push_back({DriftKind::title, std::to_string(area.number), title, printed.value,
                             printed.reports, area.reports, printed.first});
}

void add_question(const PrintedQuestion& question, const Reference& reference, std::vector<Drift>& found) {
    const auto usual = reference.wordings.empty() ? std::string() : reference.wordings.front();
    for (const auto& printed : question.wordings) {
        const double alike = likeness_to(reference.wordings, printed.value);
        if (alike >= same_text) continue;
        found.push_back({alike >= rules::same_question ? DriftKind::wording : DriftKind::question,
                         question.number, usual, printed.value, printed.reports, question.reports,
                         printed.first});
    }
    for (const auto& printed : question.maxima)
        if (reference.max && printed.value != *reference.max)
            found.push_back({DriftKind::maximum, question.number, std::to_string(*reference.max),
                             std::to_string(printed.value), printed.reports, question.reports,
                             printed.first});
}

} // namespace

const char* name_of(DriftKind kind) {
    switch (kind) {
    case DriftKind::title:
        return "title";
    case DriftKind::wording:
        return "wording";
    case DriftKind::question:
        return "question";
    case DriftKind::maximum:
        break;
    }
    return "maximum";
}

std::vector<Drift> drifts(const EditionLessons& lessons, const rules::Edition& edition) {
    std::vector<Drift> found;
    for (const auto& area : lessons.areas) {
        const auto* defined = defined_area(edition, area.number);
        add_titles(area, defined, found);
        for (const auto& question : area.questions)
            add_question(question, reference_of(question, defined), found);
    }
    return found;
}

} // namespace kompass::enquiry
