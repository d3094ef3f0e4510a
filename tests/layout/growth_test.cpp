// The work of laying a transcript out grows as the transcript does. Work is counted as questions asked of the
// rules: whoever goes over lines again and again asks of them again. tools/bench growth measures time.
#include "layout/transcript/transcript.h"

#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace kompass;

/// How often the rules are asked while `piece` is laid out, `times` over.
double questions_asked(const std::string& head, const std::string& piece, int times) {
    std::string text = head;
    for (int i = 0; i < times; ++i)
        text += piece;
    auto count = 0.0;
    const auto counting = [&](auto ask) {
        return [&count, ask](std::string_view line) {
            ++count;
            return ask(line);
        };
    };
    const auto& told = testing::hints();
    layout::Hints hints;
    hints.is_column_head = counting(told.is_column_head);
    hints.is_box_head = counting(told.is_box_head);
    hints.is_figure_head = counting(told.is_figure_head);
    hints.is_section_head = counting(told.is_section_head);
    hints.is_prose_head = counting(told.is_prose_head);
    hints.is_running_head = counting(told.is_running_head);
    hints.is_unfinished = counting(told.is_unfinished);
    hints.lean = counting(told.lean);
    (void)layout::transcript_layout(testing::transcript(text), hints);
    return count;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("four times the text asks four times the questions") {
        const std::string heads = "Styrkor Förbättringsmöjligheter\n";
        const std::pair<std::string, std::string> texts[] = {
            {"", "x\n"},
            {"", "x\n\n"},
            {"Styrkor\n", "• en punkt\n"},
            {"Styrkor\n", "En rad som ingen punkt har\n"},
            {heads, "En rad i två spalter\n"},
            {"Styrkor\nFörbättringsmöjligheter\n", "En sak.\n"},
            {"Rubriker Poäng\n", "En rubrik 4\n"},
            {"", "1.1 En fråga utan siffror\n"},
            {"", "1.1 En fråga 5 10 50%\n"},
            {"", "2016 2017\n"},
            {"", "Område 3 Politisk styrning och kontroll\nStyrkor\nEn sak\n"},
            {"", "a\tb\n"}};
        for (const auto& [head, piece] : texts) {
            const double once = questions_asked(head, piece, 500);
            CHECK_MESSAGE(questions_asked(head, piece, 2000) < 4.5 * once, piece);
        }
    }
}
