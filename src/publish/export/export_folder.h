// A folder into which an export is written, file by file.
//
// A file appears whole or not at all: it is written under another name and then renamed, in place of one of
// the same name. Other files in the folder are left alone, and so are the source of the export and a database
// that somebody uses, whatever their names: then the export is refused. Failures are std::runtime_error,
// naming the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::publish {

struct ExportedFile {
    std::string name;
    std::uintmax_t bytes = 0;
    std::string sha256; ///< empty where it was not computed
};

class ExportFolder {
public:
    /// Made if it is missing. Never written over: `source`, by whatever name, which the export is made from.
    ExportFolder(std::filesystem::path folder, std::filesystem::path source);

    void write(const std::string& name, std::string_view content);
    /// A folder in it for further files, whose names then begin with its own.
    void open_subfolder(const std::string& name) const;
    /// For content that is too large to be held.
    void stream(const std::string& name, const std::function<void(std::ostream&)>& fill);
    /// `make` creates the file under the name it is given.
    void make(const std::string& name, const std::function<void(const std::filesystem::path&)>& make);

    [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
    /// In the order they were written.
    [[nodiscard]] const std::vector<ExportedFile>& files() const { return files_; }

private:
    void require_replaceable(const std::filesystem::path& file) const;

    std::filesystem::path folder_, source_;
    std::vector<ExportedFile> files_;
};

} // namespace kompass::publish
