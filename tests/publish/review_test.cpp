// The review sheet: what is asked, where it is shown, and what the page and its CSV say.
#include "publish/assets.h"
#include "publish/figure_places.h"
#include "publish/review/csv_sheet.h"
#include "publish/review/sheet.h"
#include "text/language.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::publish;

namespace {

Record doubtful_record() {
    Record record;
    record.sha256 = std::string(64, 'a');
    record.year = 2018;
    record.doubtful = {"year"};
    Area area;
    area.number = 4;
    area.title = "Ledarskap & ansvar";
    area.box_points = 50;
    area.questions.push_back({"4.4", "Är <det> bra?", {}});
    auto& score = area.questions.back().score;
    score.points = 10;
    score.max = 15;
    score.percent = 63;
    score.doubtful = {"percent"};
    score.candidates["percent"] = {68, 63};
    score.places = {{12, Box{300, 100, 400, 110}}};
    record.areas.push_back(area);
    AuditFinding finding;
    finding.kind = CheckKind::box;
    finding.verdict = Verdict::inconsistent;
    finding.area = 4;
    finding.cell = area_cell(4, CellField::box_points);
    finding.explanation = "The points box says 50; the score table has a total of 61.";
    record.findings_of_audit = {finding};
    return record;
}

std::vector<std::string> cells(const std::vector<ReviewItem>& items) {
    std::vector<std::string> names;
    for (const auto& item : items)
        names.push_back(name_of(item.cell) + " " + item.status);
    return names;
}

std::vector<Topic> topics(const Record& record, const Document* reading = nullptr) {
    return review_topics(record, {{}, [&](const std::string& /*sha256*/) { return reading; }});
}

/// A page with a row of figures, each word 20 points wide.
Page page_with(int number, const std::vector<std::pair<std::string, double>>& words, double y = 100) {
    Page page;
    page.number = number;
    for (const auto& [text, x] : words)
        page.words.push_back({text, Box{x, y, x + 20, y + 10}});
    return page;
}

std::optional<Place> place_on(const Page& page, const Record& record, const Cell& cell) {
    return place_of_figure(record, cell, [&](int number) { return number == page.number ? &page : nullptr; });
}

const auto percent_of_4_4 = question_cell("4.4", CellField::percent);

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("what is doubtful or inconsistent is to be reviewed, until a person decides") {
        auto record = doubtful_record();
        const auto items = review_items(record);
        CHECK(cells(items) == std::vector<std::string>{"year doubtful", "4.4 percent doubtful",
                                                       "area 4 box points inconsistent"});
        CHECK(items[1].candidates == std::vector<Decimal>{68, 63});
        CHECK(items[1].label == "Är <det> bra?");
        CHECK(items[2].checks.size() == 1);
        record.corrections = {{record.sha256, "4.4 percent", "63", "68", "Anna", "sett", {}},
                              {record.sha256, "year", "2018", "2018", "Anna", "sett", {}}};
        CHECK(cells(review_items(record)) == std::vector<std::string>{"area 4 box points inconsistent"});
    }

    TEST_CASE("a part is reviewed with the cells that it lacks, until all are decided") {
        auto record = doubtful_record();
        record.areas[0].box_points.reset();
        record.areas[0].strengths = {{"Bra", {}, {}}, {"och", {}, {}}};
        record.findings_of_audit.clear();
        record.account = Account{};
        record.account->parts = {{PartKind::box, 4, {}, PartState::missing, "7 other areas have one"},
                                 {PartKind::strengths, 4, {}, PartState::damaged, "an item goes on"},
                                 {PartKind::improvements, 4, {}, PartState::missing, "every area has them"},
                                 {PartKind::title, 4, {}, PartState::found, ""}};
        const auto parts = review_parts(record, review_items(record));
        REQUIRE(parts.size() == 3);
        CHECK(parts[0].title == "Box of area 4");
        CHECK(cells(parts[0].missing) == std::vector<std::string>{"area 4 box points missing"});
        CHECK(cells(parts[1].texts) ==
              std::vector<std::string>{"area 4 strength 1 damaged", "area 4 strength 2 damaged"});
        CHECK(parts[2].missing.empty());
        CHECK(parts[2].advice.find("cannot add") != std::string::npos);

        // That the report does not state it is a decision, too.
        record.corrections = {{record.sha256, "area 4 box points", {}, {}, "Anna", "sett", {}}};
        const auto left = review_parts(record, review_items(record));
        REQUIRE(left.size() == 2);
        CHECK(left[0].part.kind == PartKind::strengths);
    }

    TEST_CASE("a figure's place is its word's, in the order of the columns that the rows agree upon") {
        auto record = doubtful_record();
        const auto row = page_with(12, {{"10", 300}, {"15", 340}, {"6B%", 380}});
        CHECK(place_on(row, record, percent_of_4_4) == Place{12, Box{380, 100, 400, 110}});
        CHECK(place_on(row, record, question_cell("4.4", CellField::max)) ==
              Place{12, Box{340, 100, 360, 110}});
        // The maximum first: told by a row whose figures differ and are read as they stand.
        const auto other = page_with(12, {{"15", 300}, {"10", 340}, {"63%", 380}});
        CHECK(place_on(other, record, question_cell("4.4", CellField::max)) ==
              Place{12, Box{300, 100, 320, 110}});
        // A word too many, or none read: the row's place.
        const auto crowded = page_with(12, {{"10", 300}, {"15", 330}, {"6", 360}, {"3%", 380}});
        CHECK(place_on(crowded, record, percent_of_4_4) == Place{12, Box{300, 100, 400, 110}});
        CHECK(place_on(page_with(11, {}), record, percent_of_4_4) == Place{12, Box{300, 100, 400, 110}});
        record.areas[0].questions[0].score.places.clear();
        CHECK(place_on(row, record, percent_of_4_4) == std::nullopt);
    }

    TEST_CASE("a figure of the history stands in its column by its area, below the year") {
        Record record;
        HistoryColumn column;
        column.year = 2014;
        column.areas = {40, std::nullopt, 52};
        column.total = 92;
        column.places = {{9, Box{100, 0, 120, 90}}};
        record.history = {column};
        Page page;
        page.number = 9;
        double y = 0;
        for (const auto* text : {"2014", "40", "52", "92"})
            page.words.push_back({text, Box{100, y += 20, 120, y + 10}});
        CHECK(place_on(page, record, history_cell(2014, 3)) == Place{9, Box{100, 60, 120, 70}});
        CHECK(place_on(page, record, history_cell(2014, 0)) == Place{9, Box{100, 80, 120, 90}});
        CHECK(place_on(page, record, history_cell(2014, 2)) == Place{9, Box{100, 0, 120, 90}});
    }

    TEST_CASE("a table that goes over a page is shown on both, a text by its lines") {
        auto record = doubtful_record();
        auto& area = record.areas[0];
        area.total.points = 10;
        area.total.places = {{13, Box{300, 50, 400, 60}}};
        const auto shown = topics(record);
        REQUIRE(shown.size() == 3);
        CHECK(shown[1].title == "Area 4, Ledarskap & ansvar: score table");
        REQUIRE(shown[1].sights.size() == 2);
        CHECK(shown[1].sights[0].marks.size() == 1);
        CHECK(shown[1].sights[1].marks.empty());

        area.total.places = {{1, std::nullopt}};
        area.questions[0].score.places = {{1, std::nullopt}};
        Document text;
        text.pages.emplace_back();
        text.pages[0].lines = {"Prosa", "4.4 Är det", "bra? 10 15 63%", "10 15"};
        const auto lines = topics(record, &text)[1].sights;
        REQUIRE(lines.size() == 1);
        REQUIRE(lines[0].lines.size() == 3);
        CHECK(lines[0].lines[0].marked);
        CHECK(lines[0].lines[1].marked);
        CHECK(!lines[0].lines[2].marked);
    }

    TEST_CASE("pictures of a part are of the document that it was taken from") {
        const auto record = doubtful_record();
        const std::string other(64, 'b');
        const auto shown = review_topics(record, {{{total_cell(4, CellField::points), other}},
                                                  [](const std::string& /*sha256*/) { return nullptr; }});
        REQUIRE(shown.size() == 3);
        REQUIRE(!shown[1].sights.empty());
        CHECK(shown[1].sights[0].document == other);
        CHECK(shown[1].sights[0].marks.empty());
    }

    TEST_CASE("a page that OCR may have turned is shown whole, without marks, if what was read is not kept") {
        auto record = doubtful_record();
        record.pages = {{12, Reading::ocr, "", {}}};
        const auto shown = topics(record);
        REQUIRE(shown.size() == 3);
        REQUIRE(shown[1].sights.size() == 1);
        CHECK(shown[1].sights[0].whole);
        CHECK(shown[1].sights[0].marks.empty());
    }

    TEST_CASE("the sheet escapes what reports say, and its CSV has a row a figure") {
        auto record = doubtful_record();
        record.account = Account{};
        record.account->parts = {{PartKind::history, {}, {}, PartState::missing, "history & <more>"}};
        ReviewedReport report{"Björk & <b>",          "b.pdf",        record.sha256,
                              "0 of 1: no <history>", topics(record), {}};
        report.lacking = {{"<b>.pdf", "not found"}};
        const auto html = review_html({report}, {"it's.db", "Name <it>.", {"<Köping>"}, {"2016"}});
        CHECK(html.find("Är &lt;det&gt; bra?") != std::string::npos);
        CHECK(html.find("Björk &amp; &lt;b&gt;") != std::string::npos);
        for (const auto* raw : {"<det>", "<b>", "<history>", "<more>", "<it>", "<Köping>"})
            CHECK_MESSAGE(html.find(raw) == std::string::npos, raw);
        CHECK(html.find("<p>history &amp; &lt;more&gt;</p>") != std::string::npos);
        CHECK(html.find("data-command=\"kompass correct --archive 'it'\\''s.db'\"") != std::string::npos);
        CHECK(html.find("data-kind=\"number\" data-least=\"0\" data-most=\"100\" data-decimal=\"0\"") !=
              std::string::npos);
        const auto csv = review_csv({report});
        CHECK(csv.find("12,4.4 percent,doubtful,63,\"68, 63\",,,,\"seen in the source, page 12\"") !=
              std::string::npos);
        const auto counts = count(report);
        CHECK(counts.figures() == 3);
        CHECK(counts.parts == 1);
    }

    TEST_CASE("the page is of the language that is spoken, its script too, and the CSV is English") {
        const ReviewedReport report{"Köping 2018",
                                    "koping.pdf",
                                    std::string(64, 'a'),
                                    "41 of 41 parts",
                                    topics(doubtful_record()),
                                    {}};
        const ReviewContext context{"a.db", "", {}, {}};
        CHECK(review_html({report}, context).find("\nconst texts = {};\n") != std::string::npos);
        const auto csv = review_csv({report});
        text::speak(text::Language::swedish);
        const auto html = review_html({report}, context);
        const auto swedish_csv = review_csv({report});
        text::speak(text::Language::english);
        CHECK(swedish_csv == csv);
        CHECK(html.find("<html lang=\"sv\">") != std::string::npos);
        CHECK(html.find("Poängrutan säger 50; poängtabellen har summan 61.") != std::string::npos);
        CHECK(html.find("41 av 41 delar återgivna") != std::string::npos);
        // Whatever the script says is among the texts that stand before it.
        const auto begin_of_texts = html.find("const texts = ");
        const auto texts = html.substr(begin_of_texts, html.find("'use strict'") - begin_of_texts);
        const std::string script(assets::review_js);
        int said = 0;
        for (auto at = script.find("told("); at != std::string::npos; at = script.find("told(", at + 1)) {
            const auto begin = script.find('\'', at);
            const auto text = script.substr(begin + 1, script.find('\'', begin + 1) - begin - 1);
            if (text == "edition") continue; // told(rule.kind === 'edition' ? … : …)
            CHECK_MESSAGE(texts.find('"' + text + "\":") != std::string::npos, text);
            ++said;
        }
        CHECK(said > 12);
    }
}
