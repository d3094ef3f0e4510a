#include "read/image/page_image.h"

#include "read/pdf/pdf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kompass::read {
namespace {

constexpr double points_an_inch = 72;

/// Cameras and screens write resolutions that mean nothing; a page is between A6 and A2.
Resolution plausible_resolution(const Image& image) {
    constexpr double a4_height = 842;        // points
    constexpr double least_height = 400;     // points: A6 has 420
    constexpr double greatest_height = 1700; // points: A2 has 1684
    const auto stated = stated_resolution(image);
    const double longer =
        stated.across > 0 ? std::max(image.width() / stated.across, image.height() / stated.down) : 0;
    const double height = longer * points_an_inch;
    if (height >= least_height && height <= greatest_height) return stated;
    const double dpi = std::max(image.width(), image.height()) / a4_height * points_an_inch;
    return {dpi, dpi};
}

} // namespace

double resolution_for(double width, double height, double wanted) {
    const double dpi = wanted > 0 ? wanted : usual_dpi;
    const double square_inches = std::max(1.0, width * height) / (points_an_inch * points_an_inch);
    return std::min(dpi, std::sqrt(most_pixels / square_inches));
}

PageImage pdf_page_image(std::string_view bytes, int number, double wanted_dpi) {
    double dpi = 0;
    const auto drawn = draw_pdf_page(bytes, number, [&](double width, double height) {
        return dpi = resolution_for(width, height, wanted_dpi);
    });
    if (drawn.width == 0) throw ImageError(fmt::format("page {} cannot be drawn", number));
    return {Image::from_gray(drawn.gray.data(), drawn.width, drawn.height, drawn.bytes_per_row), dpi,
            drawn.page_width, drawn.page_height};
}

PageImage file_page_image(std::string_view bytes, int number, double wanted_dpi) {
    const auto image = decoded_image(bytes, number);
    const auto own = plausible_resolution(image);
    const double width = image.width() / own.across * points_an_inch;
    const double height = image.height() / own.down * points_an_inch;
    const double dpi = resolution_for(width, height, wanted_dpi);
    constexpr double near_enough = 0.02; // to the resolution wanted: scaling by so little only blurs
    if (std::abs(dpi / own.across - 1) < near_enough && std::abs(dpi / own.down - 1) < near_enough)
        return {image, own.across, width, height};
    return {image.scaled(dpi / own.across, dpi / own.down), dpi, width, height};
}

PageImage turned(const PageImage& image, int quarter_turns) {
    PageImage result{image.gray.turned(quarter_turns), image.dpi, image.width, image.height};
    if (quarter_turns % 2 != 0) std::swap(result.width, result.height);
    return result;
}

} // namespace kompass::read
