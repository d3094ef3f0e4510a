// What an image file says of itself, before anything is decoded: whether it is there to its end, and how
// large its pages are.
//
// Decoders give what is there: the rest of a cut JPEG is gray, the last pages of a cut TIFF are not counted;
// half a report must not be taken for a whole one. And a file of some kilobytes may unpack to gigabytes. Only
// the file's frame is looked at. Pure; never reads outside of `image`, whatever it holds.
#pragma once

#include <cstdint>
#include <string_view>

namespace kompass::read {

struct ImageFrame {
    bool cut_off = false;       ///< it ends before its frame says
    std::uint64_t pixels = 0;   ///< of the largest page; 0: not told
    bool unmarked_inks = false; ///< a JPEG of four inks that does not say which way they are counted
    int quarter_turns = 0;      ///< clockwise, that bring a JPEG upright, as its camera says
};

/// Of a PNG, JPEG or TIFF, told by its first bytes.
[[nodiscard]] ImageFrame frame_of(std::string_view image);

} // namespace kompass::read
