// kompass cache: what OCR read and keeps.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/open_archive.h"
#include "read/kept/ocr_cache.h"
#include "text/language.h"

#include <memory>

namespace kompass::cli {
namespace {

struct CacheOptions {
    std::string archive; ///< empty: the folder
    int prune = 0;       ///< days; 0: not wanted
    bool clear = false;
};

std::string in_words(const read::KeptSize& size) {
    return text::tr("{}, {} MiB", text::counted(size.entries, "page"),
                    text::number(static_cast<double>(size.bytes) / (1 << 20), 1));
}

ExitCode tend(read::OcrStore& store, const std::string& name, const CacheOptions& options, Output& out) {
    if (options.clear || options.prune > 0) {
        const auto age = options.clear ? std::chrono::hours(0) : std::chrono::hours(24) * options.prune;
        out.print("removed: {}\n", in_words(store.prune(age)));
    }
    out.print("{}: {}\n", name, in_words(store.size()));
    return ExitCode::all_well;
}

ExitCode tend_archive(const CacheOptions& options, const Context& context) {
    auto archive = open_to_read(options.archive, context); // it must be there
    if (options.clear || options.prune > 0)
        archive = archive::Archive::open_for_writing(wait_for_lock(options.archive, context));
    return tend(archive.ocr_pages(), options.archive, options, context.out);
}

ExitCode tend_folder(const CacheOptions& options, const Context& context) {
    const auto folder = read::OcrCache::usual_folder();
    if (folder.empty()) {
        context.talk.error(
            text::tr("there is no cache: neither KOMPASS_CACHE nor XDG_CACHE_HOME nor HOME is set"));
        return ExitCode::nothing_done;
    }
    read::OcrCache cache(folder);
    return tend(cache, folder.string(), options, context.out);
}

} // namespace

Command cache_command() {
    const auto options = std::make_shared<CacheOptions>();
    return {
        .name = "cache",
        .summary = "what OCR read and keeps: how much it is; prune, clear",
        .details =
            "Pages read by OCR are kept by the hash of their source and the engine's fingerprint, so that "
            "they are read once. They lie in $KOMPASS_CACHE, else $XDG_CACHE_HOME/kompass, else "
            "~/.cache/kompass, and may be removed at any time. `kompass ingest` keeps them in the archive as "
            "well; what is removed there touches no report, and its room goes back to the disk.",
        .example = "  kompass cache\n  kompass cache --prune 90\n  kompass cache --archive arkiv.db",
        .options = {{.names = "--archive",
                     .value = "FILE",
                     .help = "tend the pages kept in this archive, not those in the folder",
                     .target = &options->archive},
                    {.names = "--prune",
                     .value = "DAYS",
                     .help = "remove the pages that were not asked for in so many days",
                     .target = &options->prune},
                    {.names = "--clear", .value = "", .help = "remove all pages", .target = &options->clear}},
        .run = [options](const Context& context) {
            return options->archive.empty() ? tend_folder(*options, context)
                                            : tend_archive(*options, context);
        }};
}

} // namespace kompass::cli
