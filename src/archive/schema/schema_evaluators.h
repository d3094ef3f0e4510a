// Version 16 of the schema: an evaluator is a person with a role and an employer.
//
// Beside `evaluator`, which has each as printed. What reports of before say is not taken apart here: only
// their extractor can do that, and `kompass reextract` does.
#pragma once

namespace kompass::archive {

extern const char* const schema_evaluators;

} // namespace kompass::archive
