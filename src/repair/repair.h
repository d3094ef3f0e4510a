// Repair: Swedish words that a scanner damaged, mended where it is sure enough.
//
// What it keeps: the number of lines, everything that is no word (figures, blanks, bullets, addresses), words
// that are known and fit their neighbours. What it changes is told, word by word; what it was not sure enough
// of is told as well, with `applied` false, and left as it stands. Repaired text, repaired again, is the
// same.
//
// A Repairer remembers the words it has met, so that text of one kind goes fast; it is for one thread.
// Nothing here throws for what a text holds.
#pragma once

#include "model/document.h"
#include "repair/pass.h"

#include <string>
#include <vector>

namespace kompass::repair {

struct Repaired {
    std::vector<std::string> lines; ///< as many as were given
    std::vector<Change> changes;    ///< in order of lines
    double damage = 0;              ///< share of the å ä ö that was lost, as estimated
};

class Repairer {
public:
    /// `confusions`: of scanners that know no Swedish, for text; `of_scans`: of our own OCR, for its words.
    Repairer(const Lexicon& lexicon, Confusions confusions, Confusions of_scans);

    [[nodiscard]] Repaired repaired(const std::vector<std::string>& lines);

    /// False if `mend` has nothing to look at: all pages have text layers.
    [[nodiscard]] static bool concerns(const Document& document);

    /// Mends the lines of transcripts and the words of which OCR was unsure, and adds to document.repairs.
    /// Good text layers are left as they are.
    void mend(Document& document);

private:
    void mend_transcript(Document& document);
    void mend_words(Page& page, Document& document);

    SeenWords words_, words_of_scans_;
};

} // namespace kompass::repair
