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
              std::vector<Person>{{"Anna Ek", "SKL", false}, {"Bo Lind", "", false}});
        CHECK(people_at_head("Kommunkompassen", testing::knowledge()).persons.empty());
    }
}
