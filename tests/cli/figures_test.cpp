// Figures as commands print them.
#include "cli/terminal/figures.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::cli;
using kompass::archive::State;

TEST_SUITE("cli") {

    TEST_CASE("a mean is rounded as the archive's views round it") {
        StateMarks marks;
        CHECK(mean_text({8, 454.25}, marks) == "454.3");
        CHECK(mean_text({8, 454.24, 2}, marks) == "454.2?");
        CHECK(mean_text({8, 454.24, 0, 1}, marks) == "454.2!");
        CHECK(mean_text({1, 461}, marks) == "461.0");
        CHECK(mean_text({0, 0, 0, 0, 3}, marks) == "–");
        CHECK(std::get<text::Tenths>(mean_value({8, 454.25})).count == 4543);
        CHECK(unsound_text({8, 454.25, 2, 1}) == "3 doubtful or inconsistent");
        CHECK(unsound_text({5, 454.25, 0, 0, 3}) == "3 doubtful or inconsistent left out");
        CHECK(unsound_text({8, 454.25}).empty());
    }

    TEST_CASE("each state but soundness has a mark, and the note explains those used, the gravest first") {
        StateMarks marks;
        CHECK(marks.note().empty());
        CHECK(figure_text(43, State::sound, marks) == "43");
        CHECK(figure_text(std::nullopt, std::nullopt, marks) == "–");
        CHECK(marks.note().empty());
        CHECK(figure_text(43, State::decided, marks) == "43*");
        CHECK(figure_text(std::nullopt, State::doubtful, marks) == "–?");
        CHECK(marks.note() == "? = to be checked by a person; * = decided by a person");
        std::set<std::string> all;
        for (const auto state : {State::from_another_file, State::decided, State::repaired,
                                 State::inconsistent, State::doubtful}) {
            all.insert(publish::sign_of(state));
            CHECK(archive::state_from(archive::name_of(state)) == state);
            CHECK(archive::is_unsound(state) == (state == State::inconsistent || state == State::doubtful));
        }
        CHECK(all.size() == 5);
        CHECK_FALSE(archive::state_from("").has_value());
        CHECK_FALSE(archive::is_unsound(std::nullopt));
    }

} // TEST_SUITE
