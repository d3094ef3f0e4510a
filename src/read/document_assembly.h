// A document whose text layers are read, and whose other pages OCR reads one by one, in any order.
//
// Made from what a DocumentJob gave; it decides page by page (triage.h) and ends as a document in which every
// page is read, empty or failed. The same pages give the same document, whatever their order. Plain value.
#pragma once

#include "model/document.h"
#include "read/work/message.h"

#include <map>
#include <set>
#include <vector>

namespace kompass::read {

class DocumentAssembly {
public:
    /// `document`: as read from text layers.
    explicit DocumentAssembly(Document document);

    /// The pages that await OCR, in order.
    [[nodiscard]] const std::set<int>& waiting() const { return waiting_; }
    /// Takes what OCR made of one of these.
    void settle(PageRead read);
    /// Has no page await OCR any more and ends the document with an error; said twice it is said once.
    void give_up(std::string code, std::string message);

    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] bool complete() const { return waiting_.empty(); }
    /// How many pages need no more reading.
    [[nodiscard]] int pages_done() const {
        return static_cast<int>(document_.pages.size() - waiting_.size());
    }
    [[nodiscard]] int pages_failed() const { return failed_; }
    /// The document, judged as a whole.
    [[nodiscard]] Document take() &&;

private:
    Document document_;
    std::set<int> waiting_;
    std::map<int, Troubles> troubles_; ///< by page, so that their order is not the workers'
    int failed_ = 0;
    bool given_up_ = false;
};

} // namespace kompass::read
