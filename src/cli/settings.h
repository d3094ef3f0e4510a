// What the options that every command takes are set to. Plain values.
#pragma once

#include "pipeline/sources.h"

#include <string>
#include <vector>

namespace kompass::cli {

struct Settings {
    std::string rules;                       ///< directory; empty: see rules::find_rules
    std::vector<std::string> municipalities; ///< further registers (CSV)
    int jobs = 0;                            ///< worker processes; 0: one a core
    int max_pages = 2000;                    ///< of a document
    bool no_cache = false;                   ///< read scanned pages anew and keep nothing
    bool no_pager = false;                   ///< see terminal/pager.h
    std::string lang;                        ///< a name of text::Language
    bool quiet = false;                      ///< no progress and no remarks; errors still show
};

[[nodiscard]] inline pipeline::KnowledgeSources knowledge_sources(const Settings& settings) {
    return {settings.rules, settings.municipalities};
}

[[nodiscard]] inline pipeline::Options pipeline_options(const Settings& settings) {
    return {.knowledge = knowledge_sources(settings),
            .jobs = settings.jobs,
            .max_pages = settings.max_pages,
            .keep_pages = !settings.no_cache};
}

} // namespace kompass::cli
