#include "archive/schema/schema_description.h"

namespace kompass::archive {

const char* const schema_description = R"sql(

-- What the archive says of itself -----------------------------------------------------------------------------

-- What people told of the archive as a whole, and of a release what it is; one row, or none.
CREATE TABLE description (
    id          INTEGER PRIMARY KEY CHECK (id = 1), -- there is only one
    title       TEXT CHECK (title <> ''),    -- what the archive is called; NULL: not told
    publisher   TEXT CHECK (publisher <> ''), -- who hands it out; NULL: not told
    publisher_type TEXT CHECK (publisher_type <> ''), -- a code of ADMS, e.g. LocalAuthority; NULL: not told
    contact     TEXT CHECK (contact <> ''),  -- whom to ask; NULL: not told
    email       TEXT CHECK (email LIKE '%_@_%'), -- of whom to ask; NULL: not told
    licence     TEXT CHECK (licence <> ''),  -- address of the licence's text; NULL: not told
    access      TEXT CHECK (access IN ('public', 'restricted', 'non-public')), -- who may have it; NULL: not told
    address     TEXT CHECK (address <> ''),  -- where it is published; NULL: not told
    version     TEXT CHECK (version <> ''),  -- number of the release that this file is; NULL: it is none
    released    TEXT                         -- the day of that release, ISO 8601; NULL: it is none
                CHECK (released GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK ((version IS NULL) = (released IS NULL))
) STRICT;

-- What each table, view and column means, as docs/schema.md of the program that made this schema says.
CREATE TABLE schema_note (
    relation    TEXT    NOT NULL,            -- name of the table or view
    field       TEXT    NOT NULL,            -- name of its column; empty: the table or view itself
    meaning     TEXT    NOT NULL,            -- for people, with the unit if there is one
    PRIMARY KEY (relation, field)
) STRICT, WITHOUT ROWID;

)sql";

} // namespace kompass::archive
