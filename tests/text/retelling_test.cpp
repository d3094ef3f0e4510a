#include "text/retelling.h"

#include "text/language.h"

#include <doctest/doctest.h>

using namespace kompass::text;

namespace {

/// In Swedish.
std::string told(std::string_view sentence) {
    speak(Language::swedish);
    auto text = retold(sentence);
    speak(Language::english);
    return text;
}

} // namespace

TEST_SUITE("text") {

    TEST_CASE("a kept sentence is told in the language that is spoken") {
        CHECK(retold("it has no points") == "it has no points");
        CHECK(told("it has no points") == "den har inga poäng");
        CHECK(told("row 4.3 is missing") == "rad 4.3 saknas");
        CHECK(told("") == "");
    }

    TEST_CASE("arguments that are sentences are told, too, and lists of them") {
        CHECK(told("38 of 41: no strengths in areas 2–8, page 5 missing") ==
              "38 av 41: inga styrkor i område 2–8, sida 5 saknas");
        CHECK(told("the improvements beside it are damaged: an item is empty") ==
              "förbättringsområden bredvid är skadade: en punkt är tom");
        CHECK(told("archive a.db: it is damaged; restore it from a copy, or move it away and ingest the "
                   "reports again") == "arkivet a.db: det är skadat; återställ det från en kopia, eller "
                                       "flytta undan det och ta in rapporterna igen");
    }

    TEST_CASE(
        "sentences behind one another are each told, and figures have a comma, before a full stop too") {
        CHECK(told("The five questions sum to 51; before rounding their scores sum to between 49.60 and "
                   "50.60. The "
                   "report prints 54.") ==
              "De fem frågornas summa är 51; före avrundning blir deras summa mellan "
              "49,60 och 50,60. Rapporten trycker 54.");
        const auto both =
            told("The maximum 25 cannot be reached in part. If OCR misread a figure, it may be 4.4 "
                 "percent 68 (read 63), or 4.3 points 9.5 (read 9), among others.");
        CHECK(both.find("OCR") != std::string::npos);
        CHECK(both.find("misread") == std::string::npos);
        CHECK(both.find("reached") == std::string::npos);
        CHECK(both.find("read ") == std::string::npos);
        CHECK(both.find("4.4") != std::string::npos); // a question's number
    }

    TEST_CASE("a clause that a sentence may have is told") {
        CHECK(told("4.4 reads 63 %; with 68 % the row gives 10.2 ≈ 10") ==
              "4.4 läses 63 %; med 68 % ger raden 10,2 ≈ 10");
        CHECK(told("4.4 reads 63 %; with 68 % the row gives 10.2 ≈ 10 and the area sums to 61 as printed") ==
              "4.4 läses 63 %; med 68 % ger raden 10,2 ≈ 10 och områdets summa blir 61 som tryckt");
    }

    TEST_CASE("what is cited stays, whatever it says") {
        CHECK(told("there is room for a heading before \"it has no points\"") ==
              "det finns plats för en rubrik före \"it has no points\"");
    }

    TEST_CASE("what is of no kept sentence, or for the smaller part, stays English") {
        CHECK(told("somebody's own words") == "somebody's own words");
        CHECK(told("a library says at length that it has failed for reasons of its own: page 3") ==
              "a library says at length that it has failed for reasons of its own: page 3");
        CHECK(told("4.4 percent") == "4.4 percent");
    }

} // TEST_SUITE
