#include "publish/report/pdf.h"

#include "read/file_bytes.h"
#include "read/work/process.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <vector>

#include <unistd.h>

namespace kompass::publish::report {
namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 120'000; // a slow machine starts it in ten seconds

class TemporaryFolder {
public:
    TemporaryFolder() {
        auto name = (fs::temp_directory_path() / "kompass-report-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::system_error(errno, std::generic_category(), "cannot make a folder in " + name);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    [[nodiscard]] fs::path file(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

/// Empty: there is none.
std::string chromium() {
    const char* path = std::getenv("PATH");
    for (const auto* name : {"chromium", "chromium-browser", "google-chrome"}) {
        std::istringstream folders(path == nullptr ? "" : path);
        for (std::string folder; std::getline(folders, folder, ':');)
            if (const auto file = fs::absolute(fs::path(folder) / name); ::access(file.c_str(), X_OK) == 0)
                return file.string();
    }
    return "";
}

std::vector<std::string> command_of(const std::string& program, const TemporaryFolder& folder) {
    std::vector<std::string> command{program,
                                     "--headless",
                                     "--disable-gpu",
                                     "--disable-dev-shm-usage",
                                     "--disable-background-networking",
                                     "--disable-component-update",
                                     "--disable-extensions",
                                     "--disable-sync",
                                     "--no-first-run",
                                     "--no-pdf-header-footer",
                                     "--user-data-dir=" + folder.file("profile").string(),
                                     "--print-to-pdf=" + folder.file("report.pdf").string()};
    if (::geteuid() == 0) command.emplace_back("--no-sandbox"); // root has none
    command.push_back("file://" + folder.file("report.html").string());
    return command;
}

} // namespace

bool can_print_pdf() {
    return !chromium().empty();
}

std::string pdf_of(const std::string& html) {
    const auto program = chromium();
    if (program.empty())
        throw std::runtime_error("a PDF is printed by Chromium, and there is none: install it "
                                 "(apt-get install chromium), or write an .html and print that");
    const TemporaryFolder folder;
    std::ofstream(folder.file("report.html"), std::ios::binary) << html;
    read::ChildProcess child(command_of(program, folder), 0);
    const auto status = child.end(patience_ms);
    auto printed = read::read_file(folder.file("report.pdf"));
    if (status.signal == 0 && status.code == 0 && printed.error.empty() && printed.bytes.starts_with("%PDF-"))
        return std::move(printed.bytes);
    const auto said = std::string(text::trimmed(child.last_words()));
    throw std::runtime_error(
        fmt::format("{} printed no PDF: {}{}", program,
                    status.signal == 0 && status.code == 0 ? "it made no file" : status.describe(),
                    said.empty() ? "" : "\n" + said));
}

} // namespace kompass::publish::report
