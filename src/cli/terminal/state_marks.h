// How sure figures and texts are, as a sign behind each, and the note under a table that explains the signs
// in it. Nothing marks what is sound.
#pragma once

#include "archive/evaluation/states.h"
#include "cli/terminal/output.h"
#include "publish/state_sign.h"

#include <optional>
#include <set>
#include <string>

namespace kompass::cli {

/// The marks of one table. Not thread safe.
class StateMarks {
public:
    /// As publish::sign_of; the note then explains it.
    std::string of(const std::optional<archive::State>& state);

    /// The same behind a sentence, which may end with such a sign itself: with a blank before it.
    std::string of_text(const std::optional<archive::State>& state);

    /// "? = to be checked by a person; ~ = …", what a person should see first at the start; empty: there is
    /// no mark.
    [[nodiscard]] std::string note() const;

private:
    std::set<archive::State> used_;
};

/// The note as lines of its own, a blank one before it; nothing where there is none.
void write_note(const StateMarks& marks, Output& out);

} // namespace kompass::cli
