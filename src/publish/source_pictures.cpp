#include "publish/source_pictures.h"

#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/source_files.h"
#include "read/work/pictures.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::publish {
namespace {

constexpr double picture_dpi = 150;
constexpr std::size_t digits_of_hash = 12; ///< enough to tell the sources of an archive apart

} // namespace

std::string placed_over(const Picture& picture, const Box& box) {
    constexpr double margin = 2; // points, so that the frame does not touch the figure
    const auto& band = picture.band;
    const auto share = [](double part, double whole) { return 100 * part / whole; };
    return fmt::format(
        "left:{:.2f}%;top:{:.2f}%;width:{:.2f}%;height:{:.2f}%",
        share(box.x0 - margin - band.x0, band.width()), share(box.y0 - margin - band.y0, band.height()),
        share(box.width() + 2 * margin, band.width()), share(box.height() + 2 * margin, band.height()));
}

std::vector<Box> boxes_read_by_ocr(const Page& page) {
    constexpr std::size_t enough = 400;
    std::vector<Box> boxes;
    if (page.reading != Reading::ocr) return boxes;
    for (const auto& word : page.words)
        if (boxes.size() < enough) boxes.push_back(word.box);
    return boxes;
}

SourcePictures::SourcePictures(const std::vector<std::filesystem::path>& sources, Keep keep)
    : files_(read::source_files(sources).files), keep_(std::move(keep)) {}

std::string SourcePictures::name_of(const std::string& sha256, int page, std::size_t band) {
    return fmt::format("{}-{}-{}.png", sha256.substr(0, digits_of_hash), page, band + 1);
}

const std::string& SourcePictures::hash_of(const std::filesystem::path& file) {
    const auto known = hashes_.find(file);
    if (known != hashes_.end()) return known->second;
    const auto source = read::read_file(file);
    return hashes_[file] = source.error.empty() ? read::sha256_hex(source.bytes) : "";
}

Whereabouts SourcePictures::find(const std::string& file, const std::string& sha256) {
    if (at_hand_.contains(sha256)) return Whereabouts::at_hand;
    const auto has_name = [&](const std::filesystem::path& one) {
        return text::file_name_text(one.filename().string()) == file;
    };
    auto in_order = files_;
    const auto others = std::stable_partition(in_order.begin(), in_order.end(), has_name);
    for (const auto& candidate : in_order) {
        if (hash_of(candidate) != sha256) continue;
        at_hand_.emplace(sha256, candidate);
        return Whereabouts::at_hand;
    }
    return others == in_order.begin() ? Whereabouts::not_there : Whereabouts::other_content;
}

std::optional<std::size_t> SourcePictures::wish(const std::string& sha256, int page, const Box& band,
                                                const std::vector<Box>& words) {
    const auto source = at_hand_.find(sha256);
    if (source == at_hand_.end()) return std::nullopt;
    auto request = std::find_if(pages_.begin(), pages_.end(), [&](const read::PicturesRequest& one) {
        return one.sha256 == sha256 && one.page == page;
    });
    if (request == pages_.end())
        request =
            pages_.insert(pages_.end(), {source->second.string(), sha256, page, {}, picture_dpi, words});
    const auto at = static_cast<std::size_t>(request - pages_.begin());
    const auto known = std::find_if(wishes_.begin(), wishes_.end(), [&](const Wish& wish) {
        return wish.page == at && request->bands[wish.band] == band;
    });
    if (known != wishes_.end()) return static_cast<std::size_t>(known - wishes_.begin());
    wishes_.push_back({at, request->bands.size()});
    request->bands.push_back(band);
    return wishes_.size() - 1;
}

std::vector<std::optional<Picture>> SourcePictures::drawn(const read::RunnerOptions& workers) {
    const auto pages = read::draw_pictures(pages_, workers);
    std::vector<std::optional<Picture>> pictures;
    pictures.reserve(wishes_.size());
    for (const auto& wish : wishes_) {
        const auto& page = pages_[wish.page];
        pictures.push_back(kept(name_of(page.sha256, page.page, wish.band), pages[wish.page][wish.band]));
    }
    pages_.clear();
    wishes_.clear();
    return pictures;
}

std::optional<Picture> SourcePictures::kept(const std::string& name, const read::Picture& picture) const {
    if (picture.png.empty() || !keep_(name, picture.png)) return std::nullopt;
    return Picture{name, picture.width, picture.height, picture.band};
}

} // namespace kompass::publish
