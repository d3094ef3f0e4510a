// The fields of a document's parts, as they travel between processes (codec.h).
#pragma once

#include "model/document.h"
#include "read/work/codec.h"

namespace kompass {

[[nodiscard]] constexpr Severity last_of(Severity /*any*/) {
    return Severity::error;
}
[[nodiscard]] constexpr SourceKind last_of(SourceKind /*any*/) {
    return SourceKind::transcript;
}
[[nodiscard]] constexpr Reading last_of(Reading /*any*/) {
    return Reading::failed;
}

[[nodiscard]] constexpr Apart last_of(Apart /*any*/) {
    return kReasonsApart.back();
}

void fields(auto& each, like<Box> auto& box) {
    each(box.x0, box.y0, box.x1, box.y1);
}

void fields(auto& each, like<Place> auto& place) {
    each(place.page, place.box);
}

void fields(auto& each, like<Trouble> auto& trouble) {
    each(trouble.severity, trouble.code, trouble.message, trouble.file, trouble.place, trouble.rule);
}

void fields(auto& each, like<TextRepair> auto& repair) {
    each(repair.page, repair.line, repair.before, repair.after, repair.rule, repair.probability);
}

void fields(auto& each, like<Word> auto& word) {
    each(word.text, word.box, word.font_size, word.bold, word.confidence, word.readings);
}

void fields(auto& each, like<WordApart> auto& word) {
    each(word.word, word.why);
}

void fields(auto& each, like<Page> auto& page) {
    each(page.number, page.width, page.height, page.reading, page.why, page.confidence, page.words,
         page.lines, page.apart, page.unread);
}

void fields(auto& each, like<FileInfo> auto& info) {
    each(info.title, info.subject);
}

void fields(auto& each, like<Document> auto& document) {
    each(document.file, document.sha256, document.kind, document.pages, document.troubles, document.repairs,
         document.spelling_was_lost, document.info);
}

} // namespace kompass
