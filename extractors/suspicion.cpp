#include "extractors/suspicion.h"

#include "model/unicode.h"

#include <algorithm>

namespace kompass {

namespace {

struct Letters {
    std::size_t all = 0, swedish = 0;
};

void count(std::string_view text, Letters& letters) {
    for (const char32_t c : unicode::code_points(text)) {
        const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool swedish = std::u32string_view(U"åäöÅÄÖ").find(c) != std::u32string_view::npos;
        letters.all += ascii || swedish ? 1 : 0;
        letters.swedish += swedish ? 1 : 0;
    }
}

void doubt(Score& score) {
    score.doubtful = {"points", "max", "percent"};
}

} // namespace

bool is_damaged_text(const Document& document) {
    constexpr std::size_t enough = 400;
    constexpr double least_share = 0.02;
    Letters letters;
    for (const auto& page : document.pages) {
        for (const auto& word : page.words)
            count(word.text, letters);
        for (const auto& line : page.lines)
            count(line, letters);
    }
    return letters.all >= enough &&
           static_cast<double>(letters.swedish) < least_share * static_cast<double>(letters.all);
}

void doubt_contradictory_rows(Record& record) {
    for (const auto& finding : record.findings_of_audit) {
        if (finding.kind != CheckKind::row || finding.verdict != Verdict::inconsistent) continue;
        for (auto& area : record.areas) {
            if (area.number != finding.area) continue;
            const auto question = std::find_if(area.questions.begin(), area.questions.end(),
                                               [&](const Question& q) { return q.number == finding.cell; });
            doubt(question != area.questions.end() ? question->score : area.total);
        }
    }
}

} // namespace kompass
