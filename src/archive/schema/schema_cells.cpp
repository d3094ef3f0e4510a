#include "archive/schema/schema_cells.h"

namespace kompass::archive {

const char* const schema_cells = R"sql(

-- The cells that reports have, findings are about or people decided, by the names that the program gives them.
-- A row is never changed or taken away, and is no report's own.
CREATE TABLE cell (
    name        TEXT    PRIMARY KEY,         -- e.g. '4.4 percent'
    kind        TEXT    NOT NULL             -- what it belongs to; 'total': the last row of an area's score table
                CHECK (kind IN ('report', 'area', 'total', 'question', 'history')),
    year        INTEGER,                     -- of the history's column; NULL: not of the history
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: not of one area
    question    TEXT,                        -- number of the question as printed, e.g. '4.4'; NULL: of none
    field       TEXT,                        -- which thing, e.g. 'percent', 'box points'; NULL: all that belongs to it
    position    INTEGER CHECK (position >= 1), -- of a finding in its list, 1 is the first; NULL: no finding
    whole       TEXT    NOT NULL,            -- name of the row, column or area that it is part of, e.g. '4.4'
    short_name  TEXT    NOT NULL,            -- name within its question or area, e.g. 'percent', 'total points'
    note        TEXT    NOT NULL             -- what doubt, candidate and score_repair call it beside its entry
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_by_question ON cell (question, field);
CREATE INDEX cell_by_area ON cell (kind, area, field, position);
CREATE INDEX cell_by_year ON cell (year, area);

)sql";

} // namespace kompass::archive
