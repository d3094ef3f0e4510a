#include "archive/schema/schema_atomic.h"

namespace kompass::archive {

const char* const schema_atomic = R"sql(

-- Long texts lie closer in a table of rows than in an index.
CREATE TABLE paragraph_of_rows (
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the area, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired
    page        INTEGER NOT NULL,            -- page number in the file where it begins, 1 is the first
    PRIMARY KEY (area_score_id, position)
) STRICT;
INSERT INTO paragraph_of_rows SELECT area_score_id, position, text, page FROM paragraph ORDER BY area_score_id, position;
DROP TABLE paragraph;
ALTER TABLE paragraph_of_rows RENAME TO paragraph;

CREATE INDEX source_by_file ON source (file);

-- A definition within what it is defined in: what refers to one by both refers to no other's.
CREATE UNIQUE INDEX area_in_edition ON area (id, edition, number);
CREATE UNIQUE INDEX question_in_area ON question (id, area_id, number);

-- When a municipality had a name, a code and a county. One without a row here has had them as long as there are
-- evaluations.
CREATE TABLE municipality_period (
    code        TEXT    NOT NULL REFERENCES municipality (code), -- official code then
    name        TEXT    NOT NULL CHECK (name <> ''), -- its name then
    county_code TEXT    REFERENCES county (code), -- its county then; NULL: the register in use does not tell
    valid_from  TEXT                         -- first day, ISO 8601; NULL: from before there were evaluations
                CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND valid_from IS date(valid_from)),
    valid_to    TEXT                         -- last day, ISO 8601; NULL: until today
                CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND valid_to IS date(valid_to)),
    PRIMARY KEY (code, name),
    CHECK (valid_from <= valid_to)
) STRICT, WITHOUT ROWID;
CREATE INDEX municipality_period_by_name ON municipality_period (name);
CREATE INDEX municipality_period_by_county ON municipality_period (county_code);

-- What became of municipalities.
CREATE TABLE municipality_change (
    from_code   TEXT    NOT NULL REFERENCES municipality (code), -- which it was
    to_code     TEXT    NOT NULL REFERENCES municipality (code), -- which it became, or which came of it
    date        TEXT    NOT NULL             -- first day of the new state, ISO 8601
                CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind        TEXT    NOT NULL             -- 'split': one came of a part of it; 'merged': it became part of one;
                CHECK (kind IN ('split', 'merged', 'moved', 'renamed')), -- 'moved': to another county, with a new code
    PRIMARY KEY (from_code, to_code, date)
) STRICT, WITHOUT ROWID;
CREATE INDEX municipality_change_by_outcome ON municipality_change (to_code);

-- What an edition's reports call an area.
CREATE TABLE area_title (
    area_id     INTEGER NOT NULL REFERENCES area (id), -- the area
    title       TEXT    NOT NULL CHECK (title <> ''), -- one of its titles; the usual one is area.title
    PRIMARY KEY (area_id, title)
) STRICT, WITHOUT ROWID;
INSERT INTO area_title SELECT id, title FROM area WHERE title <> '';

-- How an edition's reports word a question.
CREATE TABLE question_wording (
    question_id INTEGER NOT NULL REFERENCES question (id), -- the question
    wording     TEXT    NOT NULL CHECK (wording <> ''), -- one of its wordings; the usual one is question.wording
    PRIMARY KEY (question_id, wording)
) STRICT, WITHOUT ROWID;
INSERT INTO question_wording SELECT id, wording FROM question WHERE wording <> '';

-- Columns are added as ALTER TABLE does it, but with comments.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'text_repairs INTEGER NOT NULL CHECK (text_repairs >= 0) --', 'text_repairs INTEGER NOT NULL CHECK (text_repairs >= 0), --'),
    'how many words the text repair changed
)', 'how many words the text repair changed
    exact_checks INTEGER NOT NULL DEFAULT 0 CHECK (exact_checks >= 0) -- how many checks of its arithmetic are not stored, being exact: its figures tell them
)')
WHERE type = 'table' AND name = 'report';
UPDATE sqlite_schema SET sql = replace(sql,
    'value       TEXT    NOT NULL,            -- as printed, with its unit if there is one
    PRIMARY KEY (report_id, position)',
    'value       TEXT    NOT NULL,            -- as printed, with its unit if there is one
    number      ANY CHECK (typeof(number) IN (''integer'', ''real'', ''null'')), -- the number in that; NULL: there is none, or not one alone
    unit        TEXT CHECK (unit <> ''''),   -- what stands behind the number, e.g. ''%'', ''invånare''; NULL: nothing
    as_of       TEXT                         -- the day or year that it is of, e.g. ''2017-03-31'', ''2017''; NULL: not told, or several
                CHECK (as_of GLOB ''[12][0-9][0-9][0-9]'' OR as_of GLOB ''[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]''),
    PRIMARY KEY (report_id, position),
    CHECK (unit IS NULL OR number IS NOT NULL)')
WHERE type = 'table' AND name = 'key_fact';
UPDATE sqlite_schema SET sql = replace(sql, '-- the page''s words, for the program only',
    '-- the page''s words, for the program only; compressed with zlib')
WHERE type = 'table' AND name = 'ocr_page';
PRAGMA writable_schema = RESET;

)sql";

} // namespace kompass::archive
