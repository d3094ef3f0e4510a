#include "extractors/question_places.h"

#include "model/instrument.h"
#include "text/likeness.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace kompass {

namespace {

/// A question that an edition knows: its number within its area, 0 for none, and how well the text reads like
/// it, of 1.
struct Known {
    int place = 0;
    double alike = 0;
};

Known known_question(std::string_view text, const rules::AreaDefinition& area) {
    constexpr double same_wording = 0.85;
    Known best{0, same_wording};
    for (const auto& question : area.questions)
        for (const auto& wording : question.wordings)
            if (const double alike = text::likeness(text, wording); alike > best.alike)
                best = {std::stoi(question.number.substr(2)), alike};
    return best.place == 0 ? Known{} : best;
}

bool is_asked(const std::string& wording, int area, const rules::Editions& editions) {
    return std::any_of(editions.all().begin(), editions.all().end(), [&](const rules::Edition& edition) {
        return std::any_of(edition.areas.begin(), edition.areas.end(), [&](const auto& known) {
            return known.number == area && known_question(wording, known).place != 0;
        });
    });
}

struct Sighting {
    QuestionPlaces places;
    double alike = 0; ///< of all wordings together
    int last = 0;     ///< the greatest number
};

Sighting seen_by(const rules::AreaDefinition& area, const std::vector<std::string>& wordings) {
    Sighting sighting;
    for (const auto& wording : wordings) {
        const auto question = known_question(wording, area);
        sighting.places.of_wordings.push_back(question.place);
        sighting.places.known += question.place != 0 ? 1 : 0;
        sighting.alike += question.alike;
        sighting.last = std::max(sighting.last, question.place);
    }
    return sighting;
}

} // namespace

QuestionPlaces places_of_questions(const std::vector<std::string>& wordings, int area,
                                   const rules::Editions& editions) {
    constexpr double trifle = 0.01; // of likeness
    Sighting best;
    best.places.of_wordings.resize(wordings.size());
    for (const auto& edition : editions.all())
        for (const auto& known : edition.areas) {
            if (known.number != area) continue;
            auto sighting = seen_by(known, wordings);
            const bool equal = std::abs(sighting.alike - best.alike) < trifle;
            if (equal ? sighting.last < best.last : sighting.alike > best.alike) best = std::move(sighting);
        }
    return best.places;
}

AskedArea area_of_questions(const std::vector<std::string>& wordings, const rules::Editions& editions) {
    constexpr std::size_t fewest = 2;
    AskedArea best;
    for (int area = 1; area <= area_count; ++area) {
        const auto known = static_cast<std::size_t>(
            std::count_if(wordings.begin(), wordings.end(),
                          [&](const std::string& wording) { return is_asked(wording, area, editions); }));
        if (known >= fewest && known > best.known) best = {area, known};
    }
    return best;
}

} // namespace kompass
