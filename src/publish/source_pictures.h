// Pictures of places in the sources: a band of the page, cut out and written as PNG.
//
// Sources are looked for by the hash of their bytes, so that a file of the same name but another content is
// never shown. One thread uses it. Nothing throws: what cannot be shown is not shown.
#pragma once

#include "model/place.h"
#include "read/image/page_image.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

/// A picture and where in it the place is, in shares of its width and height.
struct Picture {
    std::string file; ///< base name
    int width = 0, height = 0;
    double left = 0, top = 0, right = 1, bottom = 1;
};

class SourcePictures {
public:
    /// `sources` are files, or folders that hold them; pictures go into `folder`, which must be there.
    SourcePictures(const std::vector<std::filesystem::path>& sources, std::filesystem::path folder);

    /// True if the file is at hand; later calls are about it.
    bool open(const std::string& file, const std::string& sha256);
    /// The band of the page around the place; nullopt without a box or an image of the page.
    [[nodiscard]] std::optional<Picture> picture(const Place& place, const std::string& name);
    /// Of a text: the lines of that page that begin with `start`, each with the one after it.
    [[nodiscard]] std::vector<std::string> lines(int page, const std::string& start) const;

private:
    const read::PageImage* page_image(int page);

    std::vector<std::filesystem::path> files_;
    std::filesystem::path folder_;
    std::string bytes_;
    std::map<int, std::optional<read::PageImage>> pages_; ///< of the source opened last
};

} // namespace kompass::publish
