// Damages born-digital reports one thing at a time and counts the parts that are lost without a word: see
// tools/measure-losses.
#include "model/record_facts.h"
#include "pipeline/knowledge_sources.h"
#include "pipeline/understand.h"
#include "read/reader.h"
#include "tests/support/damage.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

using namespace kompass;

/// Prints what is lost of one report; gives the number of damages that lose something in silence.
std::size_t measure(const std::string& file, const rules::Knowledge& knowledge, repair::Repairer& repairer) {
    const auto whole = pipeline::understand(read::read_document(file, {}), knowledge, repairer);
    if (failed(whole.record)) {
        fmt::print(stderr, "{}: could not be taken\n", file);
        return 0;
    }
    const auto damages = testing::damages(whole.mended, whole.blocks);
    std::size_t silent = 0;
    for (const auto& damage : damages) {
        const auto damaged = pipeline::understand(damage.document, knowledge, repairer);
        const auto losses = testing::silent_losses(whole.record, damaged.record);
        if (losses.empty()) continue;
        ++silent;
        fmt::print("  {}:", damage.name);
        for (const auto& loss : losses)
            fmt::print(" {};", loss);
        fmt::print("\n");
    }
    fmt::print("{}: {} damages, {} silent\n", file, damages.size(), silent);
    return silent;
}

} // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        if (arguments.size() < 3) {
            fmt::print(stderr, "usage: measure_losses RULES MUNICIPALITIES.csv REPORT...\n");
            return 1;
        }
        const pipeline::KnowledgeSources sources{arguments[0], {arguments[1]}};
        const auto knowledge = pipeline::load_knowledge(sources);
        auto repairer = pipeline::make_repairer(sources);
        std::size_t silent = 0;
        for (std::size_t i = 2; i < arguments.size(); ++i)
            silent += measure(arguments[i], knowledge, repairer);
        return silent == 0 ? 0 : 3;
    } catch (const std::exception& error) {
        fmt::print(stderr, "measure_losses: {}\n", error.what());
        return 2;
    }
}
