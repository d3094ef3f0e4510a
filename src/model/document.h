// A source as it was read: pages of words (with boxes) or of lines (transcripts).
//
// This is what the stage `read` gives and `layout` takes. Every text is UTF-8 in normal form C.
// Plain values: copyable, no ownership beyond their own memory, safe to share once built.
#pragma once

#include "model/place.h"
#include "model/text_repair.h"
#include "model/trouble.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kompass {

enum class SourceKind { pdf, image, transcript };

/// How a page came to its text; see record.schema.json.
enum class Reading { text_layer, ocr, transcript, empty, failed };

struct Word {
    std::string text;
    Box box;
    double font_size = 0; ///< points; 0 where unknown
    bool bold = false;
    double confidence = 1;               ///< 0 to 1; 1 for text layers
    std::vector<std::string> readings{}; ///< further readings of an unsure figure, best first
    bool in_doubt = false; ///< OCR was unsure of it and nobody knows it; the stage `repair` tells

    bool operator==(const Word&) const = default;
};

/// Why a word that stands on a page is no text of it.
enum class Apart {
    covered,    ///< painted over
    struck_out, ///< a line goes through it
    unseen,     ///< without ink, of the colour of its ground, or outside what is shown
    slanted,    ///< runs aslant over the page, as marks do
    annotation, ///< was put on the page: a stamp, a comment
    note_mark,  ///< a raised figure that calls a note
    footnote,   ///< the note, at the foot of the page
};

inline constexpr std::array kReasonsApart = {Apart::covered, Apart::struck_out, Apart::unseen,
                                             Apart::slanted, Apart::annotation, Apart::note_mark,
                                             Apart::footnote};

struct WordApart {
    Word word;
    Apart why = Apart::covered;

    bool operator==(const WordApart&) const = default;
};

/// One page. Words for sources with geometry, lines (without line ends) for transcripts; never both.
struct Page {
    int number = 1;
    double width = 0, height = 0; ///< points; 0 for transcripts
    Reading reading = Reading::empty;
    std::string why; ///< why this reading was chosen, a phrase for people
    std::optional<double> confidence;
    std::vector<Word> words;
    std::vector<std::string> lines;
    std::vector<WordApart> apart{}; ///< what stands on the page and is no text of it; not among the words
    std::vector<Box> unread{};      ///< pictures of text, which OCR is still to read; words stand elsewhere

    bool operator==(const Page&) const = default;
};

/// What a file says of itself beside its pages; empty where it says nothing.
struct FileInfo {
    std::string title, subject;

    bool operator==(const FileInfo&) const = default;
};

struct Document {
    std::string file;   ///< base name
    std::string sha256; ///< of the original bytes, lower-case hex: the identity of the source
    SourceKind kind = SourceKind::pdf;
    std::vector<Page> pages;
    Troubles troubles;              ///< an `error` among them: nothing could be read
    TextRepairs repairs{};          ///< what the stage `repair` changed in the words and lines above
    bool spelling_was_lost = false; ///< the words as they were read had lost their å ä ö
    FileInfo info{};                ///< of PDFs

    bool operator==(const Document&) const = default;
};

[[nodiscard]] const char* name_of(SourceKind kind);
[[nodiscard]] const char* name_of(Reading reading);
[[nodiscard]] const char* name_of(Apart why);
[[nodiscard]] SourceKind source_kind_from(const std::string& name);
[[nodiscard]] Reading reading_from(const std::string& name);
[[nodiscard]] Apart apart_from(const std::string& name);

/// The text has lost its lines, as web pages' copies have: a page, or a paragraph at least, is one line.
[[nodiscard]] bool has_lost_its_lines(const Page& page);
[[nodiscard]] bool has_lost_its_lines(const Document& document);

} // namespace kompass
