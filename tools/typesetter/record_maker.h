// Records at random, with arithmetic that is right: behind each question stands an unrounded score x, and
// points, percent and sums are printed from it as an evaluator's spreadsheet does, each rounded by itself.
// Texts come from swedish.h, wordings and maxima from the edition.
//
// `as_printed` says what of a record a layout shows: what it leaves out (percents, sums, boxes) no reader can
// know, so that it is empty in gold too.
#pragma once

#include "edition.h"
#include "record.h"
#include "traits.h"

#include <cstdint>

namespace typesetter {

struct Municipality {
    std::string code, name;
};

/// Throws std::runtime_error naming the file.
std::vector<Municipality> read_municipalities(const std::filesystem::path& file);

Record make_record(const Edition& edition, const std::vector<Municipality>& municipalities,
                   const Traits& traits, std::uint64_t seed);

Record as_printed(Record record, const Traits& traits, std::uint64_t seed);

} // namespace typesetter
