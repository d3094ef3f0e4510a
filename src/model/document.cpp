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

const char* name_of(Apart why) {
    switch (why) {
    case Apart::covered:
        return "covered";
    case Apart::struck_out:
        return "struck-out";
    case Apart::unseen:
        return "unseen";
    case Apart::slanted:
        return "slanted";
    case Apart::annotation:
        return "annotation";
    case Apart::note_mark:
        return "note-mark";
    case Apart::footnote:
        return "footnote";
    }
    return "unseen";
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

Apart apart_from(const std::string& name) {
    for (const auto why : kReasonsApart)
        if (name == name_of(why)) return why;
    throw std::invalid_argument("unknown reason '" + name + "' for a word to stand apart");
}

} // namespace kompass
