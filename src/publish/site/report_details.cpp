#include "publish/site/report_details.h"

#include "archive/evaluation/evaluations.h"

namespace kompass::publish::site {

ReportDetails report_details(const archive::Connection& connection, const EvaluationRows& rows,
                             const enquiry::ReportIdentity& report) {
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
    return details;
}

} // namespace kompass::publish::site
