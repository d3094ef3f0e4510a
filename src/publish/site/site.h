// The site of an archive: static pages that need no server and no script.
//
// The same archive gives the same bytes; no clock is asked. What it is made of is of one state of the
// archive. See docs/site.md. Throws what the folder throws (site_folder.h).
#pragma once

#include "archive/connection.h"
#include "publish/site/site_folder.h"
#include "read/work/job_runner.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace kompass::publish::site {

struct SiteOptions {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> sources; ///< to make pictures of their pages; none: no pictures
    std::string
        base_url; ///< where the site will stand, e.g. "https://a.se/kommunkompassen/"; empty: not known
    bool with_names = false; ///< of those who decided
    read::RunnerOptions workers;
    bool pdf = false; ///< print each municipality's page, which needs Chromium
    std::function<void(std::size_t done, std::size_t of)> on_report; ///< told how far it is; may be none
    std::function<void(std::size_t done, std::size_t of)> on_print;  ///< told of PDFs; may be none
};

struct SiteResult {
    SiteChanges changes;
    std::size_t reports = 0, municipalities = 0;
};

/// Part of the caller's transaction.
SiteResult write_site(const archive::Connection& connection, const SiteOptions& options);

} // namespace kompass::publish::site
