// Which of several documents of an evaluation is preferred, and why.
//
// What decides, in this order: the file that replaced another; the later date of the document; more parts
// found, by their accounts; more figures; fewer doubts and faulty parts; a source nearer to the print (born
// digital, then OCR, then a transcript). Where nothing tells two apart, the lower hash goes first, so that
// the order in which they came does not matter. Pure; no errors.
#pragma once

#include "archive/evaluation/witness.h"

#include <string>
#include <vector>

namespace kompass::archive {

struct Preference {
    const Witness* witness = nullptr;
    std::string reason = {},
                why = {}; ///< why the first goes before it: a code, and words; empty of the first
};

/// Best first.
[[nodiscard]] std::vector<Preference> preferred(const std::vector<const Witness*>& documents);

/// True if `later` was published in the stead of `earlier`: what it leaves out is not in the report.
[[nodiscard]] bool supersedes(const Witness& later, const Witness& earlier);

} // namespace kompass::archive
