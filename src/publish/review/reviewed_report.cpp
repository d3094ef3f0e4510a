#include "publish/review/reviewed_report.h"

#include "text/language.h"

#include <fmt/format.h>

namespace kompass::publish {

ReviewCounts& ReviewCounts::operator+=(const ReviewCounts& other) {
    for (const auto number : {&ReviewCounts::doubtful, &ReviewCounts::inconsistent, &ReviewCounts::parts,
                              &ReviewCounts::missing, &ReviewCounts::unclaimed})
        this->*number += other.*number;
    return *this;
}

ReviewCounts count(const ReviewedReport& report) {
    ReviewCounts counts;
    for (const auto& topic : report.topics) {
        for (const auto& item : topic.items)
            ++(item.status == "inconsistent" ? counts.inconsistent : counts.doubtful);
        counts.parts += topic.parts.size();
        for (const auto& part : topic.parts)
            counts.missing += part.missing.size();
        counts.unclaimed += topic.unclaimed.empty() ? 0 : 1;
    }
    return counts;
}

std::string usual_grounds(const ReviewItem& item) {
    const auto page = item.places.empty() ? "" : text::tr(", page {}", item.places.back().page);
    return text::tr("seen in the source") + page;
}

} // namespace kompass::publish
