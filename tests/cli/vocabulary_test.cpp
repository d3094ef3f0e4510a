#include "cli/terminal/vocabulary.h"

#include "archive/evaluation/states.h"
#include "model/account.h"
#include "model/document.h"
#include "model/overlay.h"
#include "model/record.h"
#include "model/trouble.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kompass;

namespace {

bool has(const std::string& word) {
    const auto& words = cli::vocabulary();
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

TEST_SUITE("cli") {

    TEST_CASE("the vocabulary has the names of what people are shown") {
        for (const auto state :
             {archive::State::sound, archive::State::from_another_file, archive::State::decided,
              archive::State::repaired, archive::State::inconsistent, archive::State::doubtful})
            CHECK_MESSAGE(has(archive::name_of(state)), archive::name_of(state));
        for (const auto verdict : {Verdict::exact, Verdict::rounding, Verdict::inconsistent})
            CHECK_MESSAGE(has(name_of(verdict)), name_of(verdict));
        for (int kind = 0; kind <= static_cast<int>(PartKind::page); ++kind)
            CHECK_MESSAGE(has(name_of(static_cast<PartKind>(kind))), kind);
        for (int state = 0; state <= static_cast<int>(PartState::not_in_report); ++state)
            CHECK_MESSAGE(has(name_of(static_cast<PartState>(state))), state);
        for (int look = 0; look <= static_cast<int>(Look::picture); ++look)
            CHECK_MESSAGE(has(name_of(static_cast<Look>(look))), look);
        for (const auto severity : {Severity::note, Severity::warning, Severity::error})
            CHECK_MESSAGE(has(name_of(severity)), name_of(severity));
        for (const auto kind : {SourceKind::pdf, SourceKind::image, SourceKind::transcript})
            CHECK_MESSAGE(has(name_of(kind)), name_of(kind));
        for (int reading = 0; reading <= static_cast<int>(Reading::failed); ++reading)
            CHECK_MESSAGE(has(name_of(static_cast<Reading>(reading))), reading);
        for (int state = 0; state <= static_cast<int>(CorrectionState::withdrawal); ++state)
            CHECK_MESSAGE(has(name_of(static_cast<CorrectionState>(state))), state);
    }

} // TEST_SUITE
