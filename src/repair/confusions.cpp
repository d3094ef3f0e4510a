#include "repair/confusions.h"

#include <utility>

namespace kompass::repair {

Confusions::Confusions(std::vector<Confusion> all) : all_(std::move(all)) {
    for (const auto& confusion : all_) {
        if (confusion.seen.empty())
            of_nothing_.push_back(confusion);
        else
            by_first_[confusion.seen.front()].push_back(confusion);
    }
}

const std::vector<Confusion>& Confusions::beginning_with(char32_t sign) const {
    static const std::vector<Confusion> none;
    const auto found = by_first_.find(sign);
    return found == by_first_.end() ? none : found->second;
}

} // namespace kompass::repair
