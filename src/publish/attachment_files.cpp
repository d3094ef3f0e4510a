#include "publish/attachment_files.h"

#include "read/file_bytes.h"
#include "read/unfinished_file.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <system_error>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

/// False if something is there already.
bool is_moved(read::UnfinishedFile& file) {
    try {
        file.move_to_free_place();
        return true;
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::file_exists) return false;
        throw;
    }
}

bool holds(const fs::path& file, const std::string& bytes) {
    std::error_code error;
    return fs::is_regular_file(file, error) && fs::file_size(file, error) == bytes.size() &&
           read::read_file(file).bytes == bytes;
}

fs::path numbered(const std::string& stem, int number) {
    return number == 1 ? stem + ".pdf" : fmt::format("{}-{}.pdf", stem, number);
}

} // namespace

fs::path save_attachment(const read::Attachment& attachment, const fs::path& folder) {
    const auto stem = fs::path(text::new_file_name(attachment.name, ".pdf")).stem().string();
    try {
        fs::create_directories(folder);
        for (int number = 1;; ++number) {
            auto place = folder / numbered(stem, number);
            if (holds(place, attachment.bytes)) return place;
            if (fs::exists(fs::symlink_status(place))) continue;
            read::UnfinishedFile file(place);
            file.write(attachment.bytes);
            file.sync();
            if (is_moved(file)) return place;
        }
    } catch (const std::system_error& error) { // of folders and files, and of streams
        throw std::runtime_error(
            fmt::format("cannot be saved in {}: {}; check the folder's rights and the disk's free space",
                        text::file_name_text(folder.string()), error.code().message()));
    }
}

} // namespace kompass::publish
