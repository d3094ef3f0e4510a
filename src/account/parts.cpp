#include "account/parts.h"

#include "account/area_faults.h"
#include "account/history_part.h"
#include "account/key_facts_part.h"
#include "account/list_faults.h"
#include "account/painted_over.h"
#include "account/scoring_parts.h"
#include "account/span_faults.h"
#include "account/survey.h"
#include "account/words_in_doubt.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace kompass::account {

namespace {

/// The head stands in the head row of a table whose other columns hold findings.
bool is_column(const Survey& survey, const AreaView& view, PartKind kind) {
    for (std::size_t h = 0; h < survey.sight.held.holders.size(); ++h) {
        const auto& holder = survey.sight.held.holders[h];
        const auto& claim = survey.sight.claims[h];
        if (holder.is_cell() && holder.row == 0 && claim.part == kind && claim.is_head &&
            claim.area == view.number)
            return times(view.values, PartKind::strengths) > 0;
    }
    return false;
}

class Listing {
public:
    explicit Listing(Survey survey) : survey_(std::move(survey)) {}

    std::vector<Part> all() {
        for (const auto& view : survey_.areas) {
            title(view);
            box(view);
            score_table(view);
            for (const auto kind : kFindingLists)
                list(view, kind);
            role_models(view);
        }
        history();
        scorings();
        key_facts();
        identity();
        pages();
        return std::move(parts_);
    }

private:
    void add(PartKind kind, int area, PartState state, std::string why) {
        parts_.push_back(
            {kind, area == 0 ? std::nullopt : std::optional(area), std::nullopt, state, std::move(why)});
    }
    void missing(PartKind kind, int area, std::string why) {
        add(kind, area, PartState::missing, std::move(why));
    }
    /// Damaged if there is a reason to say so.
    void found(PartKind kind, int area, std::string fault) {
        if (fault.empty()) fault = partly_painted_over(survey_.sight, kind, area);
        if (fault.empty() && kind != PartKind::role_models) fault = word_in_doubt(survey_.sight, kind, area);
        const auto state = fault.empty() ? PartState::found : PartState::damaged;
        add(kind, area, state, std::move(fault));
    }

    void title(const AreaView& view) {
        if (view.area == nullptr || view.area->title.empty())
            missing(PartKind::title, view.number,
                    "every report has eight areas, and no heading of this one was seen");
        else if (view.span == nullptr)
            found(PartKind::title, view.number,
                  "the area's heading was not seen; the title is its score table's");
        else
            found(PartKind::title, view.number, fault_of_title(survey_, *view.area));
    }

    void box(const AreaView& view) {
        const int number = view.number;
        const int others = times(survey_.siblings.having, PartKind::box);
        if (view.area != nullptr && has_box(*view.area)) {
            found(PartKind::box, number, fault_of_box(survey_, view));
            return;
        }
        if (times(view.heads, PartKind::box) > 0)
            missing(PartKind::box, number, "its head was seen, and nothing below it understood");
        else if (others > 0)
            missing(PartKind::box, number, fmt::format("{} other areas have one", others));
        else if (view.span == nullptr)
            missing(PartKind::box, number, "the area's heading was not seen");
        else if (survey_.siblings.telling_points > 0)
            missing(PartKind::box, number, "the area's points stand near its heading");
        else
            add(PartKind::box, number, PartState::not_in_report, "no area has one");
    }

    void score_table(const AreaView& view) {
        if (view.area == nullptr || view.area->questions.empty())
            missing(PartKind::score_table, view.number, "every area has one");
        else
            found(PartKind::score_table, view.number, fault_of_table(survey_, view));
    }

    void list(const AreaView& view, PartKind kind) {
        if (view.area != nullptr && !list_of(*view.area, kind).empty())
            found(kind, view.number, fault_of_findings(survey_, view, kind));
        else if (kind == PartKind::weaknesses)
            no_weaknesses(view);
        else
            no_list(view, kind);
    }

    void no_list(const AreaView& view, PartKind kind) {
        const int others = times(survey_.siblings.having, kind);
        if (view.span == nullptr)
            missing(kind, view.number, "the area's heading was not seen");
        else if (times(view.heads, kind) > 0)
            missing(kind, view.number, "its head was seen, and nothing below it understood");
        else if (others > 0)
            missing(kind, view.number, fmt::format("{} other areas have them", others));
        else
            missing(kind, view.number, "every report has them, and no area of this one does");
    }

    /// Not every report has them, nor every area of one that does.
    void no_weaknesses(const AreaView& view) {
        constexpr auto kind = PartKind::weaknesses;
        const int others = times(survey_.siblings.having, kind);
        const bool seen = times(view.heads, kind) > 0;
        if (view.span == nullptr && others > 0)
            missing(kind, view.number, "the area's heading was not seen");
        else if (seen && !is_column(survey_, view, kind))
            missing(kind, view.number, "its head was seen, and nothing below it understood");
        else if (!seen && others >= kMostAreas && may_lack(survey_, view))
            missing(kind, view.number, fmt::format("{} other areas have them", others));
        else if (const auto fault = fault_of_span(survey_, view); others > 0 && !fault.empty())
            missing(kind, view.number, fault);
        else if (const auto word = painted_over(survey_.sight, view); others > 0 && !word.empty())
            missing(kind, view.number, fmt::format("\"{}\" is painted over in this area", word));
        else
            add(kind, view.number, PartState::not_in_report,
                seen ? "its column is empty" : "it has no head in this area");
    }

    void role_models(const AreaView& view) {
        const int others = times(survey_.siblings.having, PartKind::role_models);
        const auto fault = fault_of_span(survey_, view);
        if (view.area != nullptr && !view.area->role_models.empty())
            found(PartKind::role_models, view.number, fault);
        else if (view.span == nullptr && others > 0)
            missing(PartKind::role_models, view.number, "the area's heading was not seen");
        else if (others > 0 && !fault.empty())
            missing(PartKind::role_models, view.number, fault);
        else if (others >= kMostAreas)
            missing(PartKind::role_models, view.number, fmt::format("{} other areas have them", others));
        else
            add(PartKind::role_models, view.number, PartState::not_in_report, "the area names none");
    }

    void history() {
        const auto& columns = survey_.sight.record.history;
        auto sign = sign_of_history(survey_.sight);
        if (columns.empty() && sign.empty()) sign = page_lost_outside(survey_);
        if (columns.empty() && !sign.empty())
            missing(PartKind::history, 0, sign);
        else if (columns.empty())
            add(PartKind::history, 0, PartState::not_in_report, "nothing tells of earlier evaluations");
        else
            found(PartKind::history, 0, sign.empty() ? fault_of_history(survey_.sight) : sign);
    }

    void scorings() {
        for (auto& part : parts_of_scorings(survey_.sight))
            parts_.push_back(std::move(part));
    }

    void key_facts() {
        if (!survey_.sight.record.key_facts.empty())
            found(PartKind::key_facts, 0, fault_of_key_facts(survey_.sight));
        else if (announces_key_facts(survey_.sight))
            missing(PartKind::key_facts, 0,
                    "its head or its line in the contents was seen, and no table below it");
        else if (has_table_of_facts(survey_.sight))
            missing(PartKind::key_facts, 0,
                    "a table of labels and figures stands outside the areas, and nothing heads it");
        else if (auto lost = page_lost_outside(survey_); !lost.empty())
            missing(PartKind::key_facts, 0, std::move(lost));
        else
            add(PartKind::key_facts, 0, PartState::not_in_report, "nothing tells of them");
    }

    void identity() {
        const auto& record = survey_.sight.record;
        if (record.municipality.empty())
            missing(PartKind::identity, 0, "no municipality was found; name it by hand");
        else
            found(PartKind::identity, 0, record.year ? "" : "the year of the evaluation was not found");
    }

    void pages() {
        std::set<int> told;
        for (const auto& fault : survey_.pages) {
            if (!told.insert(fault.printed).second) continue;
            const auto state =
                fault.kind == PageFault::Kind::missing ? PartState::missing : PartState::damaged;
            parts_.push_back({PartKind::page, std::nullopt, fault.printed, state, fault.why});
        }
    }

    const Survey survey_;
    std::vector<Part> parts_;
};

} // namespace

std::vector<Part> parts(const Sight& sight, const std::vector<AreaView>& areas,
                        const std::vector<PageFault>& pages) {
    return Listing(survey_of(sight, areas, pages)).all();
}

} // namespace kompass::account
