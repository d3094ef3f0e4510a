#include "pipeline/understanding_task.h"

#include "pipeline/understanding_wire.h"
#include "repair/lexicon.h"
#include "rules/rules_error.h"

#include <memory>
#include <stdexcept>
#include <utility>

namespace kompass::pipeline {
namespace {

struct Known {
    explicit Known(const KnowledgeSources& sources)
        : knowledge(load_knowledge(sources)), repairer(make_repairer(sources)) {}

    rules::Knowledge knowledge;
    repair::Repairer repairer;
};

/// What a file's own errors do not tell (a folder without permission) ends the run as well.
std::shared_ptr<Known> loaded(const KnowledgeSources& sources) {
    try {
        return std::make_shared<Known>(sources);
    } catch (const std::runtime_error& error) {
        throw read::TaskRefusal(error.what());
    }
}

std::string answer(UnderstandingRequest request, Known& known) {
    auto understanding = understand(std::move(request.document), known.knowledge, known.repairer);
    if (request.record_only) {
        understanding.mended = {};
        understanding.blocks = {};
    }
    return encoded_understanding(understanding);
}

} // namespace

read::Task understanding_task(KnowledgeSources sources) {
    return [sources = std::move(sources), known = std::shared_ptr<Known>()](std::string_view task) mutable {
        try {
            if (!known) known = loaded(sources);
            return answer(decoded_request(task), *known);
        } catch (const rules::RulesError& error) {
            throw read::TaskRefusal(error.what());
        } catch (const repair::LexiconError& error) {
            throw read::TaskRefusal(error.what());
        }
    };
}

} // namespace kompass::pipeline
