#include "cli/event_log.h"

#include "text/language.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace kompass::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string now() {
    using namespace std::chrono;
    const auto time = system_clock::now();
    const auto milliseconds =
        duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count() % 1000;
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(system_clock::to_time_t(time)),
                       milliseconds);
}

/// A file that is neither empty nor begins as a log does: an archive, a report. Pipes and devices hold
/// nothing.
bool holds_something_else(int descriptor) {
    constexpr std::string_view first_key = R"({"time":)";
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return false;
    std::array<char, first_key.size()> start{};
    const auto read = ::pread(descriptor, start.data(), start.size(), 0);
    return read < 0 || std::string_view(start.data(), static_cast<std::size_t>(read)) != first_key;
}

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

} // namespace

EventLog::EventLog(const std::string& file) : file_(file) {
    if (file.empty()) return;
    descriptor_ = ::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0)
        throw std::system_error(errno, std::generic_category(), text::tr("cannot open the log ") + file);
    if (holds_something_else(descriptor_)) {
        ::close(descriptor_);
        throw std::runtime_error(
            file + text::tr(": there is a file already, and it is no log; name another for --log"));
    }
}

EventLog::~EventLog() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void EventLog::write(const Event& event) {
    if (descriptor_ < 0) return;
    const Json json{{"time", now()},
                    {"run", or_null(run_)},
                    {"file", event.file.empty() ? Json(nullptr) : Json(event.file)},
                    {"page", or_null(event.page)},
                    {"stage", event.stage},
                    {"severity", name_of(event.severity)},
                    {"code", event.code},
                    {"message", event.message}};
    const auto line = json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    const auto written = ::write(descriptor_, line.data(), line.size());
    if (written == static_cast<ssize_t>(line.size())) return;
    const auto reason = written < 0 ? std::generic_category().message(errno) : text::tr("no room");
    fault_ = text::tr("the log {} is not complete: {}", file_, reason);
}

Event event_of(const Trouble& trouble, const std::string& file, const std::string& stage) {
    return {.file = file,
            .page = trouble.place ? std::optional(trouble.place->page) : std::nullopt,
            .stage = stage,
            .severity = trouble.severity,
            .code = trouble.code,
            .message = trouble.message};
}

} // namespace kompass::cli
