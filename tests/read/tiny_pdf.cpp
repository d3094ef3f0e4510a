#include "tests/read/tiny_pdf.h"

#include <fmt/format.h>

#include <iterator>

namespace kompass::read::tests {
namespace {

/// Puts objects 1, 2, … with a cross-reference table into a file.
std::string file_of(const std::vector<std::string>& objects, std::string_view trailer_entries) {
    std::string file = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", file.size());
        file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto start = file.size();
    file += table;
    file += fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1,
                        trailer_entries, start);
    return file;
}

std::string font(std::string_view name) {
    return fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding "
                       "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /uni7400 /uni6900] >> >>",
                       name);
}

std::vector<std::string> objects_of(const std::vector<TinyPage>& pages) {
    constexpr int first_page_object = 5;
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "", font("Helvetica"),
                                        font("Helvetica-Bold")};
    std::string kids;
    for (const auto& page : pages) {
        const int number = first_page_object + 2 * static_cast<int>(std::distance(pages.data(), &page));
        fmt::format_to(std::back_inserter(kids), "{} 0 R ", number);
        const bool own_fonts = page.entries.find("/Resources") != std::string::npos;
        objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [{}] /Contents {} 0 R {} {} >>",
                                      page.size, number + 1, page.entries,
                                      own_fonts ? "" : "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"));
        objects.push_back(
            fmt::format("<< /Length {} >>\nstream\n{}\nendstream", page.content.size(), page.content));
    }
    objects[1] = fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids);
    return objects;
}

} // namespace

std::string tiny_pdf(const std::vector<TinyPage>& pages, std::string_view info) {
    return file_of(objects_of(pages), info.empty() ? "" : fmt::format("/Info << {} >>", info));
}

TinyPage text_page(std::string_view text) {
    return {fmt::format("BT /F1 12 Tf 72 720 Td ({}) Tj ET", text), {}};
}

std::string locked_pdf() {
    const std::string hash(64, '7');
    return file_of(
        objects_of({text_page("Hemligt")}),
        fmt::format("/ID [<{0}> <{0}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>",
                    hash));
}

std::string portfolio_pdf(const std::vector<Attachment>& attachments,
                          const std::vector<Attachment>& commented) {
    std::vector<std::string> added;
    const auto first = objects_of({text_page("Se bilagan")}).size() + 1;
    const auto add = [&](const Attachment& attachment) {
        const auto number = first + added.size();
        added.push_back(
            fmt::format("<< /Type /Filespec /F ({}) /EF << /F {} 0 R >> >>", attachment.name, number + 1));
        added.push_back(attachment.fault.empty()
                            ? fmt::format("<< /Type /EmbeddedFile /Length {} >>\nstream\n{}\nendstream",
                                          attachment.bytes.size(), attachment.bytes)
                            : "null");
        return number;
    };
    std::string names;
    for (const auto& attachment : attachments)
        fmt::format_to(std::back_inserter(names), "({}) {} 0 R ", attachment.name, add(attachment));
    std::string comments;
    for (const auto& attachment : commented)
        fmt::format_to(std::back_inserter(comments),
                       "<< /Type /Annot /Subtype /FileAttachment /Rect [500 700 520 720] /FS {} 0 R >> ",
                       add(attachment));
    auto page = text_page("Se bilagan");
    if (!comments.empty()) page.entries += fmt::format(" /Annots [{}]", comments);
    auto objects = objects_of({page});
    objects.insert(objects.end(), added.begin(), added.end());
    objects[0] =
        fmt::format("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{}] >> >> >>", names);
    return file_of(objects, "");
}

} // namespace kompass::read::tests
