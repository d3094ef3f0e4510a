// Records, definitions and folders for the archive's tests. All names, texts and figures are invented.
#pragma once

#include "archive/archive.h"
#include "archive/writer_lock.h"
#include "enquiry/former_reports.h"
#include "enquiry/reports.h"
#include "model/record.h"
#include "rules/edition.h"
#include "rules/municipality.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive::samples {

/// A folder of its own, gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// 64 hexadecimal digits that differ from number to number, in the first ones too.
[[nodiscard]] std::string hash(std::uint32_t number);

/// A report with something in every field: doubts, candidates, repairs, places of each kind, every verdict.
[[nodiscard]] Record rich_record();

/// A report with eight areas of one question each, and nothing else. Its points sum to 8 * `points`.
[[nodiscard]] Record plain_record(const std::string& municipality, const std::string& code, int year,
                                  int points);

/// Any record the archive can hold, the same for the same seed: lists empty or long, texts with every sort of
/// character, fields stated or not.
[[nodiscard]] Record random_record(std::uint32_t seed);

/// Edition 2016 with the first two areas.
[[nodiscard]] std::vector<rules::Edition> editions();
[[nodiscard]] std::vector<rules::Municipality> municipalities();

/// The archive's writer lock, waited for while another process holds it.
[[nodiscard]] WriterLock lock_of(const std::filesystem::path& file);
[[nodiscard]] Archive writable(const std::filesystem::path& file);
/// The same of one that an older kompass made, brought up to date.
[[nodiscard]] Archive upgraded(const std::filesystem::path& file);

/// What enquiry/ answers, by a shorter name.
[[nodiscard]] std::vector<enquiry::ReportSummary> reports(const Archive& archive);
[[nodiscard]] std::vector<FailedSource> failures(const Archive& archive);
[[nodiscard]] std::vector<enquiry::FormerReport> former_reports(const Archive& archive);
[[nodiscard]] std::vector<enquiry::ReportIdentity> find(const Archive& archive, std::string_view reference);
[[nodiscard]] std::vector<enquiry::Succession> successions(const Archive& archive, const std::string& sha256);
[[nodiscard]] std::vector<Correction> corrections(const Archive& archive);

} // namespace kompass::archive::samples
