#include "repair/repair.h"

#include "repair/normal_form.h"
#include "repair/signs.h"
#include "text/lost_spelling.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kompass::repair {
namespace {

constexpr double foreign_signs = 0.3; ///< damage from which a text has the scanner's signs too
/// Confidences below which OCR may have misread a word: one that is known, and one that is not.
constexpr double unsure_ocr = 0.7, unsure_ocr_of_unknown = 0.94;
constexpr double damage_of_unsure_ocr = 0.2;
constexpr double sure_of_sign = 0.95;
constexpr int most_passes = 4;

/// What was read letter by letter (figures have readings) stays.
Freedom freedom_of(const Word& word) {
    if (!word.readings.empty() || word.confidence >= unsure_ocr_of_unknown) return Freedom::fixed;
    return word.confidence < unsure_ocr ? Freedom::free : Freedom::unless_known;
}

/// What each pass still changes, until nothing does. `damage` is estimated unless it is given.
Repaired in_passes(SeenWords& words, std::vector<std::string> lines, const std::vector<Freedom>& freedom,
                   std::optional<double> damage) {
    Repaired result;
    for (int number = 0; number < most_passes; ++number) {
        Pass pass(words, lines, freedom);
        const double share = damage ? *damage : damage_of(pass.evidence());
        if (number == 0) result.damage = share;
        const auto changes = pass.run(share);
        const bool changed =
            std::any_of(changes.begin(), changes.end(), [](const Change& change) { return change.applied; });
        if (number == 0 || changed)
            result.changes.insert(result.changes.end(), changes.begin(), changes.end());
        if (!changed) break;
    }
    result.lines = std::move(lines);
    return result;
}

/// The line in its normal form, with its "I" where that is a bar.
std::string prepared(const std::string& line, const std::string& above, std::size_t number,
                     std::vector<Change>& changes) {
    auto plain = normal_form(line);
    if (plain != line) changes.push_back({number, line, plain, "normal-form", 1, true});
    if (const auto bar = lone_bar(plain, above)) {
        changes.push_back({number, plain.substr(*bar, 1), "I", "sign", sure_of_sign, true});
        plain.replace(*bar, 1, "I");
    }
    if (const auto bar = bar_in_abbreviation(plain)) {
        changes.push_back(
            {number, plain.substr(*bar, 2), "I" + plain.substr(*bar + 1, 1), "sign", sure_of_sign, true});
        plain.replace(*bar, 1, "I");
    }
    return plain;
}

/// What English quotation marks a line has are the scanner's, if the text lost its letters too.
void mend_quotes(std::string& line, std::size_t number, std::vector<Change>& changes) {
    auto mended = with_swedish_quotes(line);
    const auto before = unicode::code_points(line);
    const auto after = unicode::code_points(mended);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i] != after[i])
            changes.push_back({number, unicode::utf8(before.substr(i, 1)), unicode::utf8(after.substr(i, 1)),
                               "sign", sure_of_sign, true});
    line = std::move(mended);
}

} // namespace

Repairer::Repairer(std::function<Vocabulary()> vocabulary) : vocabulary_(std::move(vocabulary)) {}

Repairer::Seen::Seen(Vocabulary vocabulary)
    : words(vocabulary.lexicon, std::move(vocabulary.of_text)),
      words_of_scans(std::move(vocabulary.lexicon), std::move(vocabulary.of_scans)) {}

Repairer::Seen& Repairer::seen() {
    if (!seen_) seen_.emplace(vocabulary_());
    return *seen_;
}

Repaired Repairer::repaired(const std::vector<std::string>& lines) {
    auto& words = seen().words;
    words.forget_if_many();
    Repaired result;
    result.lines = lines;
    // A mended word can show that the bar before it is a word, too.
    for (int round = 0; round < most_passes; ++round) {
        const auto told = result.changes.size();
        for (std::size_t i = 0; i < result.lines.size(); ++i)
            result.lines[i] = prepared(result.lines[i], i > 0 ? result.lines[i - 1] : "", i, result.changes);
        if (round > 0 && result.changes.size() == told) break;
        auto mended = in_passes(words, std::move(result.lines), {}, std::nullopt);
        result.lines = std::move(mended.lines);
        if (round == 0) result.damage = mended.damage;
        for (std::size_t i = 0; result.damage >= foreign_signs && i < result.lines.size(); ++i)
            mend_quotes(result.lines[i], i, result.changes);
        result.changes.insert(result.changes.end(), mended.changes.begin(), mended.changes.end());
    }
    std::stable_sort(result.changes.begin(), result.changes.end(),
                     [](const Change& a, const Change& b) { return a.line < b.line; });
    return result;
}

void Repairer::mend(Document& document) {
    mend_transcript(document);
    for (auto& page : document.pages)
        if (page.reading == Reading::ocr) mend_words(page, document);
}

void Repairer::mend_transcript(Document& document) {
    std::vector<std::string> lines;
    std::vector<std::pair<int, int>> places; // page and line of each
    text::Spelling spelling;
    for (const auto& page : document.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            lines.push_back(page.lines[i]);
            spelling.add_line(page.lines[i]);
            places.emplace_back(page.number, static_cast<int>(i) + 1);
        }
    if (lines.empty()) return;
    auto mended = repaired(lines);
    auto line = mended.lines.begin();
    for (auto& page : document.pages)
        for (auto& text : page.lines)
            text = std::move(*line++);
    document.spelling_was_lost = spelling.loss() != text::SpellingLoss::none;
    for (auto& change : mended.changes) {
        const auto [page, number] = places[change.line];
        if (change.applied)
            document.repairs.push_back({page, number, std::move(change.before), std::move(change.after),
                                        std::move(change.rule), change.probability});
    }
}

void Repairer::mend_words(Page& page, Document& document) {
    std::vector<std::string> words;
    std::vector<Freedom> freedom;
    for (const auto& word : page.words) {
        words.push_back(normal_form(word.text));
        freedom.push_back(freedom_of(word));
    }
    const auto is_fixed = [](Freedom each) { return each == Freedom::fixed; };
    if (std::all_of(freedom.begin(), freedom.end(), is_fixed)) return;
    auto mended = in_passes(seen().words_of_scans, words, freedom, damage_of_unsure_ocr);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (mended.lines[i] != words[i]) page.words[i].text = mended.lines[i];
    for (const auto i : Pass(seen().words_of_scans, mended.lines, freedom).lines_of_unknown_words())
        page.words[i].in_doubt = true;
    for (const auto& change : mended.changes)
        if (change.applied)
            document.repairs.push_back({page.number, static_cast<int>(change.line) + 1, change.before,
                                        change.after, change.rule, change.probability});
}

} // namespace kompass::repair
