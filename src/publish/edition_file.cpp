#include "publish/edition_file.h"

#include "model/instrument.h"
#include "text/likeness.h"
#include "text/toml_string.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace kompass::publish {
namespace {

std::string list_of(const std::vector<std::string>& texts) {
    std::string made;
    for (const auto& text : texts)
        made += (made.empty() ? "" : ", ") + text::toml_string(text);
    return "[" + made + "]";
}

class File {
public:
    File(const enquiry::EditionLessons& lessons, const rules::Edition* known, int least)
        : lessons_(lessons), known_(known), least_(least) {}

    std::string text() {
        line(fmt::format(
            "# Edition {} as {} archived report{} print{} it: a proposal, for a person to accept.",
            lessons_.edition, lessons_.reports, lessons_.reports == 1 ? "" : "s",
            lessons_.reports == 1 ? "s" : ""));
        line("# Behind each question stands how many reports ask it so. Maxima are evidence, not law.");
        line("id = " + text::toml_string(lessons_.edition));
        if (known_ != nullptr)
            line(fmt::format("first_year = {}", known_->first_year));
        else
            line(fmt::format("first_year = {} # of the first archived report",
                             lessons_.first_year.value_or(0)));
        constexpr int still_in_use = 9999;
        if (known_ != nullptr && known_->last_year < still_in_use)
            line(fmt::format("last_year = {}", known_->last_year));
        for (int number = 1; number <= area_count; ++number)
            add_area(number);
        return std::move(text_);
    }

private:
    void line(const std::string& text) { text_ += text + "\n"; }

    [[nodiscard]] const rules::AreaDefinition* known_area(int number) const {
        if (known_ == nullptr) return nullptr;
        const auto found = std::find_if(known_->areas.begin(), known_->areas.end(),
                                        [&](const auto& area) { return area.number == number; });
        return found == known_->areas.end() ? nullptr : &*found;
    }

    void add_area(int number) {
        const auto found = std::find_if(lessons_.areas.begin(), lessons_.areas.end(),
                                        [&](const auto& area) { return area.number == number; });
        const auto* known = known_area(number);
        const auto* printed = found == lessons_.areas.end() ? nullptr : &*found;
        if (known == nullptr && (printed == nullptr || printed->titles.empty())) return;
        line("");
        line("[[area]]");
        line(fmt::format("number = {}", number));
        const auto title = known != nullptr ? known->title : printed->titles.front().value;
        line("title = " + text::toml_string(title));
        add_aliases(title, known, printed);
        if (printed != nullptr)
            for (const auto& question : printed->questions)
                add_question(question);
    }

    void add_aliases(const std::string& title, const rules::AreaDefinition* known,
                     const enquiry::PrintedArea* printed) {
        constexpr double same_title = 0.97;
        auto aliases = known != nullptr ? known->aliases : std::vector<std::string>{};
        if (printed != nullptr)
            for (const auto& one : printed->titles) {
                const auto alike = [&](const std::string& other) {
                    return text::likeness(other, one.value) >= same_title;
                };
                if (one.reports >= least_ && !alike(title) &&
                    std::none_of(aliases.begin(), aliases.end(), alike))
                    aliases.push_back(one.value);
            }
        if (!aliases.empty()) line("aliases = " + list_of(aliases));
    }

    /// Commented out where too few reports ask it.
    void add_question(const enquiry::PrintedQuestion& question) {
        if (question.wordings.empty()) return;
        const std::string mark = question.reports < least_ ? "# " : "";
        std::vector<std::string> wordings;
        std::string others;
        for (const auto& wording : question.wordings) {
            if (wordings.empty() || wording.reports >= least_)
                wordings.push_back(wording.value);
            else
                others += fmt::format("# in {}: {}\n", wording.reports, text::toml_string(wording.value));
        }
        line("");
        line(fmt::format("{}[[area.question]] # in {} of {}", mark, question.reports, lessons_.reports));
        line(fmt::format("{}number = {}", mark, text::toml_string(question.number)));
        if (const auto max = maximum(question); !max.empty()) line(mark + max);
        line(fmt::format("{}wordings = {}", mark, list_of(wordings)));
        text_ += others;
    }

    /// The one that most reports print; none where as many print another.
    [[nodiscard]] static std::string maximum(const enquiry::PrintedQuestion& question) {
        const auto& maxima = question.maxima;
        if (maxima.empty()) return {};
        std::string counts;
        for (const auto& max : maxima)
            counts += fmt::format("{}{} in {}", counts.empty() ? "" : ", ", max.value, max.reports);
        if (maxima.size() > 1 && maxima[0].reports == maxima[1].reports) return "# max is open: " + counts;
        return fmt::format("max = {}{}", maxima.front().value, maxima.size() > 1 ? " # " + counts : "");
    }

    const enquiry::EditionLessons& lessons_;
    const rules::Edition* known_;
    int least_;
    std::string text_;
};

} // namespace

std::string edition_file(const enquiry::EditionLessons& lessons, const rules::Edition* known, int least) {
    return File(lessons, known, least).text();
}

} // namespace kompass::publish
