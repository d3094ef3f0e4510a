#include "archive/upgrade/upgrade.h"

#include "archive/backup.h"
#include "archive/connection.h"
#include "archive/upgrade/migrations.h"
#include "read/stop.h"

#include <fmt/format.h>

#include <utility>

namespace kompass::archive {
namespace {

namespace fs = std::filesystem;

/// "arkiv-v13.db"; where that is taken by an upgrade that was killed, "arkiv-v13-2.db".
fs::path free_place_beside(const fs::path& archive, int version) {
    for (int number = 1;; ++number) {
        const auto name =
            fmt::format("{}-v{}{}{}", archive.stem().string(), version,
                        number == 1 ? "" : fmt::format("-{}", number), archive.extension().string());
        auto place = archive;
        place.replace_filename(name);
        if (!fs::exists(fs::symlink_status(place))) return place;
    }
}

} // namespace

Upgrade upgrade(WriterLock lock, const std::function<void(std::string_view)>& on_step) {
    const auto tell = [&](const std::string& step) {
        if (on_step) on_step(step);
    };
    const auto file = lock.archive();
    auto connection = Connection::writing(std::move(lock));
    require_readable(connection);
    Upgrade done{version_of(connection), newest_version(), {}, {}};
    if (done.from == done.to) return done;
    tell("copying the archive");
    done.kept = free_place_beside(file, done.from);
    back_up(file, done.kept);
    try {
        migrate(connection, [&](int version) {
            tell(fmt::format("version {} of {}: {}", version, done.to, change_of(version)));
            done.changes.emplace_back(change_of(version));
        });
    } catch (const read::Stopped&) { // the archive is as it was: its copy says nothing more
        fs::remove(done.kept);
        throw;
    }
    return done;
}

} // namespace kompass::archive
