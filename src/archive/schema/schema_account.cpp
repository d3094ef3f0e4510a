#include "archive/schema/schema_account.h"

namespace kompass::archive {

const char* const schema_account = R"sql(

-- What became of all that was read of a report, and of all that it should hold. A report that was extracted
-- before there were accounts has none, until it is extracted anew.
CREATE TABLE account (
    report_id   INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE, -- the report
    summary     TEXT    NOT NULL,            -- its parts in one line for people, e.g. '41 of 41 parts'
    read        INTEGER NOT NULL CHECK (read >= 0), -- how many words were read, words; the next four sum to it
    claimed     INTEGER NOT NULL CHECK (claimed >= 0), -- words that stand in a value of the report, or head one
    prose       INTEGER NOT NULL CHECK (prose >= 0), -- words of running text and its headings
    furniture   INTEGER NOT NULL CHECK (furniture >= 0), -- words of running heads, page numbers, contents, labels
    unclaimed   INTEGER NOT NULL CHECK (unclaimed >= 0), -- words that no part of the report holds
    CHECK (claimed + prose + furniture + unclaimed = read)
) STRICT;

CREATE TABLE account_part (
    report_id   INTEGER NOT NULL REFERENCES account (report_id) ON DELETE CASCADE, -- the report
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the account, 1 is the first
    part        TEXT    NOT NULL             -- what it is; 'page': a page by its printed number
                CHECK (part IN ('title', 'box', 'score_table', 'strengths', 'improvements', 'weaknesses',
                                'role_models', 'history', 'key_facts', 'identity', 'page')),
    area        INTEGER CHECK (area BETWEEN 1 AND 8), -- number of the area, 1 to 8; NULL: of no area
    printed_page INTEGER,                    -- of part 'page': the number printed on it; NULL: another part
    state       TEXT    NOT NULL             -- what became of it
                CHECK (state IN ('found', 'damaged', 'missing', 'not_in_report')),
    why         TEXT,                        -- what is wrong, why it is expected, or why not; NULL: found
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE unclaimed (
    id          INTEGER PRIMARY KEY,         -- key
    report_id   INTEGER NOT NULL REFERENCES account (report_id) ON DELETE CASCADE, -- the report
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in reading, 1 is the first
    looks_like  TEXT    NOT NULL             -- what the words look like
                CHECK (looks_like IN ('table', 'list', 'heading', 'text', 'picture')),
    words       INTEGER NOT NULL,            -- how many stand there, words
    UNIQUE (report_id, position)
) STRICT;

CREATE TABLE unclaimed_place (
    unclaimed_id INTEGER NOT NULL REFERENCES unclaimed (id) ON DELETE CASCADE, -- the words that stand there
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in reading, 1 is the first
    page        INTEGER NOT NULL,            -- page number in the file, 1 is the first
    x0          REAL,                        -- left edge, points (1/72 inch) from the page's left; NULL: no geometry
    y0          REAL,                        -- top edge, points from the page's top
    x1          REAL,                        -- right edge, points from the page's left
    y1          REAL,                        -- bottom edge, points from the page's top
    PRIMARY KEY (unclaimed_id, position)
) STRICT, WITHOUT ROWID;

)sql";

} // namespace kompass::archive
