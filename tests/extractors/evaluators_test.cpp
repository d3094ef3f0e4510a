#include "extractors/evaluators.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

/// "Anna Ek, SKL; Bo Lind" of the lists that are surely evaluators'; a '?' behind a name that is unsure.
std::string persons_in(const std::string& text) {
    std::string all;
    for (const auto& list : people_in(text, testing::knowledge()))
        for (const auto& person : list.persons)
            if (list.sure) all += (all.empty() ? "" : "; ") + described(person) + (person.unsure ? "?" : "");
    return all;
}

/// "Anna Ek/konsult/SKL; Bo Lind/-/SKL?": name, role and employer; a '?' behind what is unsure.
std::string apart(const std::string& text) {
    std::string all;
    for (const auto& list : people_in(text, testing::knowledge()))
        for (const auto& person : list.persons)
            if (list.sure)
                all += (all.empty() ? "" : "; ") + person.name + "/" +
                       (person.role.empty() ? "-" : person.role) + (person.role_unsure ? "?" : "") + "/" +
                       (person.employer.empty() ? "-" : person.employer) +
                       (person.employer_unsure ? "?" : "");
    return all;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("a person has a name, and a role or an employer in several forms") {
        CHECK(persons_in("Anna Ek, SKL") == "Anna Ek, SKL");
        CHECK(persons_in("Anna Ek SKL") == "Anna Ek, SKL");
        CHECK(persons_in("Anna Ek (SKL)") == "Anna Ek, SKL");
        CHECK(persons_in("Anna Ek\nSKL") == "Anna Ek, SKL");
        CHECK(persons_in("Anna Ek,\nSala kommun") == "Anna Ek, Sala kommun");
        CHECK(persons_in("Anna Ek Sala kommun") == "Anna Ek, Sala kommun");
        CHECK(persons_in("Anna Ek, strateg i Lilla Edets kommun") == "Anna Ek, strateg i Lilla Edets kommun");
        CHECK(persons_in("Anna Ek, konsult, SKL") == "Anna Ek, konsult, SKL");
        CHECK(persons_in("Anna Ek, Förbundet") == "Anna Ek, Förbundet");
    }

    TEST_CASE("role and employer are taken apart, in either order") {
        CHECK(apart("Anna Ek, senior konsult, SKL") == "Anna Ek/senior konsult/SKL");
        CHECK(apart("Anna Ek, senior konsult (SKL)") == "Anna Ek/senior konsult/SKL");
        CHECK(apart("Anna Ek, SKL (senior konsult)") == "Anna Ek/senior konsult/SKL");
        CHECK(apart("Anna Ek, strateg i Lilla Edets kommun.") == "Anna Ek/strateg/Lilla Edets kommun");
        CHECK(apart("Anna Ek, f.d. ekonomichef") == "Anna Ek/f.d. ekonomichef/-");
        CHECK(apart("Anna Ek (F.D. SKL)") == "Anna Ek/-/F.D. SKL");
        CHECK(apart("Anna Ek Sala kommun") == "Anna Ek/-/Sala kommun");
        CHECK(apart("Anna Ek\nsenior konsult\nSKL") == "Anna Ek/senior konsult/SKL");
        CHECK(apart("Anna Ek, konsult\nSala kommun") == "Anna Ek/konsult/Sala kommun");
        CHECK(apart("Anna Ek, Förbundet") == "Anna Ek/-/Förbundet?");
        CHECK(apart("Anna Ek, SKL, strateg Bo Lind, Sala kommun") ==
              "Anna Ek/strateg?/SKL; Bo Lind/strateg?/Sala kommun");
    }

    TEST_CASE("an employer behind the last is that of those whom 'och' joins to him") {
        CHECK(apart("Anna Ek, Bo Lind och Per Dal, SKL") == "Anna Ek/-/SKL; Bo Lind/-/SKL; Per Dal/-/SKL");
        CHECK(apart("Anna Ek och Bo Lind\nSKL") == "Anna Ek/-/SKL; Bo Lind/-/SKL");
        CHECK(apart("Anna Ek och Bo Lind, Sala kommun") == "Anna Ek/-/Sala kommun?; Bo Lind/-/Sala kommun");
        CHECK(apart("Anna Ek\nBo Lind\nSKL") == "Anna Ek/-/SKL?; Bo Lind/-/SKL");
        CHECK(apart("Anna Ek\nBo Lind, SKL") == "Anna Ek/-/-; Bo Lind/-/SKL");
        CHECK(apart("Anna Ek, SKL, och Bo Lind") == "Anna Ek/-/SKL; Bo Lind/-/-");
        CHECK(apart("Anna Ek och Bo Lind (SKL)") == "Anna Ek/-/SKL?; Bo Lind/-/SKL");
        CHECK(apart("Utvärderare: Anna Ek och Bo Lind (båda Sala kommun)") ==
              "Anna Ek/-/Sala kommun; Bo Lind/-/Sala kommun");
        CHECK(apart("Anna Ek (SKL), projektledare, och Bo Lind") == "Anna Ek/projektledare/SKL; Bo Lind/-/-");
        CHECK(apart("Anna Ek, konsult, och Bo Lind, SKL") == "Anna Ek/konsult/-; Bo Lind/-/SKL");
    }

    TEST_CASE("an employer that may not be wholly read is unsure, and one of which nothing was read too") {
        CHECK(apart("Anna Ek, SKL Kommentus") == "Anna Ek/-/SKL Kommentus?");
        CHECK(apart("Anna Ek, VD Bolaget AB, och Bo Lind, SKL") == "Anna Ek/VD/Bolaget AB?; Bo Lind/-/SKL");
        CHECK(apart("Utvärderare: Anna Ek, kontoret, Sala kommun") == "Anna Ek/-/-?");
        CHECK(apart("Utvärderare: Anna Ek,\n2014") == "Anna Ek/-/-");
    }

    TEST_CASE("without a comma, or behind a stroke, what the register knows is an employer") {
        CHECK(apart("Anna Ek strateg Sala kommun") == "Anna Ek/strateg/Sala kommun");
        CHECK(apart("Anna Ek/SKL och Bo Lind/Sala kommun") == "Anna Ek/-/SKL; Bo Lind/-/Sala kommun");
        CHECK(apart("Anna Ek, SKL/Bo Lind, Sala kommun") == "Anna Ek/-/SKL; Bo Lind/-/Sala kommun");
        CHECK(apart("Anna Ek, strateg Bo Lind Sala kommun") ==
              "Anna Ek/strateg/-; Bo Lind/strateg?/Sala kommun");
        CHECK(apart("Utvärderare: Anna Ek, Bo Lind Sala kommun") == "Anna Ek/-/-; Bo Lind/-/Sala kommun");
    }

    TEST_CASE("a role may stand before the name") {
        CHECK(apart("Kommunchef Anna Ek, Sala kommun") == "Anna Ek/Kommunchef/Sala kommun");
    }

    TEST_CASE("a municipality on the line below is an employer in a list, or below a title; above a year it "
              "is none") {
        CHECK(apart("Utvärderare:\nAnna Ek\nSala kommun") == "Anna Ek/-/Sala kommun");
        CHECK(apart("ANALYS AV KUMLA KOMMUN\nAnna Ek\nSala kommun") == "Anna Ek/-/Sala kommun");
        CHECK(apart("Anna Ek\nSKL\nBo Lind\nSala kommun") == "Anna Ek/-/SKL; Bo Lind/-/Sala kommun");
        CHECK(apart("Anna Ek\nSala kommun").empty());
        CHECK(apart("Kommunkompassen\nAnna Ek\nRegion Uppsala\n2014").empty());
        CHECK(apart("ANALYS AV STADSDELEN NORRBACKA\nAnna Ek\nRegion Uppsala") == "Anna Ek/-/Region Uppsala");
        CHECK(apart("Utvärderare:\nAnna Ek\nSala kommun\n2014") == "Anna Ek/-/-");
    }

    TEST_CASE("a name over two lines that stands alone is one, and unsure where nothing stands behind it") {
        CHECK(persons_in("Ulrika\nLind, SKL") == "Ulrika Lind, SKL");
        CHECK(persons_in("2014\nPer-Olof\nLind (SKL)") == "Per-Olof Lind, SKL");
        CHECK(persons_in("Avesta\nLind, SKL").empty());
        const auto guessed = people_in("2014\nUlrika\nLind\n", testing::knowledge());
        REQUIRE(guessed.size() == 1);
        CHECK(guessed[0].guessed);
        CHECK_FALSE(guessed[0].sure);
        CHECK(guessed[0].persons[0].name == "Ulrika Lind");
        CHECK(guessed[0].persons[0].unsure);
    }

    TEST_CASE("a name over a line end is whole, two names on two lines are two") {
        CHECK(persons_in("Utvärderare: Anna Ek och Ulrika\nLind, SKL") == "Anna Ek; Ulrika Lind, SKL");
        CHECK(persons_in("Anna Ek, SKL och Bo von\nEssen, SKL") == "Anna Ek, SKL; Bo von Essen, SKL");
        CHECK(persons_in("Utvärderare: Anna Ek\nBo Lind") == "Anna Ek; Bo Lind");
        CHECK(persons_in("Anna Ek, SKL\nBo Lind, SKL") == "Anna Ek, SKL; Bo Lind, SKL");
    }

    TEST_CASE("what may be cut or run together is unsure") {
        CHECK(persons_in("Utvärderare: Anna Ek och Ulrika") == "Anna Ek; Ulrika?");
        CHECK(persons_in("Utvärderare: Anna Ek Bo Lind") == "Anna Ek Bo Lind?");
        CHECK(persons_in("Kumla Anna Ek, SKL") == "Kumla Anna Ek, SKL?");
        CHECK(persons_in("Utvärderare: J. Bo B. Lind") == "J. Bo B. Lind");
    }

    TEST_CASE("a title in capitals is no part of a name behind it") {
        CHECK(persons_in("EXEMPELBY Anna Ek, SKL") == "Anna Ek, SKL");
        CHECK(persons_in("KUMLA KOMMUN 2011 Anna Ek, SKL") == "Anna Ek, SKL");
    }

    TEST_CASE("what only looks like persons is none") {
        CHECK(persons_in("Sveriges Kommuner och Landsting").empty());
        CHECK(persons_in("Östra Göinge kommun").empty());
        CHECK(persons_in("Norra Exempelby kommun").empty());
        CHECK(persons_in("Avesta, SKL").empty());
        CHECK(persons_in("Foto: Anna Ek, Sala kommun").empty());
        CHECK(persons_in("Foto: Per Lund\nAnna Ek, SKL") == "Anna Ek, SKL");
        CHECK(persons_in("Anna Ek").empty());
        CHECK(persons_in("").empty());
    }

    TEST_CASE("behind a label a single name is an evaluator's") {
        CHECK(persons_in("Utvärderare Anna Ek") == "Anna Ek");
        CHECK(persons_in("Rapporten är skriven av Anna Ek.") == "Anna Ek");
        CHECK(people_at_head("Anna Ek, SKL, och Bo Lind.", testing::knowledge()).persons ==
              std::vector<Person>{{.name = "Anna Ek", .affiliation = "SKL", .employer = "SKL"},
                                  {.name = "Bo Lind"}});
        CHECK(people_at_head("Kommunkompassen", testing::knowledge()).persons.empty());
    }
}
