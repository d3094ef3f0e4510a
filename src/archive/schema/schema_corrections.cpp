#include "archive/schema/schema_corrections.h"

namespace kompass::archive {

const char* const schema_corrections = R"sql(

-- What a person corrected: keyed by what does not change when a source is read again, so without a link; only
-- ever added to.
ALTER TABLE correction RENAME TO correction_before;
CREATE TABLE correction (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- the latest correction of a cell is the one with the highest id
    sha256      TEXT NOT NULL                -- of the source, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    cell        TEXT NOT NULL,               -- what is corrected, e.g. '4.4 percent'
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    value       TEXT NOT NULL,               -- what it is, in the cell's unit
    author      TEXT NOT NULL,               -- who decided
    why         TEXT NOT NULL,               -- on what grounds
    made_at     TEXT NOT NULL                -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
) STRICT;
INSERT INTO correction (id, sha256, cell, value, author, why, made_at)
    SELECT id, sha256, cell, value, author, why, made_at FROM correction_before;
DROP TABLE correction_before;
CREATE INDEX correction_by_cell ON correction (sha256, cell);
CREATE INDEX correction_of_edition ON correction (value) WHERE cell = 'edition';

)sql";

} // namespace kompass::archive
