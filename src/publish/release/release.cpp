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

/// The number of an earlier release, as its README says.
std::string number_of(const fs::path& release) {
    const auto readme = bytes_of(release / "README.md");
    const auto begin = readme.find("\nVersion ") + 9;
    return readme.substr(begin, readme.find(',', begin) - begin);
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
        before = number_of(options.since);
        folder.write("changes.csv", changes_sheet(done.changes));
    }
    folder.write("README.md", release_readme(publication, before, done.changes, options.with_names));
    folder.write("CITATION.cff", citation(publication));
    folder.write(checksums_file, checksums_of(made.path()));
    make_read_only(made.path());
    done.files = names_in(made.path());
    made.commit();
    return done;
}

} // namespace kompass::publish
