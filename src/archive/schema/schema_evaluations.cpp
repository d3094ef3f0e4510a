#include "archive/schema/schema_evaluations.h"

namespace kompass::archive {

const char* const schema_evaluations = R"sql(

CREATE INDEX report_by_name ON report (municipality, year);

-- A file was found with other content: keyed by what does not change, so without a link.
CREATE TABLE replacement (
    sha256      TEXT    PRIMARY KEY          -- of the bytes that lay there before, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    by_sha256   TEXT    NOT NULL             -- of the bytes found in their place
                CHECK (length(by_sha256) = 64 AND by_sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT, WITHOUT ROWID;
CREATE INDEX replacement_by_successor ON replacement (by_sha256);
INSERT OR IGNORE INTO replacement (sha256, by_sha256)
SELECT old.sha256, new.sha256 FROM former_report f JOIN source old ON old.id = f.source_id
JOIN source new ON new.id = f.superseded_by WHERE f.reason = 'file-replaced';

-- Decisions -------------------------------------------------------------------------------------------------

-- What a person decided of an evaluation, in a document of it; only ever added to. Of several decisions of one
-- cell the latest counts.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- order of entering
    sha256      TEXT    NOT NULL             -- of a document of the evaluation, which may yet come; lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    cell        TEXT    NOT NULL REFERENCES cell (name), -- what is decided: its area, question and field are in cell
    stated      INTEGER NOT NULL CHECK (stated IN (0, 1)), -- 0: the report does not state it
    number      INTEGER CHECK (number >= 0), -- what it is, in the cell's unit; NULL: no figure
    text        TEXT CHECK (text <> ''),     -- what it is; NULL: no text
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    author      TEXT    NOT NULL,            -- who decided
    why         TEXT    NOT NULL,            -- on what grounds
    made_at     TEXT    NOT NULL,            -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
    CHECK ((number IS NOT NULL) + (text IS NOT NULL) = stated)
) STRICT;
CREATE INDEX decision_by_source ON decision (sha256, cell);
CREATE INDEX decision_by_cell ON decision (cell);
CREATE TRIGGER decision_is_of_its_cell BEFORE INSERT ON decision
WHEN new.stated AND (new.number IS NULL) =
     (SELECT field IN ('points', 'max', 'percent', 'box points', 'year', 'month', 'ordinal', 'interviewees')
      FROM cell WHERE name = new.cell) BEGIN
    SELECT RAISE(ABORT, 'a decision of a figure needs a number, any other a text');
END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed; a later one goes before it');
END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'a decision is never taken away; a later one goes before it');
END;

-- What an earlier version of the program took as a correction and no cell can hold. Nothing reads it.
CREATE TABLE refused_correction (
    id          INTEGER PRIMARY KEY,         -- order of entering
    sha256      TEXT    NOT NULL,            -- of the source, lower-case hex
    cell        TEXT    NOT NULL,            -- what was to be corrected
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    value       TEXT    NOT NULL,            -- what was entered, e.g. 'tolv' for a number
    author      TEXT    NOT NULL,            -- who entered it
    why         TEXT    NOT NULL,            -- on what grounds
    made_at     TEXT    NOT NULL             -- when
) STRICT;

-- What is found by search is what is in effect (in_effect.h), no longer what each document prints.
DROP TRIGGER IF EXISTS finding_inserted;
DROP TRIGGER IF EXISTS finding_deleted;
DROP TRIGGER IF EXISTS finding_updated;
DROP TRIGGER IF EXISTS question_score_inserted;
DROP TRIGGER IF EXISTS question_score_deleted;
DROP TRIGGER IF EXISTS question_score_updated;
DROP TRIGGER IF EXISTS box_heading_inserted;
DROP TRIGGER IF EXISTS box_heading_deleted;
DROP TRIGGER IF EXISTS box_heading_updated;
DROP TRIGGER IF EXISTS role_model_inserted;
DROP TRIGGER IF EXISTS role_model_deleted;
DROP TRIGGER IF EXISTS role_model_updated;
DROP TRIGGER IF EXISTS paragraph_inserted;
DROP TRIGGER IF EXISTS paragraph_deleted;
DROP TRIGGER IF EXISTS paragraph_updated;

)sql";

} // namespace kompass::archive
