// What an archive says of itself: the table `description`, told by people and by a release.
//
// It goes with the archive wherever it goes, and into everything that is made of it for others. An archive of
// which nothing was told has none. Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/outside/keeping.h"

#include <string>
#include <vector>

namespace kompass::archive {

/// Empty: not told.
struct Description {
    std::string title;
    std::string publisher;         ///< who hands it out
    std::string publisher_type;    ///< one of publisher_types()
    std::string contact, email;    ///< whom to ask, and where
    std::string licence;           ///< the address of its text
    std::string access;            ///< one of access_rights()
    std::string address;           ///< where it is published: what files are published as begins so
    std::string version, released; ///< of a release: its number, and its day, ISO 8601

    bool operator==(const Description&) const = default;
};

/// The codes that the Asset Description Metadata Schema has.
[[nodiscard]] const std::vector<std::string>& publisher_types();
[[nodiscard]] const std::vector<std::string>& access_rights();

/// Why it can be none (the licence is no address), and what to write instead. Empty: it can.
[[nodiscard]] std::string fault_of_description(const Description& description);

/// In place of what was told. Throws ConstraintError where fault_of_description() finds one.
Keeping keep_description(Connection& connection, const Description& description);

[[nodiscard]] Description find_description(const Connection& connection);

} // namespace kompass::archive
