#include "cli/terminal/state_marks.h"

#include "text/language.h"

#include <fmt/format.h>

#include <ranges>

namespace kompass::cli {

using archive::State;

namespace {

const char* meaning_of(State state) {
    switch (state) {
    case State::sound:
        break;
    case State::from_another_file:
        return text::message("from another file of the evaluation");
    case State::decided:
        return text::message("decided by a person");
    case State::repaired:
        return text::message("misread or in doubt, told by arithmetic");
    case State::inconsistent:
        return text::message("as published, but other figures contradict it");
    case State::doubtful:
        return text::message("to be checked by a person");
    }
    return "";
}

} // namespace

std::string StateMarks::of(const std::optional<State>& state) {
    if (state && *state != State::sound) used_.insert(*state);
    return publish::sign_of(state);
}

std::string StateMarks::of_text(const std::optional<State>& state) {
    const auto mark = of(state);
    return mark.empty() ? mark : ' ' + mark;
}

std::string StateMarks::note() const {
    std::string note;
    for (const auto state : std::views::reverse(used_))
        note += fmt::format("{}{} = {}", note.empty() ? "" : "; ", publish::sign_of(state),
                            text::tr(meaning_of(state)));
    return note;
}

void write_note(const StateMarks& marks, Output& out) {
    const auto note = marks.note();
    if (note.empty()) return;
    out.write("\n");
    out.write_paragraph(note);
}

} // namespace kompass::cli
