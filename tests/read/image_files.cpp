#include "tests/read/image_files.h"

#include "model/document.h"
#include "read/file_bytes.h"
#include "read/image/page_image.h"
#include "read/reader.h"
#include "text/unicode.h"

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace kompass::read::tests {
namespace {

constexpr const char* report = KOMPASS_SOURCE_DIR "/corpus/pdf/almvik-2014.pdf";
constexpr int page_number = 8;
constexpr double dpi = 200;

/// What Leptonica wrote to memory.
class Written {
public:
    Written() = default;
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;
    ~Written() { std::free(bytes); }

    [[nodiscard]] std::string text() const { return {reinterpret_cast<const char*>(bytes), size}; }

    l_uint8* bytes = nullptr;
    std::size_t size = 0;
};

std::string written_as(Pix* pix, int format) {
    Written written;
    REQUIRE(pixWriteMem(&written.bytes, &written.size, pix, format) == 0);
    return written.text();
}

void append_number(std::string& bytes, unsigned number) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
}

/// By the definition in the PNG specification.
unsigned checksum(std::string_view bytes) {
    unsigned sum = ~0U;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) != 0 ? 0xEDB88320U ^ (sum >> 1) : sum >> 1;
    }
    return ~sum;
}

std::string chunk(const std::string& name, const std::string& data) {
    std::string bytes;
    append_number(bytes, static_cast<unsigned>(data.size()));
    bytes += name + data;
    append_number(bytes, checksum(name + data));
    return bytes;
}

} // namespace

Image printed_image() {
    const auto source = read_file(report);
    REQUIRE(source.error.empty());
    auto image = pdf_page_image(source.bytes, page_number, dpi).gray;
    pixSetResolution(image.pix(), static_cast<int>(dpi), static_cast<int>(dpi));
    return image;
}

std::vector<std::string> printed_words() {
    std::vector<std::string> words;
    const auto document = read_document(report, {});
    for (const auto& word : document.pages.at(page_number - 1).words)
        if (unicode::code_points(word.text).size() >= 4) words.push_back(word.text);
    return words;
}

void state_resolution(Image& image, int across, int down) {
    pixSetResolution(image.pix(), across, down);
}

std::string with_orientation(const std::string& jpeg, int way) {
    using namespace std::string_literals;
    // A TIFF of one directory at 8 with one entry: tag 0x112, type 3 (16 bits), one of them.
    const auto notes =
        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(way) + "\0\0\0\0\0\0"s;
    const auto length = notes.size() + 2;
    return jpeg.substr(0, 2) + "\xFF\xE1"s + static_cast<char>(length >> 8) +
           static_cast<char>(length & 0xFF) + notes + jpeg.substr(2);
}

std::string png(const Image& image) {
    return written_as(image.pix(), IFF_PNG);
}

std::string jpeg(const Image& image) {
    return written_as(image.pix(), IFF_JFIF_JPEG);
}

std::string tiff(const std::vector<Image>& images) {
    Pixa* pages = pixaCreate(static_cast<int>(images.size()));
    for (const auto& image : images)
        pixaAddPix(pages, image.pix(), L_CLONE);
    Written written;
    const auto failed = pixaWriteMemMultipageTiff(&written.bytes, &written.size, pages);
    pixaDestroy(&pages);
    REQUIRE(failed == 0);
    return written.text();
}

std::string png_of_size(unsigned width, unsigned height) {
    std::string head;
    append_number(head, width);
    append_number(head, height);
    head += std::string("\1\0\0\0\0", 5); // one bit a pixel, gray, deflated, not interlaced
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", head) + chunk("IDAT", "") + chunk("IEND", "");
}

namespace {

unsigned gray_at(const Image& image, int x, int y) {
    l_uint32 gray = 0;
    pixGetPixel(image.pix(), x, y, &gray);
    return gray;
}

std::string bits_as(const Image& image, int format) {
    constexpr int threshold = 128;
    Pix* bits = pixConvertTo1(image.pix(), threshold);
    auto written = written_as(bits, format);
    pixDestroy(&bits);
    return written;
}

} // namespace

std::string png_of_bits(const Image& image) {
    return bits_as(image, IFF_PNG);
}

std::string fax_tiff(const Image& image) {
    return bits_as(image, IFF_TIFF_G4);
}

std::string png_with_alpha(const Image& image) {
    Pix* black = pixCreate(image.width(), image.height(), 32);
    Pix* alpha = pixInvert(nullptr, image.pix());
    pixSetRGBComponent(black, alpha, L_ALPHA_CHANNEL);
    pixSetSpp(black, 4);
    pixCopyResolution(black, image.pix());
    auto written = written_as(black, IFF_PNG);
    pixDestroy(&alpha);
    pixDestroy(&black);
    return written;
}

std::string cmyk_jpeg(const Image& image, bool as_adobe) {
    constexpr unsigned full = 255;
    jpeg_error_mgr errors{};
    jpeg_compress_struct jpeg{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width());
    jpeg.image_height = static_cast<JDIMENSION>(image.height());
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg.write_Adobe_marker = as_adobe ? TRUE : FALSE;
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<unsigned char> row(static_cast<std::size_t>(image.width()) * 4);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            auto* inks = &row[static_cast<std::size_t>(x) * 4];
            const auto black = static_cast<unsigned char>(full - gray_at(image, x, y));
            std::fill(inks, inks + 3, static_cast<unsigned char>(as_adobe ? full : 0));
            inks[3] = static_cast<unsigned char>(as_adobe ? full - black : black);
        }
        auto* line = row.data();
        jpeg_write_scanlines(&jpeg, &line, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string written(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
    return written;
}

double difference(const Image& one, const Image& other) {
    if (one.width() != other.width() || one.height() != other.height()) return 255;
    double sum = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            sum +=
                std::abs(static_cast<double>(gray_at(one, x, y)) - static_cast<double>(gray_at(other, x, y)));
    return sum / (static_cast<double>(one.width()) * one.height());
}

} // namespace kompass::read::tests
