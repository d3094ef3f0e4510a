// Poppler: the only place that includes it.
//
// A page is given as Poppler's core paints it: its glyphs with their looks, what is painted over and under
// them, in the order of painting, and the words that Poppler makes of the glyphs. Nothing is judged here
// (looks.h, pdf_reader.h). Boxes are in points from the top left corner of the page as it is shown (crop box,
// turned), y growing downwards. poppler-cpp tells neither colours nor what is painted later, so the core's
// own headers are used, which Debian 12 packages as libpoppler-private-dev. Bad files give a state, bad pages
// nothing; nothing throws. One thread at a time: Poppler's messages go through a global.
#pragma once

#include "model/document.h"
#include "model/place.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::read {

/// Red, green and blue from 0 to 1.
struct Colour {
    double red = 0, green = 0, blue = 0;
};

/// A glyph as it is painted.
struct Glyph {
    std::u32string text;     ///< what its font says that it means
    Box box;                 ///< from its baseline to the height of capitals
    double size = 0;         ///< of its type, points
    double angle = 0;        ///< degrees that its line rises, 0 to 360
    Colour colour;           ///< that it is filled with
    bool inked = true;       ///< false: painted in a way that leaves no ink
    bool cut = false;        ///< it lies outside what may be painted on
    bool drawn = false;      ///< of a font of drawings (Type 3)
    bool annotation = false; ///< it was put on the page, is no part of it; fields of forms are none
    std::size_t order = 0;   ///< counts whatever is painted on the page
};

/// What covers an area of a page.
struct Paint {
    enum class Kind { even, picture, other }; ///< other: curved, shaded or patterned

    Kind kind = Kind::other;
    Box box;
    Colour colour;         ///< of an even one
    bool opaque = false;   ///< it hides all that was painted before within its box; even ones do
    std::size_t order = 0; ///< as of glyphs
};

/// A thin line along lines of text.
struct LevelRule {
    Box box;
};

struct Painting {
    std::vector<Glyph> glyphs; ///< in order of painting, as the others
    std::vector<Paint> paints;
    std::vector<LevelRule> rules;
    std::size_t curved = 0; ///< paths with curves: letters may be drawn so
};

/// A word as Poppler makes it of glyphs.
struct SetWord {
    std::u32string text;
    Box box;
    double size = 0;  ///< of its type, points
    std::string font; ///< its name
};

struct PaintedPage {
    double width = 0, height = 0; ///< points
    Painting painting;
    std::vector<SetWord> words;
};

/// A page as it is shown, drawn in gray: one byte a pixel, 0 is black.
struct DrawnPage {
    std::string gray;
    int width = 0, height = 0, bytes_per_row = 0; ///< pixels; 0 where the page cannot be drawn
    double page_width = 0, page_height = 0;       ///< points; known even then
};

/// Keeps the first messages of Poppler, which would otherwise go to standard error, while it lives.
class PopplerMessages {
public:
    PopplerMessages();
    PopplerMessages(const PopplerMessages&) = delete;
    PopplerMessages& operator=(const PopplerMessages&) = delete;
    ~PopplerMessages();

    [[nodiscard]] bool any() const { return count_ > 0; }
    /// The latest message since this was last asked that tells of lost text, or empty.
    [[nodiscard]] std::string take_loss();
    [[nodiscard]] std::string summary() const;
    void keep(const std::string& message);

private:
    std::size_t count_ = 0;
    std::vector<std::string> first_;
    std::string loss_;
};

/// An open PDF. Owns nothing of `bytes`, which must outlive it.
class PdfFile {
public:
    enum class State { open, locked, broken };

    explicit PdfFile(std::string_view bytes);
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;
    ~PdfFile();

    [[nodiscard]] State state() const;
    [[nodiscard]] int pages() const; ///< 0 unless it is open
    /// As the file says; texts as long as no title is are cut.
    [[nodiscard]] FileInfo info() const;
    /// The names of files that it carries, of itself or in comments on its pages, UTF-8.
    [[nodiscard]] std::vector<std::string> carried_files() const;
    /// The bytes of the one of that place among them, unless they cannot be had or are more than `most`.
    [[nodiscard]] std::optional<std::string> carried_bytes(std::size_t place, std::size_t most) const;

    [[nodiscard]] bool has_page(int number) const;
    /// The page turned clockwise; `left_out`: glyphs, by their place, that no word is made of.
    [[nodiscard]] PaintedPage paint(int number, int quarter_turns,
                                    const std::vector<bool>& left_out = {}) const;
    /// Without pixels where it cannot be drawn.
    [[nodiscard]] DrawnPage draw(int number, int quarter_turns, double dpi) const;
    /// Width and height in points, turned clockwise.
    [[nodiscard]] std::pair<double, double> size_of(int number, int quarter_turns) const;

private:
    class Core;
    std::unique_ptr<Core> core_;
};

/// The version of the Poppler library in use.
[[nodiscard]] std::string poppler_version();

} // namespace kompass::read
