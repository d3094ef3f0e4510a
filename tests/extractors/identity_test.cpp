#include "extractors/identity.h"

#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kompass;

namespace {

Record identity_of(const Document& document) {
    Record record;
    extract_identity(document, testing::laid_out(document), testing::knowledge(), record);
    return record;
}

Record identity_of(std::string_view text) {
    return identity_of(testing::transcript(text));
}

using Texts = std::vector<std::string>;

/// A report whose file says that of itself.
Record titled(std::string_view text, const FileInfo& info) {
    auto document = testing::transcript(text);
    document.info = info;
    return identity_of(document);
}

std::string told_of(const Record& record, const std::string& code) {
    for (const auto& trouble : record.troubles)
        if (trouble.code == code) return trouble.message;
    return "";
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("the municipality on the cover, however it is written") {
        const auto code_of = [](const char* cover) { return identity_of(cover).municipality_code; };
        CHECK(code_of("KommunKompassen\n\nANALYS AV\n\nAVESTA KOMMUN\n\n2014\n") == "2084");
        CHECK(code_of("ANALYS AV HELSINGBORGS STAD\n") == "1283");
        CHECK(code_of("Köpings kommun 2017\n") == "1983");
        CHECK(code_of("2. Norsjo kommun\n") == "2417");
        CHECK(code_of("KOPINGS KOMMUN\n") == "1983");
        CHECK(code_of("UTVÄRDERING AV LILLA EDETS KOMMUN\n") == "1462");
        CHECK(code_of("Upplands Väsby kommun\n") == "0114");
        CHECK(code_of("3. Sammanfattning av Norsjö kommuns resultat\n") == "2417");
    }

    TEST_CASE("the name is the register's, not the genitive's") {
        const auto record = identity_of("HELSINGBORGS STAD\n");
        CHECK(record.municipality == "Helsingborg");
        CHECK(record.doubtful.empty());
    }

    TEST_CASE("a municipality that the register does not know is kept as printed, and doubtful") {
        const auto record = identity_of("ANALYS AV EKLUNDARYDS KOMMUN\n\nUtvärderingen av Eklundaryds kommun "
                                        "genomfördes i maj 2015.\n");
        CHECK(record.municipality == "EKLUNDARYDS");
        CHECK(record.municipality_code.empty());
        CHECK(record.doubtful == Texts{"municipality"});
        CHECK(!told_of(record, "unknown-municipality").empty());
    }

    TEST_CASE("cover and text that name different municipalities leave a doubt") {
        const auto record =
            identity_of("AVESTA KOMMUN\n\nUtvärderingen av Kumla kommun genomfördes i maj 2015.\n");
        CHECK(record.municipality == "Kumla");
        CHECK(record.doubtful == Texts{"municipality"});
    }

    TEST_CASE("a municipality that is only mentioned in a heading is doubtful, none is none") {
        const auto record = identity_of("ALLMÄNT\n\n3.1 Avesta idag\n\nText.\n");
        CHECK(record.municipality == "Avesta");
        CHECK(record.doubtful == Texts{"municipality"});
        CHECK(identity_of("En rapport.\n").municipality.empty());
        CHECK(identity_of("En rapport.\n").doubtful.empty());
    }

    TEST_CASE("when: month and year from the sentence") {
        struct Case {
            const char* text;
            std::optional<int> year, month;
        };
        for (const auto& sample : {
                 Case{"Utvärderingen av Köpings kommun genomfördes i oktober år 2017 av två personer.", 2017,
                      10},
                 Case{"Utvarderingen av Norsjo kommun genomfdrdes i november 2018.", 2018, 11},
                 Case{"Utvärderingen av Borås stad gjordes den 3–5 februari 2014.", 2014, 2},
                 Case{"Utvärderingen av Upplands Väsby kommun genomfördes under maj–juni 2016.", 2016, 5},
                 Case{"Utvärderingen av Malå kommun genomfördes under hösten 2013.", 2013, std::nullopt},
                 Case{"I oktober 2016 genomfördes en utvärdering av Kumla kommun.", 2016, 10},
                 Case{"Utvärderingen genomfördes i mars 2015.", 2015, 3},
                 Case{"Kommunen antog en plan i mars 2015.", std::nullopt, std::nullopt},
             }) {
            CAPTURE(sample.text);
            const auto record = identity_of(sample.text);
            CHECK(record.year == sample.year);
            CHECK(record.month == sample.month);
        }
    }

    TEST_CASE("a number of more digits holds no year") {
        CHECK_FALSE(identity_of("AVESTA KOMMUN\n\nUtvärderingen genomfördes i december 20177.\n").year);
        CHECK(identity_of("AVESTA KOMMUN\n2014\n\nUtvärderingen genomfördes i december 20177.\n").year ==
              2014);
        CHECK(identity_of("AVESTA KOMMUN\n\nUtvärderingen genomfördes i december 2017.\n").year == 2017);
    }

    TEST_CASE("a cover that is nothing but a year tells the year where the text does not") {
        CHECK(identity_of("AVESTA KOMMUN\n2014\n").year == 2014);
        CHECK(identity_of("AVESTA KOMMUN\n2014\n\nUtvärderingen genomfördes i december 2013.\n").year ==
              2013);
        CHECK_FALSE(identity_of("AVESTA KOMMUN\nAntogs 2014 av nämnden\n").year);
        CHECK_FALSE(identity_of("AVESTA KOMMUN\n2014\n").month);
    }

    TEST_CASE("which time") {
        const auto ordinal_of = [](const char* text) { return identity_of(text).ordinal; };
        CHECK(ordinal_of("Den var kommunens första utvärdering.") == 1);
        CHECK(ordinal_of("Den var kommunens andra fullständiga utvärdering.") == 2);
        CHECK(ordinal_of("Detta ar den tredje utvarderingen") == 3);
        CHECK(ordinal_of("Det är kommunens fjärde utvärdering.") == 4);
        CHECK(ordinal_of("var kommunens fdrsta utvérdering") == 1);
        CHECK(ordinal_of("Kommunen utvärderas nu för femte gången.") == 5);
        CHECK_FALSE(ordinal_of("Det skiljer sig från andra utvärderingar."));
    }

    TEST_CASE("how many were interviewed") {
        const auto number_of = [](const char* text) { return identity_of(text).interviewees; };
        CHECK(number_of("Intervjuer hölls med ett 30-tal personer.") == 30);
        CHECK(number_of("Intervjuer hölls med ett drygt 20-tal personer.") == 20);
        CHECK(number_of("Vi har intervjuat cirka 35 personer.") == 35);
        CHECK(number_of("Intervjuer hölls med ett trettiotal personer.") == 30);
        CHECK(number_of("Ett fyrtiotal personer har intervjuats.") == 40);
        CHECK(number_of("Totalt 42 politiker och tjänstemän blev intervjuade.") == 42);
        CHECK_FALSE(number_of("Ett 30-tal personer deltog i dialogen."));
        CHECK_FALSE(number_of("Intervjuer hölls med flera personer."));
    }

    TEST_CASE("evaluators on the cover or behind a label") {
        CHECK(identity_of("Anna Berg, SKL\nPer-Erik Ek, Kumla kommun\n\nInnehåll\n\nBo Lind, SKL\n")
                  .evaluators == Texts{"Anna Berg, SKL", "Per-Erik Ek, Kumla kommun"});
        CHECK(identity_of("Utvärderare: Anna Berg, SKL, och Per Ek.\n").evaluators ==
              Texts{"Anna Berg, SKL", "Per Ek"});
        CHECK(identity_of("Avesta, SKL\n").evaluators.empty());
    }

    TEST_CASE("the day on which a registry took the report in is not its date") {
        const auto stamped =
            identity_of("ANALYS AV AVESTA KOMMUN\n\n2014\n\nAVESTA KOMMUN\n2018-02-19\nDnr KS 2018/87\n");
        CHECK_FALSE(stamped.document_date);
        REQUIRE_FALSE(stamped.troubles.empty());
        CHECK(stamped.troubles.back().code == "registry-date");
        const auto both =
            identity_of("ANALYS AV AVESTA KOMMUN\n\nINKOM\n2018-02-19\n\nAvesta kommun\n\n2014-05-12\n");
        CHECK(both.document_date == "2014-05-12");
        CHECK(identity_of("AVESTA KOMMUN\n2014-05-12\n\nEn rapport\n\nDnr 12/87\n").document_date ==
              "2014-05-12");
    }

    TEST_CASE("the document's date from the cover or the running heads") {
        const auto date_of = [](const char* text) { return identity_of(text).document_date; };
        CHECK(date_of("AVESTA KOMMUN\n2014-12-01\n") == "2014-12-01");
        CHECK(date_of("Stockholm den 8 februari 2019\n") == "2019-02-08");
        CHECK(date_of("ett\n\ftvå\n\ftre\nSveriges Kommuner och Landsting 2019-02-08 19 (34)\n") ==
              "2019-02-08");
        CHECK_FALSE(date_of("Beslutet fattades 2014-05-02 av fullmäktige.\n"));
        CHECK_FALSE(date_of("2014-13-01\n"));
    }

    TEST_CASE("a born-digital cover") {
        const auto record = identity_of(testing::typeset({testing::TypesetPage(1)
                                                              .text("ANALYS AV", {20, true})
                                                              .text("HELSINGBORGS STAD", {20, true})
                                                              .space(60)
                                                              .text("Anna Berg, SKL"),
                                                          testing::TypesetPage(2).text(R"(
Utvärderingen av Helsingborgs stad genomfördes i septem-
ber 2018 och var stadens tredje utvärdering. Intervjuer
gjordes med ett 40-tal personer.
)")}));
        CHECK(record.municipality_code == "1283");
        CHECK(record.year == 2018);
        CHECK(record.month == 9);
        CHECK(record.ordinal == 3);
        CHECK(record.interviewees == 40);
        CHECK(record.evaluators == Texts{"Anna Berg, SKL"});
        CHECK(record.doubtful.empty());
    }

    TEST_CASE("a municipality named half as strongly as another contests it, a weaker one does not") {
        // On a cover a name has four votes, in the sentence six.
        const auto said =
            identity_of("Köpings kommun 2017\n\nUtvärderingen av Avesta kommun genomfördes i maj "
                        "2017.\n");
        CHECK(said.doubtful == Texts{"municipality"});
        const auto alone =
            identity_of("Köpings kommun 2017\n\nUtvärderingen av Köpings kommun genomfördes i maj "
                        "2017.\n");
        CHECK(alone.municipality == "Köping");
        CHECK(alone.doubtful.empty());
    }

    TEST_CASE("a file's title that is alone gives municipality and year, doubtful and told") {
        for (const auto* title : {"Kommunkompassen Köping 2017", "kommunkompassen_Köping_2017.docx",
                                  "Microsoft Word - KÖPING 2017 - slutversion"}) {
            CAPTURE(title);
            const auto record = titled("Rubriker\n\nText.\n", {title, ""});
            CHECK(record.municipality == "Köping");
            CHECK(record.municipality_code == "1983");
            CHECK(record.year == 2017);
            CHECK(record.doubtful == Texts{"municipality", "year"});
            CHECK(told_of(record, "municipality-by-file").find("Köping (file)") != std::string::npos);
            CHECK(told_of(record, "year-by-file").find("2017 (file)") != std::string::npos);
        }
        CHECK(titled("Text.\n", {"", "Köping"}).municipality == "Köping");
    }

    TEST_CASE("a title left over from another report spoils no cover that is read") {
        const auto cover = "KommunKompassen\n\nANALYS AV\n\nAVESTA KOMMUN\n\n2014\n\nAnna Ek, SKL\n";
        const auto record = titled(cover, {"Kommunkompassen Köping 2011", "Kumla"});
        CHECK(record.municipality == "Avesta");
        CHECK(record.year == 2014);
        CHECK(record.doubtful.empty());
        CHECK(record.troubles.empty());
        CHECK(titled(cover, {"Kommunkompassen Avesta 2014", ""}) == identity_of(cover));
    }

    TEST_CASE("a title contests what a heading alone says") {
        const std::string text = "Rapporten handlar om hur kommunen arbetar med styrning och ledning av sin "
                                 "verksamhet.\n\n3. Sammanfattning av Avesta kommuns resultat\n\nText.\n";
        CHECK(titled(text, {"Avesta", ""}).doubtful.empty());
        const auto record = titled(text, {"Köping", ""});
        CHECK(record.municipality == "Avesta");
        CHECK(record.doubtful == Texts{"municipality"});
        CHECK(told_of(record, "municipality-contested").find("Köping (file)") != std::string::npos);
    }

    TEST_CASE("a title takes no doubt away") {
        const auto text = "AVESTA KOMMUN\n\nUtvärderingen av Kumla kommun genomfördes i maj 2015.\n";
        const auto record = titled(text, {"Kommunkompassen Kumla", ""});
        CHECK(record.municipality == "Kumla");
        CHECK(record.doubtful == Texts{"municipality"});
    }

    TEST_CASE("days, numbers of files and titles that name several say nothing") {
        for (const auto* title :
             {"Rapport 2018-02-19", "Rapport 8 februari 2018", "Dnr KS 2018/117", "KS.2018.7", "20180219",
              "Avesta och Köping 2014-2017", "Avesta 2014, Köping 2017", "", " "}) {
            CAPTURE(title);
            const auto record = titled("Text.\n", {title, ""});
            CHECK(record.municipality.empty());
            CHECK_FALSE(record.year.has_value());
            CHECK(record.doubtful.empty());
        }
    }
}
