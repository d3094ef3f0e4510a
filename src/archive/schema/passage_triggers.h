// The triggers that take a passage away with the text it shows, as SQL.
//
// The search index holds the words of passages, but not their texts: a document's text that goes or changes
// before its passage could not be taken out of the index any more. They are made anew with what is in effect.
#pragma once

#include <string>

namespace kompass::archive {

[[nodiscard]] std::string passage_triggers();

} // namespace kompass::archive
