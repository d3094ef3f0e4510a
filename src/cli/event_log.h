// The events of a run as JSON lines: what became of each file, every trouble, for programs that watch.
//
// A line has the keys time (UTC, ISO 8601 with milliseconds), run (run.id), file, page, stage, severity, code
// and message; what does not apply is null. Lines are appended whole, one write each, so that several runs
// may share a file and a killed one leaves no half line behind another. One thread uses an EventLog.
#pragma once

#include "model/trouble.h"

#include <cstdint>
#include <optional>
#include <string>

namespace kompass::cli {

struct Event {
    std::string file = {};
    std::optional<int> page = std::nullopt;
    std::string stage = {}; ///< "run", "read", "extract", "audit" or "archive"
    Severity severity = Severity::note;
    std::string code = {}; ///< kebab-case
    std::string message = {};
};

class EventLog {
public:
    /// Appends to `file`; without a name nothing is written. Throws std::system_error if it cannot be opened,
    /// std::runtime_error if it is there and is no log.
    explicit EventLog(const std::string& file);
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;
    EventLog(EventLog&&) = delete;
    EventLog& operator=(EventLog&&) = delete;
    ~EventLog();

    void belongs_to(std::int64_t run) { run_ = run; }
    /// Never throws over what cannot be written: see `fault`.
    void write(const Event& event);
    /// Why events are missing; empty if none is.
    [[nodiscard]] const std::string& fault() const { return fault_; }

private:
    std::string file_;
    int descriptor_ = -1;
    std::optional<std::int64_t> run_;
    std::string fault_;
};

[[nodiscard]] Event event_of(const Trouble& trouble, const std::string& file, const std::string& stage);

} // namespace kompass::cli
