// Version 11 of the schema: points may have a half, or any one decimal.
//
// Such columns hold any number: a whole one as an integer, so that it is shown as "9" and never as "9.0", one
// with a decimal as a real. What they held before, whole numbers, stays as it is; so the columns are
// declared anew in place, as SQLite's manual tells for changes that touch no stored value (ALTER TABLE,
// "Making Other Kinds Of Table Schema Changes"), and no row is copied.
#pragma once

namespace kompass::archive {

extern const char* const schema_halves;

} // namespace kompass::archive
