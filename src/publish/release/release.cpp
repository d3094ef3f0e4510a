#include "publish/release/release.h"

#include "archive/error.h"
#include "archive/verify.h"
#include "enquiry/decisions_made.h"
#include "publish/export/export.h"
#include "publish/new_folder.h"
#include "publish/release/checksums.h"
#include "publish/release/release_texts.h"
#include "text/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

constexpr auto readme_file = "README.md";

void require_sound(const fs::path& archive) {
    for (const auto& check : archive::verify(archive))
        if (!check.faults.empty())
            throw std::runtime_error(fmt::format(
                "{} is not sound ({}: {}), so it is not released; kompass verify tells all that is "
                "wrong",
                archive.string(), check.name, check.faults.front()));
}

void require_publisher(const archive::Archive& archive) {
    if (archive.consult(archive::find_description).publisher.empty())
        throw std::runtime_error(
            "who releases it? nobody can cite what has no publisher; keep it with: kompass "
            "describe --publisher NAME");
}

std::string decisions_sheet(const archive::Connection& connection) {
    auto sheet = text::csv_line(
        {"evaluation", "cell", "value", "was", "by", "why", "decided", "withdrawn", "document"});
    for (const auto& [evaluation, decision] : enquiry::decisions_made(connection))
        sheet += text::csv_line({evaluation, decision.cell, decision.value.value_or(""),
                                 decision.was.value_or(""), decision.author, decision.why, decision.made_at,
                                 decision.withdrawn ? "withdrawn" : "", decision.sha256});
    return sheet;
}

/// What an earlier release is called, and its day, as its README says.
struct Named {
    std::string number, day;
};

Named named(const fs::path& release) {
    const auto readme = bytes_of(release / readme_file);
    const auto begin = readme.find("\nVersion ");
    const auto end = begin == std::string::npos ? begin : readme.find('\n', begin + 1);
    const auto comma = end == std::string::npos ? end : readme.rfind(", ", end);
    if (comma == std::string::npos || comma < begin)
        throw std::runtime_error(
            fmt::format("{} does not say which release it is; take an unchanged copy of that release",
                        (release / readme_file).string()));
    constexpr std::size_t word = 9; // "\nVersion "
    return {readme.substr(begin + word, comma - begin - word), readme.substr(comma + 2, end - comma - 2)};
}

/// Throws unless the release before is one, unchanged, and before this one.
void require_before(const ReleaseOptions& options) {
    auto relied_upon = compared_files();
    relied_upon.emplace_back(readme_file);
    require_as_made(options.since, relied_upon);
    const auto before = named(options.since);
    if (before.number == options.number)
        throw std::runtime_error(fmt::format("{} is release {} itself; give this one another number",
                                             options.since.string(), before.number));
    if (options.day < before.day)
        throw std::runtime_error(
            fmt::format("release {} is of {}, and this one would be of {}, before it; give "
                        "another day, or an earlier release as the one before",
                        before.number, before.day, options.day));
}

void write_copy(const archive::Archive& archive, const ReleaseOptions& options, ExportFolder& folder) {
    folder.make(database_file(), [&](const fs::path& partial) {
        archive.publish(partial, {options.with_names, options.number, options.day});
    });
}

/// All but the copy is made of the copy, so that what was taken out of it is in none.
Publication write_exports(const archive::Connection& copy, ExportFolder& folder) {
    auto publication = publication_of(copy, {});
    for (const auto* form : {"sqlite", "datapackage", "xlsx", "jsonl", "sql", "siard"})
        write_form(copy, form, publication, folder);
    write_catalogue(publication, folder);
    folder.write("decisions.csv", decisions_sheet(copy));
    return publication;
}

void make_read_only(const fs::path& folder) {
    constexpr auto reading = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    for (const auto& entry : fs::directory_iterator(folder))
        fs::permissions(entry.path(), reading);
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

Release release(const ReleaseOptions& options) {
    if (!options.since.empty()) require_before(options);
    NewFolder made(options.folder);
    require_sound(options.archive);
    const auto archive = archive::Archive::open(options.archive);
    require_publisher(archive);
    ExportFolder folder(made.path(), options.archive);
    write_copy(archive, options, folder);
    require_sound(made.path() / database_file());
    const auto publication =
        archive::Archive::open(made.path() / database_file()).consult([&](const archive::Connection& copy) {
            return write_exports(copy, folder);
        });
    Release done;
    done.reports = publication.reports;
    std::string before;
    if (!options.since.empty()) {
        done.changes = changes_between(options.since, made.path());
        before = named(options.since).number;
        folder.write("changes.csv", changes_sheet(done.changes));
    }
    folder.write(readme_file, release_readme(publication, before, done.changes, options.with_names));
    folder.write("CITATION.cff", citation(publication));
    folder.write(checksums_file, checksums_of(made.path()));
    make_read_only(made.path());
    done.files = names_in(made.path());
    made.commit();
    return done;
}

} // namespace kompass::publish
