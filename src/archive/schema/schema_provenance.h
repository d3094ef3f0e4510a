// Version 21 of the schema: where every value stands and what found it there, which checks a repair rests on,
// and by which rules a report was extracted, on whatever machine.
//
// Of reports taken before, identity, headings, role models and key facts have no places until they are
// extracted anew (`kompass reextract`).
#pragma once

namespace kompass::archive {

extern const char* const schema_provenance;

} // namespace kompass::archive
