#include "publish/release/release_texts.h"

#include "publish/release/checksums.h"
#include "text/language.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace kompass::publish {
namespace {

std::string title_of(const Publication& publication) {
    const auto& title = publication.about.title;
    return title.empty() ? words_about(publication).title : title;
}

/// A text within a YAML file: what JSON takes for a text, YAML does too.
std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string how_to_cite(const Publication& publication) {
    const auto& about = publication.about;
    return fmt::format("{} ({}). {}. Version {}.{}", about.publisher, about.released.substr(0, 4),
                       title_of(publication), about.version,
                       about.address.empty() ? "" : " " + about.address);
}

/// "12 figures changed": of each kind and way.
std::string told(const std::vector<Change>& changes) {
    std::map<std::pair<std::string, std::string>, std::size_t> counts;
    for (const auto& change : changes)
        ++counts[{change.what, change.how}];
    std::string lines;
    for (const auto& [kind, count] : counts)
        lines += fmt::format("- {} {}\n", text::counted(count, kind.first), kind.second);
    return lines.empty() ? "Nothing but what the archive says of itself.\n" : lines;
}

const char* meaning_of(const std::string& format) {
    static const std::map<std::string, const char*> meanings{
        {"sqlite",
         "the archive itself, read-only (SQLite); its tables are explained in its table `schema_note`"},
        {"datapackage", "the tables as CSV in UTF-8; `datapackage.json` explains each column"},
        {"xlsx", "the same tables as a workbook"},
        {"jsonl", "whole records, one a line"},
        {"sql", "all tables as SQL, for `sqlite3 new.db` without any extension"},
        {"siard", "all tables as archives keep databases (SIARD 2.2)"}};
    const auto found = meanings.find(format);
    return found == meanings.end() ? "" : found->second;
}

std::string list_of_files(const Publication& publication) {
    std::string lines;
    for (const auto& form : publication.forms) {
        std::string names;
        for (const auto& file : form.files)
            names += (names.empty() ? "`" : ", `") + file.name + "`";
        lines += fmt::format("- {}: {}\n", names, meaning_of(form.format));
    }
    return lines + "- `dcat.rdf`, `dcat.jsonld`: the description for catalogues of data (DCAT-AP-SE)\n"
                   "- `decisions.csv`: what people decided about figures and texts, and why\n";
}

} // namespace

std::string release_readme(const Publication& publication, const std::string& before,
                           const std::vector<Change>& changes, bool with_names) {
    const auto words = words_about(publication);
    const auto& about = publication.about;
    auto text = fmt::format("# {}\n\nVersion {}, {}\n\n{}\n\n{}\n\n", title_of(publication), about.version,
                            about.released, words.description_sv, words.description);
    text += fmt::format("- Publisher: {}\n", about.publisher);
    if (!about.contact.empty()) text += fmt::format("- Contact: {}\n", about.contact);
    if (!about.email.empty()) text += fmt::format("- E-mail: {}\n", about.email);
    if (!about.licence.empty()) text += fmt::format("- Licence: {}\n", about.licence);
    text += fmt::format("- Rights: {}\n- Rättigheter: {}\n\n", words.rights, words.rights_sv);
    text += fmt::format("## To cite\n\n{}\n\n", how_to_cite(publication));
    text += "## Files\n\n" + list_of_files(publication);
    if (!before.empty()) text += fmt::format("- `changes.csv`: what changed since version {}\n", before);
    text += fmt::format("- `{}`: checksums, for `sha256sum -c {}`\n\n", checksums_file, checksums_file);
    if (!with_names)
        text += "Who decided is not named: the same person has the same number throughout this release.\n\n";
    text += before.empty() ? std::string("This is the first release.\n")
                           : fmt::format("## Since version {}\n\n{}", before, told(changes));
    return text;
}

std::string citation(const Publication& publication) {
    const auto& about = publication.about;
    auto text = fmt::format(
        "cff-version: 1.2.0\nmessage: {}\ntype: dataset\ntitle: {}\nauthors:\n  - name: {}\n",
        quoted("Please cite these data as below."), quoted(title_of(publication)), quoted(about.publisher));
    text += fmt::format("version: {}\ndate-released: {}\n", quoted(about.version), quoted(about.released));
    if (!about.licence.empty()) text += fmt::format("license-url: {}\n", quoted(about.licence));
    if (!about.address.empty()) text += fmt::format("url: {}\n", quoted(about.address));
    return text + fmt::format("abstract: {}\nkeywords:\n  - kommuner\n  - utvärdering\n  - Kommunkompassen\n",
                              quoted(words_about(publication).description));
}

} // namespace kompass::publish
