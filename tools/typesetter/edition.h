// An edition of the instrument as facts: its areas, and of each question a number, the wordings and the
// maximum. Read from rules/editions/*.toml, which is data here as any other; what those files do not know
// (the areas of 2002, the questions of 2002 and 2020) is made up.
//
// Errors: std::runtime_error naming the file.
#pragma once

#include "swedish.h"

#include <filesystem>
#include <string>
#include <vector>

namespace typesetter {

struct EditionQuestion {
    int max = 0;
    std::vector<std::string> wordings; // empty: not known
};

struct EditionArea {
    std::string title;
    Theme theme;
    std::vector<EditionQuestion> questions; // empty: not known
};

struct Edition {
    std::string id;
    int first_year = 0, last_year = 0;
    std::vector<EditionArea> areas;
};

/// What an area is about: the areas were put in another order, and under other titles, twice.
Theme theme_of(const std::string& edition, int area);

Edition read_edition(const std::filesystem::path& rules, const std::string& id);

} // namespace typesetter
