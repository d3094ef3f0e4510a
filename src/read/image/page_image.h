// The image of a page: drawn from a PDF, or decoded from a PNG, JPEG or TIFF.
//
// Its resolution is chosen by the page's size, so that text stands as high as Tesseract likes it and no page
// costs more than `most_pixels`. A scan of lower resolution is enlarged by the same drawing: measured, its
// text is read better so than as it is. Throws ImageError if there is no image to be had. One thread at a
// time (Poppler).
#pragma once

#include "read/image/leptonica.h"

#include <string_view>

namespace kompass::read {

inline constexpr double usual_dpi = 300;
inline constexpr double most_pixels = 12e6;

struct PageImage {
    Image gray;
    double dpi = usual_dpi;
    double width = 0, height = 0; ///< of the page, points
};

/// What a page of this size (points) is drawn at: `wanted` (0: usual_dpi), or less if it is large.
[[nodiscard]] double resolution_for(double width, double height, double wanted);

/// Page `number` (1 is the first) of a PDF.
[[nodiscard]] PageImage pdf_page_image(std::string_view bytes, int number, double wanted_dpi);

/// Page `number` of an image file. Where the file does not say how large it is, its longer side is that of
/// A4.
[[nodiscard]] PageImage file_page_image(std::string_view bytes, int number, double wanted_dpi);

/// Clockwise.
[[nodiscard]] PageImage turned(const PageImage& image, int quarter_turns);

} // namespace kompass::read
