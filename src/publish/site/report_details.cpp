#include "publish/site/report_details.h"

#include "archive/evaluation/evaluations.h"
#include "archive/others/copy_for_others.h"

namespace kompass::publish::site {

ReportDetails report_details(const archive::Connection& connection, const EvaluationRows& rows,
                             const enquiry::ReportIdentity& report, Deciders deciders) {
    using archive::State;
    ReportDetails details{.effective = archive::read_effective(connection, report.id),
                          .states = enquiry::cell_states(connection, report.id),
                          .notable = {},
                          .checks = enquiry::list_checks(connection, report.id, false),
                          .documents = rows.rows("documents", report.key)};
    for (auto& figure : enquiry::all_figures(connection, report)) {
        const auto state = archive::state_from(figure.status).value_or(State::sound);
        if (figure.effective || state != State::sound) ++details.figures[state];
        if (state != State::sound) details.notable.push_back(std::move(figure));
    }
    if (deciders == Deciders::unnamed) {
        const auto names = archive::names_for_others(connection);
        for (auto& ruling : details.effective.rulings)
            ruling.decision.author = names.at(ruling.decision.author);
        for (auto& figure : details.notable)
            if (!figure.author.empty()) figure.author = names.at(figure.author);
    }
    return details;
}

} // namespace kompass::publish::site
