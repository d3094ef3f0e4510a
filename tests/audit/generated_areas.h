// Areas as a publisher makes them, from random unrounded scores, and what an OCR makes of them.
//
// Random numbers come from the generator given, so that a seed repeats a run.
#pragma once

#include "audit/evidence.h"
#include "audit/grain.h"
#include "model/record.h"
#include "rules/digit_misreadings.h"

#include <random>
#include <vector>

namespace kompass::audit::sample {

using Random = std::mt19937_64;

/// One area with its points box, in a record of one page that OCR read.
[[nodiscard]] Record published_record(Random& random);
/// With so many questions (at most 3); the maxima sum to 100.
[[nodiscard]] Record small_published_record(Random& random, int questions, Grain grain = Grain::whole);

/// Evidence for such a record: OCR read it and was sure of everything.
[[nodiscard]] Evidence sure_evidence();

/// Misreads figures as the rules say that OCR does.
class Misreader {
public:
    explicit Misreader(const rules::DigitMisreadings& misreadings);

    /// What `printed` is read as: never itself.
    [[nodiscard]] int misread(int printed, Random& random) const;
    /// The same, by one usual misreading.
    [[nodiscard]] int misread_usually(int printed, Random& random) const;
    /// Misreads each digit of the record with that probability; the number of figures misread.
    int misread(Record& record, double rate_a_digit, Random& random) const;

private:
    struct Reading {
        int value = 0;
        bool usual = true;
        double probability = 0;
    };
    [[nodiscard]] int draw(const std::vector<Reading>& readings, bool only_usual, Random& random) const;

    std::vector<std::vector<Reading>> readings_; ///< by what is printed, 0 to 100
};

} // namespace kompass::audit::sample
