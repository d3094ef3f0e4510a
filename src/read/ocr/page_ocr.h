// A page's image read: the whole recipe, from pixels to words as good as a text layer's.
//
// The image is cleaned; ruled tables are cut into cells; figures are read by FigureReader, wherever they
// stand in columns, with rules or without; all other text by the Swedish model, tables cell by cell (on a
// whole page Tesseract loses rows of tables); bullets are told by their shape. Words have boxes on the
// straightened page: the text of a skewed scan stands on level lines, as layout wants it, and a word lies up
// to some points from where the scan shows it. One thread at a time.
#pragma once

#include "model/document.h"
#include "read/image/page_image.h"
#include "read/ocr/figure_reader.h"
#include "read/ocr/tesseract.h"

#include <array>
#include <vector>

namespace kompass::read {

/// What the steps of reading took, milliseconds of CPU.
struct StepCosts {
    double prepare = 0; ///< cleaning, rules, bullets
    double cells = 0;   ///< figures, in tables and in columns
    double words = 0;   ///< all other text
};

struct PageText {
    std::vector<Word> words;
    double confidence = 0;           ///< mean over the letters; 0 if there are none
    double turned_by = 0;            ///< degrees clockwise that level the page
    int quarter_turns_clockwise = 0; ///< that right it
    double width = 0, height = 0;    ///< of the righted page, points
    StepCosts costs;                 ///< of the last reading, if the page was read again turned
};

class PageOcr {
public:
    /// What it reads with; the third only when a page seems turned.
    static constexpr std::array models = {"swe", "eng", "osd"};

    /// Throws OcrModelError if a model is missing.
    PageOcr();

    [[nodiscard]] PageText read(const PageImage& scan);

private:
    [[nodiscard]] PageText read_upright(const PageImage& image);

    TextReader swedish_, english_;
    FigureReader figures_;
};

} // namespace kompass::read
