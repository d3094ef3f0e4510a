#include "model/document.h"

#include <stdexcept>

namespace kompass {

const char* name_of(SourceKind kind) {
    switch (kind) {
    case SourceKind::pdf:
        return "pdf";
    case SourceKind::image:
        return "image";
    case SourceKind::transcript:
        return "transcript";
    }
    return "pdf";
}

const char* name_of(Reading reading) {
    switch (reading) {
    case Reading::text_layer:
        return "text-layer";
    case Reading::ocr:
        return "ocr";
    case Reading::transcript:
        return "transcript";
    case Reading::empty:
        return "empty";
    case Reading::failed:
        return "failed";
    }
    return "failed";
}

SourceKind source_kind_from(const std::string& name) {
    for (auto kind : {SourceKind::pdf, SourceKind::image, SourceKind::transcript})
        if (name == name_of(kind)) return kind;
    throw std::invalid_argument("unknown source kind '" + name + "'");
}

Reading reading_from(const std::string& name) {
    for (auto reading :
         {Reading::text_layer, Reading::ocr, Reading::transcript, Reading::empty, Reading::failed})
        if (name == name_of(reading)) return reading;
    throw std::invalid_argument("unknown reading '" + name + "'");
}

} // namespace kompass
