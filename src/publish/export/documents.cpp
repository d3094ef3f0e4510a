#include "publish/export/documents.h"

#include "enquiry/sources.h"
#include "read/file_bytes.h"
#include "read/sha256.h"
#include "text/file_name.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>
#include <string>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_ending = 5; ///< ".jpeg"

/// Of plain letters, for what a file is called else is of one machine.
std::string ending_of(const fs::path& file) {
    auto ending = file.extension().string();
    const bool is_plain = ending.size() > 1 && ending.size() <= longest_ending &&
                          std::all_of(ending.begin() + 1, ending.end(),
                                      [](unsigned char sign) { return std::isalnum(sign) != 0; });
    if (!is_plain) return "";
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    return ending;
}

/// True if it was still in one of its places.
bool write_document(const enquiry::TakenSource& source, ExportFolder& folder) {
    for (const auto& path : source.paths) {
        const fs::path file = text::file_name_bytes(path);
        const auto read = read::read_file(file);
        if (!read.error.empty() || read::sha256_hex(read.bytes) != source.sha256) continue;
        folder.write("documents/" + source.sha256 + ending_of(file), read.bytes);
        return true;
    }
    return false;
}

} // namespace

std::size_t write_documents(const archive::Archive& archive, ExportFolder& folder) {
    folder.open_subfolder("documents");
    std::size_t lacking = 0;
    for (const auto& source : archive.consult(enquiry::taken_sources))
        if (!write_document(source, folder)) ++lacking;
    return lacking;
}

} // namespace kompass::publish
