#include "cli/open_archive.h"

#include "archive/existing_file.h"
#include "text/language.h"

#include <chrono>
#include <thread>
#include <utility>

namespace kompass::cli {

archive::Archive open_to_read(const std::string& archive, const Context& context) {
    auto opened = archive::Archive::open(archive);
    if (const auto version = opened.older_version())
        context.talk.remark(text::tr("{} is of an older kompass (schema version {}); it is read by way of a "
                                     "copy and stays as it is: kompass upgrade --archive {} brings it up to "
                                     "date",
                                     archive, *version, archive));
    return opened;
}

archive::WriterLock wait_for_lock(const std::string& archive, const Context& context) {
    constexpr auto between_tries = std::chrono::milliseconds(100);
    bool told = false;
    for (;;) {
        if (auto lock = archive::WriterLock::try_take(archive, context.command_line)) return std::move(*lock);
        if (!told)
            context.talk.remark(text::tr("another run writes {} ({}); waiting for it to end", archive,
                                         archive::WriterLock::holder(archive)));
        told = true;
        std::this_thread::sleep_for(between_tries);
    }
}

archive::Archive open_to_change(const std::string& archive, const Context& context) {
    archive::require_there(archive);
    return archive::Archive::open_for_writing(wait_for_lock(archive, context));
}

pipeline::KnowledgeSources knowledge_sources(const Settings& settings, const archive::Archive& archive) {
    auto sources = knowledge_sources(settings);
    sources.remembered = archive.own_municipalities();
    return sources;
}

} // namespace kompass::cli
