#include "rules/pattern.h"

#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <re2/re2.h>
#include <vector>

namespace kompass::rules {
namespace {

/// Walks over an expression and copies it, letters widened, everything that is syntax left alone.
class Widener {
public:
    explicit Widener(std::string_view expression) : source_(unicode::code_points(expression)) {}

    std::string result() {
        while (at_ < source_.size())
            step();
        return unicode::utf8(made_);
    }

private:
    [[nodiscard]] char32_t here() const { return source_[at_]; }
    [[nodiscard]] char32_t ahead(std::size_t count) const {
        return at_ + count < source_.size() ? source_[at_ + count] : U'\0';
    }

    void copy(std::size_t count) {
        count = std::min(count, source_.size() - at_);
        made_.append(source_, at_, count);
        at_ += count;
    }

    /// Copies up to and with `end`, or all that is left.
    void copy_through(std::u32string_view end) {
        const std::size_t found = source_.find(end, at_);
        copy(found == std::u32string::npos ? source_.size() - at_ : found + end.size() - at_);
    }

    void step() {
        if (here() == U'\\') {
            copy_escape();
        } else if (here() == U'[') {
            copy_class();
        } else if (here() == U'(' && ahead(1) == U'?') {
            copy_group_opening();
        } else if (text::is_swedish_letter(here())) {
            made_ += U"(?:[";
            made_ += text::readings_of(here());
            made_ += U"]{1,2})";
            ++at_;
        } else if (here() == U'I' && (at_ == 0 || !unicode::is_letter(source_[at_ - 1]))) {
            made_ += UR"([I|l\[])";
            ++at_;
        } else {
            copy(1);
        }
    }

    void copy_escape() {
        if (ahead(1) == U'Q') {
            copy_through(U"\\E");
        } else if ((ahead(1) == U'p' || ahead(1) == U'P' || ahead(1) == U'x') && ahead(2) == U'{') {
            copy_through(U"}");
        } else if (ahead(1) == U'p' || ahead(1) == U'P') {
            copy(3);
        } else {
            copy(2);
        }
    }

    /// "(?P<name>", "(?:", "(?i:", "(?-i)".
    void copy_group_opening() {
        if (ahead(2) == U'P' || ahead(2) == U'<') {
            copy_through(U">");
            return;
        }
        copy(2);
        while (at_ < source_.size() && here() != U':' && here() != U')')
            copy(1);
    }

    /// A negated class is left alone: widened it would match less, not more.
    void copy_class() {
        copy(1);
        const bool negated = at_ < source_.size() && here() == U'^';
        if (negated) copy(1);
        if (at_ < source_.size() && here() == U']') copy(1); // the first one is a member
        while (at_ < source_.size() && here() != U']')
            copy_class_member(negated);
        copy(1);
    }

    void copy_class_member(bool negated) {
        if (here() == U'\\') {
            copy_escape();
        } else if (here() == U'[' && ahead(1) == U':') {
            copy_through(U":]");
        } else if (!negated && text::is_swedish_letter(here()) && !in_range()) {
            made_ += text::readings_of(here());
            ++at_;
        } else {
            copy(1);
        }
    }

    [[nodiscard]] bool in_range() const {
        const bool opens = ahead(1) == U'-' && ahead(2) != U']';
        const bool closes = source_[at_ - 1] == U'-' && source_[at_ - 2] != U'[';
        return opens || closes;
    }

    std::u32string source_;
    std::u32string made_;
    std::size_t at_ = 0;
};

/// \p{L} and \p{Lu} as the letters of Latin scripts. RE2 takes ten times as long to compile the hundreds of
/// ranges of all scripts, and no report needs them.
std::string with_latin_letters(std::string_view expression) {
    constexpr std::string_view letters = "A-Za-zÀ-ÖØ-öø-ſ";
    constexpr std::string_view capitals = "A-ZÀ-ÖØ-ÞĆČĐŁŚŠŻŽ";
    std::string made;
    bool in_class = false;
    for (std::size_t at = 0; at < expression.size();) {
        const auto rest = expression.substr(at);
        const bool any = rest.starts_with("\\p{L}");
        const bool capital = rest.starts_with("\\p{Lu}");
        if (any || capital) {
            const auto range = any ? letters : capitals;
            made += in_class ? std::string(range) : "[" + std::string(range) + "]";
            at += any ? 5 : 6;
            continue;
        }
        const std::size_t length = rest.front() == '\\' && rest.size() > 1 ? 2 : 1;
        if (length == 1 && (rest.front() == '[' || rest.front() == ']')) in_class = rest.front() == '[';
        made += rest.substr(0, length);
        at += length;
    }
    return made;
}

RE2::Options options() {
    RE2::Options chosen;
    chosen.set_encoding(RE2::Options::EncodingUTF8);
    chosen.set_case_sensitive(false);
    chosen.set_log_errors(false);
    return chosen;
}

/// Parses without compiling: with no memory granted RE2 stops right after the syntax was found good.
void check_syntax(const std::string& expression) {
    RE2::Options starved = options();
    constexpr std::int64_t too_little_for_any_program = 64;
    starved.set_max_mem(too_little_for_any_program);
    starved.set_case_sensitive(true); // folding classes is most of the work and no part of the syntax
    const RE2 parsed(expression, starved);
    if (!parsed.ok() && parsed.error_code() != RE2::ErrorPatternTooLarge) throw PatternError(parsed.error());
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

} // namespace

std::string literal_expression(std::string_view text) {
    return RE2::QuoteMeta(text);
}

std::string lenient_expression(std::string_view expression) {
    return Widener(expression).result();
}

/// Compiling all rules takes longer than most reports need, as few roles are asked of a short one.
struct Pattern::Compiled {
    std::once_flag once;
    std::unique_ptr<const RE2> program;

    const RE2& of(const std::string& expression) {
        std::call_once(once, [&] { program = std::make_unique<const RE2>(expression, options()); });
        if (!program->ok()) throw PatternError(program->error());
        return *program;
    }
};

Pattern::Pattern(std::string_view expression, Spelling spelling)
    : expression_(with_latin_letters(spelling == Spelling::lenient ? lenient_expression(expression)
                                                                   : std::string(expression))),
      compiled_(std::make_shared<Compiled>()) {
    check_syntax(expression_);
}

bool Pattern::matches(std::string_view text) const {
    return compiled_->of(expression_).Match(piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::optional<Captures> Pattern::captures(std::string_view text) const {
    if (!matches(text)) return std::nullopt; // far cheaper than looking for groups
    const RE2& program = compiled_->of(expression_);
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(program.NumberOfCapturingGroups()) + 1);
    if (!program.Match(piece(text), 0, text.size(), RE2::UNANCHORED, groups.data(),
                       static_cast<int>(groups.size())))
        return std::nullopt;
    Captures found;
    found.emplace("", std::string(groups[0]));
    for (const auto& [name, index] : program.NamedCapturingGroups()) {
        const re2::StringPiece& group = groups[static_cast<std::size_t>(index)];
        if (group.data() != nullptr) found.emplace(name, std::string(group));
    }
    return found;
}

} // namespace kompass::rules
