#include "publish/export/zip_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <fmt/format.h>

#include <stdexcept>

namespace kompass::publish {

struct ZipFile::State {
    std::string file;
    struct archive* archive = nullptr;

    [[noreturn]] void fail() const {
        const auto* why = archive_error_string(archive);
        throw std::runtime_error(
            fmt::format("cannot write {}: {}", file, why == nullptr ? "no memory is left" : why));
    }
    void require(la_ssize_t code) const {
        if (code < ARCHIVE_OK) fail();
    }
    void begin(const std::string& name, unsigned kind, std::size_t size) const {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                                  archive_entry_free);
        archive_entry_set_pathname_utf8(entry.get(), name.c_str());
        archive_entry_set_filetype(entry.get(), kind);
        archive_entry_set_perm(entry.get(), kind == AE_IFDIR ? 0755 : 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        require(archive_write_header(archive, entry.get()));
    }
};

ZipFile::ZipFile(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
    state_->file = file.string();
    state_->archive = archive_write_new();
    if (state_->archive == nullptr) throw std::runtime_error("cannot write " + state_->file);
    state_->require(archive_write_set_format_zip(state_->archive));
    state_->require(archive_write_set_options(state_->archive, "zip:compression=deflate,hdrcharset=UTF-8"));
    state_->require(archive_write_open_filename(state_->archive, state_->file.c_str()));
}

ZipFile::~ZipFile() {
    if (state_->archive != nullptr) archive_write_free(state_->archive);
}

void ZipFile::add(const std::string& name, std::string_view content) {
    state_->begin(name, AE_IFREG, content.size());
    const auto written = archive_write_data(state_->archive, content.data(), content.size());
    if (written != static_cast<la_ssize_t>(content.size())) state_->fail();
    state_->require(archive_write_finish_entry(state_->archive));
}

void ZipFile::add_folder(const std::string& name) {
    state_->begin(name, AE_IFDIR, 0);
    state_->require(archive_write_finish_entry(state_->archive));
}

void ZipFile::finish() {
    state_->require(archive_write_close(state_->archive));
}

} // namespace kompass::publish
