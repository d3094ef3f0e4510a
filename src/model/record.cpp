#include "model/record.h"

#include <stdexcept>

namespace kompass {

const char* name_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::exact:
        return "exact";
    case Verdict::rounding:
        return "rounding";
    case Verdict::inconsistent:
        return "inconsistent";
    }
    return "inconsistent";
}

const char* name_of(CheckKind kind) {
    switch (kind) {
    case CheckKind::row:
        return "row";
    case CheckKind::sum:
        return "sum";
    case CheckKind::maxima:
        return "maxima";
    case CheckKind::hundred:
        return "hundred";
    case CheckKind::box:
        return "box";
    case CheckKind::history_sum:
        return "history_sum";
    case CheckKind::history_year:
        return "history_year";
    }
    return "row";
}

Verdict verdict_from(const std::string& name) {
    for (auto verdict : {Verdict::exact, Verdict::rounding, Verdict::inconsistent})
        if (name == name_of(verdict)) return verdict;
    throw std::invalid_argument("unknown verdict '" + name + "'");
}

CheckKind check_kind_from(const std::string& name) {
    for (auto kind : {CheckKind::row, CheckKind::sum, CheckKind::maxima, CheckKind::hundred, CheckKind::box,
                      CheckKind::history_sum, CheckKind::history_year})
        if (name == name_of(kind)) return kind;
    throw std::invalid_argument("unknown check '" + name + "'");
}

} // namespace kompass
