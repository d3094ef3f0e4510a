// The pages of a report's sources on which its figures stand, with pictures of them and the place of each
// figure.
//
// Pictures are drawn from sources at hand (publish/source_pictures.h), once: those that the site's folder has
// already stay as they are. Their measures are kept beside them (bilder/bilder.json). Where no picture can be
// made there is no page. One thread uses it.
#pragma once

#include "archive/connection.h"
#include "enquiry/figures.h"
#include "model/cell.h"
#include "model/record.h"
#include "publish/site/site_folder.h"
#include "publish/source_pictures.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish::site {

struct SourcePage {
    std::string document; ///< its hash
    int number = 0;       ///< in the file
    Picture picture;
    std::map<Cell, Box> figures;
    std::string address; ///< below the report's: "sida/7/"
};

class SourcePages {
public:
    /// No sources: there are no pictures. Pictures go into `folder`.
    SourcePages(const std::vector<std::filesystem::path>& sources, SiteFolder& folder,
                read::RunnerOptions workers);

    /// Of the evaluation of a report, by document and page. Part of the caller's transaction.
    [[nodiscard]] std::vector<SourcePage> of(const archive::Connection& connection,
                                             const enquiry::ReportIdentity& report, const Record& record);

    /// Writes down how large the pictures are.
    void finish();

private:
    struct Wanted {
        std::vector<SourcePage> pages;
        std::map<std::size_t, std::size_t> wishes; ///< by page
    };

    void read_measures();
    void add_pages_of(const archive::Connection& connection, const std::string& document,
                      const std::string& file, const Record& record,
                      const std::map<Cell, std::string>& documents, Wanted& wanted);
    void picture(SourcePage& page, const Document* reading, std::size_t at, Wanted& wanted);

    SiteFolder* folder_;
    read::RunnerOptions workers_;
    std::optional<SourcePictures> pictures_;  ///< none: there are no sources
    std::map<std::string, Picture> measures_; ///< by name
    std::map<std::string, Picture> used_;
};

} // namespace kompass::publish::site
