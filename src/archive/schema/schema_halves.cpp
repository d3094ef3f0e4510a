#include "archive/schema/schema_halves.h"

namespace kompass::archive {

const char* const schema_halves = R"sql(

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(replace(sql,
    'points      INTEGER CHECK (points >= 0),',
    'points      ANY CHECK (points >= 0 AND round(points, 1) IS points),'),
    'box_points  INTEGER CHECK (box_points >= 0),',
    'box_points  ANY CHECK (box_points >= 0 AND round(box_points, 1) IS box_points),')
WHERE type = 'table' AND name IN ('area_score', 'question_score', 'history_score');

UPDATE sqlite_schema SET sql = replace(sql,
    'total       INTEGER CHECK (total >= 0),',
    'total       ANY CHECK (total >= 0 AND round(total, 1) IS total),')
WHERE type = 'table' AND name = 'history_column';

UPDATE sqlite_schema SET sql = replace(sql,
    'value       INTEGER NOT NULL,',
    'value       ANY NOT NULL CHECK (round(value, 1) IS value),')
WHERE type = 'table' AND name IN ('candidate', 'score_repair');

UPDATE sqlite_schema SET sql = replace(sql,
    'number      INTEGER CHECK (number >= 0),',
    'number      ANY CHECK (number >= 0 AND round(number, 1) IS number),')
WHERE type = 'table' AND name = 'decision';

PRAGMA writable_schema = RESET;

)sql";

} // namespace kompass::archive
