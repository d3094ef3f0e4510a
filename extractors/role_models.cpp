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

/// Takes the role models of an area out of texts, each with where it is named first.
class Naming {
public:
    Naming(const rules::Knowledge& knowledge, const std::string& own_code, Area& area,
           Provenances& provenance)
        : knowledge_(knowledge), own_code_(own_code), area_(area), provenance_(provenance) {}

    void take(std::string_view text, const Block& block, const std::string& rule) {
        for (const auto* municipality : knowledge_.municipalities.mentioned(text)) {
            if (municipality->code == own_code_) continue;
            auto& models = area_.role_models;
            const RoleModel model{municipality->name, municipality->code};
            if (std::find(models.begin(), models.end(), model) != models.end()) continue;
            models.push_back(model);
            const auto position = static_cast<int>(models.size());
            provenance_.push_back(
                {area_cell(area_.number, CellField::role_model, position), 0, rule, block.places});
        }
    }

private:
    const rules::Knowledge& knowledge_;
    const std::string& own_code_;
    Area& area_;
    Provenances& provenance_;
};

/// Names, and the rule that knows what stands before them.
struct Led {
    std::string_view names;
    std::string rule;
};

/// "Inspiration: Sala, Eda och Kil": what stands behind the head that leads the sentence.
Led behind_lead(std::string_view text, const rules::RuleSet& rules) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const auto head = rules.match("inspiration_head", text.substr(0, colon + 1));
    return head ? Led{text.substr(colon + 1), head->rule->id} : Led{};
}

} // namespace

void extract_role_models(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                         const std::string& own_code, Area& area, Provenances& provenance) {
    const auto& rules = knowledge.rules;
    Naming naming(knowledge, own_code, area, provenance);
    std::optional<rules::RuleMatch> inspiration;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const auto& block = blocks[i];
        if (block.kind == BlockKind::table) continue;
        if (block.kind == BlockKind::heading) {
            inspiration = rules.match("inspiration_head", block.text);
            // A line that comes back in several areas is laid out as a heading.
            const auto led = behind_lead(block.text, rules);
            naming.take(led.names, block, led.rule);
            continue;
        }
        if (inspiration) {
            naming.take(block.text, block, inspiration->rule->id);
            continue;
        }
        if (block.kind != BlockKind::paragraph) continue;
        for (const auto& sentence : sentences(block.text))
            if (const auto led = behind_lead(sentence, rules); !led.names.empty())
                naming.take(led.names, block, led.rule);
            else if (const auto match = rules.match("role_model_sentence", sentence))
                naming.take(sentence, block, match->rule->id);
    }
}

} // namespace kompass
