#include "cli/reading.h"

#include "read/kept/ocr_cache.h"
#include "read/work/reader_pool.h"

#include <algorithm>
#include <optional>
#include <thread>

namespace kompass::cli {
namespace {

int jobs_for(const Settings& settings) {
    if (settings.jobs > 0) return settings.jobs;
    return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

/// The folder where pages are kept; none if it is not wanted, or if there is no home for it.
std::optional<read::OcrCache> cache_for(const Settings& settings) {
    const auto folder = read::OcrCache::usual_folder();
    if (settings.no_cache || folder.empty()) return std::nullopt;
    return read::OcrCache(folder);
}

} // namespace

void read_sources(const std::vector<std::filesystem::path>& files, const Context& context, const Ocr& ocr,
                  const OnSource& on_source, const OnPage& on_page) {
    auto cache = cache_for(context.settings);
    read::PoolOptions options;
    options.worker_command = {std::filesystem::read_symlink("/proc/self/exe").string(), "worker"};
    options.jobs = jobs_for(context.settings);
    options.max_pages = context.settings.max_pages;
    options.ocr = !ocr.only_kept;
    if (ocr.archive != nullptr && !context.settings.no_cache) options.kept_in.push_back(ocr.archive);
    if (cache) options.kept_in.push_back(&*cache);
    auto file = files.begin();
    read::read_all(
        files, options, [&](const Document& document) { on_source(*file++, document); }, on_page);
    for (const auto* store : options.kept_in)
        if (const auto fault = store->fault(); !fault.empty()) context.talk.remark(fault);
}

bool tell_troubles(const Document& document, Talk& talk) {
    bool readable = true;
    for (const auto& trouble : document.troubles) {
        if (trouble.severity == Severity::error) {
            talk.error(describe(trouble));
            readable = false;
        } else if (trouble.severity == Severity::warning) {
            talk.remark(describe(trouble));
        }
    }
    return readable;
}

} // namespace kompass::cli
