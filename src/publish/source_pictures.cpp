#include "publish/source_pictures.h"

#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/source_files.h"
#include "read/source_kind.h"
#include "read/transcript_reader.h"
#include "read/work/pictures.h"
#include "text/encoding.h"
#include "text/file_name.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <utility>

namespace kompass::publish {
namespace {

constexpr double picture_dpi = 150;

/// From the left margin to the right one, with some lines above and below.
Box band_around(const Box& box) {
    constexpr double above_and_below = 16;
    constexpr double to_the_right_edge = std::numeric_limits<double>::max();
    return {0, std::max(0.0, box.y0 - above_and_below), to_the_right_edge, box.y1 + above_and_below};
}

} // namespace

SourcePictures::SourcePictures(const std::vector<std::filesystem::path>& sources,
                               std::filesystem::path folder)
    : files_(read::source_files(sources).files), folder_(std::move(folder)) {}

bool SourcePictures::open(const std::string& file, const std::string& sha256) {
    bytes_.clear();
    for (const auto& candidate : files_) {
        if (text::file_name_text(candidate.filename().string()) != file) continue;
        auto source = read::read_file(candidate);
        if (!source.error.empty() || read::sha256_hex(source.bytes) != sha256) continue;
        bytes_ = std::move(source.bytes);
        path_ = candidate.string();
        sha256_ = sha256;
        return true;
    }
    return false;
}

std::optional<std::size_t> SourcePictures::wish(const Place& place, const std::string& name) {
    if (bytes_.empty() || !place.box) return std::nullopt;
    auto page = std::find_if(pages_.begin(), pages_.end(), [&](const read::PicturesRequest& request) {
        return request.sha256 == sha256_ && request.page == place.page;
    });
    if (page == pages_.end())
        page = pages_.insert(pages_.end(), {path_, sha256_, place.page, {}, picture_dpi});
    wishes_.push_back(
        {static_cast<std::size_t>(page - pages_.begin()), page->bands.size(), *place.box, name});
    page->bands.push_back(band_around(*place.box));
    return wishes_.size() - 1;
}

std::vector<std::optional<Picture>> SourcePictures::drawn(const read::RunnerOptions& workers) const {
    const auto pages = read::draw_pictures(pages_, workers);
    std::vector<std::optional<Picture>> pictures;
    pictures.reserve(wishes_.size());
    for (const auto& wish : wishes_)
        pictures.push_back(written(wish, pages[wish.page][wish.band]));
    return pictures;
}

std::optional<Picture> SourcePictures::written(const Wish& wish, const read::Picture& picture) const {
    if (picture.png.empty()) return std::nullopt;
    std::ofstream file(folder_ / wish.name, std::ios::binary);
    file << picture.png;
    file.close();
    if (!file) return std::nullopt;
    const auto& band = picture.band;
    return Picture{wish.name,
                   picture.width,
                   picture.height,
                   wish.box.x0 / band.width(),
                   (wish.box.y0 - band.y0) / band.height(),
                   wish.box.x1 / band.width(),
                   (wish.box.y1 - band.y0) / band.height()};
}

std::vector<std::string> SourcePictures::lines(int page, const std::string& start) const {
    if (read::content_of(bytes_) != read::Content::text) return {};
    std::vector<std::string> found;
    for (const auto& printed : read::transcript_pages(text::without_bom(bytes_))) {
        if (printed.number != page) continue;
        for (std::size_t i = 0; i < printed.lines.size(); ++i) {
            if (!printed.lines[i].starts_with(start)) continue;
            found.push_back(printed.lines[i]);
            if (i + 1 < printed.lines.size()) found.push_back(printed.lines[i + 1]);
        }
    }
    return found;
}

} // namespace kompass::publish
