// Records for the tests of the model.
#pragma once

#include "model/record.h"

namespace kompass::sample {

/// A random record; call it inside a rapidcheck property. Every member gets values of its own, so that one
/// forgotten on the way to JSON and back shows. Boxes are rounded to 0.1 point, key facts have different
/// labels.
[[nodiscard]] Record some_record();

/// A record of words of this test, with something in every list.
[[nodiscard]] Record full_record();

} // namespace kompass::sample
