// Image files made from the corpus, so that tests of scans need no files of their own.
#pragma once

#include "read/image/leptonica.h"

#include <string>
#include <vector>

namespace kompass::read::tests {

/// Page 8 of corpus/pdf/almvik-2014.pdf at 200 dots an inch.
[[nodiscard]] Image printed_image();
/// The words that stand there, of four letters or more.
[[nodiscard]] std::vector<std::string> printed_words();

[[nodiscard]] std::string png(const Image& image);
[[nodiscard]] std::string jpeg(const Image& image);
/// A page for each.
[[nodiscard]] std::string tiff(const std::vector<Image>& images);

/// Black on nothing: what is white is transparent, and so is its colour, black.
[[nodiscard]] std::string png_with_alpha(const Image& image);
/// One bit a pixel.
[[nodiscard]] std::string png_of_bits(const Image& image);
/// One bit a pixel, packed as faxes are (CCITT group 4).
[[nodiscard]] std::string fax_tiff(const Image& image);
/// Of four inks, of which black alone is used; as Adobe's programs write them: inverted, and marked so.
[[nodiscard]] std::string cmyk_jpeg(const Image& image, bool as_adobe);

/// The mean difference of their pixels, 0 to 255; 255 if they are not of one size.
[[nodiscard]] double difference(const Image& one, const Image& other);

/// Writes dots an inch into the image; 0: nothing is said.
void state_resolution(Image& image, int across, int down);
/// The JPEG with a camera's note of how it was held (1 to 8, as EXIF counts).
[[nodiscard]] std::string with_orientation(const std::string& jpeg, int way);

/// A PNG whose head says that it has so many black and white pixels; they are not there.
[[nodiscard]] std::string png_of_size(unsigned width, unsigned height);

} // namespace kompass::read::tests
