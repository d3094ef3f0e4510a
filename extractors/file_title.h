// What a file says of itself, as a witness of whom and when it is about.
//
// Title and subject alone: "Kommunkompassen Köping 2017", "kommunkompassen_koping_2017.docx". A writer of
// PDFs takes them from a document that often was another report before, so what is printed goes before them.
// The author may be an evaluator, whose municipality is another, and the day that the file was made is the
// document's at best: neither is heard. Pure.
#pragma once

#include "model/document.h"

#include <string>
#include <vector>

namespace kompass {

/// The place in the story of witnesses, and how much is made of it: less than half of what any print weighs
/// but a heading or a page's head, which it can so make doubtful.
inline constexpr const char* kInFile = "file";
inline constexpr int kSaidByFile = 1;

/// Title and subject as words; empty if the file says neither.
[[nodiscard]] std::vector<std::string> file_titles(const FileInfo& info);

} // namespace kompass
