#include "publish/source_pictures.h"

#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/source_files.h"
#include "read/source_kind.h"
#include "read/transcript_reader.h"
#include "text/encoding.h"
#include "text/file_name.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kompass::publish {
namespace {

constexpr double picture_dpi = 150;
constexpr double points_an_inch = 72;

/// From the left margin to the right one, with some lines above and below.
Box band_around(const Box& box, double page_width, double page_height) {
    constexpr double above_and_below = 16;
    return {0, std::max(0.0, box.y0 - above_and_below), page_width,
            std::min(page_height, box.y1 + above_and_below)};
}

read::PixelBox pixels(const Box& box, double scale) {
    return {static_cast<int>(box.x0 * scale), static_cast<int>(box.y0 * scale),
            static_cast<int>(std::ceil(box.width() * scale)),
            static_cast<int>(std::ceil(box.height() * scale))};
}

} // namespace

SourcePictures::SourcePictures(const std::vector<std::filesystem::path>& sources,
                               std::filesystem::path folder)
    : files_(read::source_files(sources).files), folder_(std::move(folder)) {}

bool SourcePictures::open(const std::string& file, const std::string& sha256) {
    bytes_.clear();
    pages_.clear();
    for (const auto& candidate : files_) {
        if (text::file_name_text(candidate.filename().string()) != file) continue;
        auto source = read::read_file(candidate);
        if (!source.error.empty() || read::sha256_hex(source.bytes) != sha256) continue;
        bytes_ = std::move(source.bytes);
        return true;
    }
    return false;
}

const read::PageImage* SourcePictures::page_image(int page) {
    const auto known = pages_.find(page);
    if (known != pages_.end()) return known->second ? &*known->second : nullptr;
    auto& image = pages_[page];
    try {
        const auto content = read::content_of(bytes_);
        if (content == read::Content::pdf) image = read::pdf_page_image(bytes_, page, picture_dpi);
        if (content == read::Content::image) image = read::file_page_image(bytes_, page, picture_dpi);
    } catch (const read::ImageError&) {
        image.reset();
    }
    return image ? &*image : nullptr;
}

std::optional<Picture> SourcePictures::picture(const Place& place, const std::string& name) {
    if (bytes_.empty() || !place.box) return std::nullopt;
    const auto* page = page_image(place.page);
    if (page == nullptr) return std::nullopt;
    const auto band = band_around(*place.box, page->width, page->height);
    if (band.height() <= 0 || band.width() <= 0) return std::nullopt;
    try {
        const auto cut = page->gray.cropped(pixels(band, page->dpi / points_an_inch));
        cut.write_png((folder_ / name).string());
        return Picture{name,
                       cut.width(),
                       cut.height(),
                       place.box->x0 / band.width(),
                       (place.box->y0 - band.y0) / band.height(),
                       place.box->x1 / band.width(),
                       (place.box->y1 - band.y0) / band.height()};
    } catch (const read::ImageError&) {
        return std::nullopt;
    }
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
