#include "extractors/role_models.h"

#include "text/tokens.h"

#include <algorithm>

namespace kompass {

namespace {

/// Parts a text at sentence ends that are followed by a capital or the end; "t.ex." does not end one.
std::vector<std::string> sentences(std::string_view text) {
    std::vector<std::string> parts;
    std::string part;
    for (const auto& word : text::tokens(text)) {
        part += (part.empty() ? "" : " ") + word;
        const bool abbreviation = std::count(word.begin(), word.end(), '.') > 1;
        if (!abbreviation && (word.ends_with('.') || word.ends_with('!') || word.ends_with('?'))) {
            parts.push_back(std::move(part));
            part.clear();
        }
    }
    if (!part.empty()) parts.push_back(std::move(part));
    return parts;
}

void take_named(std::string_view text, const rules::Knowledge& knowledge, const std::string& own_code,
                Area& area) {
    for (const auto* municipality : knowledge.municipalities.mentioned(text)) {
        if (municipality->code == own_code) continue;
        const RoleModel model{municipality->name, municipality->code};
        if (std::find(area.role_models.begin(), area.role_models.end(), model) == area.role_models.end())
            area.role_models.push_back(model);
    }
}

/// "Inspiration: Sala, Eda och Kil": what stands behind the head that leads the sentence.
std::string_view behind_lead(std::string_view text, const rules::RuleSet& rules) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || !rules.matches("inspiration_head", text.substr(0, colon + 1)))
        return {};
    return text.substr(colon + 1);
}

} // namespace

void extract_role_models(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                         const std::string& own_code, Area& area) {
    bool inspiration = false;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const auto& block = blocks[i];
        if (block.kind == BlockKind::table) continue;
        if (block.kind == BlockKind::heading) {
            inspiration = knowledge.rules.matches("inspiration_head", block.text);
            // A line that comes back in several areas is laid out as a heading.
            take_named(behind_lead(block.text, knowledge.rules), knowledge, own_code, area);
            continue;
        }
        if (inspiration) {
            take_named(block.text, knowledge, own_code, area);
            continue;
        }
        if (block.kind != BlockKind::paragraph) continue;
        for (const auto& sentence : sentences(block.text))
            if (const auto names = behind_lead(sentence, knowledge.rules); !names.empty())
                take_named(names, knowledge, own_code, area);
            else if (knowledge.rules.matches("role_model_sentence", sentence))
                take_named(sentence, knowledge, own_code, area);
    }
}

} // namespace kompass
