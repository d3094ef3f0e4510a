// Repair: Swedish words that a scanner damaged, mended where it is sure enough.
//
// What it keeps: the number of lines, everything that is no word (figures, blanks, bullets, addresses), words
// that are known and fit their neighbours. What it changes is told, word by word; what it was not sure enough
// of is told as well, with `applied` false, and left as it stands. Repaired text, repaired again, is the
// same.
//
// A Repairer remembers the words it has met, so that text of one kind goes fast; it is for one thread. Making
// one throws LexiconError.
#pragma once

#include "model/document.h"
#include "repair/candidates.h"
#include "repair/dictionary.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace kompass::repair {

struct Change {
    std::size_t line = 0; ///< index into the lines
    std::string before, after;
    std::string rule; ///< "normal-form", "sign", "spelling", "context"
    double probability = 1;
    bool applied = true;
};

struct Repaired {
    std::vector<std::string> lines; ///< as many as were given
    std::vector<Change> changes;    ///< in order of lines
    double damage = 0;              ///< share of the å ä ö that was lost, as estimated
};

class Repairer {
public:
    Repairer(Lexicon lexicon, Confusions confusions);
    ~Repairer();
    Repairer(const Repairer&) = delete;
    Repairer& operator=(const Repairer&) = delete;
    Repairer(Repairer&&) = delete;
    Repairer& operator=(Repairer&&) = delete;

    [[nodiscard]] Repaired repaired(const std::vector<std::string>& lines);

    /// Mends the lines of transcripts and the words of which OCR was unsure, and adds to document.repairs.
    /// Good text layers are left as they are.
    void mend(Document& document);

private:
    struct Pass;
    struct Entry;

    /// What is known of a seen word; made at its first meeting.
    const Entry& entry_for(const CandidateQuery& query);
    [[nodiscard]] Repaired in_passes(std::vector<std::string> lines, const std::vector<bool>& is_free,
                                     double damage);
    void mend_transcript(Document& document);
    void mend_words(Page& page, Document& document);

    Lexicon lexicon_;
    Confusions confusions_;
    Dictionary dictionary_;
    std::unordered_map<std::u32string, std::unique_ptr<Entry>> entries_;
};

} // namespace kompass::repair
