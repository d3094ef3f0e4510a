#include "read/image/page_image.h"

#include "read/pdf/poppler_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kompass::read {
namespace {

constexpr double points_an_inch = 72;

/// Cameras and screens write resolutions that mean nothing; a page is between A6 and A2.
double plausible_dpi(const Image& image) {
    constexpr double a4_height = 842;        // points
    constexpr double least_height = 400;     // points: A6 has 420
    constexpr double greatest_height = 1700; // points: A2 has 1684
    const double longer = std::max(image.width(), image.height());
    const double stated = stated_resolution(image);
    const double height = stated > 0 ? longer / stated * points_an_inch : 0;
    if (height >= least_height && height <= greatest_height) return stated;
    return longer / a4_height * points_an_inch;
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
    const double own_dpi = plausible_dpi(image);
    const double width = image.width() / own_dpi * points_an_inch;
    const double height = image.height() / own_dpi * points_an_inch;
    const double dpi = resolution_for(width, height, wanted_dpi);
    constexpr double near_enough = 0.02; // to the resolution wanted: scaling by so little only blurs
    if (std::abs(dpi / own_dpi - 1) < near_enough) return {image, own_dpi, width, height};
    return {image.scaled(dpi / own_dpi), dpi, width, height};
}

} // namespace kompass::read
