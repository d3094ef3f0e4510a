// kompass cache: what OCR read and keeps.
#include "cli/commands.h"

#include "cli/text.h"
#include "read/ocr_cache.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

struct CacheOptions {
    int prune = 0; ///< days; 0: not wanted
    bool clear = false;
};

std::string in_words(const read::OcrCache::Size& size) {
    return fmt::format("{}, {:.1f} MiB", counted(size.entries, "page"),
                       static_cast<double>(size.bytes) / (1 << 20));
}

ExitCode tend_cache(const CacheOptions& options, const Context& context) {
    const auto folder = read::OcrCache::usual_folder();
    if (folder.empty()) {
        context.talk.error("there is no cache: neither KOMPASS_CACHE nor XDG_CACHE_HOME nor HOME is set");
        return ExitCode::nothing_done;
    }
    const read::OcrCache cache(folder);
    if (options.clear || options.prune > 0) {
        const auto age = options.clear ? std::chrono::hours(0) : std::chrono::hours(24) * options.prune;
        context.out.print("removed: {}\n", in_words(cache.prune(age)));
    }
    context.out.print("{}: {}\n", folder.string(), in_words(cache.size()));
    return ExitCode::all_well;
}

} // namespace

Command cache_command() {
    const auto options = std::make_shared<CacheOptions>();
    return {
        .name = "cache",
        .summary = "what OCR read and keeps: how much it is; prune, clear",
        .details = "Pages read by OCR are kept by the hash of their source and the engine's fingerprint, so "
                   "that they are\n"
                   "read once. They lie in $KOMPASS_CACHE, else $XDG_CACHE_HOME/kompass, else "
                   "~/.cache/kompass, and may be\n"
                   "removed at any time.",
        .example = "  kompass cache\n  kompass cache --prune 90",
        .options = {{.names = "--prune",
                     .value = "DAYS",
                     .help = "remove the pages that were not asked for in so many days",
                     .target = &options->prune},
                    {.names = "--clear", .value = "", .help = "remove all pages", .target = &options->clear}},
        .run = [options](const Context& context) { return tend_cache(*options, context); }};
}

} // namespace kompass::cli
