#include "archive/schema/schema_scorings.h"

namespace kompass::archive {

const char* const schema_scorings = R"sql(

-- What a report is scored by another edition of the instrument, beside its own scores.
CREATE TABLE scoring (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; places and doubts hang here
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that prints it
    number      INTEGER NOT NULL CHECK (number >= 2), -- its number in the report; the report's own is the first
    edition     TEXT REFERENCES edition (id), -- of the instrument; NULL: not to be told
    label       TEXT,                        -- what tells of it, as printed; NULL: nothing does
    UNIQUE (report_id, number)
) STRICT;
CREATE INDEX scoring_by_edition ON scoring (edition);

CREATE TABLE scoring_row (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; places, doubts, repairs hang here
    scoring_id  INTEGER NOT NULL REFERENCES scoring (id) ON DELETE CASCADE, -- the scoring it is of
    position    INTEGER NOT NULL CHECK (position >= 1), -- order, 1 is the first; an area before its questions
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: all areas together
    question    TEXT,                        -- number as printed, e.g. '4.2'; NULL: the area's total, or all areas'
    text        TEXT,                        -- the question, or the area's title; NULL: of all areas together
    table_title TEXT,                        -- of an area: as in the head of its score table; NULL: none
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- reached, points; NULL: not stated
    max         INTEGER CHECK (max >= 0),    -- can be reached, points; NULL: not stated
    percent     INTEGER CHECK (percent >= 0), -- points of max, per cent, whole; NULL: not stated
    UNIQUE (scoring_id, position),
    CHECK (area IS NOT NULL OR question IS NULL)
) STRICT;

CREATE TABLE scoring_column (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its places hang here
    scoring_id  INTEGER NOT NULL REFERENCES scoring (id) ON DELETE CASCADE, -- the scoring it is of
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the table, 1 is the first
    year        INTEGER NOT NULL,            -- of the evaluation the column tells of
    total       ANY CHECK (total >= 0 AND round(total, 1) IS total), -- its last row, points, as printed; NULL: not stated
    UNIQUE (scoring_id, position)
) STRICT;

CREATE TABLE scoring_past (
    column_id   INTEGER NOT NULL REFERENCES scoring_column (id) ON DELETE CASCADE, -- the column it stands in
    area        INTEGER NOT NULL CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8
    points      ANY CHECK (points >= 0 AND round(points, 1) IS points), -- that year's total of the area, points; NULL: not stated
    PRIMARY KEY (column_id, area)
) STRICT, WITHOUT ROWID;

ALTER TABLE cell ADD COLUMN scoring INTEGER CHECK (scoring >= 2);
ALTER TABLE account_part ADD COLUMN scoring INTEGER CHECK (scoring >= 2);
CREATE INDEX cell_by_scoring ON cell (scoring, kind, area, question, year);

PRAGMA writable_schema = ON;

-- Added columns stand in lines of their own, with what they mean, as all others do.
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'note        TEXT    NOT NULL             --', 'note        TEXT    NOT NULL,            --'),
    ', scoring INTEGER CHECK (scoring >= 2))',
    '    scoring     INTEGER CHECK (scoring >= 2) -- number of the scoring it is of; NULL: of the report''s own' || char(10) || ')')
WHERE type = 'table' AND name = 'cell';
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'why         TEXT, scoring INTEGER CHECK (scoring >= 2),', 'why         TEXT,'),
    'or why not; NULL: found' || char(10),
    'or why not; NULL: found' || char(10) ||
    '    scoring     INTEGER CHECK (scoring >= 2), -- number of the scoring it is of; NULL: of the report''s own' || char(10))
WHERE type = 'table' AND name = 'account_part';

UPDATE sqlite_schema SET sql = replace(sql,
    '''finding'', ''history'', ''audit'', ''trouble''))',
    '''finding'', ''history'', ''audit'', ''trouble'',' || char(10) ||
    '                                ''scoring'', ''scoring-row'', ''scoring-column''))')
WHERE type = 'table' AND name = 'entry';

PRAGMA writable_schema = RESET;

)sql";

} // namespace kompass::archive
