#include "cli/sheets/manifest_intake.h"

#include "cli/sheets/given_file.h"
#include "text/language.h"
#include "text/retelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace kompass::cli {
namespace {

/// How many files of the run no line tells of.
std::size_t without_line(const std::vector<archive::PresentFile>& present, const archive::ToldOrigins& told) {
    std::set<std::string> hashes;
    for (const auto& one : told.origins)
        hashes.insert(one.sha256);
    return static_cast<std::size_t>(
        std::count_if(present.begin(), present.end(),
                      [&](const archive::PresentFile& file) { return !hashes.contains(file.sha256); }));
}

} // namespace

ManifestIntake::ManifestIntake(const std::string& file)
    : file_(file), manifest_(archive::parsed_manifest(content_of_file(file), file)) {}

ManifestOutcome ManifestIntake::take(const std::vector<archive::PresentFile>& present,
                                     archive::Archive& archive, EventLog& log, Talk& talk) const {
    const auto folder = std::filesystem::path(file_).parent_path();
    auto told = archive.consult([&](const archive::Connection& connection) {
        return archive::origins_told(manifest_, folder, present, connection);
    });
    auto faults = manifest_.faults;
    faults.insert(faults.end(), told.faults.begin(), told.faults.end());
    std::stable_sort(faults.begin(), faults.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    for (const auto& fault : faults) {
        talk.error(fmt::format("{}:{}: {}", file_, fault.line, text::retold(fault.what)));
        log.write({.file = file_,
                   .stage = "manifest",
                   .severity = Severity::warning,
                   .code = "manifest-line",
                   .message = fmt::format("{}:{}: {}", file_, fault.line, fault.what)});
    }
    std::vector<std::pair<std::string, FileOrigin>> origins;
    std::transform(told.origins.begin(), told.origins.end(), std::back_inserter(origins),
                   [](const archive::ToldOrigin& one) { return std::pair(one.sha256, one.origin); });
    const auto kept = archive.keep_origins(origins);
    const auto count = [&](archive::Keeping keeping) {
        return std::count(kept.begin(), kept.end(), keeping);
    };
    const auto summarize = [&] {
        auto summary =
            text::tr("{}: origins: {} added, {} changed, {} known", file_, count(archive::Keeping::added),
                     count(archive::Keeping::changed), count(archive::Keeping::known));
        if (!faults.empty()) summary += text::tr(", {} to mend", text::counted(faults.size(), "line"));
        if (const auto missing = without_line(present, told); missing > 0)
            summary += text::tr("; nothing is told of {}", text::counted(missing, "file"));
        return summary;
    };
    talk.remark(summarize());
    log.write({.file = file_,
               .stage = "manifest",
               .code = "manifest-taken",
               .message = text::in_english(summarize)});
    return {kept.size(), faults.size()};
}

} // namespace kompass::cli
