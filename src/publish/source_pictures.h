// Pictures of places in the sources: a page or a band of it, as PNG.
//
// Sources are looked for by the hash of their bytes, so that a file of the same name but another content is
// never shown, and one that was renamed is found. Pages are drawn all together, in worker processes
// (read/work/pictures.h). One thread uses it. Nothing throws: what cannot be shown is not shown.
#pragma once

#include "model/document.h"
#include "model/place.h"
#include "read/work/job_runner.h"
#include "read/work/message.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

/// A picture and which part of the page it shows.
struct Picture {
    std::string file; ///< base name
    int width = 0, height = 0;
    Box band; ///< points of the page
};

/// The box in shares of the picture, as declarations of style that place an element over it.
[[nodiscard]] std::string placed_over(const Picture& picture, const Box& box);

/// Where OCR read words on the page, as many as tell how it turned it; none: it did not read it.
[[nodiscard]] std::vector<Box> boxes_read_by_ocr(const Page& page);

/// What became of the search for a source.
enum class Whereabouts { at_hand, other_content, not_there };

class SourcePictures {
public:
    /// Keeps a picture's PNG under its name; false: it cannot.
    using Keep = std::function<bool(const std::string& name, const std::string& png)>;

    /// `sources` are files, or folders that hold them.
    SourcePictures(const std::vector<std::filesystem::path>& sources, Keep keep);

    /// How many files there are to look among.
    [[nodiscard]] std::size_t files() const { return files_.size(); }
    /// Looks for the source of that hash, first where it has its name. `other_content`: one of that name is
    /// there, and it is another.
    Whereabouts find(const std::string& file, const std::string& sha256);
    /// Has a band of a page of a source at hand drawn when the time comes, once however often it is wished
    /// for. `words`: boxes of what OCR read on that page, which it may have turned; empty: it did not read
    /// it. The number of the wish; nullopt if the source is not at hand.
    std::optional<std::size_t> wish(const std::string& sha256, int page, const Box& band,
                                    const std::vector<Box>& words);

    /// Draws and keeps what was wished for since it was asked last: a picture for each wish, or none if there
    /// is none to be had.
    [[nodiscard]] std::vector<std::optional<Picture>> drawn(const read::RunnerOptions& workers);
    /// What the picture of a page's first band is called.
    [[nodiscard]] static std::string name_of(const std::string& sha256, int page, std::size_t band = 0);

private:
    struct Wish {
        std::size_t page = 0, band = 0; ///< among the pages, among its bands
    };

    const std::string& hash_of(const std::filesystem::path& file);
    [[nodiscard]] std::optional<Picture> kept(const std::string& name, const read::Picture& picture) const;

    std::vector<std::filesystem::path> files_;
    Keep keep_;
    std::map<std::filesystem::path, std::string> hashes_;  ///< of those read so far; empty: unreadable
    std::map<std::string, std::filesystem::path> at_hand_; ///< by hash
    std::vector<read::PicturesRequest> pages_;
    std::vector<Wish> wishes_;
};

} // namespace kompass::publish
