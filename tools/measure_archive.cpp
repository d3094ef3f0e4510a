// How fast large archives answer: prints a Markdown table. tools/bench archive builds and runs it.
//
// usage: measure_archive FOLDER     (an empty folder, for two archives of invented reports)
#include "archive/archive.h"
#include "enquiry/role_models.h"
#include "enquiry/search/search.h"
#include "enquiry/similarity.h"
#include "enquiry/standings.h"
#include "publish/site/site.h"
#include "tests/support/synthetic_archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <limits>
#include <string>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace kompass::enquiry;
using testing::ReportSize;

/// Of the processor, the least of some runs: what else the machine does is not asked.
template <typename Run>
double milliseconds(Run run) {
    constexpr int runs = 5;
    auto least = std::numeric_limits<std::clock_t>::max();
    for (int i = 0; i < runs; ++i) {
        const auto begun = std::clock();
        run();
        least = std::min(least, std::clock() - begun);
    }
    return 1000.0 * static_cast<double>(least) / CLOCKS_PER_SEC;
}

void row(const std::string& measure, double time, int aim) {
    fmt::print("| {} | {:.1f} ms | under {} ms |\n", measure, time, aim);
}

void measure_searches(const std::filesystem::path& file) {
    const auto connection = testing::synthetic_archive(file, 1000, ReportSize::full);
    for (const std::string words :
         {"medborgardialog", "mål*", "\"tydlig medborgardialog\"", "malplan", "kommunen"}) {
        SearchQuery query;
        query.words = words;
        SearchResult result;
        const auto time = milliseconds([&] { result = search(connection, query); });
        row(fmt::format("1,000 reports: search `{}`, {} passages", words, result.as_typed + result.folded),
            time,
            words == "kommunen" ? 1000 : 50); // it stands in every passage: the worst there is
    }
}

void measure_many(const std::filesystem::path& file) {
    const auto connection = testing::synthetic_archive(file, 10'000, ReportSize::slim);
    Ranking ranked;
    row("10,000 reports: rank by area", milliseconds([&] {
            ranked = ranking(connection, "2016", {3, ""});
        }),
        500);
    row("10,000 reports: rank by total", milliseconds([&] { ranked = ranking(connection, "2016", {}); }),
        1000);
    row("10,000 reports: similar ones", milliseconds([&] {
            static_cast<void>(similar_reports(connection, ranked.reports.front().report.id));
        }),
        1000);
    SearchQuery query;
    query.words = "kommunen";
    for (const auto& report : list_reports(connection))
        if (report.municipality == "Kommun 0007") query.evaluations.push_back(report.key);
    row("10,000 reports: search in one municipality",
        milliseconds([&] { static_cast<void>(search(connection, query)); }), 50);
    row("10,000 reports: open", milliseconds([&] { static_cast<void>(Archive::open(file)); }), 50);
}

/// Once: a site written again writes nothing.
void measure_site(const std::filesystem::path& folder) {
    const auto connection = testing::synthetic_archive(folder / "site.db", 240, ReportSize::full);
    for (const std::string what : {"the site", "the site again"}) {
        const auto begun = std::clock();
        publish::site::write_site(
            connection,
            {.folder = folder / "site", .sources = {}, .base_url = {}, .workers = {}, .on_report = {}});
        row("240 reports: " + what, 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC,
            60'000);
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: measure_archive FOLDER\n", stderr);
        return 1;
    }
    const std::filesystem::path folder = arguments[1];
    fmt::print("| measure | CPU | aim |\n|---|---|---|\n");
    measure_searches(folder / "full.db");
    measure_many(folder / "slim.db");
    measure_site(folder);
    return 0;
}
