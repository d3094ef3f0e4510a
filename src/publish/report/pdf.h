// A page as PDF, printed by headless Chromium, which is sought in $PATH.
//
// It works in a folder of its own, which is gone afterwards, asks no network, and is ended when it takes too
// long. Throws std::runtime_error: with what to install if there is no Chromium, or with what it said.
#pragma once

#include <string>

namespace kompass::publish::report {

/// Whether there is a Chromium to print with.
[[nodiscard]] bool can_print_pdf();

/// `html`: whole, with all that it shows in it.
[[nodiscard]] std::string pdf_of(const std::string& html);

} // namespace kompass::publish::report
