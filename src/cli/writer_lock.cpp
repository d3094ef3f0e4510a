#include "cli/writer_lock.h"

#include "archive/existing_file.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>
#include <utility>

namespace kompass::cli {

archive::WriterLock wait_for_lock(const std::string& archive, const Context& context) {
    constexpr auto between_tries = std::chrono::milliseconds(100);
    bool told = false;
    for (;;) {
        if (auto lock = archive::WriterLock::try_take(archive, context.command_line)) return std::move(*lock);
        if (!told)
            context.talk.remark(fmt::format("another run writes {} ({}); waiting for it to end", archive,
                                            archive::WriterLock::holder(archive)));
        told = true;
        std::this_thread::sleep_for(between_tries);
    }
}

archive::Archive open_to_change(const std::string& archive, const Context& context) {
    archive::require_there(archive);
    return archive::Archive::open_for_writing(wait_for_lock(archive, context));
}

} // namespace kompass::cli
