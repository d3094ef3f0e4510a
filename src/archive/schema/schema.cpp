#include "archive/schema/schema.h"

namespace kompass::archive {

const char* const schema_version_1 = R"sql(

-- Who ran what, and when ------------------------------------------------------------------------------------

CREATE TABLE run (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- key
    command     TEXT    NOT NULL,            -- the command line
    version     TEXT    NOT NULL,            -- of kompass
    sqlite      TEXT    NOT NULL,            -- version of the SQLite library
    started_at  TEXT    NOT NULL,            -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
    ended_at    TEXT,                        -- UTC, ISO 8601; NULL: still at work, or broken off
    taken       INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0), -- reports stored; counted when the run ends
    known       INTEGER NOT NULL DEFAULT 0 CHECK (known >= 0), -- sources that were stored already
    failed      INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0) -- sources that could not be taken
) STRICT;

-- Definitions: what the rules know --------------------------------------------------------------------------

CREATE TABLE county (
    code        TEXT PRIMARY KEY CHECK (code <> ''), -- official code, two digits, e.g. '19'
    name        TEXT NOT NULL                -- e.g. 'Västmanlands län'
) STRICT, WITHOUT ROWID;

CREATE TABLE municipality (
    code        TEXT PRIMARY KEY             -- official code, four digits, e.g. '1983'
                CHECK (code GLOB '[0-9][0-9][0-9][0-9]'),
    name        TEXT NOT NULL,               -- e.g. 'Köping'
    county_code TEXT REFERENCES county (code) -- NULL: the register in use does not hold this municipality
) STRICT, WITHOUT ROWID;
CREATE INDEX municipality_by_county ON municipality (county_code);

CREATE TABLE edition (
    id          TEXT PRIMARY KEY CHECK (id <> ''), -- the year of the instrument's revision, e.g. '2016'
    first_year  INTEGER,                     -- first year of use; NULL: the rules do not know this edition
    last_year   INTEGER                      -- last year of use; NULL: not known, or still in use
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
    id          INTEGER PRIMARY KEY,         -- key
    edition     TEXT    NOT NULL REFERENCES edition (id), -- the edition it belongs to
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 8), -- 1 to 8
    title       TEXT    NOT NULL,            -- as the edition words it
    UNIQUE (edition, number)
) STRICT;

CREATE TABLE question (
    id          INTEGER PRIMARY KEY,         -- key
    area_id     INTEGER NOT NULL REFERENCES area (id), -- the area it belongs to
    number      TEXT    NOT NULL,            -- area and question, e.g. '4.2'
    wording     TEXT    NOT NULL,            -- the usual one; empty: not known
    max         INTEGER CHECK (max >= 0),    -- usual maximum in points; evidence, since maxima shift; NULL: not known
    UNIQUE (area_id, number)
) STRICT;

-- Sources ---------------------------------------------------------------------------------------------------

CREATE TABLE source (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- key
    sha256      TEXT UNIQUE                  -- of the original bytes, lower-case hex; NULL: they could not be read
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    file        TEXT NOT NULL,               -- base name as given
    kind        TEXT CHECK (kind IN ('pdf', 'image', 'transcript')), -- told from the content; NULL: failed before that
    status      TEXT NOT NULL                -- 'taken': its report is stored; 'failed': table trouble says why not
                CHECK (status IN ('taken', 'failed')),
    run_id      INTEGER REFERENCES run (id), -- the run that stored it; NULL: stored outside of a run
    CHECK (status = 'failed' OR (sha256 IS NOT NULL AND kind IS NOT NULL))
) STRICT;
CREATE INDEX source_by_run ON source (run_id);

CREATE TABLE page (
    source_id   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, -- the file it is a page of
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the source, 1 is the first
    number      INTEGER NOT NULL CHECK (number >= 1), -- page number in the file, 1 is the first
    reading     TEXT    NOT NULL             -- how its text was come by
                CHECK (reading IN ('text-layer', 'ocr', 'transcript', 'empty', 'failed')),
    why         TEXT    NOT NULL,            -- why this reading was chosen
    confidence  REAL CHECK (confidence BETWEEN 0 AND 1), -- mean certainty of the reading, 0 to 1; NULL: not measured
    PRIMARY KEY (source_id, position),
    UNIQUE (source_id, number)
) STRICT, WITHOUT ROWID;

-- Anything a source says that can have places, doubts, candidates or repairs is an entry: those four tables
-- refer to it alone, and the table of the thing itself shares its id.
CREATE TABLE entry (
    id          INTEGER PRIMARY KEY,         -- key, shared with the row of the thing itself
    source_id   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, -- the file it stands in
    kind        TEXT    NOT NULL             -- which table holds the thing; 'total' is an area's total_id
                CHECK (kind IN ('report', 'area', 'total', 'question', 'finding', 'history', 'audit', 'trouble'))
) STRICT;
CREATE INDEX entry_by_source ON entry (source_id);

CREATE TABLE place (
    entry_id    INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE, -- what stands there
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in reading, 1 is the first
    page        INTEGER NOT NULL,            -- page number in the file, 1 is the first
    x0          REAL,                        -- left edge, points (1/72 inch) from the page's left; NULL: no geometry
    y0          REAL,                        -- upper edge, points from the page's top
    x1          REAL,                        -- right edge, points from the page's left
    y1          REAL,                        -- lower edge, points from the page's top
    PRIMARY KEY (entry_id, position),
    CHECK ((x0 IS NULL) = (y0 IS NULL) AND (x0 IS NULL) = (x1 IS NULL) AND (x0 IS NULL) = (y1 IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE doubt (
    entry_id    INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE, -- what the field is of
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of finding, 1 is the first
    field       TEXT    NOT NULL,            -- the field a person should check, e.g. 'points', 'year', 'strengths'
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate (
    entry_id    INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE, -- the question or total the field is of
    field       TEXT    NOT NULL,            -- 'points', 'max' or 'percent'
    position    INTEGER NOT NULL CHECK (position >= 1), -- 1 is the likeliest
    value       INTEGER NOT NULL,            -- what the field may be; unit as the field's
    PRIMARY KEY (entry_id, field, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE score_repair (
    entry_id    INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE, -- the question or total the field is of
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of repair, 1 is the first
    field       TEXT    NOT NULL,            -- 'points', 'max' or 'percent'
    read        TEXT    NOT NULL,            -- what was read, letter by letter
    value       INTEGER NOT NULL,            -- what the archive holds in its stead; unit as the field's
    why         TEXT    NOT NULL,            -- what made it certain
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trouble (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- its page and box: table place
    source_id   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, -- the file it is about
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of finding, 1 is the first
    severity    TEXT    NOT NULL CHECK (severity IN ('note', 'warning', 'error')), -- 'error': the source was not taken
    code        TEXT    NOT NULL,            -- stable, kebab-case, e.g. 'empty-file'
    message     TEXT    NOT NULL,            -- what happened and what to do
    file        TEXT    NOT NULL,            -- base name; may be empty
    rule        TEXT,                        -- id of the rule concerned; NULL: none
    UNIQUE (source_id, position)
) STRICT;

CREATE TABLE text_repair (
    id          INTEGER PRIMARY KEY,         -- key
    source_id   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, -- the file the word stands in
    page        INTEGER NOT NULL CHECK (page >= 1), -- page number in the file, 1 is the first
    line        INTEGER NOT NULL CHECK (line >= 1), -- line on that page, 1 is the first
    before      TEXT    NOT NULL,            -- the word as it was read
    after       TEXT    NOT NULL,            -- the word as it was repaired
    rule        TEXT    NOT NULL,            -- the rule or model that made the change
    probability REAL    NOT NULL CHECK (probability BETWEEN 0 AND 1) -- how sure it was, 0 to 1
) STRICT;
CREATE INDEX text_repair_by_source ON text_repair (source_id, page, line);

-- Reports ---------------------------------------------------------------------------------------------------

CREATE TABLE report (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- what `kompass show` takes; never used again
    source_id   INTEGER NOT NULL UNIQUE REFERENCES source (id) ON DELETE CASCADE, -- the file it was read from
    entry_id    INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE, -- its doubts hang here
    municipality_code TEXT REFERENCES municipality (code), -- NULL: not recognised
    municipality TEXT,                       -- the name the report was taken under; NULL: none was found
    year        INTEGER CHECK (year BETWEEN 1000 AND 9999), -- of the evaluation; NULL: not stated
    month       INTEGER CHECK (month BETWEEN 1 AND 12), -- of the evaluation; NULL: not stated
    ordinal     INTEGER CHECK (ordinal >= 1), -- 1: the municipality's first evaluation; NULL: not stated
    interviewees INTEGER CHECK (interviewees >= 0), -- persons, in round figures as printed; NULL: not stated
    document_date TEXT,                      -- date of the document, ISO 8601, e.g. '2019-02-08'; NULL: not stated
    edition     TEXT REFERENCES edition (id), -- of the instrument it was scored with; NULL: not to be told
    text_repairs INTEGER NOT NULL CHECK (text_repairs >= 0) -- how many words the text repair changed
) STRICT;
CREATE INDEX report_by_municipality ON report (municipality_code, year);
CREATE INDEX report_by_edition ON report (edition);

CREATE TABLE evaluator (
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that names them
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the report, 1 is the first
    name        TEXT    NOT NULL,            -- as printed
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_fact (
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that states it
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the report, 1 is the first
    label       TEXT    NOT NULL,            -- as printed
    value       TEXT    NOT NULL,            -- as printed, with its unit if there is one
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE area_score (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- places: of the points box or the heading
    total_id    INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE, -- places, doubts … of points, max, percent
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report it belongs to
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the record, 1 is the first
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8
    area_id     INTEGER REFERENCES area (id), -- its definition; NULL: the edition has no area of this number and title
    title       TEXT    NOT NULL,            -- as in the area's heading; empty: none was found
    table_title TEXT,                        -- as in the head of its score table; NULL: not stated
    box_points  INTEGER CHECK (box_points >= 0), -- points in the box Rubriker/Poäng; NULL: not stated
    points      INTEGER CHECK (points >= 0), -- total reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- total that can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent >= 0), -- points of max, per cent, whole, as printed; NULL: not stated
    UNIQUE (report_id, area),
    UNIQUE (report_id, position)
) STRICT;
CREATE INDEX area_score_by_definition ON area_score (area_id);

CREATE TABLE box_heading (
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area whose box it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the box, 1 is the first
    text        TEXT    NOT NULL,            -- a heading of the box Rubriker/Poäng, as printed
    PRIMARY KEY (area_score_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_score (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its places, doubts … hang here
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area whose table it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the table, 1 is the first
    number      TEXT    NOT NULL,            -- as printed, e.g. '4.2'
    text        TEXT    NOT NULL,            -- the question as printed
    question_id INTEGER REFERENCES question (id), -- its definition; NULL: the edition has no such question
    points      INTEGER CHECK (points >= 0), -- reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent >= 0), -- points of max, per cent, whole, as printed; NULL: not stated
    UNIQUE (area_score_id, position)
) STRICT;
CREATE INDEX question_score_by_definition ON question_score (question_id);

CREATE TABLE finding (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its places hang here
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area it is about
    kind        TEXT    NOT NULL CHECK (kind IN ('strength', 'improvement', 'weakness')), -- the list it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in its list, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired
    raw         TEXT,                        -- as read; NULL: the same as text
    UNIQUE (area_score_id, kind, position)
) STRICT;

CREATE TABLE role_model (
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area that names it
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the area, 1 is the first
    name        TEXT    NOT NULL,            -- municipality the area names as a role model
    municipality_code TEXT REFERENCES municipality (code), -- NULL: not recognised
    PRIMARY KEY (area_score_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_model_by_municipality ON role_model (municipality_code);

CREATE TABLE history_column (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its places hang here
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that prints it
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the table, 1 is the first
    year        INTEGER NOT NULL,            -- of the evaluation the column tells of
    total       INTEGER CHECK (total >= 0),  -- its last row, points, as printed; NULL: not stated
    UNIQUE (report_id, position)
) STRICT;

CREATE TABLE history_score (
    column_id   INTEGER NOT NULL REFERENCES history_column (id) ON DELETE CASCADE, -- the column it stands in
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8
    points      INTEGER CHECK (points >= 0), -- that year's total of the area, points, as printed; NULL: not stated
    PRIMARY KEY (column_id, area)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_finding (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its places hang here
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that was checked
    position    INTEGER NOT NULL CHECK (position >= 1), -- order of audit, 1 is the first
    kind        TEXT    NOT NULL             -- which arithmetic was checked
                CHECK (kind IN ('row', 'sum', 'maxima', 'hundred', 'box', 'history_sum', 'history_year')),
    verdict     TEXT    NOT NULL             -- 'rounding': not exact, but rounding explains it
                CHECK (verdict IN ('exact', 'rounding', 'inconsistent')),
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- NULL: not of one area
    cell        TEXT    NOT NULL,            -- what was checked, e.g. '4.4 percent'
    printed     TEXT    NOT NULL,            -- what the report prints there
    expected    TEXT    NOT NULL,            -- what follows from the rest, e.g. '51' or '50–51'
    explanation TEXT    NOT NULL,            -- a sentence for people
    UNIQUE (report_id, position)
) STRICT;

-- What a person corrected: keyed by what does not change when a source is read again, so without a link.
CREATE TABLE correction (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- the latest correction of a cell is the one with the highest id
    sha256      TEXT NOT NULL                -- of the source, lower-case hex
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    cell        TEXT NOT NULL,               -- what is corrected, e.g. '4.4 percent'
    value       TEXT NOT NULL,               -- what it is, in the cell's unit
    author      TEXT NOT NULL,               -- who decided
    why         TEXT NOT NULL,               -- on what grounds
    made_at     TEXT NOT NULL                -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
) STRICT;
CREATE INDEX correction_by_cell ON correction (sha256, cell);

-- Search: case and diacritics do not count ------------------------------------------------------------------

CREATE VIRTUAL TABLE finding_search USING fts5 (
    text, content = 'finding', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER finding_inserted AFTER INSERT ON finding BEGIN
    INSERT INTO finding_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER finding_deleted AFTER DELETE ON finding BEGIN
    INSERT INTO finding_search (finding_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER finding_updated AFTER UPDATE ON finding BEGIN
    INSERT INTO finding_search (finding_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO finding_search (rowid, text) VALUES (new.id, new.text);
END;

CREATE VIRTUAL TABLE question_search USING fts5 (
    text, content = 'question_score', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER question_score_inserted AFTER INSERT ON question_score BEGIN
    INSERT INTO question_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER question_score_deleted AFTER DELETE ON question_score BEGIN
    INSERT INTO question_search (question_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER question_score_updated AFTER UPDATE ON question_score BEGIN
    INSERT INTO question_search (question_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO question_search (rowid, text) VALUES (new.id, new.text);
END;

)sql";

const char* const schema_version_2 = R"sql(

-- What OCR read ---------------------------------------------------------------------------------------------

CREATE TABLE ocr_engine (
    id          INTEGER PRIMARY KEY,         -- key
    fingerprint TEXT    NOT NULL UNIQUE      -- versions, checksums of the models, parameters: equal ones read alike
) STRICT;

-- Kept as it is read, in a transaction of its own, before the report it belongs to is there: reading is what
-- costs. So a page refers to its source by hash, and goes by `kompass cache` only.
CREATE TABLE ocr_page (
    id          INTEGER PRIMARY KEY,         -- key
    sha256      TEXT    NOT NULL             -- of the source's bytes, lower-case hex; it may have no row in source
                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    page        INTEGER NOT NULL CHECK (page >= 1), -- page number in the file, 1 is the first
    engine_id   INTEGER NOT NULL REFERENCES ocr_engine (id), -- what read it
    content     BLOB    NOT NULL,            -- the page's words, for the program only
    kept_at     TEXT    NOT NULL,            -- UTC, ISO 8601, e.g. 2021-03-01T12:00:00Z
    used_at     TEXT    NOT NULL,            -- UTC, ISO 8601; when it was last asked for, to within a day
    UNIQUE (sha256, page, engine_id)
) STRICT;
CREATE INDEX ocr_page_by_engine ON ocr_page (engine_id);

)sql";

} // namespace kompass::archive
