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

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kompass::repair {

struct Repaired {
    std::vector<std::string> lines; ///< as many as were given
    std::vector<Change> changes;    ///< in order of lines
    double damage = 0;              ///< share of the å ä ö that was lost, as estimated
};

/// What a Repairer knows of words.
struct Vocabulary {
    Lexicon lexicon;
    Confusions of_text;  ///< of scanners that know no Swedish
    Confusions of_scans; ///< of our own OCR
};

class Repairer {
public:
    /// `vocabulary` is asked once, when there is something to mend: good text layers need none, nor the time
    /// to load it. What it throws goes to whoever asked for the mending.
    explicit Repairer(std::function<Vocabulary()> vocabulary);

    [[nodiscard]] Repaired repaired(const std::vector<std::string>& lines);

    /// Mends the lines of transcripts and the words of which OCR was unsure, and adds to document.repairs.
    /// Good text layers are left as they are.
    void mend(Document& document);

private:
    void mend_transcript(Document& document);
    void mend_words(Page& page, Document& document);

    struct Seen {
        explicit Seen(Vocabulary vocabulary);

        SeenWords words, words_of_scans;
    };
    [[nodiscard]] Seen& seen();

    std::function<Vocabulary()> vocabulary_;
    std::optional<Seen> seen_;
};

} // namespace kompass::repair
