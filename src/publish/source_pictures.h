// Pictures of places in the sources: a band of the page, cut out and written as PNG.
//
// Sources are looked for by the hash of their bytes, so that a file of the same name but another content is
// never shown. Pages are drawn all together, in worker processes (read/work/pictures.h). One thread uses it.
// Nothing throws: what cannot be shown is not shown.
#pragma once

#include "model/place.h"
#include "read/work/job_runner.h"
#include "read/work/message.h"

#include <filesystem>
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
    /// Has the band of the page around the place drawn when the time comes, to a file of that base name. The
    /// number of the wish; nullopt without a box.
    std::optional<std::size_t> wish(const Place& place, const std::string& name);
    /// Of a text: the lines of that page that begin with `start`, each with the one after it.
    [[nodiscard]] std::vector<std::string> lines(int page, const std::string& start) const;

    /// Draws and writes what was wished for: a picture for each wish, or none if there is none to be had.
    [[nodiscard]] std::vector<std::optional<Picture>> drawn(const read::RunnerOptions& workers) const;

private:
    struct Wish {
        std::size_t page = 0, band = 0; ///< among the pages, among its bands
        Box box;
        std::string name;
    };

    [[nodiscard]] std::optional<Picture> written(const Wish& wish, const read::Picture& picture) const;

    std::vector<std::filesystem::path> files_;
    std::filesystem::path folder_;
    std::string path_, sha256_, bytes_; ///< of the source opened last
    std::vector<read::PicturesRequest> pages_;
    std::vector<Wish> wishes_;
};

} // namespace kompass::publish
