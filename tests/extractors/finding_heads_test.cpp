// Heads that no rule knows, named by what the report does.
#include "extractors/finding_heads.h"

#include "extractors/findings.h"
#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>

using namespace kompass;
using kompass::testing::kBold;
using kompass::testing::TypesetPage;

namespace {

constexpr std::array<const char*, 4> kTitles = {
    "Offentlighet och demokrati", "Tillgänglighet och brukarorientering", "Politisk styrning och kontroll",
    "Ledarskap, ansvar och delegation"};

/// A report of four areas, each with prose and `findings` below it.
Blocks report(const std::string& findings) {
    std::string text;
    int number = 0;
    for (const auto* title : kTitles)
        text +=
            "Område " + std::to_string(++number) + " " + title +
            "\n\nHär står löpande text om området som är lång nog att vara löpande text och ingen punkt i "
            "en lista av något slag.\n\n" +
            findings + "\n";
    return testing::blocks_of(text);
}

FindingHeads heads_of(const Blocks& blocks) {
    return {blocks, outline(blocks, testing::knowledge()), testing::knowledge().rules, testing::hints()};
}

/// What is inferred of the blocks' heads.
std::string inferred_of(const Blocks& blocks) {
    const auto heads = heads_of(blocks);
    std::string text;
    for (const auto& [head, list] : heads.inferred())
        text += head + " = " + list + "\n";
    return text;
}

std::string inferred(const std::string& findings) {
    return inferred_of(report(findings));
}

/// Set pages, an area a page; `set` sets what stands below the area's title.
Blocks pages_where(const std::function<void(TypesetPage&)>& set) {
    std::vector<TypesetPage> pages;
    for (const auto* title : kTitles) {
        const auto number = static_cast<int>(pages.size()) + 1;
        pages.emplace_back(number);
        set(pages.back().text("Område " + std::to_string(number) + " " + title, {14, true}));
    }
    return testing::laid_out(testing::typeset(pages));
}

/// With two lists under bold heads.
Blocks pages_with(std::string_view first, std::string_view good, std::string_view second,
                  std::string_view better) {
    return pages_where([&](TypesetPage& page) {
        page.text("Här står löpande text om området som är lång nog att vara\nlöpande text och ingen punkt i "
                  "en "
                  "lista av något slag alls.")
            .text(first, kBold)
            .text("• " + std::string(good))
            .text(second, kBold)
            .text("• " + std::string(better));
    });
}

/// What is inferred of them.
std::string inferred_of_pages(std::string_view first, std::string_view good, std::string_view second,
                              std::string_view better) {
    return inferred_of(pages_with(first, good, second, better));
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("an unknown head beside one that is known is the other list") {
        CHECK(inferred("Styrkor\tUtmaningar\nNy webb\tFler språk\n") == "Utmaningar = improvements\n");
        CHECK(inferred("Det här är bra\tFörbättringsområden\nNy webb\tFler språk\n") ==
              "Det här är bra = strengths\n");
        CHECK(inferred("Styrkor\tHinder\tFörbättringsområden\nNy webb\tFå möten\tFler språk\n") ==
              "Hinder = weaknesses\n");
    }

    TEST_CASE("where none is known, how the findings read tells") {
        CHECK(inferred_of_pages("Plus", "God dialog och tydliga mål", "Delta",
                                "Utveckla och förbättra webben") ==
              "Delta = improvements\nPlus = strengths\n");
        CHECK(inferred_of_pages("Delta", "Utveckla och förbättra webben", "Omega",
                                "God dialog och tydliga mål") == "Delta = improvements\nOmega = strengths\n");
    }

    TEST_CASE("the heads of a points box head no findings, though a cell holds all its figures") {
        CHECK(inferred("Punkter\tUtdelat\nNy webb och god dialog\t28 18 24 70\n").empty());
    }

    TEST_CASE("known heads need no inference, and a head of one area is none") {
        CHECK(inferred("Styrkor\tSvagheter\nNy webb\tFå möten\n").empty());
    }

    TEST_CASE("findings are taken from under inferred heads") {
        const auto blocks = report("Styrkor\tUtmaningar\nNy webb\tFler språk\n");
        const auto spans = outline(blocks, testing::knowledge());
        const FindingHeads heads(blocks, spans, testing::knowledge().rules, testing::hints());
        Area area;
        extract_findings(blocks, spans[2], heads, {blocks, heads, testing::knowledge()}, testing::hints(),
                         area);
        CHECK(testing::shown(area.strengths) == "Ny webb\n");
        CHECK(testing::shown(area.improvements) == "Fler språk\n");
    }

    TEST_CASE("the words of unknown heads tell as well") {
        CHECK(inferred_of_pages("Det här är bra", "Webben", "Det här är sämre", "Svaren") ==
              "Det här är bra = strengths\nDet här är sämre = weaknesses\n");
    }

    TEST_CASE("heads that nothing tells apart leave a doubt") {
        const auto blocks = pages_with("Alfa", "Webben", "Beta", "Svaren");
        const auto spans = outline(blocks, testing::knowledge());
        const FindingHeads heads(blocks, spans, testing::knowledge().rules, testing::hints());
        CHECK_FALSE(heads.certain());
        Area area;
        extract_findings(blocks, spans[0], heads, {blocks, heads, testing::knowledge()}, testing::hints(),
                         area);
        CHECK(area.doubtful == std::vector<std::string>{"strengths", "improvements", "weaknesses"});
    }

    TEST_CASE("a list before the prose is no list of findings") {
        const auto topics = [](std::string_view between) {
            const auto blocks = pages_where([&](TypesetPage& page) {
                page.text("Detta granskades", kBold)
                    .text("• Mål för dialog\n• Brister i stödet")
                    .text(between)
                    .text("Positivt", kBold)
                    .text("• Tydliga mål")
                    .text("Att utveckla", kBold)
                    .text("• Stärk dialogen");
            });
            return heads_of(blocks).list_under("Detta granskades") != nullptr;
        };
        CHECK_FALSE(topics("\n\nNämnderna får rapporter om målen varje månad, och de används.\n"));
        CHECK(topics(""));
    }

    TEST_CASE("a head of larger type, or of an enumeration within prose, heads no findings") {
        const auto blocks = pages_where([](TypesetPage& page) {
            page.text("Iakttagelser", {12, true})
                .text("Mötena är öppna.")
                .text("Styrkor", kBold)
                .text("• Tydliga mål")
                .text("Underlaget består av", kBold)
                .text("• enkäter\n• samtal");
        });
        CHECK(heads_of(blocks).inferred().empty());
    }
}
