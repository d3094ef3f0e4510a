#include "cli/proposed_rules.h"

#include "extractors/finding_heads.h"
#include "extractors/outline.h"
#include "extractors/topic_heads.h"
#include "pipeline/report_hints.h"
#include "rules/pattern.h"
#include "text/slug.h"
#include "text/tokens.h"
#include "text/toml_string.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <vector>

namespace kompass::cli {
namespace {

/// A head that recurs, and the role of a rule that would name it.
struct UnnamedHead {
    std::string text, role;
};

std::vector<UnnamedHead> unnamed_heads(const pipeline::Understanding& understanding,
                                       const rules::Knowledge& knowledge) {
    const auto& blocks = understanding.blocks;
    const auto spans = outline(blocks, knowledge);
    const auto hints = pipeline::hints_from(knowledge.rules);
    const FindingHeads findings(blocks, spans, knowledge.rules, hints);
    std::vector<UnnamedHead> heads;
    for (const auto& [head, list] : findings.inferred())
        heads.push_back({head, list + "_head"});
    for (const auto& head : TopicHeads(blocks, spans, findings, knowledge.rules).inferred())
        heads.push_back({head, "box_topics_head"});
    return heads;
}

std::string without_colon(std::string_view head) {
    head = text::trimmed(head);
    if (head.ends_with(':')) head.remove_suffix(1);
    return std::string(text::trimmed(head));
}

/// Lower case, as patterns stand in the rules; blanks need no escape outside extended syntax.
std::string pattern_of(const std::string& head) {
    std::string pattern = "^";
    for (const auto& word : text::tokens(unicode::lower(head))) {
        if (pattern.size() > 1) pattern += R"(\s+)";
        pattern += rules::literal_expression(word);
    }
    return pattern + R"(\s*:?$)";
}

std::string rule_text(const UnnamedHead& unnamed, std::string_view id, std::size_t number) {
    const auto head = without_colon(unnamed.text);
    // A sentence that begins with the head's words is no head.
    return fmt::format("\n[[rule]]\nid = \"{}-{}-{}\"\nrole = \"{}\"\npattern = '''{}'''\nlenient = true\n"
                       "must_match = [{}, {}]\nmust_not_match = [{}]\n",
                       unnamed.role.substr(0, unnamed.role.rfind("_head")), id, number, unnamed.role,
                       pattern_of(head), text::toml_string(head), text::toml_string(head + ":"),
                       text::toml_string(head + " är något som texten handlar om"));
}

} // namespace

std::string proposed_rules(const pipeline::Understanding& understanding, const rules::Knowledge& knowledge,
                           std::string_view report) {
    const auto heads = unnamed_heads(understanding, knowledge);
    if (heads.empty()) return {};
    const auto id = text::slug(std::string(report.substr(0, report.find_last_of('.'))));
    auto text =
        fmt::format("# Proposed from what recurs in {}: look whether each role is right, and rename.\n",
                    text::toml_string(std::string(report)));
    for (std::size_t i = 0; i < heads.size(); ++i)
        text += rule_text(heads[i], id, i + 1);
    return text;
}

} // namespace kompass::cli
