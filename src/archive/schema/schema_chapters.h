// Version 20 of the schema: what a report says outside its eight areas is kept.
//
// Of reports taken before there are no chapters until they are extracted anew (`kompass reextract`).
#pragma once

namespace kompass::archive {

extern const char* const schema_chapters;

} // namespace kompass::archive
