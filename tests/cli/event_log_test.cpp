// Events are whole JSON lines, appended; what cannot be written is told and stops nothing.
#include "cli/event_log.h"
#include "tests/read/temp_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <system_error>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::cli;

std::vector<nlohmann::json> lines_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<nlohmann::json> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(nlohmann::json::parse(line));
    return lines;
}

} // namespace

TEST_SUITE("cli") {

    TEST_CASE("an event has every key, and null for what does not apply") {
        const read::tests::TempFolder folder;
        const auto file = folder.path() / "log.jsonl";
        {
            EventLog log(file.string());
            log.write({.stage = "run", .code = "run-begun", .message = "kompass \"x\"\n\xff"});
        }
        EventLog log(file.string());
        log.belongs_to(7);
        log.write(event_of({Severity::warning, "page-damaged", "look", "a.pdf", Place{3, std::nullopt}, ""},
                           "reports/a.pdf", "read"));
        const auto lines = lines_of(file);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].at("run").is_null());
        CHECK(lines[0].at("file").is_null());
        CHECK(lines[0].at("page").is_null());
        CHECK(lines[0].at("message") == "kompass \"x\"\n\xEF\xBF\xBD");
        CHECK(lines[1].at("run") == 7);
        CHECK(lines[1].at("file") == "reports/a.pdf");
        CHECK(lines[1].at("page") == 3);
        CHECK(lines[1].at("stage") == "read");
        CHECK(lines[1].at("severity") == "warning");
        CHECK(lines[1].at("code") == "page-damaged");
        CHECK(lines[1].at("time").get<std::string>().size() ==
              std::string("2021-03-01T12:00:00.000Z").size());
        CHECK(log.fault().empty());
    }

    TEST_CASE("a log is not appended to a file that is none") {
        const read::tests::TempFolder folder;
        const auto report = folder.path() / "report.pdf";
        std::ofstream(report) << "%PDF-1.7";
        CHECK_THROWS_AS(EventLog(report.string()), std::runtime_error);
        CHECK(std::filesystem::file_size(report) == 8);
        const auto empty = folder.path() / "empty";
        std::ofstream(empty) << "";
        CHECK_NOTHROW(EventLog(empty.string()));
    }

    TEST_CASE("a log that cannot be opened is an error at once, one that fills up later is told") {
        CHECK_THROWS_AS(EventLog("/nowhere/log.jsonl"), std::system_error);
        EventLog full("/dev/full");
        full.write({.stage = "run", .code = "run-begun", .message = ""});
        CHECK(full.fault().find("/dev/full") != std::string::npos);
        EventLog none("");
        none.write({.stage = "run", .code = "run-begun", .message = ""});
        CHECK(none.fault().empty());
    }

} // TEST_SUITE
