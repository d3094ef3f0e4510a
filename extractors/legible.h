// Lines of a cover as a person reads them: where a scan took letters for digits ("K0MMUN") or digits for
// letters ("2O14"), and where a line is printed letter by letter ("2 0 1 4").
//
// Only a word that cannot be meant as it stands is read otherwise: one of letters with a 0 or 1 among them,
// one of digits with letters of their shapes, one that begins as no word does ("lngmar"). What stands in
// addresses stays. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// A word that was read otherwise than it stands.
struct Respelt {
    std::string seen, meant;

    bool operator==(const Respelt&) const = default;
};

/// The lines that signs set between words part it into ("Kommunkompassen | maj 2016"); none where nothing but
/// a frame is drawn.
[[nodiscard]] std::vector<std::string> parted(std::string_view line);

/// The line, and in `respelt` what differs in it.
[[nodiscard]] std::string legible(std::string_view line, std::vector<Respelt>& respelt);

} // namespace kompass
