#include "cli/pipeline.h"

#include "extractors/extract.h"
#include "read/reader_pool.h"

#include <algorithm>
#include <thread>

namespace kompass::cli {
namespace {

int jobs_for(const Settings& settings, std::size_t files) {
    const auto wanted = settings.jobs > 0 ? static_cast<std::size_t>(settings.jobs)
                                          : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
    return static_cast<int>(std::clamp<std::size_t>(files, 1, wanted));
}

} // namespace

rules::Knowledge load_knowledge(const Settings& settings) {
    auto knowledge = rules::Knowledge::load(rules::find_rules(settings.rules));
    for (const auto& csv : settings.municipalities)
        knowledge.municipalities.add(csv);
    return knowledge;
}

void extract_all(const std::vector<std::filesystem::path>& files, const rules::Knowledge& knowledge,
                 const Settings& settings, const OnRecord& on_record, const OnPage& on_page) {
    read::PoolOptions options;
    options.worker_command = {std::filesystem::read_symlink("/proc/self/exe").string(), "worker"};
    options.jobs = jobs_for(settings, files.size());
    options.max_pages = settings.max_pages;
    auto file = files.begin();
    read::read_all(
        files, options, [&](const Document& document) { on_record(*file++, extract(document, knowledge)); },
        on_page);
}

} // namespace kompass::cli
