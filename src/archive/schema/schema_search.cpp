#include "archive/schema/schema_search.h"

namespace kompass::archive {

const char* const schema_search = R"sql(

DROP TRIGGER finding_inserted;
DROP TRIGGER finding_deleted;
DROP TRIGGER finding_updated;
DROP TABLE finding_search;
DROP TRIGGER question_score_inserted;
DROP TRIGGER question_score_deleted;
DROP TRIGGER question_score_updated;
DROP TABLE question_search;

-- Search ----------------------------------------------------------------------------------------------------

CREATE TABLE paragraph (
    area_score_id INTEGER NOT NULL REFERENCES area_score (id) ON DELETE CASCADE, -- the area it stands in
    position    INTEGER NOT NULL CHECK (position >= 1), -- order in the area, 1 is the first
    text        TEXT    NOT NULL,            -- joined over line ends, repaired
    page        INTEGER NOT NULL,            -- page number in the file where it begins, 1 is the first
    PRIMARY KEY (area_score_id, position)
) STRICT, WITHOUT ROWID;

)sql";

} // namespace kompass::archive
