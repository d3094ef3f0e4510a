#include "archive/schema/schema_reingest.h"

namespace kompass::archive {

const char* const schema_reingest = R"sql(

-- What a run stood on ---------------------------------------------------------------------------------------

CREATE TABLE run_part (
    run_id      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, -- the run
    part        TEXT    NOT NULL,            -- a library, a model, or 'rules'
    version     TEXT    NOT NULL,            -- its version; of the rules a checksum of all their files
    PRIMARY KEY (run_id, part)
) STRICT, WITHOUT ROWID;

-- Sources through time --------------------------------------------------------------------------------------

-- Keyed by what does not change when a source is extracted anew, so without a link.
CREATE TABLE reading (
    id          INTEGER PRIMARY KEY,         -- key
    sha256      TEXT    NOT NULL UNIQUE      -- of the source's bytes, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    content     BLOB    NOT NULL,            -- the pages as they were read: JSON, compressed with zlib
    kept_at     TEXT    NOT NULL             -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
) STRICT;

CREATE TABLE source_path (
    path        TEXT    PRIMARY KEY,         -- absolute, where a run found the source
    sha256      TEXT    NOT NULL             -- of the bytes that lay there when it was last looked at
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    seen_at     TEXT    NOT NULL             -- UTC, ISO 8601; when those bytes were first found there
) STRICT, WITHOUT ROWID;
CREATE INDEX source_path_by_hash ON source_path (sha256);

CREATE TABLE extraction (
    source_id   INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE, -- the source
    version     TEXT    NOT NULL,            -- of the kompass whose rules were last applied to it
    run_id      INTEGER REFERENCES run (id)  -- the run that applied them; NULL: outside of a run
) STRICT;
CREATE INDEX extraction_by_run ON extraction (run_id);

INSERT INTO extraction (source_id, version, run_id)
SELECT source.id, run.version, run.id FROM source JOIN run ON run.id = source.run_id;

-- Of several sources of one evaluation one is current: its report is in the tables of reports. The others
-- are here, so that no query counts an evaluation twice.
CREATE TABLE former_report (
    source_id   INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE, -- the file it was read from
    report_id   INTEGER NOT NULL UNIQUE,     -- what `kompass show` takes; the report's id while it was current
    superseded_by INTEGER NOT NULL REFERENCES source (id), -- the source whose report is current
    reason      TEXT    NOT NULL             -- what decided
                CHECK (reason IN ('file-replaced', 'later-edition', 'more-complete', 'fewer-doubts',
                                  'nearer-source', 'first-taken')),
    why         TEXT    NOT NULL,            -- the same in words
    record      TEXT    NOT NULL             -- the whole report as `kompass extract` prints it: JSON
) STRICT;
CREATE INDEX former_report_by_successor ON former_report (superseded_by);

CREATE TABLE revision (
    id          INTEGER PRIMARY KEY,         -- key
    sha256      TEXT    NOT NULL             -- of the source whose report changed, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    run_id      INTEGER REFERENCES run (id), -- the run that changed it; NULL: outside of a run
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the report, 1 is the first
    cell        TEXT    NOT NULL,            -- what changed, e.g. '4.4 percent'
    before      TEXT,                        -- what stood there; NULL: nothing
    after       TEXT                         -- what stands there now; NULL: nothing
) STRICT;
CREATE INDEX revision_by_source ON revision (sha256, run_id, position);
CREATE INDEX revision_by_run ON revision (run_id);

)sql";

} // namespace kompass::archive
