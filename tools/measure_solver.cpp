// Measures the solver: generates areas, misreads them as OCR does, settles them and compares with the truth.
//
// usage: measure_solver RULES_DIR [AREAS]
//
// Prints the tables of docs/audit.md. tools/measure-solver builds and runs it.

#include "audit/settlement.h"
#include "model/figures.h"
#include "rules/digit_misreadings.h"
#include "tests/audit/generated_areas.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;

namespace {

struct Counts {
    int figures = 0, misread = 0;
    int repaired = 0;        ///< misread, and given back what is printed
    int listed = 0;          ///< misread, doubtful, what is printed among the candidates
    int doubtful = 0;        ///< misread, doubtful, what is printed not among them
    int untouched = 0;       ///< misread, and taken as read: within rounding
    int needless_doubt = 0;  ///< read rightly, and doubtful
    int wrongly_changed = 0; ///< given a value that is not printed
    double milliseconds = 0, slowest = 0;
};

bool lists(const Figure& figure, int value) {
    const auto found = figure.candidates->find(figure.field);
    return found != figure.candidates->end() &&
           std::find(found->second.begin(), found->second.end(), value) != found->second.end();
}

void count(const Figure& settled, int truth, int read, Counts& counts) {
    ++counts.figures;
    const bool doubtful = settled.is_doubtful();
    const int value = settled.value->value_or(-1);
    if (value != read && value != truth) ++counts.wrongly_changed;
    if (read == truth) {
        if (doubtful) ++counts.needless_doubt;
        return;
    }
    ++counts.misread;
    if (doubtful)
        ++(lists(settled, truth) ? counts.listed : counts.doubtful);
    else if (value == truth)
        ++counts.repaired;
    else if (value == read)
        ++counts.untouched;
}

Counts measure(double rate, int areas, const rules::DigitMisreadings& misreadings) {
    using Clock = std::chrono::steady_clock;
    sample::Random random(2017);
    const sample::Misreader misreader(misreadings);
    const auto evidence = sample::sure_evidence();
    Counts counts;
    for (int i = 0; i < areas; ++i) {
        auto printed = sample::published_record(random);
        auto read = printed;
        misreader.misread(read, rate, random);
        auto settled = read;
        const auto start = Clock::now();
        settle(settled, evidence, misreadings, nullptr);
        const double time = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        counts.milliseconds += time;
        counts.slowest = std::max(counts.slowest, time);
        const auto truth = figures(printed);
        const auto before = figures(read);
        const auto after = figures(settled);
        for (std::size_t f = 0; f < truth.size(); ++f)
            count(after[f], **truth[f].value, **before[f].value, counts);
    }
    counts.milliseconds /= areas;
    return counts;
}

std::string share(int part, int whole) {
    return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * part / whole);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) {
        fmt::print(stderr, "usage: measure_solver RULES_DIR [AREAS]\n");
        return EXIT_FAILURE;
    }
    const int areas = arguments.size() > 1 ? std::stoi(arguments[1]) : 10'000;
    const auto misreadings = rules::DigitMisreadings::load(arguments[0] + "/digits.toml");
    fmt::print(
        "| digits misread | figures | misread | repaired rightly | doubtful, truth listed | doubtful, not "
        "listed | untouched | read rightly, yet doubtful | given a wrong value | time an area, slowest |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n");
    for (const double rate : {0.001, 0.01, 0.05}) {
        const auto counts = measure(rate, areas, misreadings);
        fmt::print(
            "| {} % | {} | {} | {} | {} | {} | {} | {} | {} ({:.2f} in 10,000) | {:.2f} ms, {:.0f} ms |\n",
            rate * 100, counts.figures, counts.misread, share(counts.repaired, counts.misread),
            share(counts.listed, counts.misread), share(counts.doubtful, counts.misread),
            share(counts.untouched, counts.misread),
            share(counts.needless_doubt, counts.figures - counts.misread), counts.wrongly_changed,
            1e4 * counts.wrongly_changed / counts.figures, counts.milliseconds, counts.slowest);
    }
    return EXIT_SUCCESS;
}
