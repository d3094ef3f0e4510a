#include "archive/schema/schema_own_municipalities.h"

namespace kompass::archive {

const char* const schema_own_municipalities = R"sql(

-- Municipalities of registers that were given with --municipalities, and need not be given again.
CREATE TABLE own_municipality (
    code        TEXT    PRIMARY KEY REFERENCES municipality (code) -- which
) STRICT, WITHOUT ROWID;

)sql";

} // namespace kompass::archive
