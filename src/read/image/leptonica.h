// Images by Leptonica: the only place that includes it.
//
// An Image is a value that shares its pixels: copies are cheap, and every operation gives a new Image and
// leaves its source as it is. It is gray (8 bits, 0 black, 255 white) or binary (1 is ink); an operation says
// which it takes. Sizes and places are in pixels from the top left corner. Operations on sane images do not
// fail; if Leptonica refuses one, or memory is short, ImageError is thrown. Different Images may be used by
// different threads, one Image by one.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct Pix;

namespace kompass::read {

struct ImageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A rectangle of pixels.
struct PixelBox {
    int x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] int right() const { return x + width; }
    [[nodiscard]] int bottom() const { return y + height; }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] PixelBox united(const PixelBox& other) const;
    [[nodiscard]] PixelBox common(const PixelBox& other) const;
    /// Grown on all sides; by a negative margin: shrunk.
    [[nodiscard]] PixelBox grown(int margin_x, int margin_y) const;
    bool operator==(const PixelBox&) const = default;
};

/// The ink that hangs together (touching at edges or corners).
struct Blob {
    PixelBox box;
    int area = 0; ///< pixels of ink
};

inline constexpr int paper_shade = 200;

class Image {
public:
    static Image from_gray(const char* bytes, int width, int height, int bytes_per_row);

    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    [[nodiscard]] bool binary() const;
    [[nodiscard]] PixelBox box() const { return {0, 0, width(), height()}; }

    /// The part inside `box`, which is cut to the image.
    [[nodiscard]] Image cropped(const PixelBox& box) const;
    /// With a margin of white (binary: no ink) around it.
    [[nodiscard]] Image framed(int margin) const;
    /// Gray only.
    [[nodiscard]] Image scaled(double factor) const { return scaled(factor, factor); }
    [[nodiscard]] Image scaled(double across, double down) const;
    [[nodiscard]] Image rotated(double degrees_clockwise) const;
    [[nodiscard]] Image turned(int quarter_turns_clockwise) const;

    /// Gray: shadows made even, so that paper has the shade `paper_shade` everywhere. Tiles of `tile` pixels
    /// must be larger than the strokes of the largest type, which else are taken for paper.
    [[nodiscard]] Image evened(int tile) const;
    /// Gray: averaged over (2 * `radius` + 1)² pixels.
    [[nodiscard]] Image smoothed(int radius) const;
    /// Gray: `black` and darker made 0, `white` and brighter made 255.
    [[nodiscard]] Image stretched(int black, int white) const;
    /// Gray: dark strokes made wider by `pixels`.
    [[nodiscard]] Image thickened(int pixels) const;
    /// Gray: the shade of the darkest pixel inside `box`.
    [[nodiscard]] int darkest(const PixelBox& box) const;
    /// Gray to binary: ink is what is darker than `threshold`.
    [[nodiscard]] Image darker_than(int threshold) const;
    /// Gray: light for dark.
    [[nodiscard]] Image negative() const;
    /// Gray: how much of it is darker than middle gray, 0 to 1.
    [[nodiscard]] double dark_share() const;
    /// Gray: where ink and paper part best (Otsu); 0 to 255.
    [[nodiscard]] int best_threshold() const;
    /// Gray to binary by the neighbourhood of each pixel (Sauvola); for faint and uneven ink.
    [[nodiscard]] Image binarised_locally(int radius) const;

    /// Binary: morphology with a brick of about that size: one that is fast by being made in two steps.
    [[nodiscard]] Image opened(int width, int height) const;
    [[nodiscard]] Image closed(int width, int height) const;
    [[nodiscard]] Image dilated(int width, int height) const;
    /// Binary: only the ink that hangs together with the image's edges.
    [[nodiscard]] Image at_edges() const;
    /// Binary: set operations.
    [[nodiscard]] Image with(const Image& other) const;
    [[nodiscard]] Image without(const Image& other) const;
    [[nodiscard]] Image inverted() const;

    /// Gray: of one shade where the mask has ink.
    [[nodiscard]] Image painted(const Image& mask, int shade) const;
    /// Binary: blank inside the boxes.
    [[nodiscard]] Image erased(const std::vector<PixelBox>& boxes) const;
    /// Binary: ink inside the boxes.
    [[nodiscard]] Image filled(const std::vector<PixelBox>& boxes) const;
    /// Gray: of one shade inside the boxes.
    [[nodiscard]] Image painted(const std::vector<PixelBox>& boxes, int shade) const;

    /// Binary: blobs from top to bottom.
    [[nodiscard]] std::vector<Blob> blobs() const;
    /// Binary: pixels of ink inside `box`.
    [[nodiscard]] int ink(const PixelBox& box) const;
    /// Binary: the smallest box around the ink inside `box`; none if there is none.
    [[nodiscard]] std::optional<PixelBox> ink_box(const PixelBox& box) const;
    /// Binary: pixels of ink in each row or column of the box.
    [[nodiscard]] std::vector<int> ink_by_row(const PixelBox& box) const;
    [[nodiscard]] std::vector<int> ink_by_column(const PixelBox& box) const;
    /// Binary: how wide the strokes inside `box` are on average.
    [[nodiscard]] double stroke_width(const PixelBox& box) const;
    /// Binary: by how many degrees lines of text rise or fall (to be given to rotated()); 0 where unsure.
    [[nodiscard]] double skew() const;

    /// Writes a PNG, for people who look into a page's reading.
    [[nodiscard]] std::string png() const;
    /// The pixels as Leptonica's own type, for libraries that take it; owned by the Image.
    [[nodiscard]] Pix* pix() const { return pix_.get(); }

private:
    explicit Image(Pix* owned);

    friend Image decoded_image(std::string_view bytes, int page);
    std::shared_ptr<Pix> pix_;
};

/// A PNG, JPEG or TIFF (its `page`, 1 is the first) in gray, turned as the file says. Throws ImageError if it
/// cannot be decoded.
[[nodiscard]] Image decoded_image(std::string_view bytes, int page);

/// Pages of a TIFF; 1 for other images. Throws ImageError if the file cannot be read.
[[nodiscard]] int pages_of_image(std::string_view bytes);

/// Dots per inch that the file states, across and down: a fax has twice as many across; 0 if it does not.
struct Resolution {
    double across = 0, down = 0;
};
[[nodiscard]] Resolution stated_resolution(const Image& image);

/// The version of the Leptonica library in use.
[[nodiscard]] std::string leptonica_version();

} // namespace kompass::read
