#include "archive/schema/schema_withdrawals.h"

namespace kompass::archive {

const char* const schema_withdrawals = R"sql(

DROP TABLE IF EXISTS decision_in_force; -- it refers to the table, and is made anew with each version
ALTER TABLE decision RENAME TO decision_before;

-- What a person decided of an evaluation, in a document of it; only ever added to. Of several decisions of one
-- cell the latest counts that was not taken back.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- order of entering
    sha256      TEXT    NOT NULL             -- of a document of the evaluation, which may yet come; lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    cell        TEXT    NOT NULL REFERENCES cell (name), -- what is decided: its area, question and field are in cell
    stated      INTEGER NOT NULL CHECK (stated IN (0, 1)), -- 0: the report does not state it
    number      ANY CHECK (number >= 0 AND round(number, 1) IS number), -- what it is, in the cell's unit; NULL: no figure
    text        TEXT CHECK (text <> ''),     -- what it is; NULL: no text
    was         TEXT,                        -- what the archive held when it was made; NULL: nothing
    author      TEXT    NOT NULL,            -- who decided
    why         TEXT    NOT NULL,            -- on what grounds
    made_at     TEXT    NOT NULL,            -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
    withdrawn   INTEGER NOT NULL DEFAULT 0   -- 1: it takes back the latest of its cell that counted, and says nothing itself
                CHECK (withdrawn IN (0, 1)),
    CHECK ((number IS NOT NULL) + (text IS NOT NULL) = stated),
    CHECK (NOT (withdrawn AND stated))
) STRICT;
INSERT INTO decision (id, sha256, cell, stated, number, text, was, author, why, made_at)
    SELECT id, sha256, cell, stated, number, text, was, author, why, made_at FROM decision_before;
DROP TABLE decision_before;
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

)sql";

} // namespace kompass::archive
