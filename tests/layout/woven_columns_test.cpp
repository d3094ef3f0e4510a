// Two columns of findings that an OCR ran together.
#include "layout/transcript/woven_columns.h"

#include "layout/items.h"
#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kompass;
using namespace kompass::layout;

namespace {

std::string items_of(const std::vector<SourceLine>& lines) {
    std::string items;
    for (const auto& item : list_items(lines, BulletGlyphs::scanned, testing::hints()))
        items += item.text + "\n";
    return items;
}

struct Columns {
    std::string left, right;
    bool certain = true;
};

Columns columns_of(const TwoColumns& columns) {
    return {items_of(columns.left), items_of(columns.right), columns.certain};
}

Columns unwoven_text(std::string_view text) {
    return columns_of(unwoven(testing::source_lines(text), testing::hints()));
}

Columns in_turn(std::string_view text) {
    return columns_of(parted_in_turn(testing::source_lines(text), testing::hints()));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("bars between the columns") {
        const auto columns = unwoven_text(R"(
= Öppna möten i alla | = Tydligare svar på
tätorter i kommunen | förslag från unga
= Samlad webbplats | = Fler språk
)");
        CHECK(columns.left == "Öppna möten i alla tätorter i kommunen\nSamlad webbplats\n");
        CHECK(columns.right == "Tydligare svar på förslag från unga\nFler språk\n");
        CHECK(columns.certain);
    }

    TEST_CASE("a bar at the line's head: the left column is empty there") {
        const auto columns = unwoven_text(R"(
= Öppna möten | = Tydligare svar på
= Samlad webb | förslag från unga
| = Fler språk på
| webbplatsen
)");
        CHECK(columns.left == "Öppna möten\nSamlad webb\n");
        CHECK(columns.right == "Tydligare svar på förslag från unga\nFler språk på webbplatsen\n");
        CHECK(columns.certain);
    }

    TEST_CASE("bullets of the right column in the middle of lines") {
        const auto columns = unwoven_text(R"(
= Öppna möten i alla = Tydligare svar på
tätorter i kommunen förslag från unga
»= Samlad webbplats = Fler språk på
med god sökning. webbplatsen
)");
        CHECK(columns.left == "Öppna möten i alla tätorter i kommunen\nSamlad webbplats med god sökning.\n");
        CHECK(columns.right == "Tydligare svar på förslag från unga\nFler språk på webbplatsen\n");
        CHECK_FALSE(columns.certain);
    }

    TEST_CASE("a hyphen that the other column cut off") {
        const auto columns = unwoven_text(R"(
= Utbildning för alla ledar- | = Tydligare beskrivning av
nivåer i kommunens arbets- | uppdraget för nya med-
platser | arbetare
)");
        CHECK(columns.left == "Utbildning för alla ledarnivåer i kommunens arbetsplatser\n");
        CHECK(columns.right == "Tydligare beskrivning av uppdraget för nya medarbetare\n");
    }

    TEST_CASE("lines without any mark are parted by width, words and hyphens") {
        const auto columns = unwoven_text(R"(
= Gemensam bild av målen | = Mer tid för uppföljning
= Årlig dialog om budget = Utveckla stödet till
med nämnder och råd. nya chefer i kom-
= Samverkan med företag munens verksamheter
)");
        CHECK(columns.left == "Gemensam bild av målen\nÅrlig dialog om budget med nämnder och råd.\n"
                              "Samverkan med företag\n");
        CHECK(columns.right == "Mer tid för uppföljning\nUtveckla stödet till nya chefer i kommunens "
                               "verksamheter\n");
        CHECK_FALSE(columns.certain);
    }

    TEST_CASE("the rest of one column stands alone") {
        const auto columns = unwoven_text(R"(
= Öppna möten i alla | = Tydligare svar på
tätorter i kommunen | förslag från unga
= Samlad webbplats | = Fler språk
= Snabba svar på frågor
och tydliga besked
)");
        CHECK(columns.left == "Öppna möten i alla tätorter i kommunen\nSamlad webbplats\n"
                              "Snabba svar på frågor och tydliga besked\n");
        CHECK(columns.right == "Tydligare svar på förslag från unga\nFler språk\n");
        CHECK(columns.certain);
    }

    TEST_CASE("a line without a bar may as well be the right column's") {
        const auto columns = unwoven_text(R"(
= Öppna möten i alla | = Tydligare svar på
tätorter i kommunen. | förslag från unga
= Samlad webbplats. | = Fler språk på
webbplatsen
)");
        CHECK(columns.left == "Öppna möten i alla tätorter i kommunen.\nSamlad webbplats.\n");
        CHECK(columns.right == "Tydligare svar på förslag från unga\nFler språk på webbplatsen\n");
        CHECK_FALSE(columns.certain);
    }

    TEST_CASE("columns in turn, bullets in one of them only") {
        const auto columns = in_turn(R"(
e Öppna möten i alla
tätorter
e Samlad webbplats

Tydligare svar på
förslag från unga
Fler språk
 e Snabba svar på frågor
)");
        CHECK(columns.left == "Öppna möten i alla tätorter\nSamlad webbplats\nSnabba svar på frågor\n");
        CHECK(columns.right == "Tydligare svar på förslag från unga\nFler språk\n");
        CHECK(columns.certain);
    }

    TEST_CASE("columns in turn without any bullet are weighed, not seen") {
        const auto columns = in_turn(R"(
God dialog med invånarna i
alla tätorter
Välutvecklad webbplats
Tydliga mål i budgeten

Utveckla svaren på förslag
Bättre uppföljning av
målen
)");
        CHECK(columns.left == "God dialog med invånarna i alla tätorter\nVälutvecklad webbplats\n"
                              "Tydliga mål i budgeten\n");
        CHECK(columns.right == "Utveckla svaren på förslag\nBättre uppföljning av målen\n");
        CHECK_FALSE(columns.certain);
    }

    TEST_CASE("every word comes out once, whatever the columns") {
        const auto lines =
            testing::source_lines("ett två tre fyra\nfem | sex\nsju åtta. Nio\n= tio elva = tolv\n");
        const auto columns = unwoven(lines, testing::hints());
        std::size_t words = 0;
        for (const auto* column : {&columns.left, &columns.right})
            for (const auto& line : *column)
                words += static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), ' ')) + 1;
        CHECK(words == 14); // twelve and two bullets
    }

    TEST_CASE("nothing to part") {
        CHECK(unwoven({}, testing::hints()).left.empty());
        CHECK(parted_in_turn({}, testing::hints()).certain);
        CHECK(in_turn("Öppna möten\n").left == "Öppna möten\n");
    }
}
