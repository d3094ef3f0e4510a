#include "pipeline/understand.h"

#include "account/account.h"
#include "account/page_numbers.h"
#include "account/refusal.h"
#include "account/words_apart.h"
#include "audit/again.h"
#include "audit/gaps.h"
#include "audit/scoring_checks.h"
#include "audit/settlement.h"
#include "audit/suspicion.h"
#include "extractors/extract.h"
#include "extractors/gathered_areas.h"
#include "layout/layout.h"
#include "layout/pages/footnotes.h"
#include "layout/pages/leaves.h"
#include "model/record_facts.h"
#include "pipeline/other_scoring.h"
#include "pipeline/report_hints.h"
#include "pipeline/sheets.h"
#include "text/tokens.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kompass::pipeline {
namespace {

Record begun(const Document& document) {
    Record record;
    record.file = document.file;
    record.sha256 = document.sha256;
    record.kind = document.kind;
    record.troubles = document.troubles;
    for (const auto& page : document.pages)
        record.pages.push_back({page.number, page.reading, page.why, page.confidence});
    for (auto& note : account::told_words_apart(document))
        record.troubles.push_back(std::move(note));
    record.text_repairs = static_cast<int>(document.repairs.size());
    record.word_repairs = document.repairs;
    return record;
}

bool mentions_kommunkompassen(const Blocks& blocks, const rules::RuleSet& rules) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        return !block.text.empty() && rules.matches("report_sign", block.text);
    });
}

bool has_score_table(const Record& record) {
    return std::any_of(record.areas.begin(), record.areas.end(),
                       [](const Area& area) { return !area.questions.empty(); });
}

/// With the cause, where one is seen; else a layout that no rules describe, or something else altogether.
/// What extraction remarked, behind the first `read` troubles, is no matter of a document that is no report.
void refuse(const Document& document, const Blocks& blocks, const rules::RuleSet& rules, std::size_t read,
            Record& record) {
    const bool named = mentions_kommunkompassen(blocks, rules);
    if (!named)
        record.troubles.erase(record.troubles.begin() + static_cast<std::ptrdiff_t>(read),
                              record.troubles.end());
    const auto cause = account::seen_cause(document, rules);
    std::string message = named ? "no score table was understood" : "this is no Kommunkompassen report";
    if (!cause.empty())
        message += (named ? ": " : ", as far as it was read: ") + cause;
    else if (named)
        message += "; a new layout needs a rules file, see docs/extending.md";
    record.troubles.push_back({Severity::error, named ? "no-score-tables" : "not-a-report",
                               std::move(message), record.file, std::nullopt, ""});
}

/// Asked before words are mended, which knows Swedish alone.
std::string text_of(const Document& document) {
    std::string text;
    for (const auto& page : document.pages) {
        for (const auto& word : page.words)
            text += word.text + ' ';
        for (const auto& line : page.lines)
            text += line + '\n';
    }
    return text;
}

/// What a report says is read, and understood wrongly, by the rules for another instrument.
void refuse(const rules::Instrument& instrument, const rules::Editions& editions, Record& record) {
    record.troubles.push_back({Severity::error, "other-instrument", editions.refusal_of(instrument),
                               record.file, std::nullopt, ""});
}

void infer_edition(const rules::Knowledge& knowledge, const rules::Instrument* instrument, Record& record) {
    rules::EditionEvidence evidence;
    if (instrument != nullptr) evidence.instrument = instrument->id;
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

/// Decides between readings by the arithmetic, checks what stands then, and doubts what it does not confirm.
void settle_and_audit(const audit::Evidence& evidence, const rules::Knowledge& knowledge, Record& record) {
    const auto settlement =
        audit::settle(record, evidence, knowledge.digits, knowledge.editions.with_id(record.edition));
    audit_anew(record);
    audit::doubt_unconfirmed(record, settlement.unexplained);
    audit::doubt_gaps(record);
    audit::add_remarks(settlement, record.findings_of_audit);
}

/// As if the report printed nothing else.
void take_other_scoring(FoundScoring found, const std::set<int>& ocr_pages, const rules::Knowledge& knowledge,
                        Record& record) {
    auto& scoring = found.scoring;
    infer_other_edition(found, knowledge.editions, record, scoring);
    found.evidence.ocr_pages = ocr_pages;
    auto alone = audit::as_report(scoring, record);
    settle_and_audit(found.evidence, knowledge, alone);
    add_scoring(std::move(scoring), std::move(alone), ocr_pages, record);
}

/// Takes the pages that say the same as an earlier one, word by word, out of a document for as long as it
/// lives: they were scanned or bound twice, and are read once.
class RepeatedPages {
public:
    RepeatedPages(Document& document, Record& record) : document_(document) {
        for (const int number : account::repeated_pages(document)) {
            record.troubles.push_back(
                {Severity::note, "page-repeated",
                 "the page says the same as an earlier one, word by word; it is read once", record.file,
                 Place{number, std::nullopt}, ""});
            const auto page = std::find_if(document.pages.begin(), document.pages.end(),
                                           [&](const Page& p) { return p.number == number; });
            taken_.emplace_back(page - document.pages.begin() + std::ssize(taken_), std::move(*page));
            document.pages.erase(page);
        }
    }
    ~RepeatedPages() {
        for (auto& [at, page] : taken_)
            document_.pages.insert(document_.pages.begin() + at, std::move(page));
    }
    [[nodiscard]] int words() const {
        std::size_t words = 0;
        for (const auto& [at, page] : taken_) {
            words += page.words.size();
            for (const auto& line : page.lines)
                words += text::tokens(line).size();
        }
        return static_cast<int>(words);
    }

    RepeatedPages(const RepeatedPages&) = delete;
    RepeatedPages& operator=(const RepeatedPages&) = delete;

private:
    Document& document_;
    std::vector<std::pair<std::ptrdiff_t, Page>> taken_; ///< with their places, in order
};

/// Last: it looks at what all others have made of the report. What is damaged or missing is a trouble, so
/// that the report wants a look.
void give_account(const Document& document, const Blocks& blocks, std::vector<AreaSpan> spans,
                  const rules::Knowledge& knowledge, Record& record) {
    record.account = account::account_of(document, blocks, std::move(spans), record, knowledge);
    if (is_whole(*record.account)) return;
    record.troubles.push_back(
        {Severity::warning, not_whole, summary(*record.account), record.file, std::nullopt, ""});
}

/// The register is today's; a report is of a municipality as it was called and numbered then, and so are
/// those that it names as models.
void name_as_it_was(const rules::Municipalities& municipalities, Record& record) {
    if (!record.year) return;
    const auto rename = [&](std::string& code, std::string& name) {
        const auto* today = municipalities.with_code(code);
        if (today == nullptr) return;
        auto then = municipalities.as_of(*today, *record.year, record.month);
        code = std::move(then.code);
        name = std::move(then.name);
    };
    rename(record.municipality_code, record.municipality);
    for (auto& area : record.areas)
        for (auto& model : area.role_models)
            rename(model.code, model.name);
}

/// From the pages of the mended document to its record.
void read_pages(Document& document, const rules::Knowledge& knowledge, const rules::Instrument* instrument,
                Understanding& understanding) {
    auto& blocks = understanding.blocks;
    auto& record = understanding.record;
    const auto read = record.troubles.size();
    const RepeatedPages repeated(document, record);
    const auto hints = hints_from(knowledge.rules);
    blocks = layout::layout(document, hints);
    auto outlined = gather_areas(blocks, knowledge);
    audit::Evidence evidence{.ocr_pages = audit::pages_read_by_ocr(document), .unsure = {}};
    auto [spans, other] = extract(document, blocks, std::move(outlined), knowledge, hints, record, evidence);
    if (!has_score_table(record)) {
        refuse(document, blocks, knowledge.rules, read, record);
        return;
    }
    infer_edition(knowledge, instrument, record);
    settle_and_audit(evidence, knowledge, record);
    if (other) take_other_scoring(std::move(*other), evidence.ocr_pages, knowledge, record);
    give_account(document, blocks, std::move(spans), knowledge, record);
    const int aside = repeated.words() + account::count_words_apart(document);
    record.account->words.read += aside;
    record.account->words.furniture += aside;
    name_as_it_was(knowledge.municipalities, record);
}

/// Of the pages as layout wants them; what is said of them is said of those of the file.
void read_report(const rules::Knowledge& knowledge, const rules::Instrument* instrument,
                 Understanding& understanding) {
    auto leaves = layout::in_leaves(understanding.mended);
    if (!leaves) {
        read_pages(understanding.mended, knowledge, instrument, understanding);
        return;
    }
    auto& record = understanding.record;
    if (leaves->cut)
        record.troubles.push_back({Severity::note, "two-pages-a-sheet",
                                   "two pages stand side by side on each sheet; places are those of sheets",
                                   record.file, std::nullopt, ""});
    const auto read = record.troubles.size();
    read_pages(leaves->document, knowledge, instrument, understanding);
    place_on_sheets(leaves->sheet, read, understanding.blocks, record);
}

} // namespace

Understanding understand(Document document, const rules::Knowledge& knowledge, repair::Repairer& repairer) {
    Understanding understanding;
    const auto* instrument = knowledge.instruments.of_report(text_of(document));
    understanding.mended = std::move(document);
    if (instrument == nullptr || instrument->language == rules::Instrument{}.language)
        repairer.mend(understanding.mended);
    layout::set_footnotes_apart(understanding.mended);
    understanding.record = begun(understanding.mended);
    if (failed(understanding.record)) return understanding;
    if (instrument != nullptr && !knowledge.editions.any_of_instrument(instrument->id))
        refuse(*instrument, knowledge.editions, understanding.record);
    else
        read_report(knowledge, instrument, understanding);
    return understanding;
}

Understanding not_understood(Document document, std::string code, std::string message) {
    Understanding understanding{.mended = std::move(document), .blocks = {}, .record = {}};
    understanding.record = begun(understanding.mended);
    understanding.record.troubles.push_back(
        {Severity::error, std::move(code), std::move(message), understanding.mended.file, std::nullopt, ""});
    return understanding;
}

void audit_anew(Record& record) {
    audit::audit_again(record);
}

} // namespace kompass::pipeline
