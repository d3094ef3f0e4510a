#include "archive/schema/schema_evaluators.h"

namespace kompass::archive {

const char* const schema_evaluators = R"sql(

-- Evaluators, taken apart. A report has all of its own here, or, if it was taken before there was this table, none.
CREATE TABLE evaluator_detail (
    id          INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, -- key; its doubts hang here
    report_id   INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that names them
    position    INTEGER NOT NULL CHECK (position >= 1), -- the same as of the person in evaluator
    name        TEXT    NOT NULL CHECK (name <> ''), -- of the person alone, e.g. 'Anna Berg'
    role        TEXT CHECK (role <> ''),     -- as printed, e.g. 'senior konsult'; NULL: not printed
    employer    TEXT CHECK (employer <> ''), -- as printed, e.g. 'SKL'; of several who share it, each has it; NULL: not printed
    UNIQUE (report_id, position)
) STRICT;
CREATE INDEX evaluator_detail_by_name ON evaluator_detail (name);
CREATE INDEX evaluator_detail_by_employer ON evaluator_detail (employer);

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
    '''scoring'', ''scoring-row'', ''scoring-column''))',
    '''scoring'', ''scoring-row'', ''scoring-column'', ''evaluator''))')
WHERE type = 'table' AND name = 'entry';

PRAGMA writable_schema = RESET;

)sql";

} // namespace kompass::archive
