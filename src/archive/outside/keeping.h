// What became of something that people told, when it was put into the archive.
//
// Plain value.
#pragma once

namespace kompass::archive {

enum class Keeping {
    added,   ///< nothing of it was there
    changed, ///< something else was there, and this has taken its place
    known    ///< it was there already; nothing was written
};

[[nodiscard]] constexpr const char* name_of(Keeping keeping) {
    if (keeping == Keeping::known) return "known";
    return keeping == Keeping::added ? "added" : "changed";
}

} // namespace kompass::archive
