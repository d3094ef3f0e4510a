// The fixed parts of the review sheet: its style, and the script that collects decisions.
#pragma once

namespace kompass::publish {

extern const char* const review_style;
extern const char* const review_script;

} // namespace kompass::publish
