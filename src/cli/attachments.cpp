#include "cli/attachments.h"

#include "publish/attachment_files.h"
#include "read/work/attachments.h"
#include "text/file_name.h"
#include "text/language.h"

#include <fmt/format.h>

#include <set>
#include <stdexcept>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

class Collection {
public:
    Collection(const std::vector<fs::path>& given, const fs::path& folder, Talk& talk)
        : folder_(folder), talk_(talk) {
        for (const auto& file : given)
            seen_.insert(file.lexically_normal());
    }

    void add(const fs::path& file, const std::vector<read::Attachment>& attachments) {
        sources_.files.push_back(file);
        for (const auto& attachment : attachments)
            add(text::file_name_text(file.string()), attachment);
    }

    [[nodiscard]] SourcesWithAttachments take() { return std::move(sources_); }

private:
    void add(const std::string& carrier, const read::Attachment& attachment) {
        const auto what = attachment.name.empty()
                              ? carrier + ": attachments"
                              : fmt::format("{}: {}", carrier, text::file_name_text(attachment.name));
        if (!attachment.fault.empty()) return leave(what, attachment.fault);
        try {
            const auto saved = publish::save_attachment(attachment, folder_);
            talk_.remark(text::tr("{}: taken out as {}", what, text::file_name_text(saved.string())));
            if (seen_.insert(saved.lexically_normal()).second) sources_.files.push_back(saved);
        } catch (const std::runtime_error& error) {
            leave(what, error.what());
        }
    }

    void leave(const std::string& what, const std::string& why) {
        talk_.error(fmt::format("{}: {}", what, why));
        sources_.left.push_back({what, why});
    }

    const fs::path& folder_;
    Talk& talk_;
    std::set<fs::path> seen_;
    SourcesWithAttachments sources_;
};

} // namespace

Option attachments_option(std::string& folder) {
    return {
        .names = "--attachments",
        .value = "FOLDER",
        .help =
            "save the PDFs attached to PDFs (portfolios) in FOLDER, writing over nothing, and read them too",
        .target = &folder};
}

SourcesWithAttachments with_attachments(const std::vector<fs::path>& files, const fs::path& folder,
                                        const Settings& settings, Talk& talk) {
    if (folder.empty()) return {files, {}};
    Collection collection(files, folder, talk);
    talk.status(text::tr("looking for attachments"));
    read::take_out_attachments(files, pipeline::runner_options(pipeline_options(settings)),
                               [&](const fs::path& file, const std::vector<read::Attachment>& attachments) {
                                   collection.add(file, attachments);
                               });
    talk.status({});
    return collection.take();
}

} // namespace kompass::cli
