#include "pipeline/understanding_job.h"

#include "pipeline/understanding_wire.h"
#include "rules/rules_error.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace kompass::pipeline {

UnderstandingJob::UnderstandingJob(const Document& document, bool record_only, const read::TimeLimits& limits,
                                   OnDone on_done)
    : document_(document), record_only_(record_only), limits_(limits), on_done_(std::move(on_done)) {}

read::Message UnderstandingJob::request() const {
    return read::TaskRequest{encoded_request(document_, record_only_)};
}

bool UnderstandingJob::accept(read::Message answer) {
    if (const auto* refused = std::get_if<read::TaskRefused>(&answer)) throw rules::RulesError(refused->why);
    const auto* done = std::get_if<read::TaskDone>(&answer);
    if (done == nullptr) throw read::WireError("an answer that is no understanding");
    understanding_ = decoded_understanding(done->outcome);
    if (understanding_.record.sha256 != document_.sha256)
        throw read::WireError("an answer about another document");
    return complete_ = true;
}

void UnderstandingJob::lose_worker(const read::Loss& loss) {
    if (loss.kind == read::Loss::Kind::crashed && !std::exchange(tried_again_, true)) return;
    refuse(fmt::format("understanding-{}", name_of(loss.kind)),
           fmt::format("the report could not be understood: {}", loss.what));
}

void UnderstandingJob::refuse(std::string code, std::string message) {
    understanding_ = not_understood(document_, std::move(code), std::move(message));
    complete_ = true;
}

void UnderstandingJob::run_out_of_time(const std::string& limit) {
    refuse("understanding-stalled", fmt::format("the report was not understood within {}", limit));
}

} // namespace kompass::pipeline
