#include "read/image/leptonica.h"

#include "read/image/image_frame.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <numbers>

namespace kompass::read {
namespace {

struct Deleter {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
    void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
    void operator()(Pixa* images) const { pixaDestroy(&images); }
    void operator()(Numa* numbers) const { numaDestroy(&numbers); }
    void operator()(Box* box) const { boxDestroy(&box); }
    void operator()(char* text) const { lept_free(text); }
};
template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

/// Leptonica tells of failures on standard error, which belongs to the program.
[[maybe_unused]] const auto silenced = setMsgSeverity(L_SEVERITY_NONE);

Owned<Box> lept_box(const PixelBox& box) {
    return Owned<Box>(boxCreate(box.x, box.y, box.width, box.height));
}

const l_uint8* bytes_of(std::string_view bytes) {
    return reinterpret_cast<const l_uint8*>(bytes.data());
}

bool is_tiff(std::string_view bytes) {
    return bytes.starts_with("II*") || bytes.starts_with("MM") || bytes.starts_with("II+");
}

std::vector<int> values_of(Owned<Numa> numbers) {
    std::vector<int> values;
    if (!numbers) return values;
    const int count = numaGetCount(numbers.get());
    values.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        l_int32 value = 0;
        numaGetIValue(numbers.get(), i, &value);
        values.push_back(value);
    }
    return values;
}

} // namespace

PixelBox PixelBox::united(const PixelBox& other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    const int left = std::min(x, other.x);
    const int top = std::min(y, other.y);
    return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
}

PixelBox PixelBox::common(const PixelBox& other) const {
    const int left = std::max(x, other.x);
    const int top = std::max(y, other.y);
    return {left, top, std::max(0, std::min(right(), other.right()) - left),
            std::max(0, std::min(bottom(), other.bottom()) - top)};
}

PixelBox PixelBox::grown(int margin_x, int margin_y) const {
    return {x - margin_x, y - margin_y, width + 2 * margin_x, height + 2 * margin_y};
}

Image::Image(Pix* owned) : pix_(owned, Deleter{}) {
    if (owned == nullptr) throw ImageError("an image operation failed: out of memory, or a damaged image");
}

Image Image::from_gray(const char* bytes, int width, int height, int bytes_per_row) {
    Image image(pixCreateNoInit(width, height, 8));
    auto* words = pixGetData(image.pix());
    const int words_per_row = pixGetWpl(image.pix());
    for (int y = 0; y < height; ++y)
        std::memcpy(words + static_cast<std::ptrdiff_t>(y) * words_per_row,
                    bytes + static_cast<std::ptrdiff_t>(y) * bytes_per_row, static_cast<std::size_t>(width));
    pixEndianByteSwap(image.pix());
    return image;
}

int Image::width() const {
    return pixGetWidth(pix());
}
int Image::height() const {
    return pixGetHeight(pix());
}
bool Image::binary() const {
    return pixGetDepth(pix()) == 1;
}

Image Image::cropped(const PixelBox& box) const {
    return Image(pixClipRectangle(pix(), lept_box(box.common(this->box())).get(), nullptr));
}

Image Image::framed(int margin) const {
    return Image(pixAddBorder(pix(), margin, binary() ? 0 : 255));
}

Image Image::scaled(double across, double down) const {
    const auto x = static_cast<float>(across);
    const auto y = static_cast<float>(down);
    // Enlarged strokes keep their shape only where pixels are blended; the library's own sharpening makes
    // noise of paper.
    if (across >= 1 && down >= 1 && across * down > 1) return Image(pixScaleGrayLI(pix(), x, y));
    constexpr float no_sharpening = 0;
    return Image(pixScaleGeneral(pix(), x, y, no_sharpening, 0));
}

Image Image::rotated(double degrees_clockwise) const {
    const auto radians = static_cast<float>(degrees_clockwise * std::numbers::pi / 180);
    const int how = binary() ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP;
    return Image(pixRotate(pix(), radians, how, L_BRING_IN_WHITE, 0, 0));
}

Image Image::turned(int quarter_turns_clockwise) const {
    return Image(pixRotateOrth(pix(), quarter_turns_clockwise & 3));
}

Image Image::evened(int tile) const {
    const int least_paper = tile * tile / 4;
    const int smoothing = 2;
    auto* even = pixBackgroundNorm(pix(), nullptr, nullptr, tile, tile, best_threshold(), least_paper,
                                   paper_shade, smoothing, smoothing);
    // A page that has no paper to go by (a photograph) stays as it is.
    return even != nullptr ? Image(even) : *this;
}

Image Image::smoothed(int radius) const {
    return Image(pixBlockconv(pix(), radius, radius));
}

Image Image::stretched(int black, int white) const {
    constexpr float straight = 1; // gamma
    return Image(pixGammaTRC(nullptr, pix(), straight, black, white));
}

Image Image::thickened(int pixels) const {
    const int brick = pixels | 1; // the brick's side must be odd
    return Image(pixErodeGray(pix(), brick, brick));
}

Image Image::darker_than(int threshold) const {
    return Image(pixThresholdToBinary(pix(), threshold));
}

int Image::darkest(const PixelBox& box) const {
    l_int32 shade = 255;
    pixGetExtremeValue(cropped(box).pix(), 1, L_SELECT_MIN, nullptr, nullptr, nullptr, &shade);
    return shade;
}

int Image::best_threshold() const {
    Owned<Numa> histogram(pixGetGrayHistogram(pix(), 2));
    l_int32 threshold = 128;
    constexpr float near_best = 0.1F; // of the best split's score: among such the least filled shade is taken
    if (histogram)
        numaSplitDistribution(histogram.get(), near_best, &threshold, nullptr, nullptr, nullptr, nullptr,
                              nullptr);
    return std::clamp(threshold, 1, 254);
}

Image Image::binarised_locally(int radius) const {
    const int fitting = std::max(2, std::min(radius, (std::min(width(), height()) - 4) / 2));
    Pix* binary = nullptr;
    constexpr float weight = 0.3F; // of local contrast; Sauvola's own is 0.35, which loses faint print
    pixSauvolaBinarize(pix(), fitting, weight, 1, nullptr, nullptr, nullptr, &binary);
    return Image(binary);
}

Image Image::opened(int width, int height) const {
    return Image(pixOpenCompBrick(nullptr, pix(), width, height));
}

Image Image::closed(int width, int height) const {
    return Image(pixCloseSafeCompBrick(nullptr, pix(), width, height));
}

Image Image::dilated(int width, int height) const {
    return Image(pixDilateCompBrick(nullptr, pix(), width, height));
}

Image Image::at_edges() const {
    return Image(pixExtractBorderConnComps(pix(), 8));
}

Image Image::with(const Image& other) const {
    return Image(pixOr(nullptr, pix(), other.pix()));
}

Image Image::without(const Image& other) const {
    return Image(pixSubtract(nullptr, pix(), other.pix()));
}

Image Image::negative() const {
    return Image(pixInvert(nullptr, pix()));
}

double Image::dark_share() const {
    constexpr int middle = 128;
    const auto dark = darker_than(middle);
    return static_cast<double>(dark.ink(dark.box())) / (static_cast<double>(width()) * height());
}

Image Image::inverted() const {
    return Image(pixInvert(nullptr, pix()));
}

Image Image::painted(const Image& mask, int shade) const {
    Image result(pixCopy(nullptr, pix()));
    pixSetMasked(result.pix(), mask.pix(), static_cast<l_uint32>(shade));
    return result;
}

Image Image::erased(const std::vector<PixelBox>& boxes) const {
    Image result(pixCopy(nullptr, pix()));
    for (const auto& box : boxes)
        pixClearInRect(result.pix(), lept_box(box).get());
    return result;
}

Image Image::filled(const std::vector<PixelBox>& boxes) const {
    Image result(pixCopy(nullptr, pix()));
    for (const auto& box : boxes)
        pixSetInRect(result.pix(), lept_box(box).get());
    return result;
}

Image Image::painted(const std::vector<PixelBox>& boxes, int shade) const {
    Image result(pixCopy(nullptr, pix()));
    for (const auto& box : boxes)
        pixSetInRectArbitrary(result.pix(), lept_box(box).get(), static_cast<l_uint32>(shade));
    return result;
}

std::vector<Blob> Image::blobs() const {
    Pixa* parts = nullptr;
    Owned<Boxa> boxes(pixConnComp(pix(), &parts, 8));
    const Owned<Pixa> images(parts);
    std::vector<Blob> blobs;
    const int count = boxes ? boxaGetCount(boxes.get()) : 0;
    blobs.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Blob blob;
        boxaGetBoxGeometry(boxes.get(), i, &blob.box.x, &blob.box.y, &blob.box.width, &blob.box.height);
        const Owned<Pix> part(pixaGetPix(images.get(), i, L_CLONE));
        pixCountPixels(part.get(), &blob.area, nullptr);
        blobs.push_back(blob);
    }
    std::stable_sort(blobs.begin(), blobs.end(),
                     [](const Blob& a, const Blob& b) { return a.box.y < b.box.y; });
    return blobs;
}

int Image::ink(const PixelBox& box) const {
    l_int32 count = 0;
    const auto inside = box.common(this->box());
    if (!inside.empty()) pixCountPixelsInRect(pix(), lept_box(inside).get(), &count, nullptr);
    return count;
}

std::optional<PixelBox> Image::ink_box(const PixelBox& box) const {
    const auto inside = box.common(this->box());
    if (inside.empty()) return std::nullopt;
    const auto part = cropped(inside);
    Box* found = nullptr;
    if (pixClipToForeground(part.pix(), nullptr, &found) != 0 || found == nullptr) return std::nullopt;
    const Owned<Box> owned(found);
    PixelBox result;
    boxGetGeometry(found, &result.x, &result.y, &result.width, &result.height);
    return PixelBox{result.x + inside.x, result.y + inside.y, result.width, result.height};
}

std::vector<int> Image::ink_by_row(const PixelBox& box) const {
    return values_of(Owned<Numa>(pixCountPixelsByRow(cropped(box).pix(), nullptr)));
}

std::vector<int> Image::ink_by_column(const PixelBox& box) const {
    return values_of(Owned<Numa>(pixCountPixelsByColumn(cropped(box).pix())));
}

double Image::stroke_width(const PixelBox& box) const {
    const auto part = cropped(box).framed(1);
    const auto inner = Image(pixErodeBrick(nullptr, part.pix(), 3, 3));
    const int area = part.ink(part.box());
    const int edge = area - inner.ink(inner.box());
    // A stroke of width w and length l has an area of w·l and an edge of 2·l, one pixel deep.
    return edge == 0 ? 0 : 2.0 * area / edge;
}

double Image::skew() const {
    float angle = 0;
    float confidence = 0;
    constexpr float sure = 3;
    if (pixFindSkew(pix(), &angle, &confidence) != 0 || confidence < sure) return 0;
    return angle;
}

std::string Image::png() const {
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    if (pixWriteMemPng(&bytes, &size, pix(), 0) != 0) throw ImageError("the image cannot be made a PNG");
    std::string png(reinterpret_cast<const char*>(bytes), size);
    lept_free(bytes);
    return png;
}

Image decoded_image(std::string_view bytes, int page) {
    const Owned<Pix> source(is_tiff(bytes) ? pixReadMemTiff(bytes_of(bytes), bytes.size(), page - 1)
                                           : pixReadMem(bytes_of(bytes), bytes.size()));
    if (!source) throw ImageError("the image is damaged or of an unknown kind; save it anew as PNG");
    const Owned<Pix> opaque(pixGetSpp(source.get()) == 4 ? pixAlphaBlendUniform(source.get(), 0xffffff00)
                                                         : pixClone(source.get()));
    const Image image(pixConvertTo8(opaque.get(), 0));
    const int turns = frame_of(bytes).quarter_turns;
    return turns == 0 ? image : image.turned(turns);
}

int pages_of_image(std::string_view bytes) {
    if (!is_tiff(bytes)) {
        if (pixReadHeaderMem(bytes_of(bytes), bytes.size(), nullptr, nullptr, nullptr, nullptr, nullptr,
                             nullptr) != 0)
            throw ImageError("the image is damaged or of an unknown kind; save it anew as PNG");
        return 1;
    }
    std::string copy(bytes);
    std::unique_ptr<FILE, decltype(&std::fclose)> stream(fmemopen(copy.data(), copy.size(), "rb"),
                                                         &std::fclose);
    l_int32 count = 0;
    if (!stream || tiffGetCount(stream.get(), &count) != 0 || count < 1)
        throw ImageError("the TIFF is damaged; save it anew");
    return count;
}

Resolution stated_resolution(const Image& image) {
    const int across = std::max(0, pixGetXRes(image.pix()));
    const int down = std::max(0, pixGetYRes(image.pix()));
    return {static_cast<double>(across > 0 ? across : down), static_cast<double>(down > 0 ? down : across)};
}

std::string leptonica_version() {
    const Owned<char> version(getLeptonicaVersion());
    return version.get();
}

} // namespace kompass::read
