#include "enquiry/similarity.h"

#include "model/instrument.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace kompass::enquiry {

namespace {

struct Profile {
    ReportName report;
    std::array<std::optional<double>, area_count> shares; ///< per cent
    std::array<std::optional<State>, area_count> states;  ///< of points and maximum

    [[nodiscard]] bool is_whole() const {
        return std::all_of(shares.begin(), shares.end(), [](const auto& share) { return share.has_value(); });
    }
};

/// All profiles of the edition of `report`, by report.
std::map<std::int64_t, Profile> profiles_beside(const archive::Connection& connection, std::int64_t report) {
    std::map<std::int64_t, Profile> profiles;
    connection.each("SELECT evaluation, report, municipality, year, edition, area, 100.0 * points / max AS "
                    "share, points_state, "
                    "max_state FROM area_totals "
                    "WHERE edition = (SELECT edition FROM evaluation WHERE report_id = ?)",
                    {report}, [&](const archive::Row& row) {
                        auto& profile = profiles[row.id("report")];
                        profile.report = report_name_of(row);
                        const auto at = static_cast<std::size_t>(row.integer("area")) - 1;
                        profile.shares.at(at) = row.optional_real("share");
                        profile.states.at(at) =
                            archive::foremost({archive::state_from(row.text("points_state")),
                                               archive::state_from(row.text("max_state"))});
                    });
    return profiles;
}

Likeness compared(const Profile& own, const Profile& other) {
    Likeness likeness{.report = other.report};
    double squares = 0;
    for (std::size_t i = 0; i < area_count; ++i) {
        const double difference = other.shares.at(i).value() - own.shares.at(i).value();
        likeness.differences.at(i) = static_cast<int>(std::lround(difference));
        likeness.states.at(i) = archive::foremost({own.states.at(i), other.states.at(i)});
        squares += difference * difference;
    }
    likeness.distance = std::sqrt(squares / area_count);
    return likeness;
}

} // namespace

std::optional<State> Likeness::state() const {
    return *std::max_element(states.begin(), states.end()); // none is less than any
}

std::vector<Likeness> similar_reports(const archive::Connection& connection, std::int64_t report) {
    const auto profiles = profiles_beside(connection, report);
    const auto own = profiles.find(report);
    if (own == profiles.end() || !own->second.is_whole()) return {};
    std::vector<Likeness> others;
    for (const auto& [id, profile] : profiles)
        if (id != report && profile.is_whole()) others.push_back(compared(own->second, profile));
    std::sort(others.begin(), others.end(), [](const Likeness& a, const Likeness& b) {
        return std::tie(a.distance, a.report.key) < std::tie(b.distance, b.report.key);
    });
    return others;
}

} // namespace kompass::enquiry
