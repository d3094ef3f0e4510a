#include "sample_records.h"

#include <rapidcheck.h>

#include <optional>
#include <type_traits>
#include <vector>

namespace kompass::sample {
namespace {

int number_from(int least, int most) {
    return *rc::gen::inRange(least, most + 1);
}
bool coin() {
    return *rc::gen::arbitrary<bool>();
}

std::string some_text() {
    static const std::vector<std::string> pieces{"Hur", "å", "Ö", "\"",  "\\", "\n",
                                                 "\t",  "–", " ", "4.2", "€",  "𐍈"};
    std::string text;
    for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
        text += piece;
    return text;
}

template <class Make>
auto some(Make make) {
    std::vector<std::invoke_result_t<Make>> list;
    for (int i = number_from(0, 3); i > 0; --i)
        list.push_back(make());
    return list;
}

template <class Make>
auto perhaps(Make make) {
    return coin() ? std::optional<std::invoke_result_t<Make>>(make()) : std::nullopt;
}

int some_whole() {
    return number_from(-1000, 1000);
}
/// Of points: with one decimal, as often as not.
Decimal some_points() {
    return coin() ? Decimal(some_whole()) : Decimal::from_tenths(number_from(-10'000, 10'000));
}
double some_coordinate() {
    return number_from(-500, 9000) / 10.0;
}
std::string some_code() {
    return coin() ? std::to_string(number_from(1000, 9999)) : std::string();
}

Place some_place() {
    return {number_from(1, 40), perhaps([] {
                return Box{some_coordinate(), some_coordinate(), some_coordinate(), some_coordinate()};
            })};
}

/// To a score or a history column.
template <typename Noted>
void add_some_notes(Noted& noted) {
    noted.doubtful = some(some_text);
    if (coin()) noted.candidates["points"] = {some_points(), some_points()};
    if (coin()) noted.candidates["percent"] = {some_whole()};
    noted.repairs = some([] {
        return ScoreRepair{some_text(), some_text(), some_points(), some_text(), some([] {
                               return *rc::gen::element(CheckKind::row, CheckKind::sum, CheckKind::box);
                           })};
    });
}

Score some_score() {
    Score score{perhaps(some_points), perhaps(some_whole), perhaps(some_whole), some(some_text), {}, {},
                some(some_place)};
    add_some_notes(score);
    return score;
}

Finding some_finding() {
    return {some_text(), some_text(), some(some_place)};
}

std::string some_question_number() {
    return std::to_string(number_from(1, 8)) + "." + std::to_string(number_from(0, 99));
}

Question some_question() {
    return {some_question_number(), some_text(), some_score()};
}

Area some_area() {
    Area area;
    area.number = number_from(1, 8);
    area.title = some_text();
    area.table_title = perhaps(some_text);
    area.box_headings = some(some_text);
    area.box_points = perhaps(some_points);
    area.total = some_score();
    area.questions = some(some_question);
    area.strengths = some(some_finding);
    area.improvements = some(some_finding);
    area.weaknesses = some(some_finding);
    area.role_models = some([] { return RoleModel{some_text(), some_code()}; });
    area.prose = some([] { return Paragraph{some_text(), *rc::gen::inRange(1, 99)}; });
    add_some_notes(area);
    area.places = some(some_place);
    return area;
}

Cell some_cell() {
    const int area = number_from(1, 8);
    if (coin()) return total_cell(area, coin() ? CellField::whole : CellField::max);
    if (coin()) return history_cell(number_from(1990, 2030), number_from(0, 8));
    return question_cell(some_question_number(), CellField::percent);
}

AuditFinding some_audit_finding() {
    return {*rc::gen::element(CheckKind::row, CheckKind::sum, CheckKind::maxima, CheckKind::hundred,
                              CheckKind::box, CheckKind::history_sum, CheckKind::history_year),
            *rc::gen::element(Verdict::exact, Verdict::rounding, Verdict::inconsistent),
            number_from(0, 8),
            some_cell(),
            some_text(),
            some_text(),
            some_text(),
            some(some_place)};
}

Trouble some_trouble() {
    return {*rc::gen::element(Severity::note, Severity::warning, Severity::error),
            some_text(),
            some_text(),
            some_text(),
            perhaps(some_place),
            some_text()};
}

PageNote some_page() {
    return {number_from(1, 40),
            *rc::gen::element(Reading::text_layer, Reading::ocr, Reading::transcript, Reading::empty,
                              Reading::failed),
            some_text(), perhaps([] { return number_from(0, 1000) / 997.0; })};
}

} // namespace

Record some_record() {
    Record record;
    record.file = some_text();
    record.sha256 = *rc::gen::container<std::string>(64, rc::gen::elementOf(std::string("0123456789abcdef")));
    record.kind = *rc::gen::element(SourceKind::pdf, SourceKind::image, SourceKind::transcript);
    record.origin = perhaps([] {
        return FileOrigin{some_text(), some_text(), "20" + std::to_string(number_from(10, 29)) + "-02-08",
                          some_text(), some_text()};
    });
    record.pages = some(some_page);
    record.municipality = some_text();
    record.municipality_code = some_code();
    record.year = perhaps(some_whole);
    record.month = perhaps([] { return number_from(1, 12); });
    record.ordinal = perhaps(some_whole);
    record.interviewees = perhaps(some_whole);
    record.document_date = perhaps([] { return "20" + std::to_string(number_from(10, 29)) + "-02-08"; });
    record.evaluators = some(some_text);
    if (number_from(0, 1) == 1)
        for (std::size_t i = 0; i < record.evaluators.size(); ++i)
            record.evaluator_details.push_back(
                {"Ö" + some_text(), some_text(), some_text(),
                 some([] { return *rc::gen::element<std::string>("name", "role", "employer"); })});
    record.edition = *rc::gen::element<std::string>("2002", "2010", "2016", "2020");
    record.doubtful = some(some_text);
    record.areas = some(some_area);
    record.history = some([] {
        HistoryColumn column{number_from(1990, 2030), some([] { return perhaps(some_points); }),
                             perhaps(some_points), some(some_place)};
        add_some_notes(column);
        return column;
    });
    for (int i = number_from(0, 3); i > 0; --i)
        record.key_facts.emplace_back(std::to_string(i) + some_text(), some_text());
    record.chapters = some([] {
        return Chapter{some_text(), number_from(1, 99), some([] { return Paragraph{some_text(), 3}; })};
    });
    record.findings_of_audit = some(some_audit_finding);
    record.text_repairs = number_from(0, 500);
    record.word_repairs = some([] {
        return TextRepair{number_from(1, 40), number_from(1, 60), some_text(),
                          some_text(),        "spelling",         number_from(0, 1000) / 1000.0};
    });
    record.troubles = some(some_trouble);
    record.provenance = some([] {
        return Provenance{*rc::gen::element(report_cell(CellField::year),
                                            report_cell(CellField::evaluator, 2),
                                            area_cell(3, CellField::box_headings)),
                          number_from(0, 4), some_text(), some(some_place)};
    });
    record.extracted_by = perhaps([] { return ExtractedBy{some_text(), some_text()}; });
    return record;
}

Record full_record() {
    Record record;
    record.file = "lillevik-2017.pdf";
    record.sha256 = std::string(64, 'a');
    record.origin =
        FileOrigin{"https://example.org/lillevik.pdf", "Lilleviks kommun", "2024-05-01", "", "tryckt"};
    record.pages = {{1, Reading::text_layer, "text layer", 0.93},
                    {2, Reading::empty, "no text", std::nullopt}};
    record.municipality = "Lillevik";
    record.municipality_code = "9901";
    record.year = 2017;
    record.month = 5;
    record.document_date = "2017-06-01";
    record.evaluators = {"A. Prövare, utredare, SKL"};
    record.evaluator_details = {{"A. Prövare", "utredare", "SKL", {"employer"}}};
    record.edition = "2016";
    Score score{8,
                15,
                52,
                {"percent"},
                {{"percent", {52, 62}}},
                {{"max", "1S", 15, "digit", {CheckKind::maxima}}},
                {{3, Box{1, 2, 3.25, 4}}}};
    Area area;
    area.number = 1;
    area.title = "Offentlighet och demokrati";
    area.total = {8, 100, 8, {}, {}, {}, {}};
    area.questions = {{"1.1", "Hur?", score}};
    area.strengths = {{"Öppenhet", "Oppenhet", {{2, std::nullopt}}}};
    area.role_models = {{"Storvik", "9902"}, {"Okänd", ""}};
    area.prose = {{"Kommunen har prövat mycket.", 2}};
    record.areas = {area};
    record.history = {{2013, {40, std::nullopt}, std::nullopt, {}}};
    record.key_facts = {{"Invånare", "12 000"}, {"Anställda", "900"}};
    record.chapters = {{"1. Inledning", 1, {{"Rapporten beskriver kommunen.", 1}, {"Den är kort.", 2}}},
                       {"", 3, {{"Text utan rubrik.", 3}}}};
    record.provenance = {{report_cell(CellField::municipality), 0, "cover-title", {{1, Box{10, 20, 30, 40}}}},
                         {area_cell(1, CellField::role_model, 2), 0, "inspiration", {{2, std::nullopt}}},
                         {report_cell(CellField::key_facts), 2, "", {}}};
    record.extracted_by = {"0.2.0", "c0ffee"};
    record.findings_of_audit = {
        {CheckKind::sum, Verdict::exact, 1, total_cell(1, CellField::points), "8", "8", "Agrees.", {}}};
    record.troubles = {
        {Severity::warning, "odd", "Odd.", "lillevik-2017.pdf", Place{2, std::nullopt}, "rule"}};
    return record;
}

} // namespace kompass::sample
