#include "read/work/attachments.h"

#include "read/file_bytes.h"
#include "read/pdf/pdf_reader.h"
#include "read/source_kind.h"

#include <map>
#include <memory>
#include <utility>

namespace kompass::read {
namespace {

/// One file. A worker lost over it is not given a second one: the file would take that, too.
class AttachmentsJob : public Job {
public:
    using OnDone = std::function<void(std::vector<Attachment>)>;

    AttachmentsJob(AttachmentsRequest request, const TimeLimits& limits, OnDone on_done)
        : request_(std::move(request)), limits_(limits), on_done_(std::move(on_done)) {}

    [[nodiscard]] TimeLimits limits() const override { return limits_; }
    [[nodiscard]] Message request() const override { return request_; }
    [[nodiscard]] bool accept(Message answer) override {
        auto* found = std::get_if<AttachmentsFound>(&answer);
        if (found == nullptr) throw WireError("an answer without the attachments that were asked for");
        found_ = std::move(found->attachments);
        return complete_ = true;
    }
    void lose_worker(const Loss& loss) override { fail(loss.what); }
    void refuse(std::string /*code*/, std::string message) override { fail(std::move(message)); }
    void run_out_of_time(const std::string& limit) override { fail("not taken out within " + limit); }
    [[nodiscard]] bool complete() const override { return complete_; }
    void deliver() override { on_done_(std::move(found_)); }

private:
    void fail(std::string why) {
        found_ = {{"", "", std::move(why)}};
        complete_ = true;
    }

    AttachmentsRequest request_;
    TimeLimits limits_;
    OnDone on_done_;
    std::vector<Attachment> found_;
    bool complete_ = false;
};

} // namespace

AttachmentsFound attached_by(const AttachmentsRequest& request) {
    const auto source = read_file(request.file);
    if (content_of(source.bytes) != Content::pdf) return {};
    return {attached_pdfs(source.bytes)};
}

void take_out_attachments(const std::vector<std::filesystem::path>& files, const RunnerOptions& options,
                          const OnAttachments& on_attachments, const TimeLimits& limits) {
    constexpr std::size_t lookahead_a_job = 4;            // bounds what is held in memory
    std::map<std::size_t, std::vector<Attachment>> taken; // by file, not yet delivered
    std::size_t given_out = 0;
    std::size_t delivered = 0;
    run_jobs(options, [&]() -> std::unique_ptr<Job> {
        if (given_out == files.size() || given_out - delivered >= lookahead_a_job * options.jobs)
            return nullptr;
        const auto file = given_out++;
        return std::make_unique<AttachmentsJob>(
            AttachmentsRequest{files[file].string()}, limits, [&, file](std::vector<Attachment> attachments) {
                taken.emplace(file, std::move(attachments));
                for (auto first = taken.find(delivered); first != taken.end();
                     first = taken.find(delivered)) {
                    on_attachments(files[delivered++], first->second);
                    taken.erase(first);
                }
            });
    });
}

} // namespace kompass::read
