#include "archive/schema/schema_origins.h"

namespace kompass::archive {

const char* const schema_origins = R"sql(

-- What is told from outside the reports -----------------------------------------------------------------------

-- Where a file came from, as a person said. Keyed by what the file holds, so without a link.
CREATE TABLE origin (
    sha256      TEXT    PRIMARY KEY          -- of the file's bytes, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    url         TEXT CHECK (url <> ''),      -- address it was fetched from; NULL: not said
    publisher   TEXT CHECK (publisher <> ''), -- who published it there; NULL: not said
    retrieved   TEXT                         -- the day it was fetched, ISO 8601, e.g. 2024-05-01; NULL: not said
                CHECK (retrieved GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    licence     TEXT CHECK (licence <> ''),  -- under which it may be used; NULL: not said
    note        TEXT CHECK (note <> ''),     -- what else there is to say; NULL: nothing
    CHECK (coalesce(url, publisher, retrieved, licence, note) IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Points that another publication gives of an evaluation, of which there may be no report here. Nothing in the
-- archive is changed by them.
CREATE TABLE known_total (
    municipality_code TEXT NOT NULL REFERENCES municipality (code), -- whose evaluation
    year        INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999), -- when the municipality was evaluated
    month       INTEGER CHECK (month BETWEEN 1 AND 12), -- NULL: not told
    source      TEXT    NOT NULL CHECK (source <> ''), -- the publication that gives it
    area        INTEGER NOT NULL CHECK (area BETWEEN 0 AND 8), -- number of the area, 1 to 8; 0: all together
    points      ANY     NOT NULL CHECK (points >= 0 AND round(points, 1) IS points) -- as that publication has them
) STRICT;
CREATE UNIQUE INDEX known_total_by_evaluation
    ON known_total (municipality_code, year, coalesce(month, 0), source, area);

-- Until then all editions were of Kommunkompassen. Columns are added as ALTER TABLE does it, but with comments.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'last_year   INTEGER                      --', 'last_year   INTEGER,                     --'),
    'or still in use
)', 'or still in use
    instrument  TEXT NOT NULL DEFAULT ''Kommunkompassen'' CHECK (instrument <> ''''), -- name of the one that it is an edition of
    country     TEXT NOT NULL DEFAULT ''se'' CHECK (country GLOB ''[a-z][a-z]'') -- of its municipalities, ISO 3166, e.g. ''se''
)')
WHERE type = 'table' AND name = 'edition';
PRAGMA writable_schema = RESET;

)sql";

} // namespace kompass::archive
