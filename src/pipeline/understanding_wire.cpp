#include "pipeline/understanding_wire.h"

#include "read/work/document_fields.h"

#include <type_traits>
#include <utility>

namespace kompass {

[[nodiscard]] constexpr BlockKind last_of(BlockKind /*any*/) {
    return BlockKind::table;
}
[[nodiscard]] constexpr Verdict last_of(Verdict /*any*/) {
    return Verdict::inconsistent;
}
[[nodiscard]] constexpr CheckKind last_of(CheckKind /*any*/) {
    return CheckKind::history_year;
}

[[nodiscard]] constexpr PartKind last_of(PartKind /*any*/) {
    return PartKind::page;
}
[[nodiscard]] constexpr PartState last_of(PartState /*any*/) {
    return PartState::not_in_report;
}
[[nodiscard]] constexpr Look last_of(Look /*any*/) {
    return Look::picture;
}

void fields(auto& each, like<SourceLine> auto& line) {
    each(line.text, line.place, line.gap_before);
}

void fields(auto& each, like<TableCell> auto& cell) {
    each(cell.text, cell.items, cell.places, cell.item_places, cell.confidence, cell.readings);
}

void fields(auto& each, like<Table> auto& table) {
    each(table.rows, table.figures, table.has_head);
}

void fields(auto& each, like<Block> auto& block) {
    each(block.kind, block.text, block.lines, block.places, block.font_size, block.exact_type, block.bold,
         block.certain, block.table);
}

void fields(auto& each, like<Decimal> auto& number) {
    auto tenths = number.tenths();
    each(tenths);
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(number)>>)
        number = Decimal::from_tenths(tenths);
}

void fields(auto& each, like<ScoreRepair> auto& repair) {
    each(repair.field, repair.read, repair.value, repair.why, repair.checks);
}

void fields(auto& each, like<Score> auto& score) {
    each(score.points, score.max, score.percent, score.doubtful, score.candidates, score.repairs,
         score.places);
}

void fields(auto& each, like<Question> auto& question) {
    each(question.number, question.text, question.score);
}

void fields(auto& each, like<Finding> auto& finding) {
    each(finding.text, finding.raw, finding.places);
}

void fields(auto& each, like<Paragraph> auto& paragraph) {
    each(paragraph.text, paragraph.page);
}

void fields(auto& each, like<Chapter> auto& chapter) {
    each(chapter.heading, chapter.page, chapter.paragraphs);
}

void fields(auto& each, like<RoleModel> auto& model) {
    each(model.name, model.code);
}

void fields(auto& each, like<Area> auto& area) {
    each(area.number, area.title, area.table_title, area.box_headings, area.box_points, area.total,
         area.questions, area.strengths, area.improvements, area.weaknesses, area.role_models, area.prose,
         area.doubtful, area.candidates, area.repairs, area.places);
}

void fields(auto& each, like<HistoryColumn> auto& column) {
    each(column.year, column.areas, column.total, column.places, column.doubtful, column.candidates,
         column.repairs);
}

void fields(auto& each, like<Scoring> auto& scoring) {
    each(scoring.edition, scoring.label, scoring.doubtful, scoring.areas, scoring.total, scoring.history,
         scoring.places);
}

// By name, so that what comes from a worker is a cell or refused.
void fields(read::Encoder& each, const Cell& cell) {
    each(name_of(cell));
}

void fields(read::Decoder& each, Cell& cell) {
    std::string name;
    each(name);
    const auto named = cell_from(name);
    if (!named) throw read::WireError("no cell is called so");
    cell = *named;
}

void fields(auto& each, like<AuditFinding> auto& finding) {
    each(finding.kind, finding.verdict, finding.area, finding.cell, finding.printed, finding.expected,
         finding.explanation, finding.places);
}

void fields(auto& each, like<Provenance> auto& one) {
    each(one.of, one.item, one.rule, one.places);
}

void fields(auto& each, like<ExtractedBy> auto& by) {
    each(by.version, by.rules);
}

void fields(auto& each, like<PageNote> auto& page) {
    each(page.number, page.reading, page.why, page.confidence);
}

void fields(auto& each, like<Correction> auto& correction) {
    each(correction.sha256, correction.cell, correction.was, correction.value, correction.author,
         correction.why, correction.made_at, correction.withdrawn);
}

void fields(auto& each, like<Part> auto& part) {
    each(part.kind, part.area, part.page, part.state, part.why, part.scoring);
}

void fields(auto& each, like<Unclaimed> auto& unclaimed) {
    each(unclaimed.looks_like, unclaimed.words, unclaimed.places);
}

void fields(auto& each, like<WordCounts> auto& words) {
    each(words.read, words.claimed, words.prose, words.furniture, words.unclaimed);
}

void fields(auto& each, like<Account> auto& account) {
    each(account.words, account.unclaimed, account.parts);
}

void fields(auto& each, like<FileOrigin> auto& origin) {
    each(origin.url, origin.publisher, origin.retrieved, origin.licence, origin.note);
}

void fields(auto& each, like<Evaluator> auto& evaluator) {
    each(evaluator.name, evaluator.role, evaluator.employer, evaluator.doubtful);
}

void fields(auto& each, like<Record> auto& record) {
    each(record.file, record.sha256, record.kind, record.origin, record.pages, record.municipality,
         record.municipality_code, record.year, record.month, record.ordinal, record.interviewees,
         record.document_date, record.evaluators, record.evaluator_details, record.edition, record.doubtful,
         record.areas, record.history, record.scorings, record.key_facts, record.chapters,
         record.findings_of_audit, record.text_repairs, record.word_repairs, record.troubles, record.account,
         record.provenance, record.extracted_by, record.corrections);
}

namespace pipeline {

void fields(auto& each, like<UnderstandingRequest> auto& request) {
    each(request.document, request.record_only);
}

void fields(auto& each, like<Understanding> auto& understanding) {
    each(understanding.mended, understanding.blocks, understanding.record);
}

std::string encoded_request(const Document& document, bool record_only) {
    read::Encoder encoder;
    encoder(document, record_only);
    return std::move(encoder).take();
}

UnderstandingRequest decoded_request(std::string_view bytes) {
    return read::decoded<UnderstandingRequest>(bytes);
}

std::string encoded_understanding(const Understanding& understanding) {
    return read::encoded(understanding);
}

Understanding decoded_understanding(std::string_view bytes) {
    return read::decoded<Understanding>(bytes);
}

} // namespace pipeline

} // namespace kompass
