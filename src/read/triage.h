// Triage: which pages are read from their text layer, and which by OCR.
//
// A text layer is used if it is good, not because it is there. What is good is told page by page from the
// words: whether they have kept their å ä ö (text/lost_spelling.h), whether signs mean anything and words can
// be spoken (a font without its table of letters gives neither). A page of few letters says too little of
// itself: it follows the nearest page that has many. Pages that need OCR whatever their words are, are found
// by the reader of PDFs (page_ink.h). Pure functions; thread safe.
#pragma once

#include "model/document.h"
#include "text/lost_spelling.h"

#include <cstddef>
#include <string>

namespace kompass::read {

/// What is counted in a page's words.
struct TextQuality {
    text::Spelling spelling;
    std::size_t signs = 0;       ///< characters in words of two or more
    std::size_t meaningless = 0; ///< U+FFFD, private use, control; of the signs
    std::size_t words = 0;       ///< of three letters or more
    std::size_t voiceless = 0;   ///< without any vowel; of the words
};

[[nodiscard]] TextQuality quality_of(const Page& page);

/// Pages of fewer letters follow others.
inline constexpr std::size_t telling_letters = text::Spelling::telling_letters;

/// What speaks against the words, for people: "0.0 % å ä ö in 2 618 letters". Empty if they are good.
[[nodiscard]] std::string fault_of(const TextQuality& quality);

/// Decides for every page whose reading is text_layer: it stays so, or becomes ocr and loses its words; `why`
/// says why. Other pages stand as they are.
void triage(Document& document);

/// True if the page's own words say that it will be read by OCR; others may yet, as their neighbours are.
[[nodiscard]] bool seems_to_need_ocr(const Page& page);

/// True if the page is still to be read by OCR.
[[nodiscard]] bool awaits_ocr(const Page& page);

/// The page as one that is to be read by OCR.
void send_to_ocr(Page& page, const std::string& reason);

} // namespace kompass::read
