// What there is to say of a figure beside what it is: a note of its state, of what was read and of what else
// it may be, for forms of export whose cells can bear one.
//
// Filled from the table of figures once; then answers by evaluation and cell. Read-only afterwards.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/states.h"
#include "enquiry/export_tables.h"

#include <map>
#include <string>
#include <utility>

namespace kompass::publish {

/// A state in words for people who see a table for the first time.
struct StateWords {
    const char *english, *swedish;
};
[[nodiscard]] StateWords words_of(archive::State state);

class FigureNotes {
public:
    /// Part of the caller's transaction.
    explicit FigureNotes(const archive::Connection& connection);

    /// Of the value in `column` of that row, whose state is `state`.
    [[nodiscard]] std::string note(const enquiry::ExportTable& table, const enquiry::ExportRow& row,
                                   const std::string& column, archive::State state) const;

private:
    struct Story {
        std::string read, effective, candidates, why;
    };
    std::map<std::pair<std::string, std::string>, Story> stories_; ///< by evaluation and name of the cell
};

} // namespace kompass::publish
