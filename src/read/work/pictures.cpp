#include "read/work/pictures.h"

#include "read/image/as_read.h"
#include "read/image/page_image.h"
#include "read/source_kind.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace kompass::read {
namespace {

constexpr double points_an_inch = 72;

std::optional<PageImage> page_image(std::string_view bytes, int page, double dpi) {
    switch (content_of(bytes)) {
    case Content::pdf:
        return pdf_page_image(bytes, page, dpi);
    case Content::image:
        return file_page_image(bytes, page, dpi);
    case Content::empty:
    case Content::text:
    case Content::invalid_utf8:
    case Content::unknown:
        break;
    }
    return std::nullopt;
}

PixelBox pixels(const Box& box, double scale) {
    return {static_cast<int>(box.x0 * scale), static_cast<int>(box.y0 * scale),
            static_cast<int>(std::ceil(box.width() * scale)),
            static_cast<int>(std::ceil(box.height() * scale))};
}

Picture cut_out(const PageImage& page, const Box& wanted) {
    const Box band{std::max(0.0, wanted.x0), std::max(0.0, wanted.y0), std::min(page.width, wanted.x1),
                   std::min(page.height, wanted.y1)};
    if (band.height() <= 0 || band.width() <= 0) return {};
    const auto cut = page.gray.cropped(pixels(band, page.dpi / points_an_inch));
    return {cut.png(), cut.width(), cut.height(), band};
}

/// The drawing of one page. A worker lost over it is not given a second one: the page would take that, too.
class PicturesJob : public Job {
public:
    using OnDone = std::function<void(std::vector<Picture>)>;

    PicturesJob(const PicturesRequest& wish, const TimeLimits& limits, OnDone on_done)
        : wish_(wish), limits_(limits), on_done_(std::move(on_done)), pictures_(wish.bands.size()) {}

    [[nodiscard]] TimeLimits limits() const override { return limits_; }
    [[nodiscard]] Message request() const override { return wish_; }
    [[nodiscard]] bool accept(Message answer) override {
        auto* drawn = std::get_if<PicturesDrawn>(&answer);
        if (drawn == nullptr || drawn->pictures.size() != wish_.bands.size())
            throw WireError("an answer without the pictures that were asked for");
        pictures_ = std::move(drawn->pictures);
        return complete_ = true;
    }
    void lose_worker(const Loss& /*loss*/) override { complete_ = true; }
    void refuse(std::string /*code*/, std::string /*message*/) override { complete_ = true; }
    void run_out_of_time(const std::string& /*limit*/) override { complete_ = true; }
    [[nodiscard]] bool complete() const override { return complete_; }
    void deliver() override { on_done_(std::move(pictures_)); }

private:
    const PicturesRequest& wish_;
    TimeLimits limits_;
    OnDone on_done_;
    std::vector<Picture> pictures_;
    bool complete_ = false;
};

} // namespace

PicturesDrawn drawn_pictures(std::string_view bytes, const PicturesRequest& request) {
    PicturesDrawn drawn{std::vector<Picture>(request.bands.size())};
    try {
        auto page = page_image(bytes, request.page, request.dpi);
        if (page && !request.words.empty()) page = as_read(*page, request.words);
        for (std::size_t i = 0; page && i < request.bands.size(); ++i)
            drawn.pictures[i] = cut_out(*page, request.bands[i]);
    } catch (const ImageError&) {
        // What is not drawn by now stays empty.
    }
    return drawn;
}

std::vector<std::vector<Picture>> draw_pictures(const std::vector<PicturesRequest>& wishes,
                                                const RunnerOptions& options, const TimeLimits& limits) {
    std::vector<std::vector<Picture>> drawn(wishes.size());
    std::size_t next = 0;
    run_jobs(options, [&]() -> std::unique_ptr<Job> {
        if (next == wishes.size()) return nullptr;
        auto& pictures = drawn[next];
        return std::make_unique<PicturesJob>(
            wishes[next++], limits, [&](std::vector<Picture> of_page) { pictures = std::move(of_page); });
    });
    return drawn;
}

} // namespace kompass::read
