#include "enquiry/decisions_made.h"

#include "archive/decisions.h"

#include <map>
#include <optional>

namespace kompass::enquiry {

std::vector<DecisionMade> decisions_made(const archive::Connection& connection) {
    std::map<std::string, std::string> evaluations;
    connection.each("SELECT evaluation, document FROM documents", {}, [&](const archive::Row& row) {
        evaluations[row.text("document")] = row.text("evaluation");
    });
    std::vector<DecisionMade> made;
    for (auto& decision : archive::list_decisions(connection, std::nullopt)) {
        const auto found = evaluations.find(decision.sha256);
        made.push_back({found == evaluations.end() ? "" : found->second, std::move(decision)});
    }
    return made;
}

} // namespace kompass::enquiry
