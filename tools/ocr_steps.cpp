// What each step of reading a scan costs: ocr_steps SCAN.pdf
//
// Prints a line a page, milliseconds of CPU. Used by tools/measure-ocr; not installed.
#include "read/file_bytes.h"
#include "read/image/page_image.h"
#include "read/ocr/page_ocr.h"

#include <fmt/format.h>

#include <ctime>
#include <exception>
#include <optional>
#include <string>

namespace {

using namespace kompass::read;

double milliseconds_since(std::clock_t begun) {
    return 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

/// Behind the last page there is nothing to draw.
std::optional<PageImage> image_of(const std::string& bytes, int number) {
    try {
        return pdf_page_image(bytes, number, usual_dpi);
    } catch (const ImageError&) {
        if (number == 1) throw;
        return std::nullopt;
    }
}

void print_steps(const char* file) {
    const auto bytes = read_file(file).bytes;
    PageOcr ocr;
    for (int number = 1;; ++number) {
        const auto begun = std::clock();
        const auto image = image_of(bytes, number);
        if (!image) return;
        const double render = milliseconds_since(begun);
        const auto [prepare, cells, words] = ocr.read(*image).costs;
        fmt::print("ocr-steps page={} render={:.0f} prepare={:.0f} words={:.0f} cells={:.0f}\n", number,
                   render, prepare, words, cells);
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "usage: ocr_steps SCAN.pdf\n");
        return 2;
    }
    try {
        print_steps(arguments[1]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "ocr_steps: {}: {}\n", arguments[1], error.what());
        return 1;
    }
    return 0;
}
