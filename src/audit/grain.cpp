#include "audit/grain.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace kompass::audit {
namespace {

/// How many figures of a kind are given in which grain.
class Count {
public:
    void add(const std::optional<Decimal>& figure) {
        if (!figure) return;
        ++all_;
        const auto grain = grain_of(*figure);
        if (grain == Grain::whole) return;
        ++finer_;
        finest_ = std::min(finest_, grain);
    }

    /// Where halves are given, about every other figure has one; a misread figure or two do not make a grain.
    [[nodiscard]] Grain grain() const {
        constexpr std::size_t fewest = 2;
        constexpr std::size_t a_fifth = 5;
        return finer_ >= fewest && a_fifth * finer_ >= all_ ? finest_ : Grain::whole;
    }

private:
    std::size_t all_ = 0, finer_ = 0;
    Grain finest_ = Grain::whole;
};

} // namespace

Grain grain_of(Decimal figure) {
    if (figure.is_whole()) return Grain::whole;
    return figure.tenths() % static_cast<int>(Grain::half) == 0 ? Grain::half : Grain::tenth;
}

Grains grains_of(const Record& record) {
    Count questions;
    Count areas;
    for (const auto& area : record.areas) {
        for (const auto& question : area.questions)
            questions.add(question.score.points);
        areas.add(area.total.points);
        areas.add(area.box_points);
    }
    return {questions.grain(), areas.grain()};
}

} // namespace kompass::audit
