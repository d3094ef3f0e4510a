#include "archive/evaluation/composition.h"

#include "audit/again.h"
#include "model/figures.h"
#include "model/record_facts.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace kompass::archive {
namespace {

const Area* area_of(const Record& record, int number) {
    const auto found = std::find_if(record.areas.begin(), record.areas.end(),
                                    [&](const Area& area) { return area.number == number; });
    return found == record.areas.end() ? nullptr : &*found;
}

const Part* part_of(const Record& record, PartKind kind, std::optional<int> area) {
    if (!record.account) return nullptr;
    const auto& parts = record.account->parts;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
        return part.kind == kind && part.area == area && !part.page && !part.scoring;
    });
    return found == parts.end() ? nullptr : &*found;
}

bool has_table(const Area& area) {
    return !area.questions.empty() || area.total.points || area.total.max || area.total.percent;
}

bool is_there(const Record& record, PartKind kind, const Area* area) {
    if (kind == PartKind::history) return !record.history.empty();
    if (kind == PartKind::key_facts) return !record.key_facts.empty();
    if (area == nullptr) return false;
    switch (kind) {
    case PartKind::box:
        return area->box_points || !area->box_headings.empty();
    case PartKind::title:
        return !area->title.empty();
    case PartKind::score_table:
        return has_table(*area);
    case PartKind::strengths:
        return !area->strengths.empty();
    case PartKind::improvements:
        return !area->improvements.empty();
    case PartKind::weaknesses:
        return !area->weaknesses.empty();
    case PartKind::role_models:
        return !area->role_models.empty();
    default:
        return false;
    }
}

/// How many values of the part a person should check.
int doubts_of(const Record& record, PartKind kind, const Area* area) {
    std::size_t count = 0;
    if (kind == PartKind::history)
        for (const auto& column : record.history)
            count += column.doubtful.size();
    if (area == nullptr) return static_cast<int>(count);
    if (kind == PartKind::score_table) {
        count += area->total.doubtful.size();
        for (const auto& question : area->questions)
            count += question.score.doubtful.size();
    } else {
        const std::string field = kind == PartKind::box ? "box_points" : name_of(kind);
        count += is_doubtful(area->doubtful, field) ? 1 : 0;
    }
    return static_cast<int>(count);
}

/// How well a document has a part: more is better.
struct Quality {
    int state = 0; ///< 0: not there, 1: damaged, 2: found
    int doubts = 0;

    [[nodiscard]] bool is_better_than(const Quality& other) const {
        return std::tuple(state, -doubts) > std::tuple(other.state, -other.doubts);
    }
};

/// Chooses among the documents of one evaluation, best first.
class Choice {
public:
    explicit Choice(const std::vector<Preference>& documents) : documents_(documents) {}

    /// Null if no document has the part.
    [[nodiscard]] const Witness* of(PartKind kind, std::optional<int> area) const {
        const Witness* best = nullptr;
        Quality best_quality;
        for (const auto& [witness, reason, why] : documents_) {
            const auto quality = quality_of(*witness, kind, area);
            if (quality.state == 0 || !counts(*witness, kind, area)) continue;
            if (best != nullptr && !quality.is_better_than(best_quality)) continue;
            best = witness;
            best_quality = quality;
        }
        return best;
    }

private:
    [[nodiscard]] static Quality quality_of(const Witness& witness, PartKind kind, std::optional<int> area) {
        const auto& record = witness.record;
        const auto* printed = area ? area_of(record, *area) : nullptr;
        if (!is_there(record, kind, printed)) return {};
        const auto* part = part_of(record, kind, area);
        const bool damaged = part != nullptr && is_faulty(*part);
        return {damaged ? 1 : 2, doubts_of(record, kind, printed)};
    }

    /// Nothing that was published in its stead leaves the part out on purpose, or has it whole.
    [[nodiscard]] bool counts(const Witness& witness, PartKind kind, std::optional<int> area) const {
        if (kind == PartKind::score_table && !is_of_edition(witness)) return false;
        return std::none_of(documents_.begin(), documents_.end(), [&](const Preference& other) {
            if (!supersedes(*other.witness, witness)) return false;
            const auto* part = part_of(other.witness->record, kind, area);
            return part == nullptr || !is_faulty(*part);
        });
    }

    [[nodiscard]] bool is_of_edition(const Witness& witness) const {
        const auto& edition = documents_.front().witness->record.edition;
        return witness.record.edition == edition || edition.empty();
    }

    const std::vector<Preference>& documents_;
};

/// How much of other scorings the document has, and how surely: more is better.
std::tuple<std::size_t, int, int> wealth_of_scorings(const Record& record) {
    std::size_t rows = 0;
    for (const auto& scoring : record.scorings)
        for (const auto& area : scoring.areas)
            rows += 1 + area.questions.size();
    int faults = 0;
    if (record.account)
        for (const auto& part : record.account->parts)
            faults += part.scoring && is_faulty(part) ? 1 : 0;
    auto alone = Record{};
    alone.scorings = record.scorings;
    return {rows, -faults, -doubtful_fields(alone)};
}

/// The document whose other scorings are the evaluation's, taken whole; of equals the first. Null: none has
/// any.
const Witness* with_scorings(const std::vector<Preference>& documents) {
    const Witness* best = nullptr;
    for (const auto& document : documents) {
        const auto& record = document.witness->record;
        if (record.scorings.empty()) continue;
        if (best == nullptr || wealth_of_scorings(record) > wealth_of_scorings(best->record))
            best = document.witness;
    }
    return best;
}

/// Puts the parts of one area together.
class AreaComposer {
public:
    AreaComposer(const Choice& choice, const std::vector<Preference>& documents, int number)
        : choice_(choice), documents_(documents), number_(number) {}

    AreaOrigin origin() const {
        const Witness* first = first_with_area();
        const auto from = [&](PartKind kind) {
            const auto* found = choice_.of(kind, number_);
            return found != nullptr ? found : first;
        };
        const auto* box = choice_.of(PartKind::box, number_);
        return {.box = box != nullptr ? box : from(PartKind::title),
                .table = from(PartKind::score_table),
                .strengths = from(PartKind::strengths),
                .improvements = from(PartKind::improvements),
                .weaknesses = from(PartKind::weaknesses),
                .role_models = from(PartKind::role_models),
                .text = with_text(first)};
    }

    /// Of several documents: `origin` says which has what.
    Area area(const AreaOrigin& origin) const {
        const auto of = [&](const Witness* witness) -> const Area& {
            return *area_of(witness->record, number_);
        };
        Area area = of(origin.box);
        area.table_title = of(origin.table).table_title;
        area.total = of(origin.table).total;
        area.questions = of(origin.table).questions;
        area.strengths = of(origin.strengths).strengths;
        area.improvements = of(origin.improvements).improvements;
        area.weaknesses = of(origin.weaknesses).weaknesses;
        area.role_models = of(origin.role_models).role_models;
        area.prose = of(origin.text).prose;
        area.doubtful = doubts(origin);
        return area;
    }

private:
    [[nodiscard]] const Witness* first_with_area() const {
        for (const auto& document : documents_)
            if (area_of(document.witness->record, number_) != nullptr) return document.witness;
        return nullptr;
    }

    [[nodiscard]] const Witness* with_text(const Witness* first) const {
        for (const auto& document : documents_) {
            const auto* area = area_of(document.witness->record, number_);
            if (area != nullptr && !area->prose.empty()) return document.witness;
        }
        return first;
    }

    /// Each list's doubt is of the document that it is from, all others of the one with the box.
    [[nodiscard]] std::vector<std::string> doubts(const AreaOrigin& origin) const {
        const std::vector<std::pair<std::string, const Witness*>> lists{{"strengths", origin.strengths},
                                                                        {"improvements", origin.improvements},
                                                                        {"weaknesses", origin.weaknesses},
                                                                        {"role_models", origin.role_models}};
        std::vector<std::string> doubtful;
        for (const auto& field : area_of(origin.box->record, number_)->doubtful)
            if (std::none_of(lists.begin(), lists.end(), [&](const auto& list) {
                    return list.first == field && list.second != origin.box;
                }))
                doubtful.push_back(field);
        for (const auto& [field, witness] : lists)
            if (witness != origin.box && is_doubtful(area_of(witness->record, number_)->doubtful, field))
                doubtful.push_back(field);
        return doubtful;
    }

    const Choice& choice_;
    const std::vector<Preference>& documents_;
    int number_;
};

/// Takes each fact of the report from the first document that states it, surely if one does.
class FactComposer {
public:
    FactComposer(const std::vector<Preference>& documents, Composition& composition)
        : documents_(documents), composition_(composition) {}

    void compose() {
        std::erase_if(composition_.record.doubtful, [](const std::string& field) {
            return field == "municipality" || field == "year" || field == "month" || field == "ordinal" ||
                   field == "interviewees" || field == "edition";
        });
        take(CellField::municipality, [](Record& to, const Record& from) {
            to.municipality = from.municipality;
            to.municipality_code = from.municipality_code;
            return !from.municipality.empty();
        });
        take(CellField::year, [](Record& to, const Record& from) { return copy(to.year, from.year); });
        take(CellField::month, [](Record& to, const Record& from) { return copy(to.month, from.month); });
        take(CellField::ordinal,
             [](Record& to, const Record& from) { return copy(to.ordinal, from.ordinal); });
        take(CellField::interviewees,
             [](Record& to, const Record& from) { return copy(to.interviewees, from.interviewees); });
        take(CellField::edition, [](Record& to, const Record& from) {
            to.edition = from.edition;
            return !from.edition.empty();
        });
        take(CellField::evaluators, [](Record& to, const Record& from) {
            to.evaluators = from.evaluators;
            to.evaluator_details = from.evaluator_details;
            return !from.evaluators.empty();
        });
        if (composition_.record.document_date)
            composition_.facts[CellField::document_date] = documents_.front().witness;
    }

private:
    using Copy = bool (*)(Record& to, const Record& from); ///< false: `from` states nothing

    static bool copy(std::optional<int>& to, const std::optional<int>& from) {
        to = from;
        return from.has_value();
    }

    void take(CellField field, Copy copy_field) {
        const std::string note = note_of(report_cell(field));
        for (const bool surely : {true, false})
            for (const auto& document : documents_) {
                const auto& from = document.witness->record;
                const bool doubtful = is_doubtful(from.doubtful, note);
                if (doubtful == surely || !copy_field(composition_.record, from)) continue;
                composition_.facts[field] = document.witness;
                if (doubtful) composition_.record.doubtful.push_back(note);
                return;
            }
        // Nobody states it: where the preferred one should have, that stays told.
        copy_field(composition_.record, documents_.front().witness->record);
        if (is_doubtful(documents_.front().witness->record.doubtful, note))
            composition_.record.doubtful.push_back(note);
    }

    const std::vector<Preference>& documents_;
    Composition& composition_;
};

void compose_areas(const std::vector<Preference>& documents, const Choice& choice, Composition& composition) {
    std::set<int> numbers;
    for (const auto& document : documents)
        for (const auto& area : document.witness->record.areas)
            numbers.insert(area.number);
    std::vector<Area> areas;
    for (const int number : numbers) {
        const AreaComposer composer(choice, documents, number);
        const auto origin = composer.origin();
        areas.push_back(composer.area(origin));
        composition.areas.emplace(number, origin);
    }
    composition.record.areas = std::move(areas);
}

const Witness* first_with_chapters(const std::vector<Preference>& documents) {
    for (const auto& document : documents)
        if (!document.witness->record.chapters.empty()) return document.witness;
    return nullptr;
}

/// The part as the document says that it is taken from.
void compose_account(const Choice& choice, Composition& composition, const Witness* preferred) {
    if (!composition.record.account) return;
    auto& parts = composition.record.account->parts;
    for (auto& part : parts) {
        if (part.scoring) continue;
        const auto* from = part.page ? nullptr : choice.of(part.kind, part.area);
        const auto* other =
            from != nullptr && from != preferred ? part_of(from->record, part.kind, part.area) : nullptr;
        if (other != nullptr) part = *other;
        composition.parts.push_back(other != nullptr ? from : preferred);
    }
    const auto* scorings = composition.scorings != nullptr ? composition.scorings : preferred;
    const auto of_scoring = [](const Part& part) { return part.scoring.has_value(); };
    const auto& account = scorings->record.account;
    std::vector<Part> told;
    if (account)
        std::copy_if(account->parts.begin(), account->parts.end(), std::back_inserter(told), of_scoring);
    std::erase_if(parts, of_scoring);
    parts.insert(parts.end(), told.begin(), told.end());
    composition.parts.insert(composition.parts.end(), told.size(), scorings);
}

void gather_decisions(const std::vector<Preference>& documents, Composition& composition) {
    auto& decisions = composition.record.corrections;
    decisions.clear();
    std::vector<const Record*> by_hash;
    by_hash.reserve(documents.size());
    for (const auto& document : documents)
        by_hash.push_back(&document.witness->record);
    std::sort(by_hash.begin(), by_hash.end(),
              [](const Record* a, const Record* b) { return a->sha256 < b->sha256; });
    for (const auto* record : by_hash)
        decisions.insert(decisions.end(), record->corrections.begin(), record->corrections.end());
    std::stable_sort(decisions.begin(), decisions.end(),
                     [](const Correction& a, const Correction& b) { return a.made_at < b.made_at; });
}

} // namespace

Composition composed(const std::vector<Preference>& documents) {
    const auto* preferred = documents.front().witness;
    const Choice choice(documents);
    Composition composition;
    composition.preferred = preferred;
    composition.record = preferred->record;
    compose_areas(documents, choice, composition);
    FactComposer(documents, composition).compose();
    composition.history = choice.of(PartKind::history, std::nullopt);
    composition.key_facts = choice.of(PartKind::key_facts, std::nullopt);
    if (composition.history != nullptr) composition.record.history = composition.history->record.history;
    if (composition.key_facts != nullptr)
        composition.record.key_facts = composition.key_facts->record.key_facts;
    composition.chapters = first_with_chapters(documents);
    if (composition.chapters != nullptr) composition.record.chapters = composition.chapters->record.chapters;
    composition.scorings = with_scorings(documents);
    if (composition.scorings != nullptr) composition.record.scorings = composition.scorings->record.scorings;
    compose_account(choice, composition, preferred);
    gather_decisions(documents, composition);
    if (documents.size() == 1)
        composition.record = preferred->record; // as it is, in its own order
    else
        audit::audit_again(composition.record);
    return composition;
}

} // namespace kompass::archive
