#include "read/work/job.h"

namespace kompass::read {

const char* name_of(Loss::Kind kind) {
    switch (kind) {
    case Loss::Kind::crashed:
        return "crashed";
    case Loss::Kind::stalled:
        return "stalled";
    case Loss::Kind::out_of_memory:
        return "out-of-memory";
    }
    return "crashed";
}

} // namespace kompass::read
