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

namespace {

/// Bytes of text, and of that in lines longer than print has.
struct Lengths {
    std::size_t whole = 0;
    std::size_t in_long_lines = 0;
    bool cells = false; ///< rows with cells, long or not

    void count(const Page& page) {
        constexpr std::size_t longest_row = 500; // bytes
        for (const auto& line : page.lines) {
            cells = cells || line.find_first_of("\t|<") != std::string::npos;
            whole += line.size();
            if (line.size() > longest_row) in_long_lines += line.size();
        }
    }
    [[nodiscard]] bool lost() const { return !cells && in_long_lines * 2 > whole; }
};

} // namespace

bool has_lost_its_lines(const Page& page) {
    Lengths lengths;
    lengths.count(page);
    return lengths.lost();
}

bool has_lost_its_lines(const Document& document) {
    Lengths lengths;
    for (const auto& page : document.pages)
        lengths.count(page);
    return lengths.lost();
}

} // namespace kompass
