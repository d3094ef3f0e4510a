#include "cli/help/declared_messages.h"

#include "cli/help/help_text.h"
#include "cli/shared_options.h"

#include <fmt/format.h>

#include <set>

namespace kompass::cli {
namespace {

class Template {
public:
    void add(const std::string& text, const std::string& from) {
        if (text.empty() || !there_.insert(text).second) return;
        text_ += fmt::format("\n#. {}\nmsgid \"{}\"\nmsgstr \"\"\n", from, escaped(text));
    }

    void add(const std::vector<Option>& options, const std::string& from) {
        for (const auto& option : options)
            add(option.help, from);
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    static std::string escaped(const std::string& text) {
        std::string out;
        for (const char sign : text) {
            if (sign == '"' || sign == '\\') out += '\\';
            out += sign;
        }
        return out;
    }

    std::set<std::string> there_;
    std::string text_ = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";
};

} // namespace

std::string declared_messages(const std::vector<Command>& commands) {
    Template messages;
    messages.add(std::string(about_program), "kompass");
    Settings defaults;
    messages.add(settings_options(defaults), "kompass");
    for (const auto& [code, meaning] : exit_code_meanings)
        messages.add(std::string(meaning), "kompass");
    for (const auto& command : commands) {
        if (command.hidden) continue;
        const auto from = "kompass " + command.name;
        messages.add(command.group, from);
        messages.add(command.summary, from);
        for (const auto& line : lines_of(command.details)) {
            const auto [head, rest] = list_row(line);
            messages.add(head.empty() ? line : rest, from);
        }
        messages.add(command.options, from);
    }
    return messages.text();
}

} // namespace kompass::cli
