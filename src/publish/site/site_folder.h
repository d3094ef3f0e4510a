// The folder that a site is written into, and written into again.
//
// It must be new, empty, or one that holds a site: that has the list of what was written into it
// (kompass-site.json). Only files whose content changes are written, each whole or not at all; files that the
// site no longer has are removed if they are as they were written. One that somebody changed is written anew,
// and told. What is not in the list is the user's: it
// is never written over or removed. A run that is killed leaves a folder that the next run takes up, for a
// file is put on the list before it is written. Failures are std::runtime_error, naming the file. One thread
// uses it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::publish::site {

/// What became of the files.
struct SiteChanges {
    std::size_t written = 0, unchanged = 0, removed = 0;
    std::vector<std::string> left;         ///< no longer of the site, but changed by somebody: not removed
    std::vector<std::string> written_over; ///< changed by somebody, and of the site
};

class SiteFolder {
public:
    explicit SiteFolder(std::filesystem::path folder);

    /// `name` has slashes: "kommun/1983-koping/index.html".
    void write(const std::string& name, std::string_view content);
    /// A file that no two makings give the same bytes of, as a PDF has its time: it is made only if what it
    /// is made of is not what it was made of before, or if it is no longer as it was written.
    void write_made(const std::string& name, std::string_view made_of,
                    const std::function<std::string()>& make);
    /// A file of the site that stays as it is; false: there is none as it was written.
    bool keep(const std::string& name);
    [[nodiscard]] const std::filesystem::path& path() const { return folder_; }

    /// Takes away what the site no longer has, and writes the list.
    SiteChanges finish();

private:
    void read_list();
    void write_list();
    void put_on_list(const std::string& name);
    void remove_old();

    std::filesystem::path folder_;
    std::map<std::string, std::string> before_; ///< hashes of what was written, by name; empty: perhaps
    std::map<std::string, std::string> now_;
    std::map<std::string, std::string> made_before_, made_now_; ///< hashes of what files are made of
    SiteChanges changes_;
};

} // namespace kompass::publish::site
