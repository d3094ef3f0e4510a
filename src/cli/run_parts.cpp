#include "cli/run_parts.h"

#include "read/file_bytes.h"
#include "read/ocr/ocr.h"
#include "read/pdf/poppler.h"
#include "read/sha256.h"
#include "rules/knowledge.h"
#include "text/unicode.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace kompass::cli {

namespace fs = std::filesystem;

std::string rules_checksum(const Settings& settings) {
    const auto folder = rules::find_rules(settings.rules);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string all;
    for (const auto& file : files)
        all += file.lexically_relative(folder).string() + ' ' +
               read::sha256_hex(read::read_file(file).bytes) + '\n';
    for (const auto& csv : settings.municipalities)
        all += read::sha256_hex(read::read_file(csv).bytes) + '\n';
    return read::sha256_hex(all);
}

archive::Parts run_parts(const Settings& settings) {
    return {{"ICU", unicode::icu_version()},
            {"Leptonica and Tesseract", read::ocr_library_versions()},
            {"OpenSSL", read::openssl_version()},
            {"Poppler", read::poppler_version()},
            {"rules", rules_checksum(settings)}};
}

} // namespace kompass::cli
