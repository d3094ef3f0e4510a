// The tables that let an archive be fed again and again: what was read, where sources lie, who extracted,
// which report stands in for another, what changed, what a run stood on. docs/schema.md explains them.
#pragma once

namespace kompass::archive {

extern const char* const schema_reingest;

} // namespace kompass::archive
