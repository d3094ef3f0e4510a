#include "scan.h"

#include "dice.h"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <numbers>
#include <stdexcept>

namespace typesetter {

namespace {

constexpr double fax_across = 204, fax_down = 98;
constexpr int paper_white = 255, ink_threshold = 150;

double number_of(std::string_view key, std::string_view value) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size())
        throw std::invalid_argument(fmt::format("--scan: {} wants a number, not '{}'", key, value));
    return number;
}

void set_option(ScanOptions& options, std::string_view key, std::string_view value) {
    using Form = ScanOptions::Form;
    if (key == "fax") {
        options.fax = true;
        options.dpi = fax_across;
        options.dpi_down = fax_down;
        options.form = Form::tiff;
    } else if (key == "photo") {
        options.photo = true;
    } else if (key == "form") {
        if (value != "pdf" && value != "tiff" && value != "jpeg")
            throw std::invalid_argument("--scan: form is pdf, tiff or jpeg");
        options.form = value == "pdf" ? Form::pdf : value == "tiff" ? Form::tiff : Form::jpeg;
    } else if (key == "dpi") {
        options.dpi = std::clamp(number_of(key, value), 50.0, 1200.0);
    } else if (key == "skew") {
        options.skew = number_of(key, value);
    } else if (key == "noise") {
        options.noise = number_of(key, value);
    } else if (key == "blur") {
        options.blur = number_of(key, value);
    } else if (key == "shadow") {
        options.shadow = std::clamp(number_of(key, value), 0.0, 1.0);
    } else if (key == "jpeg") {
        options.jpeg = static_cast<int>(std::clamp(number_of(key, value), 5.0, 100.0));
    } else {
        throw std::invalid_argument(fmt::format("--scan: no option '{}'", key));
    }
}

l_uint8 grey(double value) {
    return static_cast<l_uint8>(std::clamp(value, 0.0, 255.0));
}

/// The picture as JPEG bytes, which the caller frees.
std::pair<l_uint8*, std::size_t> as_jpeg(Pix* picture, int quality) {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    if (pixWriteMemJpeg(&data, &size, picture, quality, 0) != 0)
        throw std::runtime_error("a page cannot be written as JPEG");
    return {data, size};
}

/// A page of a PDF that is one JPEG.
void add_page(cairo_surface_t* pdf, cairo_t* pen, Pix* picture, const ScanOptions& options) {
    const int width = pixGetWidth(picture);
    const int height = pixGetHeight(picture);
    const double down = options.dpi_down > 0 ? options.dpi_down : options.dpi;
    cairo_pdf_surface_set_size(pdf, width * 72 / options.dpi, height * 72 / down);
    const Surface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const auto [bytes, size] = as_jpeg(picture, options.jpeg);
    cairo_surface_set_mime_data(image.get(), CAIRO_MIME_TYPE_JPEG, bytes, size, std::free, bytes);
    cairo_save(pen);
    cairo_scale(pen, 72 / options.dpi, 72 / down);
    cairo_set_source_surface(pen, image.get(), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
    cairo_show_page(pen);
}

} // namespace

ScanOptions parse_scan(std::string_view text) {
    ScanOptions options;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        const std::size_t equals = one.find('=');
        set_option(options, one.substr(0, equals),
                   equals == std::string_view::npos ? std::string_view() : one.substr(equals + 1));
    }
    return options;
}

void Scanner::Free::operator()(Pix* picture) const {
    pixDestroy(&picture);
}

Scanner::Scanner(const ScanOptions& options, std::uint64_t seed)
    : options_(options), seed_(seed),
      sheets_(options.dpi, options.dpi_down > 0 ? options.dpi_down : options.dpi,
              [this](cairo_surface_t* page) { take(page); }) {}

Scanner::~Scanner() = default;

void Scanner::take(cairo_surface_t* page) {
    const int width = cairo_image_surface_get_width(page);
    const int height = cairo_image_surface_get_height(page);
    const unsigned char* data = cairo_image_surface_get_data(page);
    const int stride = cairo_image_surface_get_stride(page);
    Picture picture(pixCreate(width, height, 8));
    for (int y = 0; y < height; ++y) {
        const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * stride;
        l_uint32* line =
            pixGetData(picture.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.get());
        for (int x = 0; x < width; ++x)
            SET_DATA_BYTE(line, x, (row[4 * x] * 11 + row[4 * x + 1] * 59 + row[4 * x + 2] * 30) / 100);
    }
    pixSetResolution(picture.get(), static_cast<int>(options_.dpi),
                     static_cast<int>(options_.dpi_down > 0 ? options_.dpi_down : options_.dpi));
    pages_.push_back(worn(std::move(picture)));
}

Scanner::Picture Scanner::worn(Picture page) const {
    const int across = pixGetXRes(page.get());
    const int down = pixGetYRes(page.get());
    Dice dice(seed_, fmt::format("skew {}", pages_.size()));
    if (options_.skew != 0) {
        const double angle = (2 * dice.real() - 1) * options_.skew * std::numbers::pi / 180;
        page.reset(
            pixRotate(page.get(), static_cast<l_float32>(angle), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    }
    if (options_.photo) page = photographed(std::move(page));
    if (options_.blur > 0) {
        const int half = std::max(1, static_cast<int>(std::ceil(2 * options_.blur)));
        L_KERNEL* kernel = makeGaussianKernel(half, half, static_cast<l_float32>(options_.blur), 1);
        page.reset(pixConvolve(page.get(), kernel, 8, 1));
        kernelDestroy(&kernel);
    }
    lamp(page.get());
    if (options_.fax) page.reset(pixThresholdToBinary(page.get(), ink_threshold));
    pixSetResolution(page.get(), across, down);
    return page;
}

/// The sheet from a little aside: its corners move inwards, each by its own share.
Scanner::Picture Scanner::photographed(Picture page) const {
    Dice dice(seed_, fmt::format("photo {}", pages_.size()));
    const double width = pixGetWidth(page.get());
    const double height = pixGetHeight(page.get());
    Pta* from = ptaCreate(4);
    Pta* to = ptaCreate(4);
    for (const auto& [right, bottom] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
        const double in_x = (0.01 + 0.03 * dice.real()) * width;
        const double in_y = (0.01 + 0.03 * dice.real()) * height;
        ptaAddPt(from, static_cast<l_float32>(right * width), static_cast<l_float32>(bottom * height));
        ptaAddPt(to, static_cast<l_float32>(right == 1 ? width - in_x : in_x),
                 static_cast<l_float32>(bottom == 1 ? height - in_y : in_y));
    }
    Picture made(pixProjectivePtaGray(page.get(), to, from, 90));
    ptaDestroy(&from);
    ptaDestroy(&to);
    return made;
}

/// Light and noise: the shadow of a spine, a lamp at one side, grain.
void Scanner::lamp(Pix* page) const {
    if (options_.noise <= 0 && options_.shadow <= 0 && !options_.photo) return;
    Dice dice(seed_, fmt::format("light {}", pages_.size()));
    std::array<float, 4096> grain{};
    for (float& one : grain) {
        double sum = 0;
        for (int i = 0; i < 12; ++i)
            sum += dice.real();
        one = static_cast<float>((sum - 6) * options_.noise);
    }
    const int width = pixGetWidth(page);
    const int height = pixGetHeight(page);
    std::uint32_t state = static_cast<std::uint32_t>(dice.below(0xffffffff)) | 1U;
    for (int y = 0; y < height; ++y) {
        l_uint32* line = pixGetData(page) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(page);
        for (int x = 0; x < width; ++x) {
            state ^= state << 13, state ^= state >> 17, state ^= state << 5;
            double light = 1;
            if (options_.shadow > 0) light -= options_.shadow * std::exp(-12.0 * x / width);
            if (options_.photo) light *= 0.94 - 0.22 * x / width - 0.12 * y / height;
            SET_DATA_BYTE(line, x, grey(GET_DATA_BYTE(line, x) * light + grain[state >> 20]));
        }
    }
}

std::vector<std::filesystem::path> Scanner::write(const std::filesystem::path& stem) const {
    std::vector<std::filesystem::path> files;
    const auto fail = [](const std::string& file) -> void {
        throw std::runtime_error(fmt::format("{}: cannot be written", file));
    };
    if (options_.form == ScanOptions::Form::pdf) {
        const std::string file = stem.string() + ".pdf";
        const Surface pdf(cairo_pdf_surface_create(file.c_str(), 595, 842));
        cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2020-01-01T12:00:00Z");
        const Pen pen(cairo_create(pdf.get()));
        for (const Picture& page : pages_)
            add_page(pdf.get(), pen.get(), page.get(), options_);
        cairo_surface_finish(pdf.get());
        if (cairo_surface_status(pdf.get()) != CAIRO_STATUS_SUCCESS) fail(file);
        return {file};
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const bool tiff = options_.form == ScanOptions::Form::tiff;
        const std::string file =
            tiff ? stem.string() + ".tiff" : fmt::format("{}-{}.jpg", stem.string(), i + 1);
        const int failed = tiff ? pixWriteTiff(file.c_str(), pages_[i].get(),
                                               options_.fax ? IFF_TIFF_G4 : IFF_TIFF_LZW, i == 0 ? "w" : "a")
                                : pixWriteJpeg(file.c_str(), pages_[i].get(), options_.jpeg, 0);
        if (failed != 0) fail(file);
        if (!tiff || i == 0) files.emplace_back(file);
    }
    return files;
}

} // namespace typesetter
