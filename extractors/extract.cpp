#include "extractors/extract.h"

#include "audit/audit.h"
#include "audit/settlement.h"
#include "extractors/findings.h"
#include "extractors/history.h"
#include "extractors/identity.h"
#include "extractors/key_facts.h"
#include "extractors/outline.h"
#include "extractors/points_box.h"
#include "extractors/prose.h"
#include "extractors/report_hints.h"
#include "extractors/role_models.h"
#include "extractors/score_tables.h"
#include "extractors/suspicion.h"
#include "layout/layout.h"

#include <algorithm>
#include <map>

namespace kompass {

namespace {

Record begun(const Document& document) {
    Record record;
    record.file = document.file;
    record.sha256 = document.sha256;
    record.kind = document.kind;
    record.troubles = document.troubles;
    for (const auto& page : document.pages)
        record.pages.push_back({page.number, page.reading, page.why, page.confidence});
    record.text_repairs = static_cast<int>(document.repairs.size());
    record.word_repairs = document.repairs;
    return record;
}

bool mentions_kommunkompassen(const Blocks& blocks, const rules::RuleSet& rules) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        return !block.text.empty() && rules.matches("report_sign", block.text);
    });
}

void infer_edition(const rules::Knowledge& knowledge, Record& record) {
    rules::EditionEvidence evidence;
    evidence.year = record.year;
    for (const auto& area : record.areas) {
        if (!area.title.empty()) evidence.titles.push_back({area.number, area.title});
        if (area.table_title) evidence.titles.push_back({area.number, *area.table_title});
        for (const auto& question : area.questions)
            evidence.questions.push_back({question.number, question.text});
    }
    const auto guess = knowledge.editions.infer(evidence);
    record.edition = guess.id;
    if (guess.certain) return;
    record.doubtful.emplace_back("edition");
    record.troubles.push_back({Severity::warning, "edition-unsure", "the edition is unsure: " + guess.why,
                               record.file, std::nullopt, ""});
}

void extract_areas(const Blocks& blocks, const rules::Knowledge& knowledge, Record& record,
                   audit::Evidence& evidence) {
    std::map<int, Area> areas;
    extract_score_tables(blocks, knowledge, areas, record.troubles, evidence);
    for (const auto& span : outline(blocks, knowledge)) {
        auto& area = areas[span.number];
        area.number = span.number;
        area.title = span.title;
        area.places = span.places;
        extract_points_box(blocks, span, knowledge, area, evidence);
        extract_findings(blocks, span, knowledge, area);
        extract_prose(blocks, span, area);
        extract_role_models(blocks, span, knowledge, record.municipality_code, area);
    }
    for (auto& [number, area] : areas) {
        if (area.title.empty()) area.title = area.table_title.value_or("");
        record.areas.push_back(std::move(area));
    }
}

void note_what_is_missing(Record& record) {
    const auto warn = [&](std::string code, std::string message) {
        record.troubles.push_back(
            {Severity::warning, std::move(code), std::move(message), record.file, std::nullopt, ""});
    };
    if (record.municipality.empty())
        warn("municipality-missing", "no municipality was found; name it by hand");
    if (!record.year) warn("year-missing", "the year of the evaluation was not found");
    for (int number = 1; number <= 8; ++number) {
        const auto area = std::find_if(record.areas.begin(), record.areas.end(),
                                       [&](const Area& a) { return a.number == number; });
        const auto name = "area " + std::to_string(number);
        if (area == record.areas.end())
            warn("area-missing", name + " was not found");
        else if (area->questions.empty())
            warn("score-table-missing", name + " has no score table");
    }
    for (const auto& column : record.history)
        if (std::find(column.areas.begin(), column.areas.end(), std::nullopt) != column.areas.end())
            warn("history-incomplete",
                 "the table of earlier evaluations lacks a figure of " + std::to_string(column.year));
}

const rules::Edition* edition_of(const Record& record, const rules::Knowledge& knowledge) {
    for (const auto& edition : knowledge.editions.all())
        if (edition.id == record.edition) return &edition;
    return nullptr;
}

/// What the audit finds of an area whose misreadings stay open says also what they may be.
void add_remarks(const audit::Settlement& settlement, std::vector<AuditFinding>& findings) {
    for (auto& finding : findings) {
        const auto remark = settlement.remarks.find(finding.area);
        if (finding.verdict == Verdict::inconsistent && remark != settlement.remarks.end())
            finding.explanation += " " + remark->second;
    }
}

void settle_and_audit(const audit::Evidence& evidence, const rules::Knowledge& knowledge, Record& record) {
    const auto settlement = audit::settle(record, evidence, knowledge.digits, edition_of(record, knowledge));
    record.findings_of_audit = audit::audit(record);
    doubt_unconfirmed(record, settlement.unexplained);
    add_remarks(settlement, record.findings_of_audit);
}

} // namespace

bool failed(const Record& record) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [](const Trouble& trouble) { return trouble.severity == Severity::error; });
}

Record extract(const Document& document, const rules::Knowledge& knowledge) {
    auto record = begun(document);
    if (failed(record)) return record;
    const auto blocks = layout::layout(document, hints_from(knowledge.rules));
    extract_identity(document, blocks, knowledge, record);
    audit::Evidence evidence;
    evidence.ocr_pages = pages_read_by_ocr(document);
    extract_areas(blocks, knowledge, record, evidence);
    const bool scored = std::any_of(record.areas.begin(), record.areas.end(),
                                    [](const Area& area) { return !area.questions.empty(); });
    if (!scored) {
        const bool named = mentions_kommunkompassen(blocks, knowledge.rules);
        record.troubles.push_back(
            {Severity::error, named ? "no-score-tables" : "not-a-report",
             named ? "no score table was understood; a new layout needs a rules file, see "
                     "docs/extending.md"
                   : "this is no Kommunkompassen report",
             record.file, std::nullopt, ""});
        return record;
    }
    record.history = extract_history(blocks, knowledge, evidence);
    record.key_facts = extract_key_facts(blocks, knowledge);
    infer_edition(knowledge, record);
    note_what_is_missing(record);
    settle_and_audit(evidence, knowledge, record);
    return record;
}

} // namespace kompass
